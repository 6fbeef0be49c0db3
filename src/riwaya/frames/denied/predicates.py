"""A deed told of by a noun, and what a clause says of it: it was not there, not then, not so."""

from __future__ import annotations

from riwaya.frames.events import Event
from riwaya.frames.linking import MEANS
from riwaya.frames.telling import noun_too
from riwaya.frames.view import View
from riwaya.model import Negated

_FAR = 14  # words between the deed and what is said of it
_RUMOUR = 5  # words between a word for a rumour and the deed
_AIMING = 8  # words between a weapon or deed and the negated verb of aiming
_HIT = frozenset({"علي", "ضد"})


def misplaced(event: Event) -> Negated | None:
    """«الغارة لم تحدث أمس», «ليس في القصر دارت الاشتباكات», «لم تقع الغارة في المدينة»."""
    v, trigger = event.view, event.trigger
    if trigger.verbal:
        return _fronted(v, trigger.first)
    if not (trigger.hit.split.article or event.targets or event.places or event.agents):
        return None
    if (part := _fronted(v, trigger.first)) is not None:
        return part
    end = min(trigger.last + _FAR, v.sentence.last)
    for k in range(trigger.last, end):
        if v.bounds.get(k) == "stop":
            return None
        if _not_happened(v, k):
            return _circumstance(event, k + 2)
        if v.text.is_a("not_being", k) and not v.text.is_a("among", k):
            return _circumstance(event, k + 1)
    if event.polarity == "negative" and event.negates == "event":
        for k in range(trigger.last, min(trigger.last + 5, end)):
            if v.text.is_a("happened", k) and (part := _circumstance(event, k + 1)) is not None:
                return part  # «نفى أن يكون الانفجار قد حدث داخل فرعه»
    before = trigger.first - 2
    happened = before >= v.sentence.first and _not_happened(v, before)
    return _circumstance(event, trigger.last) if happened and trigger.hit.split.article else None


def _not_happened(v: View, k: int) -> bool:
    """«لم تقع», «لم يكن», «ما حدث» at word `k`."""
    ahead = k + 1 < v.sentence.last
    return ahead and v.text.is_a("negation", k) and v.text.is_a("happens", k + 1)


def _circumstance(event: Event, k: int) -> Negated | None:
    """The time or place that stands at word `k`, behind a preposition or a word like «وليد»."""
    v = event.view
    chunk = next((c for c in v.chunks if c.first in (k, k + 1)), None)
    if chunk is None:
        return None
    if chunk.kind == "time":
        return "time"
    hit = event.type in MEANS and v.preposition(chunk) in _HIT
    place = chunk.kind == "place" and not hit
    return (
        "place" if place and (v.preposition(chunk) or chunk.klass in ("compass", "near")) else None
    )


def _fronted(v: View, first: int) -> Negated | None:
    """«ليس في بلدة كذا دارت …»: what stands between «ليس» and the deed is denied."""
    chunk = next((c for c in reversed(v.chunks) if c.last <= first and first - c.last <= 1), None)
    if chunk is None:
        return None
    i = chunk.first - 1
    if v.preposition(chunk) and not chunk.prep:
        i -= 1
    if i < v.sentence.first or not v.text.is_a("not_being", i):
        return None
    return {"place": "place", "time": "time"}.get(chunk.kind)  # type: ignore[return-value]


def misdirected(event: Event) -> Negated | None:
    """«لم يكن موجها ضد كذا», «الرماية لم تكن على الصيادين»: others were meant."""
    v, trigger = event.view, event.trigger
    if trigger.verbal:
        return _weapon_missed(event)
    if event.type not in MEANS:
        return None
    for k in range(trigger.last, min(trigger.last + _FAR, v.sentence.last - 2)):
        if v.bounds.get(k) == "stop":
            return None
        if v.text.is_a("negation", k) and (
            v.text.is_a("aims", k + 1) or v.text.is_a("aims", k + 2)
        ):
            return "target"
        if not (_not_happened(v, k) or v.text.is_a("not_being", k)):
            continue
        start = k + 1 if v.text.is_a("not_being", k) else k + 2
        ahead = range(start, min(start + 3, v.sentence.last))
        if start < v.sentence.last and v.text.is_a("directed", start):
            return "target"
        return "target" if any(v.text.words[j].key in _HIT for j in ahead) else None
    return None


