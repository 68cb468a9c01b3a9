"""What the pages ask of a case: a protocol, so that they can be tried on a brief that is held in memory."""

from collections.abc import Sequence
from typing import Protocol

from headwater.case.values import Found, Hit, KeptPage, OriginPage, OriginRow, Question, Run, StoryArticle, StoryClaim, StoryRow
from headwater.types import Aside, Brief, BriefStory, Decision, Failure, Notes, Unattached


class Desk(Protocol):
    """A case as the pages see it; ``headwater.case.Case`` is one."""

    def stories(self, *, limit: int | None = None, offset: int = 0) -> tuple[StoryRow, ...]:
        """The stories, those of most articles first."""
        ...

    def count(self) -> dict[str, int]:
        """How many stories, articles and more there are, and how many articles wait for a run."""
        ...

    def story(self, id: str, /) -> BriefStory:  # noqa: A002 - named by position alone
        """The story of this id."""
        ...

    def brief(self, ids: Sequence[str] | None = None, /) -> Brief:
        """The brief of some stories."""
        ...

    def run(self) -> Run:
        """Bring the stories up to date with what was decided and added."""
        ...

    def claim(self, id: str, /) -> StoryClaim:  # noqa: A002 - see above
        """The claim of this id, after its story."""
        ...

    def article(self, id: str, /) -> StoryArticle:  # noqa: A002 - see above
        """The article of this id, with the id of its story."""
        ...

    def notes(self, id: str, /) -> Notes:  # noqa: A002 - see above
        """The marks on an article as its reader made them."""
        ...

    def page(self, id: str, /) -> KeptPage:  # noqa: A002 - see above
        """The page of an article as it was found."""
        ...

    def find(self, id: str, /) -> Found:  # noqa: A002 - see above
        """What an id names, and that."""
        ...

    def search(self, query: str, /, *, limit: int, offset: int) -> tuple[Hit, ...]:
        """Where the words stand, best first."""
        ...

    def origins(self, *, limit: int | None = None, offset: int = 0) -> tuple[OriginRow, ...]:
        """The origins of all stories, those of most claims first."""
        ...

    def origin(self, name: str, /) -> OriginPage:
        """All that one origin is credited with."""
        ...

    def review(self, limit: int, /) -> tuple[Question, ...]:
        """What a person may decide, what would change most first."""
        ...

    def decide(self, decision: Decision, /) -> object:
        """Keep a decision, with its id and instant."""
        ...

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, oldest first."""
        ...

    def unattached(self) -> tuple[Unattached, ...]:
        """What of them is tied to nothing that is there now."""
        ...

    def runs(self) -> tuple[Run, ...]:
        """The runs, oldest first."""
        ...

    def last_run(self) -> Run | None:
        """The last run, without what it changed."""
        ...

    def set_aside(self) -> tuple[Aside, ...]:
        """What was read and is no report to work with."""
        ...

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read or worked on."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
