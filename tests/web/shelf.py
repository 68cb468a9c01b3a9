"""A brief in, a case without a file out: what the pages ask of a case, held in memory."""

import contextlib
from collections.abc import Sequence
from typing import TypeVar

from headwater.brief.view import view_story
from headwater.case import Credit, Found, Hit, KeptPage, OriginPage, OriginRow, Question, Run, StoryArticle, StoryClaim, StoryRow
from headwater.errors import CaseError
from headwater.types import Aside, Brief, BriefStory, Decision, Failure, Notes, Unattached

T = TypeVar("T")


class Shelf:
    """A case made of a brief; it keeps decisions, and a run changes nothing."""

    def __init__(self, brief: Brief, *, questions: Sequence[Question] = (), pages: Sequence[KeptPage] = ()) -> None:
        self._brief = brief
        self.questions = list(questions)
        self.kept: list[Decision] = []
        self.pages = {p.sha256: p for p in pages}
        self.marks: dict[str, Notes] = {}
        self.ran = 0

    def stories(self, *, limit: int | None = None, offset: int = 0) -> tuple[StoryRow, ...]:
        rows = [self._row(story) for story in self._brief.stories]
        return tuple(rows[offset : None if limit is None else offset + limit])

    def _row(self, story: BriefStory) -> StoryRow:
        days = sorted(d[:10] for a in story.articles for d in (a.published.earliest, a.published.latest) if d)
        counts = [int(rung.split()[0]) for rung in view_story(story).rungs]
        return StoryRow(
            id=story.id,
            headline=story.headline,
            first=days[0] if days else None,
            last=days[-1] if days else None,
            articles=counts[0],
            texts=counts[1],
            outlets=counts[2],
            origins=counts[3],
            claims=len(story.claims),
            conflicts=len(story.conflicts),
            new=len(story.claims),
        )

    def count(self) -> dict[str, int]:
        return {
            "stories": len(self._brief.stories),
            "waiting": 0,
            "set_aside": len(self._brief.set_aside),
            "failures": len(self._brief.failures),
        }

    def story(self, id_: str, /) -> BriefStory:
        return self._named([s for s in self._brief.stories if s.id == id_], id_)

    def _named(self, found: Sequence[T], id_: str) -> T:
        if not found:
            raise CaseError(f"{id_!r} is nothing in this case; list what there is with: headwater stories CASE")
        return found[0]

    def brief(self, ids: Sequence[str] | None = None, /) -> Brief:
        return Brief(headwater="0", stories=tuple(self.story(i) for i in ids or ()))

    def run(self) -> Run:
        self.ran += 1
        return Run(id=1, when="2099-01-01T00:00:00Z")

    def claim(self, id_: str, /) -> StoryClaim:
        return self._named([(s, c) for s in self._brief.stories for c in s.claims if c.id == id_], id_)

    def article(self, id_: str, /) -> StoryArticle:
        return self._named([StoryArticle(article=a, story=s.id) for s in self._brief.stories for a in s.articles if a.id == id_], id_)

    def notes(self, id_: str, /) -> Notes:
        return self.marks.get(id_, Notes(article=id_))

    def page(self, id_: str, /) -> KeptPage:
        return self._named([p for sha, p in self.pages.items() if sha == self.article(id_).article.page], id_)

    def find(self, id_: str, /) -> Found:
        with contextlib.suppress(CaseError):
            return "story", self.story(id_)
        with contextlib.suppress(CaseError):
            return "claim", self.claim(id_)
        return "article", self.article(id_)

    def search(self, query: str, /, *, limit: int, offset: int) -> tuple[Hit, ...]:
        found = []
        for story in self._brief.stories:
            for article in story.articles:
                at = article.text.casefold().find(query.casefold())
                if at >= 0:
                    start, end = max(0, at - 40), min(len(article.text), at + 60)
                    found.append(
                        Hit(
                            kind="article",
                            id=article.id,
                            article=article.id,
                            story=story.id,
                            claim=None,
                            headline=article.title or "",
                            outlet=article.outlet,
                            start=start,
                            end=end,
                            snippet=article.text[start:end],
                            marks=((at - start, at - start + len(query)),),
                        )
                    )
        return tuple(found[offset : offset + limit])

    def last_run(self) -> Run | None:
        return next(iter(self.runs()), None)

    def origins(self, *, limit: int | None = None, offset: int = 0) -> tuple[OriginRow, ...]:
        rows = tuple(OriginRow(name=o.name, kind=o.kind, stories=1, claims=len(o.claims)) for s in self._brief.stories for o in s.origins)
        return rows[offset : None if limit is None else offset + limit]

    def origin(self, name: str, /) -> OriginPage:
        credits_ = tuple(
            Credit(
                story=story.id,
                claim=claim.id,
                text=claim.text,
                statement=s,
                outlet=(a := next(a for a in story.articles if a.id == s.article)).outlet,
                published=a.published,
            )
            for story in self._brief.stories
            for claim in story.claims
            for s in claim.statements
            if any(link.name.casefold() == name.casefold() for link in s.chain)
        )
        if not credits_:
            raise CaseError(f"{name!r} is no origin of this case; list them with: headwater origins CASE")
        rows = tuple(row for row in self.stories() if row.id in {c.story for c in credits_})
        return OriginPage(name=name, kinds=("body",), also=(), stories=rows, credits=credits_)

    def review(self, limit: int, /) -> tuple[Question, ...]:
        return tuple(self.questions[:limit])

    def decide(self, decision: Decision, /) -> None:
        self.kept.append(decision)

    def decisions(self) -> tuple[Decision, ...]:
        return tuple(self.kept)

    def unattached(self) -> tuple[Unattached, ...]:
        return ()

    def runs(self) -> tuple[Run, ...]:
        return (Run(id=1, when="2025-03-10T08:00:00Z", articles=8),) if self._brief.stories else ()

    def set_aside(self) -> tuple[Aside, ...]:
        return self._brief.set_aside

    def failures(self) -> tuple[Failure, ...]:
        return self._brief.failures

    def close(self) -> None:
        pass
