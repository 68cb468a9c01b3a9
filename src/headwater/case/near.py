"""Articles of the case in, who may be one story with whom out: pair scores that are kept, an article at a time.

What an article costs does not depend on how many there are: it is compared with ``candidates`` others at most, those
within the window that share the most rare words and runs of words, found by an index in the file. Its words weigh as
much as they were rare when it was compared.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from headwater.case.profiles import Profiles, row_content, row_of_content
from headwater.case.store import Store
from headwater.group.pairs import WIDTH, Others, Shared, compare, row_of, score
from headwater.group.profile import Codes, Profile
from headwater.group.vocabulary import SIZES, Vocabulary, codes_of
from headwater.group.window import LEAST
from headwater.settings import GroupSettings

_HOLDERS = 64  # articles looked at for one term, the latest first, as in a stream
_SKETCH = 16  # of an article's runs of words, the smallest codes: two texts that share half of theirs share half of these (Broder 1997)
_RUNS = 1 << 62  # sets codes of runs apart from those of words
_BITS = (1 << 62) - 1  # a number of SQLite has 63 bits
_UNDATED = 0  # the day of an article that has none: it is compared whatever the day
_LATEST = 1 << 30
_BOUND = 500  # values bound to one statement; SQLite takes 32,766 at most
_KEPT = 2_000  # profiles held in memory
WORDS = sum(SIZES)


class Near:
    """Compares articles with those of the case."""

    def __init__(self, store: Store, profiles: Profiles, *, settings: GroupSettings) -> None:
        """Read nothing yet."""
        self._store = store
        self._profiles = profiles
        self._settings = settings
        self._articles = store.one("SELECT count(*) FROM profile WHERE words IS NOT NULL")[0]

    def waiting(self) -> list[int]:
        """The articles that are not compared yet, in the order of their days and ids."""
        for (n,) in self._store.rows(
            "SELECT n FROM article LEFT JOIN profile ON profile.article = article.n WHERE profile.article IS NULL"
        ):
            self._profiles[n]
            self._profiles.forget(_KEPT)
        rows = self._store.rows(
            "SELECT article.n FROM profile JOIN article ON article.n = profile.article WHERE words IS NULL ORDER BY day IS NULL, day, article.id"
        )
        return [n for (n,) in rows]

    def learn(self, n: int) -> None:
        """Count the words of an article; those that come together are counted before any of them is compared."""
        codes = codes_of(self._profiles[n])
        self._store.do_all(
            "INSERT INTO word (code, articles) VALUES (?, 1) ON CONFLICT (code) DO UPDATE SET articles = articles + 1",
            [(_signed(c),) for c in codes.tolist()],
        )
        self._articles += 1

    def add(self, n: int) -> None:
        """Compare an article that was learned with those that were added before, and keep the pair scores."""
        profile = self._profiles[n]
        self._profiles.forget(_KEPT)
        codes = codes_of(profile)
        words, terms = self._vocabulary(codes).rows(profile)
        keys = [*terms, *_sketch(profile)]
        others = self._candidates(profile, keys)
        if others:
            self._keep_pairs(n, profile, row_of(profile, words), others)
        day = _UNDATED if profile.day is None else profile.day
        self._store.do_all("INSERT OR IGNORE INTO term (code, day, article) VALUES (?, ?, ?)", [(k, day, n) for k in keys])
        self._store.do("UPDATE profile SET words = ? WHERE article = ?", (row_content(words), n))

    def _vocabulary(self, codes: Codes) -> Vocabulary:
        """How rare these words are in the case now."""
        counts: dict[int, float] = {}
        signed = [_signed(c) for c in codes.tolist()]
        for start in range(0, len(signed), _BOUND):
            part = signed[start : start + _BOUND]
            counts.update(self._store.rows(f"SELECT code, articles FROM word WHERE code IN ({','.join('?' * len(part))})", part))
        return Vocabulary(counts, articles=float(self._articles))

    def _candidates(self, profile: Profile, keys: Sequence[int]) -> list[int]:
        """Those within the window, all of them where they are few, else those with the most in common."""
        most = self._settings.candidates
        first, last = self._span(profile)
        near = self._store.rows(
            "SELECT article FROM profile WHERE words IS NOT NULL AND (day BETWEEN ? AND ? OR day IS NULL) LIMIT ?", (first, last, most + 1)
        )
        if len(near) <= most:
            return sorted(n for (n,) in near)
        votes: Counter[int] = Counter()
        for key in keys:
            for days in ((first, last), (_UNDATED, _UNDATED)):
                votes.update(
                    n
                    for (n,) in self._store.rows(
                        "SELECT article FROM term WHERE code = ? AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT ?", (key, *days, _HOLDERS)
                    )
                )
        return sorted(sorted(votes, key=lambda n: (-votes[n], n))[:most])

    def _span(self, profile: Profile) -> tuple[int, int]:
        if profile.day is None:
            return _UNDATED + 1, _LATEST
        return profile.day - self._settings.window_days, profile.day + self._settings.window_days

    def _keep_pairs(self, n: int, profile: Profile, whole: np.ndarray[tuple[int], np.dtype[np.float32]], others: Sequence[int]) -> None:
        profiles = [self._profiles[o] for o in others]
        rows = np.zeros((len(others), WIDTH), dtype=np.float32)
        for at, (other, p) in enumerate(zip(others, profiles, strict=True)):
            (words,) = self._store.one("SELECT words FROM profile WHERE article = ?", (other,))
            rows[at] = row_of(p, row_of_content(words, WORDS, self._store))
        shared = Shared([_common(profile.shingles, p.shingles) for p in profiles], [_common(profile.quotes, p.quotes) for p in profiles])
        beside = Others(profiles, rows, np.arange(len(others)))
        features = compare(profile, whole, beside, shared)
        scores = [round(x, 6) for x in score(profile, beside, features).tolist()]
        found = [(o, s) for o, s in zip(others, scores, strict=True) if s >= LEAST]
        self._store.do_all("INSERT OR REPLACE INTO pair (a, b, score) VALUES (?, ?, ?)", [(n, o, s) for o, s in found])
        self._store.do_all("INSERT OR REPLACE INTO pair (a, b, score) VALUES (?, ?, ?)", [(o, n, s) for o, s in found])


def _common(a: Codes, b: Codes) -> int:
    """How many codes are in both; each has a code once, sorted."""
    if not len(a) or not len(b):
        return 0
    places = np.searchsorted(b, a)
    places[places == len(b)] = 0
    return int(np.count_nonzero(b[places] == a))


def _sketch(profile: Profile) -> list[int]:
    """The smallest codes of an article's runs of words."""
    return [_RUNS | (int(c) & _BITS) for c in profile.shingles[:_SKETCH].tolist()]


def _signed(code: int) -> int:
    """A code as SQLite can hold it; words and names need 41 bits."""
    return code & _BITS
