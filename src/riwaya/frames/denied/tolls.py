"""«حصيلة … غير دقيقة», «لم يتجاوز عدد القتلى …», «نفت مقتل مئة، … إن ثلاثين قُتلوا»: not so many."""

from __future__ import annotations

from riwaya.frames.denied.predicates import not_true
from riwaya.frames.events import Event
from riwaya.frames.linking import HARM
from riwaya.frames.view import View
from riwaya.model import Negated

_TOLL = 9  # words between a word for a toll and the victims
_FAR = 16  # words between the victims and what is said of their number


def miscounted(event: Event) -> Negated | None:
    """The figure, where the number is denied and not the deed."""
    if event.type not in HARM | {"arrest", "abduction"}:
        return None
    v, first = event.view, event.trigger.first
    if event.polarity == "negative" and event.negates == "event":
        near = range(max(first - 1, v.sentence.first), event.trigger.last)
        toll = any(v.text.is_a("toll", k) for k in near)
        return "figure" if toll or _other_toll(event) or _toll_is_not(event) else None
    if event.trigger.verbal or event.polarity == "negative":
        return None
    before = range(max(v.sentence.first, first - _TOLL), event.trigger.last)
    spoken = any(
        v.text.is_a("toll", k) or (event.counts and v.text.is_a("rumour", k)) for k in before
    )
    if spoken and (_not_exceeded(v, first) or _inflated(v, event.trigger.last)):
        return "figure"
    return "figure" if event.counts and _no_number(v, event.trigger.last) else None


def _no_number(v: View, last: int) -> bool:
    """«سبعة جرحى، وهو رقم لا أصل له»: the number itself is called wrong."""
    return any(
        v.text.words[k].key == "رقم" and v.text.is_a("negation", k + 1)
        for k in range(last, min(last + _FAR, v.sentence.last - 1))
    )


def _other_toll(event: Event) -> bool:
    """Whether the sentence goes on to tell of the same harm with another number."""
    mine = {(c.kind, c.low, c.high) for c in event.counts}
    for other in event.siblings:
        if other is event or other.type != event.type or other.polarity == "negative":
            continue
        theirs = {(c.kind, c.low, c.high) for c in other.counts}
        if mine and theirs and not mine & theirs and other.trigger.first > event.trigger.first:
            return True
    return False


def _toll_is_not(event: Event) -> bool:
    """«حصيلة الانفجار ليست عشرين شهيداً»: of a toll is said that it is not so many."""
    v, first = event.view, event.trigger.first
    start = max(v.sentence.first, first - _FAR)
    toll = next((k for k in range(start, first) if v.text.is_a("toll", k)), None)
    return toll is not None and any(v.text.is_a("not_being", k) for k in range(toll, first))


def _not_exceeded(v: View, first: int) -> bool:
    """«لم يتجاوز عدد القتلى …»: a negated verb of exceeding before the toll."""
    start = max(v.sentence.first, first - _TOLL)
    return any(
        v.text.is_a("negation", k) and k + 1 < first and v.text.is_a("exceeds", k + 1)
        for k in range(start, first)
    )


def _inflated(v: View, last: int) -> bool:
    """«… مبالغ فيه», «… غير دقيقة», «… ليس ثلاثين» behind the victims."""
    for k in range(last, min(last + _FAR, v.sentence.last)):
        if v.text.is_a("inflated", k) or not_true(v, k):
            return True
        if v.text.is_a("not_being", k) and any(
            j in v.text.numbers for j in range(k + 1, min(k + 3, v.sentence.last))
        ):
            return True
        if v.bounds.get(k) == "stop":
            return False
    return False
