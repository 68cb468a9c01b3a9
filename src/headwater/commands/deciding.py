"""Verbs of what people decide, and of checking: decide, decisions, review, verify, diff."""

import argparse
import datetime as dt
import getpass
import hashlib
import pathlib
from typing import TYPE_CHECKING

from headwater.commands.shared import READ, SOME_FAILED, Commands, add_case, add_json, many, plain, say, write, write_json
from headwater.errors import CaseError

if TYPE_CHECKING:
    from headwater.case import Case
    from headwater.types import Anchor, Decision, Point

KINDS = ("merge", "split", "same-origin", "not-the-same", "status", "place", "date", "ignore", "add-origin", "undo")


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    """The verbs of this file."""
    verb = commands.add_parser("decide", help="keep what a person decides, with who, when and why", description=_DECIDE)
    verb.epilog = "Exit status: 0 it is kept, 3 it is kept and a part of it is tied to nothing that is there now, 2 wrong usage."
    add_case(verb)
    verb.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    verb.add_argument("on", nargs="*", metavar="ID", help="statements, claims or articles that it is about; for undo a decision")
    verb.add_argument("--quote", action="append", default=[], metavar="WORDS", help="of an article that is named: these words of it")
    verb.add_argument("--name", action="append", default=[], metavar="NAME", help="a source: of same-origin, not-the-same and add-origin")
    verb.add_argument("--value", metavar="VALUE", help="the status, the place's name, the date, or the kind of the origin")
    verb.add_argument("--point", metavar="LAT,LON", help="where the place is, in degrees")
    verb.add_argument("--text", metavar="TEXT", help="of add-origin: what was said or stands there")
    verb.add_argument("--file", metavar="FILE", help="of add-origin: a file that shows it; it is kept in the case")
    verb.add_argument("--who", metavar="NAME", help="who decides (default: the name of this computer's user)")
    verb.add_argument("--why", default="", metavar="TEXT", help="the reason")
    verb.add_argument("--later", action="store_true", help="leave the stories as they are until headwater run")
    add_json(verb)
    verb.set_defaults(run=_decide)
    listed = commands.add_parser("decisions", help="list what people decided in a case", description=_DECISIONS)
    add_case(listed)
    add_json(listed)
    listed.set_defaults(run=_decisions)


_DECIDE = (
    "Keeps a decision for good and brings the stories that it bears on up to date. What the program guesses stays beside it. "
    "A decision is never changed; another takes it back: headwater decide CASE undo ID."
)
_DECISIONS = "Lists every decision, the first one first, and what of it is tied to nothing that is there now."


def _decide(arguments: argparse.Namespace) -> int:
    from headwater.case import Case  # noqa: PLC0415 - half a second that --help and wrong usage need not wait for
    from headwater.decide import make_decision  # noqa: PLC0415 - see above

    content = _content(arguments.file)
    with Case.open(arguments.case) as case:
        decision = make_decision(_draft(case, arguments, content))
        kept = case.decide(decision, content=content)
        run = None if arguments.later else case.run()
        lost = [u for u in case.unattached() if u.decision == kept.id]
    if arguments.json:
        status = write_json({"decision": kept, "run": run, "unattached": lost})
    else:
        changed = f"; run {run.id}: {many(len(run.changed), 'story')} made anew" if run else "; headwater run brings the stories up to date"
        status = write(f"{kept.id}  {kept.kind}{changed}\n")
    for part in lost:
        say(f"{kept.kind}: it is kept, but a part of it is tied to nothing: {plain(part.what)}: {plain(part.why)}")
    return status or (SOME_FAILED if lost else READ)


def _content(name: str | None) -> bytes | None:
    try:
        return pathlib.Path(name).read_bytes() if name else None
    except OSError as error:
        raise CaseError(f"{name}: cannot be read ({error.strerror}); name a file that is there") from error


def _draft(case: "Case", arguments: argparse.Namespace, content: bytes | None) -> "Decision":
    from headwater.types import Decision  # noqa: PLC0415 - see above

    kind = arguments.kind.replace("-", " ")
    undone = arguments.on[0] if kind == "undo" and len(arguments.on) == 1 else None
    return Decision(
        id="",
        kind=kind,
        anchors=() if kind == "undo" else tuple(_anchor(case, i, arguments.quote) for i in arguments.on),
        names=tuple(arguments.name),
        value=arguments.value,
        point=_point(arguments.point),
        who=arguments.who if arguments.who is not None else getpass.getuser(),
        when=dt.datetime.now(dt.UTC).isoformat(),
        why=arguments.why,
        undoes=undone,
        text=arguments.text,
        file=hashlib.sha256(content).hexdigest() if content is not None else None,
        file_name=pathlib.PurePath(arguments.file).name if arguments.file else None,
    )


def _point(text: str | None) -> "Point | None":
    from headwater.types import Point  # noqa: PLC0415 - see above

    if text is None:
        return None
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError as error:
        raise CaseError(f"{text!r} is no point; write degrees as LAT,LON: 51.5,-0.12") from error
    return Point(lat=lat, lon=lon)


def _anchor(case: "Case", name: str, quotes: list[str]) -> "Anchor":
    """The words that an id stands for: of a statement, of the statement that a claim is headed by, of an article or of words in it."""
    from headwater.case import StoryArticle  # noqa: PLC0415 - see above
    from headwater.decide import anchor_of, make_anchor  # noqa: PLC0415 - see above

    kind, value = case.find(name)
    if isinstance(value, tuple):
        said = value[1].statements
        statement = value[2] if len(value) == 3 else max(said, key=lambda s: (s.quote == value[1].text, s.sure))
        return anchor_of(statement, next(a for a in value[0].articles if a.id == statement.article))
    if not isinstance(value, StoryArticle):
        raise CaseError(f"{name}: is a {kind}; give statements, claims or articles")
    article = value.article
    for quote in quotes:
        if (at := article.text.find(quote)) >= 0 and quote:
            return make_anchor(article, at, at + len(quote))
    if quotes:
        raise CaseError(f"{quotes[0]!r}: does not stand in article {name}; give its words as headwater show prints them")
    return make_anchor(article)


def _minute(when: str) -> str:
    """The instant as the pages show it: 2025-03-09 10:00 UTC."""
    return f"{dt.datetime.fromisoformat(when).astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"


def _decisions(arguments: argparse.Namespace) -> int:
    from headwater.case import Case  # noqa: PLC0415 - see above

    with Case.open(arguments.case) as case:
        made, lost = case.decisions(), case.unattached()
    if arguments.json:
        return write_json({"decisions": made, "unattached": lost})
    undone = {d.undoes for d in made if d.undoes}
    lines = [
        f"{d.id}  {_minute(d.when)}  {plain(d.who)}: {d.kind}{' (taken back)' if d.id in undone else ''}  {plain(d.why)}" for d in made
    ]
    lines += [f"not attached: {u.decision}: {plain(u.what)}: {plain(u.why)}" for u in lost]
    return write("".join(f"{line}\n" for line in lines)) or READ
