"""What a page shows in, HTML out: the brief's templates and the web's, with the addresses of a server in place of anchors."""

import functools
import importlib.resources
from collections.abc import Mapping
from urllib.parse import quote

import jinja2

from headwater.brief.html import Links, make_environment
from headwater.brief.marks import one_line
from headwater.web import listing, upstream

LINKS = Links(claim="/claim/{}".format, article="/article/{}".format, at="/article/{}#at-{}".format)
STATIC = {"headwater.js": "text/javascript", "headwater.svg": "image/svg+xml"}


def render(template: str, context: Mapping[str, object]) -> str:
    """The page that a template makes."""
    return _environment().get_template(template).render(context)


@functools.cache
def style() -> str:
    """The style of all pages: the brief's, then the web's own."""
    brief = importlib.resources.files("headwater.brief") / "templates" / "brief.css"
    own = importlib.resources.files("headwater.web") / "static" / "headwater.css"
    return f"{brief.read_text('utf8')}\n{own.read_text('utf8')}"


@functools.cache
def static(name: str) -> str:
    """A file that every page may ask for."""
    return (importlib.resources.files("headwater.web") / "static" / name).read_text("utf8")


@functools.cache
def _environment() -> jinja2.Environment:
    environment = make_environment("headwater.web", links=LINKS)
    environment.globals.update(
        ladder=upstream.ladder,
        why_title=upstream.why_title,
        shown_standing=listing.shown_standing,
        origin_address=origin_address,
        standings=listing.WORDS,
        bar=upstream.BAR,
        one_line=one_line,
    )
    return environment


def origin_address(name: str) -> str:
    """The address of the page of an origin.

    >>> origin_address("A & B/C")
    '/origin?name=A%20%26%20B%2FC'
    """
    return f"/origin?name={quote(name, safe='', errors='replace')}"
