"""A path in, a Case out: everything that the commands and the pages do with a case file."""

import pathlib
import types
from collections.abc import Callable, Sequence
from typing import BinaryIO, Self

from headwater.case import intake, judged, look, runs, search, sources
from headwater.case.check import check, moved
from headwater.case.review import questions
from headwater.case.store import Store, created, opened
from headwater.case.values import (
    Added,
    Found,
    Hit,
    KeptPage,
    OriginPage,
    OriginRow,
    Question,
    Run,
    StoryArticle,
    StoryClaim,
    StoryRow,
)
from headwater.case.ways import Ways
from headwater.diff import Diff
from headwater.models import Reader
from headwater.settings import Settings
from headwater.types import Aside, Brief, BriefStory, Decision, Failure, Notes, Unattached
from headwater.verify import Fault

Progress = Callable[[int], None]


class Case:
    """A case file that is open; a context manager.

    What is asked for comes from the last run; ``add`` and ``decide`` take effect with the next ``run``. Any number of
    programs may read a case while one writes; a second writer waits, and is told where it waits in vain (CaseError).
    Methods may be called from several threads.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Case.create(f"{folder}/harbour.headwater") as case:
    ...     added = case.add(["examples/ferry/reports/kestrel-news-toll.txt"])
    ...     run = case.run()
    ...     len(added.articles), len(run.changed), case.stories()[0].articles
    (1, 1, 1)
    """

    def __init__(self, store: Store) -> None:
        """Stand before an open file; use ``Case.create`` or ``Case.open``."""
        self._store = store

    @classmethod
    def create(cls, path: str | pathlib.Path) -> Self:
        """A new case at a path that ends in ``.headwater``; CaseError where something is there already."""
        return cls(created(pathlib.Path(path)))

    @classmethod
    def open(cls, path: str | pathlib.Path) -> Self:
        """The case at a path; CaseError where it is no case, is broken, or is newer than this version of Headwater."""
        return cls(opened(pathlib.Path(path)))

    def close(self) -> None:
        """End the connection; what was added and decided is in the file since it was."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: types.TracebackType | None) -> None:
        self.close()

    @property
    def path(self) -> pathlib.Path:
        """Where the file is."""
        return self._store.path

    def settings(self) -> Settings:
        """The settings that were given last; the defaults where none ever were."""
        return look.settings(self._store)

    def _settings(self, given: Settings | None) -> Settings:
        """Those that are given, kept from now on; else those that were kept."""
        if given is not None:
            look.keep_settings(self._store, given)
        return given or self.settings()

    # what comes in

    def add(
        self,
        sources: Sequence[str],
        *,
        settings: Settings | None = None,
        reader: Reader | None = None,
        progress: Progress | None = None,
        stdin: BinaryIO | None = None,
    ) -> Added:
        """Read what is new at some paths or addresses, or in files of notes (``headwater read``), and keep it.

        Each report is kept as soon as it is read: whatever stops the program, what was read stays. Only articles that
        the case does not have are shown to the reader.

        Args:
            sources: as for ``make_brief``; a file that ``headwater read`` wrote is taken in as it is.
            settings: every knob; those that were given last by default.
            reader: anything that marks paragraphs; the shipped reader by default.
            progress: called after each report with how many were looked at.
            stdin: where "-" is read from.
        """
        ways = Ways(settings=self._settings(settings), reader=reader, progress=progress, stdin=stdin)
        return intake.add(self._store, sources, ways)

    def read_again(self, *, settings: Settings | None = None, reader: Reader | None = None, progress: Progress | None = None) -> Added:
        """Read all kept pages anew, with other settings or another reader; decisions stay, and attach again in the next run."""
        return intake.read_again(self._store, Ways(settings=self._settings(settings), reader=reader, progress=progress))

    def decide(self, decision: Decision, *, content: bytes | None = None) -> Decision:
        """Keep a decision for good; the next ``run`` honours it. CaseError where its id is not new or what it undoes is not there.

        Args:
            decision: see ``headwater.decide.make``.
            content: the bytes of the file that an added origin brings.
        """
        return judged.keep_decision(self._store, decision, content)

    def run(self, *, settings: Settings | None = None, whole: bool = False, progress: Progress | None = None) -> Run:
        """Bring the stories up to date with what was added and decided since the last run; all of it, or nothing.

        Only stories that new articles, decisions or another reader touch are made anew; each keeps its id while it grows.

        Args:
            settings: every knob; those that were given last by default.
            whole: group all articles anew, as if they had come at once; the time grows with the whole case.
            progress: called after each story with how many were made anew.
        """
        return runs.run(self._store, settings=self._settings(settings), whole=whole, progress=progress)

    # what stands in it

    def stories(self, *, limit: int | None = None, offset: int = 0) -> tuple[StoryRow, ...]:
        """The stories, those of most articles first."""
        return look.stories(self._store, limit=limit, offset=offset)

    def count(self) -> dict[str, int]:
        """How many stories, articles, statements, claims, decisions and runs there are, and articles that wait for a run."""
        return look.count(self._store)

    def story(self, story: str, *, run: int | None = None) -> BriefStory:
        """A story as the last run left it, or as an earlier one did; CaseError where there is none of this id."""
        return look.story(self._store, story, run=run)

    def brief(self, ids: Sequence[str] | None = None, *, run: int | None = None) -> Brief:
        """The brief of some stories, of all by default; ``run`` gives what an earlier run would have given."""
        return look.brief(self._store, ids, run=run)

    def find(self, name: str) -> Found:
        """What an id (or an origin's name) names, with its kind; CaseError where nothing has it.

        ``story`` BriefStory, ``claim`` (BriefStory, BriefClaim), ``statement`` (BriefStory, BriefClaim, BriefStatement),
        ``article`` StoryArticle, ``origin`` OriginPage, ``decision`` Decision.
        """
        return look.find(self._store, name)

    def claim(self, claim: str) -> StoryClaim:
        """A claim and the story that it is in."""
        return look.claim(self._store, claim)

    def article(self, article: str) -> StoryArticle:
        """An article as the brief shows it, and the id of its story."""
        return look.article(self._store, article)

    def notes(self, article: str) -> Notes:
        """The marks on an article as its reader made them, without the vectors."""
        return look.notes(self._store, article)

    def page(self, article: str) -> KeptPage:
        """The page that an article was read from, byte for byte."""
        return look.page(self._store, article)

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> tuple[Hit, ...]:
        """Where articles and statements have all of these words; "two words" in quotation marks stand side by side."""
        return search.search(self._store, query, limit=limit, offset=offset)

    def origins(self, *, limit: int | None = None, offset: int = 0) -> tuple[OriginRow, ...]:
        """The origins of all stories, those of most claims first; equal names are one."""
        return sources.origins(self._store, limit=limit, offset=offset)

    def origin(self, name: str, *, limit: int = 100) -> OriginPage:
        """All that one origin is credited with, over time, across stories; by its name or its id."""
        return sources.origin(self._store, name, limit=limit)

    def review(self, limit: int = 20) -> tuple[Question, ...]:
        """What a person might decide next, what would change most first."""
        return questions(self._store, limit)

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision in the order in which they were made, those that were undone among them."""
        return judged.decisions(self._store)

    def unattached(self) -> tuple[Unattached, ...]:
        """Parts of decisions that are tied to nothing that is there now."""
        return judged.unattached(self._store)

    def verify(self, brief: Brief | None = None, *, run: int | None = None) -> tuple[Fault, ...]:
        """Every value of a brief, of the case's own by default, that is not what the case keeps; empty where all is right.

        Args:
            brief: what is checked; every story of the case by default.
            run: where no brief is given, the stories as they were after this run.
        """
        return check(self._store, brief, run=run)

    def diff(self, old: int, new: int) -> Diff:
        """What changed from one run to another, and which report or decision moved it; 0 is the empty case."""
        return moved(self._store, old, new)

    def file(self, sha256: str) -> bytes:
        """The bytes of a file that a person brought."""
        return look.file(self._store, sha256)

    def runs(self) -> tuple[Run, ...]:
        """All runs, the first one first."""
        return look.runs(self._store)

    def last_run(self) -> Run | None:
        """The last run, without what it changed: quick however large the case is; None before the first."""
        return look.last_run(self._store)

    def set_aside(self) -> tuple[Aside, ...]:
        """What was read and is no report to work with."""
        return look.set_aside(self._store)

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read."""
        return look.failures(self._store)
