"""An address in; whether its host's robots.txt lets us fetch it, and how long to wait between requests, out (RFC 9309)."""

import http
from collections.abc import Callable

import httpx2
from protego import Protego

from headwater.errors import ReadError

_LONGEST = 512_000  # bytes of a robots.txt that are read: RFC 9309, 2.5
_LONGEST_DELAY = 30.0  # seconds: a host that asks for more is asked less often by whoever runs us, not by waiting
_ADVICE = "save the page and name the file, or ask the publisher"


class Robots:
    """What each host's robots.txt says, each asked once."""

    def __init__(self, user_agent: str, fetch: Callable[[httpx2.URL], tuple[int, bytes]]) -> None:
        self._agent = user_agent.partition("/")[0].partition(" ")[0]
        self._fetch = fetch
        self._rules: dict[str, Protego | str] = {}
        self._delays: dict[str, float] = {}

    def check(self, url: httpx2.URL) -> None:
        """Nothing where the address may be fetched; ReadError where it may not."""
        place = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if place not in self._rules:
            self._rules[place] = self._asked(url.copy_with(raw_path=b"/robots.txt", fragment=None), url.host)
        rules = self._rules[place]
        if isinstance(rules, str):
            raise ReadError(f"is not fetched, for {rules}; {_ADVICE}")
        if not rules.can_fetch(str(url), self._agent):
            raise ReadError(f"is not fetched, for the robots.txt of {url.host} does not let {self._agent} in; {_ADVICE}")

    def delay(self, host: str) -> float:
        """Seconds between two requests that a host asks for; 0 where it asks for none."""
        return self._delays.get(host, 0.0)

    def _asked(self, address: httpx2.URL, host: str) -> Protego | str:
        """The rules of a robots.txt, or why its host may not be asked for anything."""
        status, content = self._fetch(address)
        if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
            return f"the robots.txt of {host} answers {status}"
        # a host without one lets everybody in
        text = content[:_LONGEST].decode("utf8", "replace") if status < http.HTTPStatus.BAD_REQUEST else ""
        rules = Protego.parse(text)
        self._delays[host] = min(float(rules.crawl_delay(self._agent) or 0), _LONGEST_DELAY)
        return rules
