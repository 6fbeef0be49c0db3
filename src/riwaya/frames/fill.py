"""One noun phrase into one role: what kinds of thing may fill which; places that are targets."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.arguments import Argument
from riwaya.frames.events import Event
from riwaya.frames.speakers import behind_phrases
from riwaya.frames.view import AGENT, named_place

PHYSICAL = frozenset({
    "attack", "shelling", "airstrike", "bombing", "suicide_bombing", "raid", "siege", "destruction",
    "looting", "capture", "shooting", "restriction",
})  # fmt: skip
_HIT_IN = frozenset({"vehicle", "building"})
_LOCATIVE = frozenset({"place", "origin", "destination"})
FORCES = frozenset({
    "state", "state_force", "rebel", "militia", "political", "international", "country", "force",
    "weapon_system", "fighter", "soldier", "police",
})  # fmt: skip


_SIDES = frozenset({"state", "state_force", "rebel", "militia", "political", "country"})
_PEOPLE = frozenset({"civilian", "person", "kin", "victim", "detainee", "worker", "official"})
_ARMED = PHYSICAL | {"attack", "killing", "injury", "abduction", "assassination", "execution"}
_TELLERS = frozenset({"media", "document", "witness"})


def _only_tells(chunk: Chunk) -> bool:
    """Whether a noun phrase is an outlet, a report or an unnamed source, who does no such deed."""
    return chunk.klass in _TELLERS or chunk.table == "sources" or chunk.row.get("kind") == "media"


def _aimed_at(event: Event, chunk: Chunk) -> bool:
    """«قصف على وسط المدينة», but neither «قُتلوا وسط المدينة» nor «شهداء من وسط المدينة»."""
    prep = event.view.preposition(chunk)
    return bool(prep) and prep not in event.view.text.roles["from"]


def fill(event: Event, role: str, chunk: Chunk, rule: str) -> None:
    """Puts a noun phrase into a role where its kind allows it; a place that is hit is the place."""
    if not role:
        return
    if role in ("agent", "target", "instrument") and (
        chunk.kind == "time" or chunk.klass == "measure"
    ):
        return  # «(25 عاماً)», «بنحو 20 كيلومتراً»
    if role == "target" and chunk.kind == "place" and (not chunk.acts or event.type in PHYSICAL):
        if chunk.klass == "compass" and not _aimed_at(event, chunk):
            return
        event.fill("place", named_place(event.view, chunk), f"{rule}:place-hit")
        event.fill("target", chunk, f"{rule}:place-hit")
        if chunk.owner and chunk.owner.kind == "group":
            event.fill("target", chunk.owner, f"{rule}:owner")
        return
    if role == "target" and chunk.kind == "object":
        if chunk.owner is not None and chunk.owner.kind in ("group", "person"):
            event.fill("target", chunk.owner, f"{rule}:owner")
        elif chunk.pronoun in ("ه", "ها", "هم"):
            _fill_owner(event, chunk, rule)
        event.fill("object", chunk, rule)
        return
    if role == "agent" and chunk.kind == "place" and not chunk.acts:
        if rule == "genitive":
            event.fill("place", chunk, "genitive-place")
        return
    if role == "agent" and chunk.kind == "quantity" and chunk.klass != "count":
        return
    if role == "agent" and event.type in _ARMED and _only_tells(chunk):
        return
    if role == "agent" and rule == "genitive" and chunk.kind == "object":
        return
    if role == "instrument" and (chunk.kind == "place" or chunk.klass in _SIDES | _PEOPLE):
        return  # «بمحافظة كذا», «بالجيش», «مكتظة بالمدنيين» are nothing that one kills with
    if role in _LOCATIVE:
        if chunk.kind != "place":
            if (
                role == "place"
                and chunk.kind in ("group", "person")
                and event.trigger.frame.subject != "target"
            ):
                event.fill("target", chunk, f"{rule}:people-hit")
            return
        event.fill(
            "place" if role == "origin" and event.type in ("withdrawal", "flight") else role,
            chunk,
            rule,
        )
        if role == "destination" or role == "origin":
            event.fill(role, chunk, rule)
        return
    event.fill(role, chunk, rule)


def _fill_owner(event: Event, chunk: Chunk, rule: str) -> None:
    """«حاصر منزله»: whose thing it is, the nearest of fitting number and gender before it."""
    plural = chunk.pronoun == "هم"
    for other in reversed(event.view.chunks):
        fits = other.kind == "person" or (
            other.kind == "group" and (plural or chunk.pronoun == "ها")
        )
        if other.last > event.trigger.first or not fits or any(other is c for c in event.agents):
            continue
        if (other.number == "pl") == plural and (
            plural or (other.gender == "f") == (chunk.pronoun == "ها")
        ):
            event.fill("target", other, f"{rule}:owner-pronoun")
            return


def _doer_behind_l(event: Event, chunk: Chunk) -> bool:
    """«قصف لقوات كذا على …»: a force behind «لـ» after a noun of attack that names no doer yet."""
    frame = event.trigger.frame
    if event.trigger.verbal or not frame.genitive.startswith("agent") or event.agents:
        return False
    return _may_do(event, chunk)


def _may_do(event: Event, chunk: Chunk) -> bool:
    """Whether what stands behind «لـ» is a force, and not for whom a place is («مخيم للنازحين»)."""
    place = event.view.at.get(chunk.first - 1)
    if place is not None and place is not chunk and place.kind in ("place", "object"):
        return False
    return chunk.klass in FORCES or chunk.acts


def _of_an_earlier(event: Event, chunk: Chunk) -> bool:
    """«قُتل … بعد أيام من اغتيال ضابط برصاص مسلحين»: the doers of the deed that came before."""
    v, last = event.view, event.trigger.last
    after = next((k for k in range(last, chunk.first) if v.text.is_a("later_than", k)), None)
    return after is not None and any(k in v.trigger_at for k in range(after, chunk.first))


def fill_prepositions(event: Event, arguments: list[Argument]) -> None:
    """Roles of what stands behind prepositions, by the trigger's frame and by agent phrases."""
    frame = event.trigger.frame
    sources = behind_phrases(event.view) if arguments else set()
    for a in arguments:
        if id(a.chunk) in sources:
            continue  # «… 19 قتيلاً، وفقاً لمصدر طبي»: who says so, not to whom it was done
        if a.prep == AGENT and _of_an_earlier(event, a.chunk):
            continue
        role = "agent" if a.prep == AGENT else frame.prepositions.get(a.prep, "")
        if a.prep == "ل" and role == "target" and _doer_behind_l(event, a.chunk):
            role = "agent"
        elif a.prep == "ل" and role == "agent" and not _may_do(event, a.chunk):
            continue
        if a.prep == AGENT and a.chunk.kind in ("object", "place") and not a.chunk.acts:
            role = ""
        if (
            a.prep in ("ب", AGENT)
            and a.chunk.klass in ("weapon", "weapon_system")
            and a.chunk.owner
        ):
            fill(event, "agent", a.chunk.owner, "owner-of-weapon")
            continue
        if (a.nested and a.prep != AGENT) or a.chunk.announced:
            continue  # «الملقب بأبي حفص» is no means
        if role == "place" and a.chunk.klass in _HIT_IN and event.type in PHYSICAL:
            fill(event, "target", a.chunk, f"prep:{a.prep}:thing-hit")
        if role == "place" or (a.prep == "من" and role == "target" and a.chunk.kind == "object"):
            continue  # circumstances decide where; «من» of a thing is a part
        if role:
            fill(event, role, a.chunk, f"prep:{a.prep}")
