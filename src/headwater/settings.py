"""Every knob, one frozen object a stage: TOML in, Settings out.

Each field's text says what it is, its unit, and why the default is what it is. "dev" there means the four
development stories scored by ``python -m bench gold``; "AllSides" the tuning half scored by ``bench stories``.
"""

import pathlib
from typing import Annotated

import msgspec

from headwater.errors import SettingsError

Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]
Pieces = Annotated[int, msgspec.Meta(ge=160, le=512)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=3600)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How reports are found and how large they may be."""

    max_report_bytes: Count = 20_000_000
    """Bytes of one report. The longest news texts are under 1 MB; what is larger is data or an attack."""
    max_depth: Count = 64
    """Folders below the one that was named; a loop of links ends here."""
    max_archive_bytes: Count = 1_000_000_000
    """Bytes that are unpacked of one archive. A crawl of a paper's day has less; a bomb has no end."""
    max_members: Count = 10_000
    """Files in one zip archive that are looked at."""
    max_links: Count = 100
    """Pages fetched of one feed or sitemap, in its order. Feeds list 10 to 100; a sitemap may list 50,000."""
    max_response_bytes: Count = 100_000_000
    """Bytes of one response, as sent and unpacked: an archive may be larger than a report, and is held in memory."""
    fetch_delay_s: Seconds = 1.0
    """Seconds between two requests to one host; a longer Crawl-delay of its robots.txt goes before, up to 30 s."""
    fetch_timeout_s: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 30.0
    """Seconds for one response, from the connection to its last byte."""
    max_redirects: Annotated[int, msgspec.Meta(ge=0, le=20)] = 5
    """Redirects from one address; browsers follow 20, news sites need 2 or 3."""
    user_agent: Annotated[str, msgspec.Meta(min_length=1, max_length=300, pattern="^[ -~]+$")] = (
        "Headwater/0.1 (reads news; no contact set)"
    )
    """What we call ourselves to servers; printable ASCII. A desk should put an address for complaints into it."""
    honour_robots: bool = True
    """Ask each host's robots.txt before a page is fetched, under the first word of ``user_agent``."""
    allow_private: bool = False
    """Fetch from private, loopback and link-local addresses too: a link in a feed must not reach what is behind a firewall."""
    keep: str = ""
    """A folder in which every response is kept and asked for again with conditions; "" keeps nothing."""


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

    window_pieces: Pieces = 256
    """Word pieces of one run of the reader, context included. Longer windows read no better and cost more a piece."""
    context_pieces: Annotated[int, msgspec.Meta(ge=0, le=128)] = 0
    """Word pieces before a window that are shown again with it: they help no mark, and 48 cost a fifth more."""
    max_sentences: Count = 2000
    """Sentences of one article that are read; a longer text is a book, and the cut is recorded."""


class GroupSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When articles tell of the same events."""

    same_story: Share = 0.28
    """Average pair score (0 to 1) at which two groups of articles are one story. On five parts in time of AllSides, each
    grouped by weights from the other four, .35 is best and .2 to .5 give the same within .011; lower keeps what follows
    up a story the day after with it."""
    window_days: Count = 14
    """Days between two articles beyond which they are not compared, and after which a stream lets go of them."""
    candidates: Count = 128
    """Articles that one is compared with at most, those with the most rare words in common; a smaller window is
    compared whole."""
    shingle_words: Count = 5
    """Words of a shingle; 5 is usual for news (Broder 1997)."""
    copy_containment: Share = 0.5
    """Share of the shorter text's shingles that makes a copy; at 0.2 quotations alone chain articles."""


class AlignSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When statements say the same thing."""

    same_claim: Share = 0.43
    """Average pair score (0 to 1) at which two groups of statements are one claim."""
    pair_floor: Share = 0.25
    """Pair score that every two statements of a claim have at least, so that claims do not chain."""
    questions: Annotated[int, msgspec.Meta(ge=0, le=1000)] = 4
    """Questions to the pair model an article, on average over a story; 0 asks none."""
    ask_from: Share = 0.3
    """Pair score of the likest statements of two claims from which they are asked about."""
    ask_floor: Share = 0.15
    """Mean pair score that the statements of two claims have at least, for an answer to make them one."""
    ask_yes: Share = 0.4
    """What the pair model says at least (0 to 1) for two claims to be one."""
    sure: Share = 0.6
    """Pair score with the middle of a claim from which a statement surely says the same, and may raise a low end."""
    sure_words: Share = 0.7
    """Share of the shorter statement's words of content that the other has too, for both surely to say the same."""
    sure_least: Count = 5
    """Words of content that a statement has at least, surely to say what another says: fragments agree with anything.
    On BASIL's 100 events, 34 of 1,663 claims of several articles are called corroborated with 3, 19 with 4, 11 with 5."""
    conflict_topic: Share = 0.4
    """Pair score, values aside, at which differing values are about the same thing."""
    conflict_slots: Share = 0.45
    """Pair score from which two statements that differ in a time, a place or an actor alone are about the same thing."""


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
