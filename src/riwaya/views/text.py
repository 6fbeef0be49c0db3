"""A reading as plain text for a terminal: one block an event, its evidence quoted.

Labels are English, quotations are the report's own words in their own order.
"""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model import Reading, Span, Statement, TimeValue
from riwaya.views.visible import one_line, visible
from riwaya.views.wording import Names, on_the_map, status

_WIDTH = 11
_LONGEST = 800  # characters of evidence that are quoted
_RULE = "─" * 72


def block(reading: Reading) -> str:
    """The whole reading as text, ending in an empty line."""
    names = Names(reading)
    events = [s for s in reading.statements if s.kind == "event"]
    lines = _heading(reading, len(events))
    for number, event in enumerate(events, 1):
        lines += ["", *_event(number, event, names)]
    others = [s for s in reading.statements if s.kind != "event"]
    if others:
        numbers = {event.id: f"event {n}" for n, event in enumerate(events, 1)}
        lines += ["", "Besides"]
        lines += [f"  {_other(s, names, numbers)}" for s in others]
    return "\n".join(lines) + "\n\n"


def _heading(reading: Reading, events: int) -> list[str]:
    report = reading.report
    parts = [report.id, report.outlet, report.published and report.published.isoformat()]
    count = "1 event" if events == 1 else f"{events} events" if events else "no events"
    lines = [_RULE, one_line(" · ".join([*(p for p in parts if p), count]))]
    if report.title:
        lines.append(one_line(report.title))
    if report.url:
        lines.append(one_line(report.url))
    return lines


def _event(number: int, event: Statement, names: Names) -> list[str]:
    trigger = f" «{one_line(event.trigger.text)}»" if event.trigger else ""
    lines = [f"{number}. {event.type.replace('_', ' ')}{trigger}"]
    for label, said in _parts(event, names):
        if said:
            lines.append(f"   {label:<{_WIDTH}}{one_line(said)}")
    label = "evidence"
    for span in event.evidence:
        lines.append(f"   {label:<{_WIDTH}}«{_excerpt(span, event)}»")
        label = ""
    return lines


def _excerpt(span: Span, event: Statement) -> str:
    """The words of the evidence; of a very long stretch those around the trigger."""
    if len(span.text) <= _LONGEST:
        return one_line(span.text)
    at = event.trigger.start - span.start if event.trigger else 0
    start = max(0, min(at, len(span.text)) - _LONGEST // 2)
    end = min(start + _LONGEST, len(span.text))
    before, after = "[…] " if start else "", " […]" if end < len(span.text) else ""
    return f"{before}{one_line(span.text[start:end])}{after}"


def _parts(event: Statement, names: Names) -> Iterable[tuple[str, str]]:
    yield "who", _list(names.fillers(event, "agent"))
    yield "to whom", _list(names.fillers(event, "target"))
    yield "what", _list(names.fillers(event, "object"))
    yield "with", _list(names.fillers(event, "instrument"))
    yield "where", _list(names.fillers(event, "place"))
    place = names.place(event)
    yield "on the map", on_the_map(place) if place else ""
    yield "from", _list(names.fillers(event, "origin"))
    yield "to", _list(names.fillers(event, "destination"))
    yield "when", _when(event.time, names) if event.time else ""
    yield "how many", _list(names.figure(figure) for figure in event.figures)
    yield "says", _says(event, names)
    yield "status", status(event)


def _list(words: Iterable[str]) -> str:
    return "; ".join(words)


def _says(event: Statement, names: Names) -> str:
    return " < ".join(names.sources(event)) or "the report itself"


def _when(time: TimeValue, names: Names) -> str:
    words = names.of(time.mention)
    first, last = time.earliest, time.latest
    if first is None and last is None:
        days = "day unknown"
    elif first == last:
        days = str(first)
    else:
        days = f"{first or 'unknown'} to {last or 'unknown'}"
    return f"{days} «{words}»" if words else days


_SIGNS = {"same_as": "is the same as", "not_same_as": "is not the same as"}


def _other(statement: Statement, names: Names, numbers: dict[str, str]) -> str:
    backwards = statement.type == "because_of"  # what came of it, because of what
    ends = [
        names.of(role.mention) or numbers.get(role.statement or "", "?")
        for role in (reversed(statement.roles) if backwards else statement.roles)
        if role.role in ("subject", "object", "cause", "effect")
    ]
    relation = _SIGNS.get(statement.type, statement.type.replace("_", " "))
    if statement.former:
        relation = f"once {relation}"
    said = one_line(f" {relation} ".join(ends) if len(ends) > 1 else f"{relation} {_list(ends)}")
    notes = [] if statement.polarity == "positive" else ["denied"]
    notes += [] if statement.realis == "actual" else [visible(statement.realis)]
    if statement.attribution:
        notes.append(f"says {one_line(_says(statement, names))}")
    return f"{said} [{'; '.join(notes)}]" if notes else said
