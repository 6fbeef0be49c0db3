"""Pronouns on prepositions («أفرجوا عنهم», «انسحبت منها»): whom and what they stand for."""

from __future__ import annotations

from riwaya.detection.cuts import PRONOUNS
from riwaya.detection.text import Chunk
from riwaya.frames.events import Event
from riwaya.frames.fill import fill
from riwaya.frames.view import View

_REACH = 9
_PLACED = frozenset({"place", "origin", "destination"})


def fill_pronouns(event: Event, before: Event | None) -> None:
    """Roles of pronouns behind the trigger's prepositions."""
    v, trigger = event.view, event.trigger
    for j in range(trigger.last, min(trigger.last + _REACH, v.sentence.last)):
        if j in v.bounds or j in v.trigger_at:
            return
        if j in v.at:
            continue
        found = prepositional_pronoun(v, j)
        if found is None:
            continue
        prep, pronoun = found
        role = trigger.frame.prepositions.get(prep, "")
        if role in _PLACED or prep == "في":
            for chunk in before.places if before else []:
                event.fill("place", chunk, "place-pronoun")
        elif role in ("agent", "target") and not (
            event.targets if role == "target" else event.agents
        ):
            meant = _stands_for(event, before, pronoun)
            if meant is not None:
                fill(event, role, meant, "prepositional-pronoun")


def _whose(chunk: Chunk) -> Chunk:
    """Of a thing or house whose it is («اقتحموا منزل القاضي وأطلقوا النار عليه»)."""
    owner = chunk.owner
    is_his = chunk.kind in ("object", "place") and owner is not None and owner.kind == "person"
    return owner if is_his and owner is not None else chunk


def prepositional_pronoun(v: View, j: int) -> tuple[str, str] | None:
    """The preposition and the pronoun that word `j` is made of."""
    key = v.text.words[j].key
    for pronoun in PRONOUNS:
        stem = key[: -len(pronoun)]
        if key.endswith(pronoun) and stem in v.text.roles["takes_pronoun"]:
            return stem, pronoun
    return None


def _stands_for(event: Event, before: Event | None, pronoun: str) -> Chunk | None:
    plural = pronoun in ("هم", "هن")
    doers = {id(c.best) for c in event.agents}
    suffered = before.targets if before is not None else []
    for chunk in suffered:
        if (id(chunk.best) not in doers and (chunk.number == "pl") == plural) or pronoun == "هما":
            return chunk
    for named in reversed(event.view.chunks):
        if named.last > event.trigger.first:
            continue
        chunk = _whose(named)
        if chunk.kind not in ("person", "group", "quantity"):
            continue
        if id(chunk.best) in doers or ((chunk.number == "sg") == plural and chunk.kind == "person"):
            continue
        if pronoun == "ها" and chunk.kind == "person" and chunk.gender == "m":
            continue
        return chunk
    return None
