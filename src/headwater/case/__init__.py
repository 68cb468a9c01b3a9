"""A case: one SQLite file that holds pages, articles, stories, claims and decisions, and gives the same counts again."""

from headwater.case.case import Case
from headwater.case.shards import write_notes
from headwater.case.store import ENDING
from headwater.case.values import (
    Added,
    Credit,
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
from headwater.case.watch import watch
from headwater.case.ways import Ways

__all__ = [
    "ENDING",
    "Added",
    "Case",
    "Credit",
    "Found",
    "Hit",
    "KeptPage",
    "OriginPage",
    "OriginRow",
    "Question",
    "Run",
    "StoryArticle",
    "StoryClaim",
    "StoryRow",
    "Ways",
    "watch",
    "write_notes",
]
