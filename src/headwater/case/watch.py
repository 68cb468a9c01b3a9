"""Folders and feeds in, what was new at each look out, until it is stopped."""

import time
from collections.abc import Callable, Iterator, Sequence

from headwater.case.case import Case
from headwater.case.values import Added, Run
from headwater.case.ways import Ways

EVERY_S = 300.0
"""Seconds between two looks; feeds change no faster than every few minutes, and servers mind more."""


def watch(
    case: Case,
    sources: Sequence[str],
    *,
    wait: Callable[[], None] = lambda: time.sleep(EVERY_S),
    times: int | None = None,
    ways: Ways | None = None,
) -> Iterator[tuple[Added, Run]]:
    """Add what is new, bring the stories up to date, wait, and look again; what each look found, where it found something.

    What failed or was set aside is told once.

    Args:
        case: to which it is added.
        sources: folders, feeds, or anything else that ``Case.add`` takes; "-" cannot be looked at twice.
        wait: called between two looks; waits five minutes by default.
        times: how many looks, None for no end.
        ways: settings and reader.
    """
    ways = ways or Ways()
    told: set[object] = set()
    looks = 0
    while times is None or looks < times:
        if looks:
            wait()
        looks += 1
        added = case.add([s for s in sources if s != "-"], settings=ways.settings, reader=ways.reader)
        fresh = Added(
            articles=added.articles,
            known=added.known,
            set_aside=tuple(a for a in added.set_aside if a not in told),
            failures=tuple(f for f in added.failures if f not in told),
        )
        told.update((*added.set_aside, *added.failures))
        if fresh.articles or fresh.set_aside or fresh.failures:
            yield fresh, case.run(settings=ways.settings)
