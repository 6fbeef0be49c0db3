"""What a statement says, without the ids that a reading gives: to compare two readings."""

from __future__ import annotations

from riwaya.model import Figure, Reading, Role, Statement

Stand = tuple[str, str, int, int, tuple[tuple[str, int, int], ...]]
"""Kind, type, the span of the words it rests on; of a relation the spans of its ends, too."""


def by_stand(reading: Reading) -> dict[Stand, list[Statement]]:
    """The statements of a reading by where they stand."""
    found: dict[Stand, list[Statement]] = {}
    spans = {s.id: _span(s) for s in reading.statements}
    mentions = reading.mentions_by_id
    for s in reading.statements:
        ends: list[tuple[str, int, int]] = []
        for r in s.roles if s.kind != "event" else ():
            if r.mention:
                ends.append((r.role, mentions[r.mention].start, mentions[r.mention].end))
            elif r.statement:
                ends.append((r.role, *spans[r.statement]))
        found.setdefault((s.kind, s.type, *_span(s), tuple(sorted(ends))), []).append(s)
    return found


def _span(s: Statement) -> tuple[int, int]:
    at = s.trigger or s.evidence[0]
    return at.start, at.end


def said(s: Statement, reading: Reading) -> tuple[object, ...]:
    """What a statement says: of whom, when, how many, who says so, whether it was."""
    mentions = reading.mentions_by_id
    others = {o.id: o for o in reading.statements}

    def text(mention: str | None) -> str:
        return mentions[mention].text if mention else ""

    def filler(r: Role) -> tuple[str, str, tuple[int, int] | None]:
        return r.role, text(r.mention), _span(others[r.statement]) if r.statement else None

    def figure(f: Figure, of: dict[str | None, Figure]) -> tuple[object, ...]:
        whole = of.get(f.part_of) if f.part_of else None
        within = (whole.kind, whole.low, whole.high) if whole else None
        return f.kind, f.low, f.high, f.approximate, text(f.counted), within

    figures = {f.id: f for f in s.figures}
    chain = [(x.act, text(x.source), x.cue.text if x.cue else "") for x in s.attribution]
    return (
        s.type, s.realis, s.polarity, s.negates, s.former,
        sorted(map(repr, (figure(f, figures) for f in s.figures))),
        (s.time.edtf, s.time.earliest, s.time.latest) if s.time else None,
        sorted(map(repr, map(filler, s.roles))),
        chain,
    )  # fmt: skip
