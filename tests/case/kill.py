"""A number in, as many runs that were killed at a random moment out: ``python -m tests.case.kill 100``.

A process adds reports to a case, one after the other, decides and runs; it is killed with SIGKILL; the case is opened
again, and has to hold all that had been told to be there, and nothing by halves. Exit status 1 where it does not.
"""

import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from headwater.case import Case
from headwater.decide import anchor_of, make_decision
from headwater.types import Decision
from tests.case.reports import WordReader, counts, write_reports

REPORTS = 9
SEED = 20250304


def work(folder: pathlib.Path) -> None:
    """What is killed: adds each report, runs, decides; writes a line when something is done for good."""
    reader = WordReader()
    with Case.open(folder / "x.headwater") as case:
        for path in sorted(map(str, (folder / "reports").iterdir())):
            added = case.add([path], reader=reader)
            sys.stdout.write(f"added {' '.join(added.articles)}\n")
            sys.stdout.flush()
            run = case.run()
            story = case.story(run.changed[0]) if run.changed else case.brief().stories[0]
            statement = story.claims[0].statements[0]
            article = next(a for a in story.articles if a.id == statement.article)
            draft = Decision(id="", kind="status", anchors=(anchor_of(statement, article),), who=path, when="2025-03-10", value="denied")
            decision = make_decision(draft)
            if decision.id not in {d.id for d in case.decisions()}:
                case.decide(decision)
            sys.stdout.write(f"decided {decision.id}\n")
            sys.stdout.flush()


def kill(folder: pathlib.Path, after_s: float | None) -> tuple[list[str], float]:
    """What a process had told to be done when it was killed, and how long it had worked; it is left to end where that is None."""
    command = [sys.executable, "-m", "tests.case.kill", "--work", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()  # importing takes longer than all the rest
        began = time.monotonic()
        if after_s is not None:
            time.sleep(after_s)
            process.send_signal(signal.SIGKILL)
        return [first, *process.stdout.readlines()], time.monotonic() - began


def faults(folder: pathlib.Path, told: list[str], whole: Sequence[object]) -> list[str]:
    """What is lost or there by halves in a case after a kill, and after all is added again."""
    path = folder / "x.headwater"
    found = []
    with Case.open(path) as case:
        articles = {i for line in told if line.startswith("added") and line.endswith("\n") for i in line.split()[1:]}
        decided = {line.split()[1] for line in told if line.startswith("decided") and line.endswith("\n")}
        held = {i for (i,) in _ask(path, "SELECT id FROM articles")}
        found += [f"article {i} is lost" for i in sorted(articles - held)]
        found += [f"decision {i} is lost" for i in sorted(decided - {d.id for d in case.decisions()})]
        found += _halves(path)
        case.brief()
        case.add(sorted(map(str, (folder / "reports").iterdir())), reader=WordReader())
        case.run()
        found += [] if counts(case.brief()) == whole else ["the counts are others than without a kill"]
        found += [] if {a.id for s in case.brief().stories for a in s.articles} >= held else ["an article is in no story"]
        found += _halves(path)
    return found


def _halves(path: pathlib.Path) -> list[str]:
    """Rows that lack what belongs to them."""
    checks = {
        "the file is not whole": "SELECT 1 FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
        "something refers to nothing": "SELECT 1 FROM pragma_foreign_key_check",
        "an article has no notes": "SELECT 1 FROM article LEFT JOIN note ON note.article = article.n WHERE note.article IS NULL",
        "an article has no page": "SELECT 1 FROM article LEFT JOIN page ON page.sha256 = article.page WHERE page.sha256 IS NULL",
        "an article that was taken in has no story": "SELECT 1 FROM article WHERE run IS NOT NULL AND story IS NULL",
        "a story has no version": "SELECT 1 FROM story LEFT JOIN version ON version.story = story.n AND version.run = story.run WHERE version.run IS NULL",
        "a run is missing": "SELECT 1 FROM (SELECT count(*) AS held, coalesce(max(id), 0) AS last FROM run) WHERE held <> last",
    }
    return [why for why, sql in checks.items() if _ask(path, sql)]


def _ask(path: pathlib.Path, sql: str) -> list[tuple[str, ...]]:
    db = sqlite3.connect(path)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


def trials(times: int, folder: pathlib.Path) -> list[str]:
    """The faults of so many kills, at random moments of the time that the work takes without one."""
    draw = random.Random(SEED)  # noqa: S311 - moments, not secrets
    made = folder / "made"
    write_reports(made / "reports", REPORTS)
    Case.create(made / "x.headwater").close()
    shutil.copytree(made, folder / "whole")
    _, longest = kill(folder / "whole", None)
    with Case.open(folder / "whole" / "x.headwater") as case:
        whole = counts(case.brief())
    found = []
    for number in range(times):
        place = folder / str(number)
        shutil.copytree(made, place)
        told, _ = kill(place, draw.uniform(0, longest))
        found += [f"kill {number}: {fault}" for fault in faults(place, told, whole)]
        shutil.rmtree(place)
    return found


if __name__ == "__main__":
    if sys.argv[1] == "--work":
        work(pathlib.Path(sys.argv[2]))
        sys.exit(0)
    with tempfile.TemporaryDirectory() as made_here:
        broken = trials(int(sys.argv[1]), pathlib.Path(made_here))
    sys.stdout.write("".join(f"{line}\n" for line in broken) or f"{sys.argv[1]} kills, nothing lost, nothing by halves\n")
    sys.exit(1 if broken else 0)