def _weapon_missed(event: Event) -> Negated | None:
    """«الرصاص لم يستهدف القاضي»: of a shot that was told of, that it was not at him."""
    v, trigger = event.view, event.trigger
    if event.polarity != "negative" or not v.text.is_a("aims", trigger.first):
        return None
    subject, weapon = v.trigger_at.get(trigger.last), v.at.get(trigger.last)
    if subject is not None and not subject.verbal and subject.type in MEANS:
        return "target"  # «لم تستهدف الغارة المدرسة»
    if weapon is not None and weapon.definite and weapon.kind == "object":
        return "target"
    start = max(v.sentence.first, trigger.first - _AIMING)
    for k in range(trigger.first - 1, start - 1, -1):
        chunk, deed = v.at.get(k), v.trigger_at.get(k)
        if v.bounds.get(k) in ("stop", "contrast") or (chunk is not None and chunk.acts):
            return None
        if deed is not None and not deed.verbal and deed.type in MEANS:
            return "target" if deed.hit.split.article else None
        if chunk is not None and chunk.kind in ("person", "group"):
            return None
        if chunk is not None and chunk.definite and chunk.kind == "object":
            return "target"
    return None


def untrue(event: Event) -> Negated | None:
    """«الأنباء عن فرار سجناء عارية عن الصحة», «ما يشاع عن اتفاق كلام لا أساس له»."""
    v, first = event.view, event.trigger.first
    told = event.trigger.verbal and not noun_too(v, event) and not _told_as_content(v, first)
    if event.polarity == "negative" or told:
        return None
    before = range(max(v.sentence.first, first - _RUMOUR), first)
    if _nothing_in(v, first):
        return "event"
    if not any(v.text.is_a("rumour", k) for k in before):
        return None
    if any(v.text.is_a("false_rumour", k) for k in before) or _no_truth(v, before[0]):
        return "event"
    for k in range(event.trigger.last, v.sentence.last):
        if v.bounds.get(k) == "stop":
            return None
        if v.text.is_a("untrue", k) or not_true(v, k):
            return "event"
    return None


def not_true(v: View, k: int) -> bool:
    """«غير دقيق», «ليس صحيحاً» at word `k`."""
    before = v.text.words[k - 1].key
    return v.text.is_a("true", k) and (before == "غير" or v.text.is_a("not_being", k - 1))


def _told_as_content(v: View, first: int) -> bool:
    """Whether «أن» stands between a word for a rumour and the verb: «شائعات بأن القائد قُتل»."""
    return any(v.bounds.get(k) == "that" for k in range(max(v.sentence.first, first - 3), first))


def _nothing_in(v: View, first: int) -> bool:
    """«لا صحة لما أوردته صحيفة عن …»: there is nothing in what somebody says of a deed."""
    for k in range(first - 1, max(v.sentence.first, first - _FAR), -1):
        if v.bounds.get(k) in ("stop", "contrast") or (
            k in v.trigger_at and v.trigger_at[k].verbal
        ):
            return False
        if v.text.words[k].key == "لما" and v.text.is_a("untrue", k - 1):
            return v.text.is_a("negation", k - 2)
    return False


def _no_truth(v: View, last: int) -> bool:
    """«لا صحة لما تنشره صفحات عن …»: told before the rumour that there is nothing in it."""
    start = max(v.sentence.first, last - _RUMOUR)
    return any(
        v.text.is_a("untrue", k) and v.text.is_a("negation", k - 1)
        for k in range(start + 1, last + _RUMOUR)
    )
