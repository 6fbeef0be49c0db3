"""The statements of a report as a list beside its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.model import Mention, Reading, Role, Statement
from riwaya.views.wording import Names


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what fills a role, as the report has it, and where."""

    role: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One statement; `start` is the place of the words it hangs on."""

    id: str
    key: str
    kind: str
    type: str
    trigger: str
    start: int
    realis: str
    polarity: str
    negates: str | None
    former: bool
    fillers: tuple[Filler, ...]
    when: str
    figures: tuple[tuple[str, int | None, int | None, bool, str], ...]
    sources: tuple[tuple[str, str], ...]  # name and act, the outermost first
    evidence: tuple[tuple[int, int], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What statements of one reading refer to."""

    mentions: Mapping[str, Mention]
    statements: Mapping[str, Statement]
    names: Names


def statements(reading: Reading, keys: Mapping[str, str]) -> list[Shown]:
    """All statements of a reading, in the order of the text."""
    of = {s.id: s for s in reading.statements}
    read = _Read(reading.mentions_by_id, of, Names(reading))
    made = [_shown(s, read, keys.get(s.id, "")) for s in reading.statements]
    return sorted(made, key=lambda s: (s.start, s.id))


def _shown(s: Statement, read: _Read, key: str) -> Shown:
    span = s.trigger or (s.evidence[0] if s.evidence else None)
    names = read.names
    fillers = (_filler(r, read) for r in s.roles)
    figures = tuple(
        (f.kind, f.low, f.high, f.approximate, names.of(f.counted) or "") for f in s.figures
    )
    sources = tuple((names.of(link.source) or "", link.act) for link in s.attribution)
    return Shown(
        s.id, key, s.kind, s.type, s.trigger.text if s.trigger else "", span.start if span else 0,
        s.realis, s.polarity, s.negates, s.former, tuple(f for f in fillers if f is not None),
        s.time.edtf if s.time else "", figures, sources,
        tuple((e.start, e.end) for e in s.evidence), s.rules,
    )  # fmt: skip


def _filler(r: Role, read: _Read) -> Filler | None:
    if r.mention:
        m = read.mentions[r.mention]
        return Filler(r.role, read.names.of(m.id) or m.text, m.start, m.end)
    other = read.statements.get(r.statement or "")
    if other is None:
        return None
    span = other.trigger or other.evidence[0]
    return Filler(r.role, span.text, span.start, span.end)
