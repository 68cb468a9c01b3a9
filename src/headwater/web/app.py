"""A case in, an application out: routes, the pages with their JSON twins, the forms; every answer passes the guard."""

import functools
import importlib.metadata
import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, quote, unquote

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from headwater.brief import to_html, to_markdown
from headwater.brief.view import count
from headwater.errors import CaseError, HeadwaterError
from headwater.types import Brief
from headwater.web import pages, render, writing
from headwater.web.desk import Desk
from headwater.web.guard import Access, Guard

MOST_FORM_BYTES = 1_000_000
"""Bytes of a form: a text that somebody brings is shorter."""
MOST_FIELDS = 5000
"""Fields of a form: more than a claim has statements."""
_WHO = "headwater-who"
_A_YEAR = 365 * 24 * 3600  # seconds
_PAGES: Mapping[str, pages.Page] = {
    "/stories": pages.stories,
    "/story/{id}": pages.story,
    "/story/{id}/brief": pages.brief,
    "/claim/{id}": pages.claim,
    "/article/{id}": pages.article,
    "/article/{id}/beside/{other}": pages.beside,
    "/origins": pages.origins,
    "/origin": pages.origin,
    "/search": pages.search,
    "/review": pages.review,
    "/log": pages.log,
}
_FILES: Mapping[str, tuple[str, Callable[[Brief], str]]] = {
    "html": ("text/html", to_html),
    "md": ("text/markdown", to_markdown),
}
_ENDINGS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "application/json": "json",
    "application/pdf": "pdf",
    "message/rfc822": "eml",
}


def make_app(desk: Desk, access: Access, name: str = "") -> Guard:
    """The application that shows a case.

    Args:
        desk: the case, open.
        access: who may come in.
        name: what the case is called at the head of every page.
    """
    site = _Site(desk, name)
    routes = [Route("/", _home), Route("/static/{name}", _static), Route("/page/{id}", site.kept)]
    routes += [Route(f"/story/{{id}}/brief.{ending}", functools.partial(site.file, ending)) for ending in _FILES]
    for path, page in _PAGES.items():
        routes.append(Route(f"{path}.json", functools.partial(site.twin, page)))
        routes.append(Route(path, functools.partial(site.page, page)))
    routes += [Route(path, functools.partial(site.form, write), methods=["POST"]) for path, write in _FORMS.items()]
    routes.append(Route("/run", site.run, methods=["POST"]))
    handlers = {HeadwaterError: site.wrong, HTTPException: site.refused}
    middleware = [Middleware(GZipMiddleware, minimum_size=2000, compresslevel=1)]
    return Guard(Starlette(routes=routes, middleware=middleware, exception_handlers=handlers), access)


_FORMS: Mapping[str, Callable[[Desk, writing.Form], writing.Written]] = {"/decide": writing.decide, "/review": writing.answer}


