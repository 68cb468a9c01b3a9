"""Articles and Notes in, Stories out: the articles that tell of the same events, and which of them are copies."""

from collections.abc import Sequence

from headwater.group.batch import link
from headwater.group.changes import Change
from headwater.group.profile import read_profile
from headwater.group.stream import StoryStream
from headwater.group.tell import tell, when
from headwater.settings import GroupSettings
from headwater.text import content_id
from headwater.types import Article, Notes, Story

__all__ = ["Change", "StoryStream", "group"]


def group(articles: Sequence[Article], notes: Sequence[Notes], *, settings: GroupSettings | None = None) -> tuple[Story, ...]:
    """The stories of some articles, the largest first; every article is in exactly one.

    The pair score is a logistic function of what two articles have in common (``headwater.group.pairs``), for articles
    at most ``settings.window_days`` apart; stories are groups by average linkage. The order of the articles does not
    matter. ``StoryStream`` gives the same kind of answer for articles as they arrive.
    """
    settings = settings or GroupSettings()
    by_id = {n.article: n for n in notes}
    read = {a.id: read_profile(a, by_id[a.id], shingle_words=settings.shingle_words) for a in articles}
    own = {a.id: a for a in articles}
    stories = []
    for part in link(list(read.values()), settings=settings).groups(threshold=settings.same_story):
        oldest = min((own[i] for i in part), key=when)
        stories.append(tell(content_id("story", oldest.id), [(own[i], read[i]) for i in part], settings=settings))
    return tuple(sorted(stories, key=lambda s: (-len(s.articles), s.id)))
