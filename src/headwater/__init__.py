"""Headwater: reports in; who says what, and how many of them are independent, out.

>>> import headwater
>>> sorted(headwater.__all__)[:3]
['Article', 'Brief', 'Case']
"""

from headwater.brief import render, to_html, to_json, to_markdown
from headwater.case import Case
from headwater.errors import HeadwaterError
from headwater.pipeline import make_brief, read_articles
from headwater.settings import Settings, load_settings
from headwater.types import Article, Brief, Claim, Conflict, Origin, Standing, Statement, Story

__all__ = [
    "Article",
    "Brief",
    "Case",
    "Claim",
    "Conflict",
    "HeadwaterError",
    "Origin",
    "Settings",
    "Standing",
    "Statement",
    "Story",
    "load_settings",
    "make_brief",
    "read_articles",
    "render",
    "to_html",
    "to_json",
    "to_markdown",
]
