"""Whether a verb of saying has what it says behind it: «أقر بأن», but not «أقر القانون»."""

from __future__ import annotations

from riwaya.frames.cues import Cue
from riwaya.frames.view import View

_REACH = 9  # words behind a verb and its subject in which its complement opens
_NEAR = 5
_FREE = ("noun", "quote", "object", "source", "none", "verb")


def complemented(v: View, cue: Cue, after: int) -> bool:
    """Whether a preposition, «أن» or a deed that the cue asks for stands behind it."""
    act, kinds = cue.row["act"], cue.complements
    if act == "claim" and cue.verbal and "noun" in kinds:
        return _deed(v, after)
    if act == "estimate" and cue.verbal:
        return _numbers(v, after) or _opens(v, cue, after)
    if any(kind.startswith(_FREE) for kind in kinds):
        return True
    return act != "admit" or _opens(v, cue, after)


def unnamed(cue: Cue) -> bool:
    """Whether the cue itself is what says it: «تقديرات», «وثيقة مسربة»."""
    return not cue.verbal and cue.row["speaker"] == "unnamed"


def _opens(v: View, cue: Cue, after: int) -> bool:
    preps = {kind.removeprefix("prep:") for kind in cue.complements if kind.startswith("prep:")}
    for k in range(after, min(after + _REACH, v.sentence.last)):
        if v.bounds.get(k) == "that":
            return True
        if v.bounds.get(k) == "stop":
            return v.text.words[k].text == ":"
        word = v.text.words[k].key
        if word in preps or (len(word) > 2 and word[0] in preps):
            return cue.row["act"] != "admit" or _deed(v, k)
    return False


def _deed(v: View, after: int) -> bool:
    """Whether a deed is named within a few words: «تبنى الهجوم», not «تبنى قراراً»."""
    end = min(after + _NEAR, v.sentence.last)
    return any(k in v.trigger_at for k in range(after, end))


def _numbers(v: View, after: int) -> bool:
    """«قدّرت عدد القتلى بتسعة»: a toll or a number, not the worth of something."""
    end = min(after + _REACH, v.sentence.last)
    return any(k in v.text.numbers or v.text.is_a("toll", k) for k in range(after, end))
