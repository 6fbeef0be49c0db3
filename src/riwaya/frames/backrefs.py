"""A deed named again by a definite noun («الهجوم», «الاشتباكات») inherits what is known of it."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event

_KIN: dict[str, frozenset[str]] = {
    "attack": frozenset({
        "attack", "ambush", "raid", "airstrike", "shelling", "bombing", "suicide_bombing",
        "shooting",
    }),
    "airstrike": frozenset({"airstrike"}),
    "shelling": frozenset({"shelling", "airstrike"}),
    "bombing": frozenset({"bombing", "suicide_bombing"}),
    "killing": frozenset({"killing", "assassination", "execution"}),
    "assassination": frozenset({"assassination", "killing"}),
    "raid": frozenset({"raid"}),
}  # fmt: skip
_DISTANCE = 14
_PARTS = frozenset({"quarter", "facility", "line"})


def refer_back(event: Event, earlier: list[Event]) -> None:
    """Copies doer, target, place and time from the deed that a definite noun refers to."""
    trigger = event.trigger
    if trigger.verbal or not trigger.hit.split.article or (event.targets and event.agents):
        return
    kin = _KIN.get(event.type, frozenset({event.type}))
    for other in reversed(earlier[-_DISTANCE:]):
        if other.type not in kin or other is event:
            continue
        if not _compatible(event, other):
            continue
        event.same = other.same or other
        _copy(event, other)
        return


def _compatible(event: Event, other: Event) -> bool:
    for mine, theirs in (
        (event.agents, other.agents),
        (event.targets, other.targets),
        (event.places, other.places),
    ):
        if (
            mine
            and theirs
            and not any(
                a.best is b.best or _words(event, a) == _words(other, b) or _may_hold(a, b)
                for a in mine
                for b in theirs
            )
        ):
            return False
    return True


def _may_hold(one: Chunk, other: Chunk) -> bool:
    """Whether one place may be a part of the other («حي كذا», told of in a town)."""
    return one.kind == other.kind == "place" and (_is_part(one) != _is_part(other))


def _is_part(place: Chunk) -> bool:
    klass = next((c.klass for c in place.inner if c.kind == "place"), place.klass)
    return klass in _PARTS


def _words(event: Event, chunk: Chunk) -> list[str]:
    return [w.key for w in event.view.text.words[chunk.first : chunk.last]]


def _copy(event: Event, other: Event) -> None:
    for role in ("agent", "target", "place"):
        mine = {"agent": event.agents, "target": event.targets, "place": event.places}[role]
        theirs = {"agent": other.agents, "target": other.targets, "place": other.places}[role]
        if not mine:
            for chunk in theirs:
                event.fill(role, chunk, "back-reference")
    if event.time is None:
        event.time = other.time
