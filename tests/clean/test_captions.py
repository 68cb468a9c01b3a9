"""Lines and mark-up in, the lines with the captions among them out."""

from headwater.clean import clean
from headwater.types import Article
from tests.factories import make_page

PAGE = """<html lang="en"><head><title>Dam breaks</title></head><body><article><h1>Dam breaks</h1>
<figure><img src="1.jpg"><figcaption>Image caption, The l&#111;ck at <b>Ost</b>mark on Saturday morning</figcaption></figure>
<p>The dam above Ostmark broke on Friday night, and nine barges sank in the harbour below it, the harbour office said.</p>
<figure><img src="2.jpg"><figcaption>Photo: Olaf Brandt</figcaption></figure>
<p>Mara Velden, the mayor, said that nobody was hurt. Engineers will look at the wall in the morning, and at the lock.</p>
<figure><img src="3.jpg"><figcaption>A barge lies across the towpath on Sunday</figcaption></figure>
<p>The road to the lake stays closed until Monday, and four hundred people on the north bank have left their homes.</p></article>
<aside><figure><figcaption>A bakery wins the golden loaf for its rye bread</figcaption></figure></aside></body></html>"""


def test_captions_are_kept_at_their_place_and_marked() -> None:
    article = clean(make_page(PAGE, "text/html"))
    assert isinstance(article, Article)
    shown = [(article.text[p.start : p.end].split(maxsplit=2)[:2], p.caption) for p in article.passages]
    assert shown == [
        (["Dam", "breaks"], False),
        (["The", "lock"], True),
        (["The", "dam"], False),
        (["Mara", "Velden,"], False),
        (["A", "barge"], True),
        (["The", "road"], False),
    ]
    assert "The lock at Ostmark on Saturday morning" in article.text
    assert "golden loaf" not in article.text
