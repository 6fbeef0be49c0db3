"""Who says that he did a deed himself claims it: «قال الجيش إنه استعاد المدينة»."""

from __future__ import annotations

from collections.abc import Collection

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event, Said

_PLAIN = frozenset({"say", "confirm"})
_MEANS = frozenset({"fighter", "force", "soldier", "weapon_system"})
_SIDES = frozenset({
    "state", "state_force", "rebel", "militia", "political", "country", "force", "fighter",
})  # fmt: skip


def own_deed(event: Event, link: Said) -> Said:
    """A link of saying made one of claiming where the source is the doer it names."""
    source = link.source
    own = (
        link.act in _PLAIN and link is event.said[-1] and source is not None
        and event.polarity == "positive" and event.realis == "actual"
        and event.trigger.frame.subject == "agent" and side_of(source, _SIDES) is not None
    )  # fmt: skip
    if own and source is not None and any(_same(source, agent) for agent in event.agents):
        return Said(source, link.first, link.last, "claim", link.rule)
    return link


def side_of(source: Chunk, sides: Collection[str]) -> Chunk | None:
    """The side of such a class that speaks: an army, a group, or that of its spokesman."""
    if source.klass in sides:
        return source
    owner = source.owner
    return owner if owner is not None and owner.klass in sides else None


def _same(source: Chunk, agent: Chunk) -> bool:
    """Whether the doer is the source, one listed with it, or its own men («مقاتليها»)."""
    side = side_of(source, _SIDES) or source
    if side.best is agent.best or (bool(side.row) and side.row is agent.row):
        return True
    return bool(agent.pronoun) and agent.klass in _MEANS
