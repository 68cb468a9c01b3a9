"""A case file in, pages to read and decide in a browser out: ``make_app`` and ``serve``."""

from headwater.web.app import make_app
from headwater.web.guard import Access, make_access
from headwater.web.serve import serve

__all__ = ["Access", "make_access", "make_app", "serve"]
