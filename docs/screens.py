"""The example story in, pictures of its pages in docs/images out: python docs/screens.py, after the pages have changed.

Needs Chromium on the machine and the development group (playwright). They are taken small, so that each stays below 150 kB.
"""  # noqa: INP001 - a script beside the pages that it serves

import contextlib
import pathlib
import shutil
import tempfile
import threading
import time

import uvicorn
from playwright.sync_api import Page, sync_playwright

from headwater.case import Case
from headwater.web import make_access, make_app

ROOT = pathlib.Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PORT = 8799
WIDE = 1060
"""Pixels of a picture: just wide enough for two columns."""


def main() -> None:
    """Take the pictures."""
    with contextlib.chdir(ROOT), tempfile.TemporaryDirectory() as folder, Case.create(f"{folder}/ferry.headwater") as case:
        case.add(["examples/ferry/reports"])
        case.run()
        config = uvicorn.Config(make_app(case, make_access("127.0.0.1", PORT), "ferry"), port=PORT, log_level="warning", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            while not server.started:
                time.sleep(0.05)
            _take(case)
        finally:
            server.should_exit = True
            thread.join()


def _take(case: Case) -> None:
    story = case.story(case.stories()[0].id)
    claim = next(c for c in story.claims if c.standing.contested and c.standing.articles > 1)
    relayed = next(s for c in story.claims for s in c.statements if any(link.relation == "relays" and link.read for link in s.chain))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(reduced_motion="reduce")
        _shoot(page, f"/story/{story.id}", "page-story.png", 720)
        _shoot(page, f"/claim/{claim.id}", "page-claim.png", 900)
        _shoot(page, f"/article/{relayed.article}#at-{relayed.id}", "page-report.png", 640)
        browser.close()


def _shoot(page: Page, path: str, name: str, height: int) -> None:
    page.set_viewport_size({"width": WIDE, "height": height})
    page.goto(f"http://127.0.0.1:{PORT}{path}")
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=str(IMAGES / name))


if __name__ == "__main__":
    main()
