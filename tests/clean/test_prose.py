"""Lines that begin like furniture in, whether they tell news out."""

import pytest

from headwater.clean.prose import goes_on, is_asked, is_said, tells

LINES = [
    # line, somebody says it, it tells news
    ("Read more books, Mara Velden told pupils.", True, True),
    ("Join us on Friday, the posters said.", True, True),
    ("Click here, the message read, and the money was gone.", True, True),
    ('Join us, Mara Velden said. "It is time," she told them.', True, True),
    ("More on this is expected on Friday.", False, True),
    ("Sign up rates doubled.", False, True),
    ("Sign up for our newsletter and we will send you the news.", False, False),
    ("Follow Mara Velden on Twitter.", False, False),
    ("Nine barges sink, says council", False, False),
    ("Related: who said what?", False, False),
    ("Read what the mayor said...", False, False),
]


@pytest.mark.parametrize(("line", "said", "told"), LINES)
def test_news_is_a_whole_sentence_about_somebody(line: str, *, said: bool, told: bool) -> None:
    assert (is_said(line), tells(line)) == (said, told)


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("Related: the two cases share a judge.", True),
        ("Related: The two cases share a judge.", False),
        ("Related: the two cases", False),
        ("Related: the full list is on our website.", False),
        ("The two cases share a judge.", False),
    ],
)
def test_a_sentence_goes_on_after_a_label(line: str, *, on: bool) -> None:
    assert goes_on(line) is on


def test_what_speaks_to_the_reader() -> None:
    assert is_asked("Like what you're reading? Sign up.")
    assert not is_asked("The youth of Ostmark signed up.")