class _Site:
    """What answers the requests: a case and its name."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.desk = desk
        self.name = name

    async def page(self, page: pages.Page, request: Request) -> Response:
        return await run_in_threadpool(self._page, page, request)

    def _page(self, page: pages.Page, request: Request) -> Response:
        shown = page(self.desk, _asked(request))
        return HTMLResponse(self._render(request, shown.template, shown.context))

    async def twin(self, page: pages.Page, request: Request) -> Response:
        return await run_in_threadpool(lambda: _json(page(self.desk, _asked(request)).twin))

    async def file(self, ending: str, request: Request) -> Response:
        """A brief as a file to keep."""
        media_type, make = _FILES[ending]
        text = await run_in_threadpool(lambda: make(self.desk.brief([request.path_params["id"]])))
        return Response(text.encode("utf8", "replace"), headers=_download(f"brief.{ending}"), media_type=media_type)

    async def kept(self, request: Request) -> Response:
        """The page of an article as it was found: to be kept as a file, never to be shown as one of ours."""
        page = await run_in_threadpool(self.desk.page, request.path_params["id"])
        name = f"{request.path_params['id']}.{_ENDINGS.get(page.media_type, 'bin')}"
        headers = {**_download(name), "content-security-policy": "sandbox; default-src 'none'"}
        return Response(page.content, headers=headers, media_type="application/octet-stream")

    async def form(self, write: Callable[[Desk, writing.Form], writing.Written], request: Request) -> Response:
        """Take in a form, then go on to a page."""
        fields = await _form(request)
        request.state.back = next(iter(fields.get("back", ())), "") or request.url.path
        written = await run_in_threadpool(write, self.desk, fields)
        answer = RedirectResponse(written.back, 303)
        answer.set_cookie(_WHO, quote(written.who[:200]), max_age=_A_YEAR, httponly=True, samesite="strict")
        return answer

    async def run(self, request: Request) -> Response:
        """Bring the case up to date, and go back."""
        back = next(iter((await _form(request)).get("back", ())), "")
        await run_in_threadpool(self.desk.run)
        return RedirectResponse(back if writing.is_page(back) else "/stories", 303)

    def wrong(self, request: Request, error: Exception) -> Response:
        """What was asked for is not there, or cannot be done as asked."""
        asks = request.method in {"GET", "HEAD"}
        named = bool(request.path_params.get("id") or request.query_params.get("name"))
        status = 400 if not asks else 404 if named and isinstance(error, CaseError) else 503
        return self._message(request, status, "That cannot be shown" if asks else "That cannot be kept", str(error))

    def refused(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        heading = {404: "There is no such page", 405: "That cannot be done here", 413: "That is too much"}.get(
            status, "That cannot be shown"
        )
        return self._message(request, status, heading, f"{request.url.path}: look for it from the list of stories.")

    def _message(self, request: Request, status: int, heading: str, message: str) -> Response:
        if request.url.path.endswith(".json"):
            return _json({"error": message}, status)
        back = getattr(request.state, "back", "")
        context = {"heading": heading, "message": message, "back": back if writing.is_page(back) else "/stories"}
        return HTMLResponse(self._render(request, "message_page.html.j2", context), status)

    def _render(self, request: Request, template: str, context: Mapping[str, object]) -> str:
        query = request.url.query
        common = {
            "case": self.name,
            "version": _version(),
            "here": request.url.path,
            "twin": f"{request.url.path}.json{f'?{query}' if query else ''}",
            "writes": request.state.writes,
            "who": unquote(request.cookies.get(_WHO, ""))[:200],
            "waiting": self._waiting(context) if request.state.writes else "",
        }
        return render.render(template, {**common, **context})

    def _waiting(self, context: Mapping[str, object]) -> str:
        """What waits for a run, in words, "" where nothing does: decisions, and articles where the page counts them."""
        last = self.desk.last_run()
        decisions = sum(d.when > (last.when if last else "") for d in self.desk.decisions())
        articles = context.get("unread", 0)
        parts = [count(n, noun) for n, noun in ((articles, "article"), (decisions, "decision")) if isinstance(n, int) and n]
        return " and ".join(parts)


async def _home(_: Request) -> Response:
    return RedirectResponse("/stories", 307)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name == "headwater.css":
        return Response(render.style(), media_type="text/css", headers={"cache-control": "private, max-age=60"})
    if name not in render.STATIC:
        raise HTTPException(404)
    return Response(render.static(name), media_type=render.STATIC[name], headers={"cache-control": "private, max-age=60"})


def _asked(request: Request) -> pages.Asked:
    return pages.Asked(request.path_params, request.query_params)


async def _form(request: Request) -> writing.Form:
    """The fields of a form; 413 where it is longer than any of ours."""
    held = b""
    async for part in request.stream():
        held += part
        if len(held) > MOST_FORM_BYTES:
            raise HTTPException(413)
    try:
        return parse_qs(held.decode("utf8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(413) from error


def _json(value: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(value, enc_hook=str), status, media_type="application/json")


def _download(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{re.sub(r"[^A-Za-z0-9._-]", "_", name)}"'}


@functools.cache
def _version() -> str:
    return importlib.metadata.version("headwater")
