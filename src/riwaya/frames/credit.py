"""What a denial, a claim or an accusation says of the doer."""

from __future__ import annotations

from typing import cast

from riwaya.detection.text import Chunk
from riwaya.frames.arguments import right
from riwaya.frames.clauses import crosses
from riwaya.frames.cues import Cue
from riwaya.frames.events import Event, Said
from riwaya.frames.fill import fill
from riwaya.frames.speakers import speaks
from riwaya.frames.view import View
from riwaya.model import Negated

_OWN_DEED = frozenset(
    {
        "state",
        "state_force",
        "rebel",
        "militia",
        "political",
        "international",
        "country",
        "force",
        "soldier",
        "fighter",
    }
)
_OWN = frozenset({"say", "confirm", "claim", "admit"})


def _same(one: Chunk, two: Chunk) -> bool:
    """Whether two noun phrases name one group, as when an army tells of an attack on its own."""
    if one.klass == two.klass and one.klass in ("state", "state_force", "police"):
        return True  # of two armies one is only silent about the doer
    return bool(one.row) and one.row is two.row


def credit(v: View, cue: Cue, said: list[Said], events: list[Event]) -> None:
    """A denial negates what it covers; who claims a deed, or is accused of it, is its doer."""
    source = said[-1].source if said else None
    act = cue.row["act"]
    for event in events:
        if act == "deny":
            _deny(v, cue, event, source)
            continue
        if (
            event.agents
            or source is None
            or event.trigger.frame.subject != "agent"
            or any(_same(source, target) for target in event.targets)
            or (cue.first in v.trigger_at and act == "say")
        ):
            continue  # who condemns a deed did not do it
        if act == "claim" or (
            _announced(v, cue, event) and source.klass in _OWN_DEED and act in _OWN
        ):
            fill(event, "agent", source, "speaker-is-doer")
        elif act == "accuse":
            accused = _accused(v, source, cue, event)
            if accused is not None:
                fill(event, "agent", accused, "accused-is-doer")


def _deny(v: View, cue: Cue, event: Event, source: Chunk | None) -> None:
    if "denial" in event.rules or crosses(v, cue.last, event.trigger.first, "relative"):
        return
    event.polarity = "negative" if event.polarity == "positive" else "positive"
    part = _denied_part(v, cue, event)
    event.negates = part if event.polarity == "negative" else None
    event.rules.append("denial")
    if "any-deed" in event.rules:
        event.realis = "actual"
    if (
        part == "agent"
        and source is not None
        and not event.agents
        and event.trigger.frame.subject == "agent"
    ):
        fill(event, "agent", source, "denier-is-doer")


def _denied_part(v: View, cue: Cue, event: Event) -> Negated:
    """The part that a denial is about: «نفى ضلوعه في» denies the doer, not the deed."""
    for k in range(cue.first, event.trigger.first):
        for hit in v.text.infos[k].of("modality"):
            if hit.form.row["negates"] and hit.form.pos == "noun":
                return cast(Negated, hit.form.row["negates"])
    return cast(Negated, cue.row["negates"] or "event")


def _accused(v: View, source: Chunk, cue: Cue, event: Event) -> Chunk | None:
    start = max(cue.last, source.last) if source.first >= cue.first else cue.last
    return next(
        (
            a.chunk
            for a in right(v, start, stop=event.trigger.first)
            if not a.prep and speaks(a.chunk)
        ),
        None,
    )


def _announced(v: View, cue: Cue, event: Event) -> bool:
    """«أعلنت القوة اعتقال فلان»: a verbal noun of doing, object of the verb of saying."""
    if event.trigger.verbal or event.trigger.hit.split.article or not event.trigger.frame.object:
        return False
    return not crosses(v, cue.last, event.trigger.first, "that", "stop", "relative", "subordinator")
