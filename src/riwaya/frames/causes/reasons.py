"""The words of a reason or purpose that is no event: «خلاف على قطعة أرض», «تأمين الطريق»."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.view import View

_LONGEST = 6  # words of a reason
_ENDS = frozenset('،,؛;.:؟!\n()«»"')
_NO_NOUN = frozenset({"preposition", "negation", "that", "relative", "demonstrative"})
_CLOSED = frozenset({"من", "في", "خلال", "قرب", "بعد", "قبل", "منذ", "عند", "داخل", "لدى"})


def reason(v: View, i: int, skip: int = 0) -> Chunk | None:
    """The noun phrase of any words that opens at word `i`; `skip` letters of it are a clitic."""
    last = i
    while last < min(i + _LONGEST, v.sentence.last):
        word = v.text.words[last]
        if word.text in _ENDS or (last > i and _closes(v, last)):
            break
        last += 1
    while last > i + 1 and v.text.is_a("preposition", last - 1):
        last -= 1
    opening = v.text.facts[i].roles if i < v.sentence.last else frozenset()
    if last == i or not v.text.words[i].key[0].isalpha() or opening & _NO_NOUN:
        return None
    words = v.text.words
    return Chunk(
        "object", i, last, words[i].start + skip, words[last - 1].end, i, klass="reason",
        rule="reason",
    )  # fmt: skip


def _closes(v: View, i: int) -> bool:
    """Whether a word opens another clause or says where and when."""
    if v.bounds.get(i) or i in v.text.times or v.text.words[i].key in _CLOSED:
        return True
    trigger = v.trigger_at.get(i)
    return trigger is not None and trigger.verbal
