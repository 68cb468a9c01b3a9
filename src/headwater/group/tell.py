"""The articles of one story in, the Story out: oldest first, with its copies and its settled dates."""

from collections.abc import Sequence

from headwater.group.copies import copies_of
from headwater.group.narrow import narrow
from headwater.group.profile import Profile
from headwater.settings import GroupSettings
from headwater.types import Article, Story

_HEADLINE = 120  # characters of the text, where no article has a title


def when(article: Article) -> tuple[str, str]:
    """The order of the articles of a story: by date, then by id."""
    return (article.published.latest or "9999", article.id)


def tell(story: str, members: Sequence[tuple[Article, Profile]], *, settings: GroupSettings) -> Story:
    """The story of some articles."""
    ordered = sorted(members, key=lambda m: when(m[0]))
    articles = [a for a, _ in ordered]
    return Story(
        id=story,
        headline=next((a.title for a in articles if a.title), articles[0].text[:_HEADLINE]),
        articles=tuple(a.id for a in articles),
        copies=copies_of([p for _, p in ordered], threshold=settings.copy_containment),
        published=narrow(articles),
    )
