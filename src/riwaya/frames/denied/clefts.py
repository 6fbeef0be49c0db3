"""«ليس الجيش من قصف», «ما نحن الذين أطلقنا», «استبعد أن يكون الجيش هو من أسقط»: not he did it."""

from __future__ import annotations

from riwaya.frames.events import Event
from riwaya.frames.view import View
from riwaya.model import Negated

_FAR = 8  # words between the negation and the verb
_CALLED = 3  # words between a word for a doer or target and the deed


def cleft(event: Event) -> Negated | None:
    """The doer, where a negated noun phrase and «من» or «الذي» stand before the verb."""
    trigger, v = event.trigger, event.view
    carried = not trigger.verbal and "light-verb" in event.rules
    i = trigger.first - 1 - carried  # «أن تكون هي من بدأ إطلاق النار»
    if i <= v.sentence.first:
        return None
    if not (trigger.verbal or carried):
        return _called(event)
    if _neither(event):
        return "agent"
    who = v.text.is_a("relative", i) or v.text.is_a("from", i)
    start = max(v.sentence.first, i - _FAR)
    if not who or any(v.text.words[j].text in "،,؛" for j in range(start, i)):
        return None
    if v.text.is_a("negated_pronoun", i - 1):
        return "agent"  # «لسنا من خطف»
    if v.text.is_a("not_being", i - 1) and i - 2 in v.at:
        return "agent"  # «القسام ليست من أطلق»
    named = i - 1 in v.at or v.text.is_a("pronoun", i - 1) or v.text.is_a("copula_pronoun", i - 1)
    denied = event.polarity == "negative" and "denial" in event.rules
    return "agent" if named and (denied or _negated(v, start, i)) else None


def _called(event: Event) -> Negated | None:
    """«لم يكن القيادي هو المستهدف بالغارة», «ليس هو منفذ الهجوم»: whom a deed is denied of."""
    v, first = event.view, event.trigger.first
    for k in range(first - 1, max(v.sentence.first, first - _CALLED) - 1, -1):
        if v.bounds.get(k) or k in v.trigger_at:
            return None
        aimed, did = v.text.is_a("aimed_at", k), v.text.is_a("did_it", k)
        if aimed or did:
            who = max(v.sentence.first, k - _FAR)
            return ("target" if aimed else "agent") if _negated(v, who, k) else None
    return None


def _neither(event: Event) -> bool:
    """«لا الحكومة ولا الحركة خطفت …»: two doers before the verb, each with «لا»."""
    v, first = event.view, event.trigger.first
    doers = [c for c in v.chunks if c.last <= first and first - c.last <= _FAR]
    if len(doers) < 2 or doers[-1].last != first:
        return False
    before = {v.text.words[c.first - 1].key for c in doers if c.first > v.sentence.first}
    return before >= {"لا", "ولا"}


def _negated(v: View, i: int, j: int) -> bool:
    """Whether «ليس», «ما» before a noun or pronoun, or «لم يكن» stands among the words."""
    for k in range(i, j):
        text = v.text
        if text.is_a("not_being", k) or text.is_a("negated_pronoun", k):
            return True
        being = k + 1 < j and text.is_a("being", k + 1)
        if being and text.is_a("negation", k):
            return True
        after = k + 1 < j and (text.is_a("pronoun", k + 1) or text.is_a("copula_pronoun", k + 1))
        if after and text.words[k].key.removeprefix("و") == "ما":
            return True
    return any(_unlikely(v, k) for k in range(max(v.sentence.first, i - _FAR), j))


def _unlikely(v: View, k: int) -> bool:
    """Whether word `k` is a verb of holding unlikely («استبعد»)."""
    return any(
        h.form.row["polarity"] == "negative" and h.form.row["realis"] == "possible"
        for h in v.text.infos[k].of("modality")
    )
