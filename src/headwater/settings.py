"""Every knob, one frozen object a stage: TOML in, Settings out.

Each field's text says what it is, its unit, and why the default is what it is. "dev" there means the four
development stories scored by ``python -m bench gold``; "AllSides" the tuning half scored by ``bench stories``.
"""

import pathlib
from typing import Annotated

import msgspec

from headwater.errors import SettingsError

Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]
Pieces = Annotated[int, msgspec.Meta(ge=8, le=512)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How reports are found and how large they may be."""

    max_report_bytes: Count = 20_000_000
    """Bytes of one report. The longest news texts are under 1 MB; what is larger is data or an attack."""
    max_depth: Count = 64
    """Folders below the one that was named; a loop of links ends here."""


class CleanSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What counts as an article."""

    min_words: Count = 25
    """Words of running text below which a page is no article; the shortest wire flash on dev has 60."""
    languages: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)] = ("en",)
    """ISO 639-1 codes of the languages that the reader knows."""
    language_words: Count = 400
    """Words of the text that are shown to the language detector; more changes nothing and costs time."""


class AnnotateSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the text is marked."""

    max_pieces: Pieces = 128
    """Word pieces of one input of the encoder; 99 % of sentences in news are shorter."""
    batch_pieces: Count = 256
    """Word pieces, padding included, of one run of the encoder. On a 2-core Xeon, one thread, int8: 12,800 word
    pieces a second at 256, 10,600 at 512, 8,400 at 1024 (20,632 pieces of news)."""
    max_sentences: Count = 2000
    """Sentences of one article that are read; a longer text is a book, and the cut is recorded."""


class GroupSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When articles tell of the same events."""

    same_story: Share = 0.4
    """Average pair score (0 to 1) at which two groups of articles are one story. AllSides, tuned on its first 752
    articles in time (B-cubed F1 .903 at .36, .912 at .38, .919 at .40, .921 at .42), .899 on the 502 after them."""
    day_penalty: Share = 0.02
    """Taken off a pair score for each day between two articles: .91 against .89 with 0.01 on AllSides; 0.03 gives
    .92 there, and is too sharp for stories that go on for weeks."""
    window_days: Count = 14
    """Days between two articles beyond which they are not compared."""
    shingle_words: Count = 5
    """Words of a shingle; 5 is usual for news (Broder 1997)."""
    copy_containment: Share = 0.5
    """Share of the shorter text's shingles that makes a copy; at 0.2 quotations alone chain articles."""


class AlignSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When statements say the same thing."""

    same_claim: Share = 0.4
    """Average pair score (0 to 1) at which two groups of statements are one claim."""
    pair_floor: Share = 0.25
    """Pair score that every two statements of a claim have at least, so that claims do not chain."""
    sure: Share = 0.55
    """Pair score with the middle of a claim from which a statement surely says the same, and may raise a low end."""
    sure_words: Share = 0.6
    """Share of the shorter statement's words of content that the other has too, for both surely to say the same."""
    sure_least: Count = 5
    """Words of content that a statement has at least, surely to say what another says: fragments agree with anything.
    On BASIL's 100 events, 34 of 1,663 claims of several articles are called corroborated with 3, 19 with 4, 11 with 5."""
    conflict_topic: Share = 0.45
    """Pair score, values aside, at which differing values are about the same thing."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All knobs; a table a stage in the TOML file."""

    read: ReadSettings = ReadSettings()
    clean: CleanSettings = CleanSettings()
    annotate: AnnotateSettings = AnnotateSettings()
    group: GroupSettings = GroupSettings()
    align: AlignSettings = AlignSettings()


def load_settings(path: str | pathlib.Path) -> Settings:
    """Settings out of a TOML file, defaults where it is silent; SettingsError names an unknown key or a wrong value."""
    try:
        content = pathlib.Path(path).read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}); name a TOML file") from error
    try:
        return msgspec.toml.decode(content, type=Settings)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}; docs/settings.md lists every key") from error
