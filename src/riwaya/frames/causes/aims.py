"""Aims that only «لـ» opens: «أرسل تعزيزات لفك الحصار», «نصبوا حاجزاً لتفتيش المارة»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.frames.causes.cued import main_before
from riwaya.frames.causes.reasons import reason
from riwaya.frames.events import Event
from riwaya.frames.ties import End, Tie
from riwaya.frames.view import View

_PUNISHED = frozenset({
    "arrest", "judgment", "execution", "killing", "assassination", "abduction", "torture", "injury",
    "raid", "shooting", "displacement", "restriction",
})  # fmt: skip
_PURPOSES = frozenset({"purpose", "realis:ل", "realis:بحثا عن"})
_HIS = ("ه", "ها", "هم", "هما")
_SHORTEST = 5  # letters of «لرفضه»
_FAR = 14  # words between a deed and its aim


def purposes(v: View, events: Sequence[Event]) -> Iterator[Tie]:
    """The aims of a sentence's deeds that are events, and those that a listed noun names."""
    for event in events:
        if not _purposive(event):
            continue
        deed = main_before(v, events, event.trigger.first)
        if deed is not None and event.trigger.first - deed.trigger.last <= _FAR:
            words = (event.trigger.first, event.trigger.last)
            yield _aim(v, deed, event, words)
    for i in range(v.sentence.first + 1, v.sentence.last):
        if i in v.trigger_at or not (_aim_noun(v, i) or _verb_of_aim(v, i)):
            continue
        deed = main_before(v, events, i)
        named = reason(v, i, 1)
        if deed is not None and named is not None and i - deed.trigger.last <= _FAR:
            yield _aim(v, deed, named, (i, i + 1))
    yield from _punished(v, events)


def _punished(v: View, events: Sequence[Event]) -> Iterator[Tie]:
    """«اعتقلوه لرفضه دفع الإتاوة»: behind a punishment «لـ» and what somebody did."""
    for i in range(v.sentence.first + 1, v.sentence.last):
        key = v.text.words[i].key
        if not key.startswith("ل") or key.startswith("لل") or len(key) < _SHORTEST or i in v.at:
            continue
        if (
            i in v.trigger_at
            or v.bounds.get(i)
            or _aim_noun(v, i)
            or not key.endswith(_HIS)
            or v.text.facts[i].roles
        ):
            continue
        deed = main_before(v, events, i)
        named = reason(v, i, 1)
        if deed is None or named is None or deed.type not in _PUNISHED:
            continue
        if i - deed.trigger.last <= _FAR:
            yield Tie(
                "cause", "because_of", v, i, i + 1, (("cause", named), ("effect", deed)), "punished"
            )


def _aim(v: View, deed: Event, aim: End, words: tuple[int, int]) -> Tie:
    return Tie("cause", "in_order_to", v, *words, (("cause", deed), ("effect", aim)), "purpose")


def _aim_noun(v: View, i: int) -> bool:
    """«لإجبارهم على …»: a listed noun of aim, with or without a pronoun."""
    key = v.text.words[i].key
    nouns = v.text.roles["aim_noun"]
    return key in nouns or any(key.removesuffix(p) in nouns for p in _HIS if len(key) > 5)


def _verb_of_aim(v: View, i: int) -> bool:
    """«ليشرفوا على الطريق»: «لـ» with a plural verb that tells of no listed deed."""
    key = v.text.words[i].key
    return key.startswith("لي") and key.endswith("وا") and len(key) > 5 and i not in v.at


def _purposive(event: Event) -> bool:
    """Whether «لـ» with an imperfect or a verbal noun makes a deed the aim of another."""
    split = event.trigger.hit.split
    if split.prep != "ل" or event.realis != "intended":
        return False
    return any(rule in _PURPOSES for rule in event.rules)
