"""A seed in, an invented story out: its reports as records, its one fact, and the range that its origins have by the rules.

The range is counted from how the story was made, not from its text: a named origin counts once however many carry it;
what nobody names widens the range; a relay, a copy and a late confirmation add nothing; a loop has no origin.
"""

import random
from typing import Any

import msgspec

from bench.invented import words as w
from headwater.outlets import outlets

_DAY = "2025-03-{:02d}"
_FILLERS = 4  # sentences beside the fact
_AGENCY = "Reuters"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report: its outlet, its day of the month, the sentence with the fact, and all of its text."""

    outlet: str
    day: int
    lead: str
    text: str
    address: str | None = None


class Invented(msgspec.Struct, frozen=True, kw_only=True):
    """A story: what it is made of, its reports, and [low, high] of its origins; (0, 0) where it is a loop."""

    kinds: tuple[str, ...]
    reports: tuple[Report, ...]
    origins: tuple[int, int]

    def records(self) -> list[dict[str, Any]]:
        """The reports in the form of Headwater's own JSON."""
        return [
            {"text": r.text, "outlet": r.outlet, "published": _DAY.format(r.day), **({"address": r.address} if r.address else {})}
            for r in self.reports
        ]


def make_story(seed: int) -> Invented:
    """The invented story of this seed: the same on every machine."""
    made = _Making(random.Random(seed))  # noqa: S311 - no secret hangs on it
    plan = made.chance.choice(_PLANS)
    for kind in plan:
        getattr(made, kind)()
    return Invented(kinds=plan, reports=tuple(made.reports), origins=made.range())


_PLANS: tuple[tuple[str, ...], ...] = (
    ("person", "relay", "relay"),
    ("person", "person", "relay"),
    ("person", "body", "copy"),
    ("body", "body_again", "relay"),
    ("body", "speaker", "group"),
    ("group", "group", "relay"),
    ("group", "group_told", "person"),
    ("person", "told", "group"),
    ("own", "own", "own"),
    ("own", "relay", "copy"),
    ("own", "relay", "confirmed"),
    ("person", "relay", "confirmed"),
    ("loop",),
    ("loop_of_three",),
    ("loop", "person"),
    ("unread", "unread_again", "own"),
    ("wire", "wire_print", "wire_print"),
    ("wire", "wire_print", "person"),
    ("seen", "person", "relay"),
    ("sisters_seen", "person"),
    ("sisters_own", "relay"),
    ("one_domain", "person"),
    ("person", "group", "own", "relay", "copy"),
    ("body", "person", "told", "relay", "group"),
    ("copy_added", "person"),
)


