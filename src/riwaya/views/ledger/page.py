"""One incident: what it comes to, its accounts side by side, the words they rest on.

Evidence is numbered, and quoted once under its number at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from riwaya.ledger.nouns import Account, Carrier, Incident, Said, Words
from riwaya.views.ledger.reasons import reasons
from riwaya.views.ledger.said import (
    COUNTED_APART,
    GRADES,
    count,
    days,
    ends,
    excerpt,
    labelled,
    listed,
    named,
)
from riwaya.views.ledger.said import place as place_of
from riwaya.views.visible import one_line

FIELDS = {
    "happened": "Did it happen",
    "agent": "Who did it",
    "credit": "Who claims it, or is credited or blamed",
    "target": "To whom",
    "killed": "Killed",
    "wounded": "Wounded",
    "place": "Where",
    "time": "When",
    "identity": "Who is who",
}
_STANDING = {
    "single": "no second independent source",
    "corroborated": "corroborated",
    "contested": "contested",
}
_BY_SIDE = ("agent", "credit", "target")
_QUOTE = tuple[str, int, int]
_BY_CHAIN = 3  # sources between that are named


@dataclass
class _Quotes:
    """The words that were referred to, numbered in the order in which they came up."""

    numbers: dict[_QUOTE, int] = field(default_factory=dict)
    words: list[list[Words]] = field(default_factory=list)

    def refer(self, found: Iterable[Words]) -> str:
        """`[3] [7]`."""
        numbers = []
        for w in found:
            at = (w.report, w.start, w.end)
            if at not in self.numbers:
                self.numbers[at] = len(self.numbers) + 1
                self.words.append([])
            self.words[self.numbers[at] - 1].append(w)
            numbers.append(self.numbers[at])
        return " ".join(f"[{n}]" for n in sorted(set(numbers)))


def page(
    i: Incident, tellings: Mapping[str, str], keys: Mapping[tuple[str, str], str]
) -> str:  # fmt: skip
    """The incident as text.

    `tellings` gives the report of each telling by its key; `keys` what judgements of a statement
    hang on, by report and the statement's id.
    """
    quotes = _Quotes()
    carriers = {c.report: c for a in i.accounts for c in a.carriers}
    lines = [*_heading(i), "", "Accounts, field by field"]
    for name, label in FIELDS.items():
        lines += _field(i, name, label, quotes)
    lines += ["", "Reports, and why each is in it", *_reports(i, tellings, carriers)]
    lines += ["", "Evidence", *_evidence(quotes, carriers, keys)]
    return "\n".join(lines) + "\n"


def _heading(i: Incident) -> Iterator[str]:
    yield one_line(i.title.replace("_", " "))
    yield labelled("id", i.id)
    yield labelled("kind", i.type.replace("_", " "))
    yield labelled("when", days(i.earliest, i.latest))
    yield labelled("where", place_of(i.where) or "no place named")
    for label, toll in (("killed", i.killed), ("wounded", i.wounded)):
        if ends(toll):
            apart = label in i.standing and i.standing[label].apart
            of = f"; {COUNTED_APART}" if apart else ""
            yield labelled(label, f"{ends(toll)}, over all accounts{of}")
    for label, names in (("by", i.agents), ("to", i.targets)):
        if names:
            yield labelled(label, listed(names))
    yield labelled("grade", f"{GRADES[i.grade]}. {i.grade_why}")
    total = sum(i.reports.values())
    said = f"{count(len(i.reports), 'report')}, {count(total, 'statement')}"
    yield labelled("told in", f"{said}, {count(len(i.accounts), 'source')}")


def _field(i: Incident, name: str, label: str, quotes: _Quotes) -> Iterator[str]:
    standing = i.standing.get(name)
    told = [a for a in i.accounts if name in a.fields or name in a.superseded]
    if not told:
        return
    yield ""
    yield f"{label}: {_STANDING[standing.standing] if standing else 'no longer said'}"
    if standing and standing.standing != "single":
        yield f"  because {one_line(standing.why)}"
    values: dict[tuple[str, ...], list[tuple[Account, Said]]] = {}
    for account in told:
        for said in account.fields.get(name, ()):
            values.setdefault(_alike(name, said), []).append((account, said))
    for _, found in sorted(values.items(), key=lambda v: (-len(v[1]), v[0])):
        yield f"  {one_line(' / '.join(dict.fromkeys(s.value for _, s in found)))}"
        for account, said in found:
            yield f"    {_says(account, said, quotes)}"
    for account in told:
        for said in account.superseded.get(name, ()):
            yield f"  before: {one_line(said.value)}"
            yield f"    {_says(account, said, quotes)}, who says otherwise now"


def _alike(name: str, said: Said) -> tuple[str, ...]:
    """Equal for values that say one thing in other words: one side, one place."""
    if name in _BY_SIDE and said.sides and not said.vague:
        act = said.value.partition(":")[0] if name == "credit" else ""
        return (act, *said.sides)
    if said.where is not None:
        return (said.where.id or said.where.key,)
    return ("", said.value)


def _says(account: Account, said: Said, quotes: _Quotes) -> str:
    """Who says it, in which reports, by way of whom."""
    source = account.source
    kind = " (unnamed source)" if source.kind == "unnamed" else ""
    used = {w.report for w in said.words}
    carried = [c for c in account.carriers if c.report in used] or list(account.carriers)
    reports = "; ".join(dict.fromkeys(_carried(c, source.name) for c in carried))
    return one_line(f"{source.name}{kind}, in {reports} {quotes.refer(said.words)}")


def _carried(c: Carrier, source: str) -> str:
    between = [name for name in c.chain if name != source][:_BY_CHAIN]
    shown = named(c.report, c.outlet, c.published)
    return f"{shown} as «{' < '.join(between)}»" if between else shown


def _reports(
    i: Incident, tellings: Mapping[str, str], carriers: Mapping[str, Carrier]
) -> Iterator[str]:
    alone = "no other report tells of it" if len(i.reports) == 1 else "the others were put to it"
    why: dict[str, list[str]] = {}
    for telling, report in tellings.items():
        features = i.reasons.get(telling)
        why.setdefault(report, []).append(reasons(features) if features else alone)
    for report, statements in i.reports.items():
        shown = one_line(f"{_named(report, carriers)}: {count(statements, 'statement')}")
        yield f"  {shown}"
        for said in dict.fromkeys(why.get(report, ())):
            yield f"    {one_line(said)}"


def _named(report: str, carriers: Mapping[str, Carrier]) -> str:
    c = carriers.get(report)
    return named(report, c.outlet, c.published) if c else report


def _evidence(
    quotes: _Quotes, carriers: Mapping[str, Carrier], keys: Mapping[tuple[str, str], str]
) -> Iterator[str]:
    for number, found in enumerate(quotes.words, 1):
        first = found[0]
        yield one_line(f"[{number}] {_named(first.report, carriers)}: «{excerpt(first.text)}»")
        known = dict.fromkeys(keys.get((w.report, w.statement), "") for w in found)
        for key in filter(None, known):
            yield f"    statement {one_line(key)}"