class _Making:
    """A story on its way: the reports so far, and what stands behind them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.reports: list[Report] = []
        self.named: set[str] = set()
        self.widening: set[str] = set()
        self.circular = False
        self.town, self.place = chance.sample(w.TOWNS, 2)
        self.thing, self.n = chance.choice(w.THINGS), chance.choice(w.NUMBERS)
        fact = chance.choice(w.FACTS)
        self.wordings = chance.sample(fact, len(fact))
        self.papers = chance.sample([f"{t} {p}" for t in w.TOWNS for p in w.PAPERS], 8)
        names = chance.sample(w.SURNAMES, 6)
        self.people = [f"{g} {s}" for g, s in zip(chance.sample(w.GIVEN, 6), names, strict=True)]
        self.body_name = chance.choice(w.BODIES).format(place=self.place)
        self.fillers = chance.sample(w.FILLERS, len(w.FILLERS))
        self.last: dict[str, str] = {}

    def range(self) -> tuple[int, int]:
        """The least and the most origins that the story can have."""
        if self.circular and not self.named and not self.widening:
            return 0, 0
        return max(1, len(self.named)), max(1, len(self.named) + len(self.widening))

    def person(self) -> None:
        """Somebody with a name says it."""
        name = self.people.pop()
        self.named.add(name)
        self.last = {"name": name, "role": self.chance.choice(w.ROLES)}
        self._report(w.PERSON, **self.last)

    def body(self) -> None:
        """A body says it."""
        self.named.add(self.body_name)
        self._report(w.BODY, body=self.body_name)

    body_again = body

    def speaker(self) -> None:
        """Somebody who speaks for the body says it: the same origin."""
        self.named.add(self.body_name)
        self._report(w.SPEAKER, body=self.body_name, name=self.people.pop())

    def group(self) -> None:
        """People without a name say it to this outlet."""
        report = self._report(w.GROUP, group=self.chance.choice(w.UNNAMED))
        self.widening.add(f"group {report.outlet}")

    def group_told(self) -> None:
        """Another outlet passes on what people without a name told the last one: the same group."""
        self._report(w.GROUP_TOLD, group="two officials", other=self.reports[-1].outlet)

    def told(self) -> None:
        """Another outlet passes on what the person told the last one."""
        other = self.reports[-1].outlet
        self._report(w.TOLD, other=other, **self.last) if self.last else self.relay()

    def own(self) -> None:
        """An outlet says it in its own voice."""
        self.widening.add(f"voice {self._report(w.OWN).outlet}")

    def seen(self) -> None:
        """An outlet's own reporter saw it: a named origin."""
        self.named.add(f"seen {self._report(w.SEEN).outlet}")

    def relay(self) -> None:
        """An outlet passes on what one of the story reported."""
        self._report(w.RELAY, other=self.chance.choice(self.reports).outlet)

    def copy(self) -> None:
        """Another outlet prints one of the reports word for word."""
        report = self.chance.choice(self.reports)
        self.reports.append(msgspec.structs.replace(report, outlet=self.papers.pop(), day=report.day + 1, address=None))

    def copy_added(self) -> None:
        """A report without the fact, and a copy of it with a paragraph of its own that has it: own voice for that one."""
        before = self._text("")
        self.reports.append(Report(outlet=self.papers.pop(), day=4, lead="", text=before))
        report = self._report(w.OWN)
        text = f"{before}\n\n{report.lead}"
        self.reports[-1] = msgspec.structs.replace(report, text=text)
        self.widening.add(f"voice {report.outlet}")

    def confirmed(self) -> None:
        """The outlet that began it says later that the one that passed it on has confirmed it: nothing new."""
        self._report(w.CONFIRMED, other=self.reports[-1].outlet, outlet=self.reports[0].outlet)

    def loop(self) -> None:
        """Two outlets that credit each other, and nobody else."""
        self._loop(2)

    def loop_of_three(self) -> None:
        """Three outlets in a circle."""
        self._loop(3)

    def unread(self) -> None:
        """An outlet that is not among the reports is credited."""
        other = self.papers.pop()
        self.widening.add(f"outlet {other}")
        self.last = {"other": other}
        self._report(w.RELAY, other=other)

    def unread_again(self) -> None:
        """The same outlet is credited by another."""
        self._report(w.RELAY, other=self.last["other"])

    def wire(self) -> None:
        """An outlet prints an agency's text."""
        self.widening.add("voice of the agency")
        report = self._report(w.OWN)
        tagged = report.text.replace(report.lead, f"{self.town.upper()}, March 5 ({_AGENCY}) - {report.lead}", 1)
        self.reports[-1] = msgspec.structs.replace(report, text=tagged)

    def wire_print(self) -> None:
        """Another prints a version of it with other sentences around the agency's words."""
        report = self._report(w.OWN)
        tagged = report.text.replace(report.lead, f"{self.town.upper()}, March 5 ({_AGENCY}) - {report.lead}", 1)
        self.reports[-1] = msgspec.structs.replace(report, text=tagged)

    def sisters_seen(self) -> None:
        """Reporters of two papers of one publisher saw it: one origin."""
        one, other = self._sisters()
        self._report(w.SEEN[1:], outlet=one)
        self._report(w.SEEN[1:], outlet=other)
        self.named.add("seen by the publisher")

    def sisters_own(self) -> None:
        """Two papers of one publisher say it in their own voice."""
        for name in self._sisters():
            self.widening.add(f"voice {self._report(w.OWN, outlet=name).outlet}")

    def one_domain(self) -> None:
        """Two names of one site say it in their own voice: one outlet."""
        domain = self.papers[-1].lower().replace(" ", "-")
        for n in range(2):
            report = self._report(w.OWN)
            self.reports[-1] = msgspec.structs.replace(report, address=f"https://{'ab'[n]}.{domain}.example.org/2025/{n}/story-{n}")
        self.widening.add(f"voice {domain}")

    def _loop(self, size: int) -> None:
        self.circular = True
        names = [self.papers.pop() for _ in range(size)]
        for n, name in enumerate(names):
            self._report(w.RELAY, outlet=name, other=names[(n + 1) % size])

    def _sisters(self) -> tuple[str, str]:
        """Two outlets of one publisher, as the list of outlets knows them."""
        houses: dict[str, list[str]] = {}
        for o in outlets():
            if not o.agency:
                houses.setdefault(o.publisher, []).append(o.name)
        pairs = [names for _, names in sorted(houses.items()) if len(names) > 1]
        one, other = self.chance.sample(self.chance.choice(pairs), 2)
        return one, other

    def _report(self, templates: tuple[str, ...], *, outlet: str | None = None, **words: str) -> Report:
        """A new report, a day after the last, with the fact in the next of its wordings."""
        name = outlet or self.papers.pop()
        day = self.reports[-1].day + 1 if self.reports else 4
        fact = self.wordings[len(self.reports) % len(self.wordings)].format(n=self.n, thing=self.thing, town=self.town)
        lead = self.chance.choice(templates).format(
            fact=fact[0].upper() + fact[1:], low=fact, day=self.chance.choice(w.DAYS), outlet=name, **words
        )
        lead = lead[0].upper() + lead[1:]
        report = Report(outlet=name, day=day, lead=lead, text=self._text(lead))
        self.reports.append(report)
        return report

    def _text(self, lead: str) -> str:
        """The fact among sentences that no other report of the story has."""
        mine = [self.fillers.pop() for _ in range(min(_FILLERS, len(self.fillers)))]
        common = w.COMMON.format(thing=self.thing, town=self.town)
        return "\n\n".join(filter(None, (lead, mine[0], common, *mine[1:])))
