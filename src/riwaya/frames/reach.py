"""How far the words of a source reach, before its cue and behind it."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.frames.clauses import (
    CLOSING,
    COMMAS,
    OPENING,
    comma_between,
    crosses,
    next_word,
    quoted,
    stopped,
)
from riwaya.frames.cues import Cue
from riwaya.frames.events import Event
from riwaya.frames.telling import noun_too
from riwaya.frames.view import View

_SPEECH_ACTS = frozenset({"threat", "demand", "accusation", "condemnation", "protest"})
_RELATIVE = 10  # words of a source's relative clause


def ranges(
    v: View, cue: Cue, later: list[Cue], after: int, trailing: bool, events: list[Event]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The words before and behind a cue that it covers."""
    none = (0, 0)
    first = v.sentence.first
    phrase = cue.complements[0].startswith("source") and not cue.verbal
    if trailing or phrase:
        start = next(
            (k + 1 for k in range(cue.first - 1, first - 1, -1) if stopped(v, k, k + 1)), first
        )
        before = (start, cue.first)
        opens = all(v.text.words[k].text in "«،\n" for k in range(start, cue.first))
        if phrase and opens:
            return before, (after, _whole(v, after))
        if phrase and _inserted(v, after, later):
            return before, (after, _end(v, cue, later, after, events))
        return before, none
    return none, (_start(v, cue, after, events), _end(v, cue, later, after, events))


def _whole(v: View, after: int) -> int:
    """Where the clause that «بحسب كذا» opens ends; another who speaks in it is quoted by it."""
    for k in range(after, v.sentence.last):
        if not quoted(v, k) and (v.bounds.get(k) == "contrast" or stopped(v, k, k + 1)):
            return k
    return v.sentence.last


def _start(v: View, cue: Cue, after: int, events: list[Event]) -> int:
    """What is said opens at «إن»; the source's relative clause («تاجر نزح») is not said."""
    if "clause" not in cue.complements:
        return after
    opening = next(
        (
            k
            for k in range(after, min(after + _RELATIVE, v.sentence.last))
            if v.bounds.get(k) == "that"
        ),
        None,
    )
    if opening is None or comma_between(v, after, opening):
        return after
    between = [e.trigger for e in events if after <= e.trigger.first < opening]
    told = any(
        (t.first == after and not t.verbal)
        or (t.hit.split.prep and "prep:" + t.hit.split.prep in cue.complements)
        for t in between
    )
    return opening if between and not told else after


def inserted_before_that(v: View, cue: Cue, after: int, speeches: Sequence[object]) -> bool:
    """«ذكر التلفزيون، نقلا عن مصدر، أن …»: a phrase between a verb of saying and what is said."""
    phrase = cue.complements[0].startswith("source") and not cue.verbal
    if not phrase or not speeches:
        return False
    i = after
    while i < v.sentence.last and (v.text.words[i].text in COMMAS or i in v.at):
        i += 1
    opens = i < v.sentence.last and v.bounds.get(i) == "that"
    return opens and not crosses(v, v.sentence.first, cue.first, "that")


def _inserted(v: View, after: int, later: list[Cue]) -> bool:
    """«خطط الجيش، بحسب ضابط، لشن هجوم»: the clause goes on behind the source."""
    i = after
    if i >= v.sentence.last or v.text.words[i].text not in COMMAS:
        return False
    i = next_word(v, i)
    if (
        i >= v.sentence.last
        or v.bounds.get(i) not in (None, "subordinator", "result")
        or any(c.first == i for c in later)
    ):
        return False
    return not v.text.words[i].key.startswith(("و", "ف"))


def clause_final(v: View, cue: Cue, after: int) -> bool:
    """«… ، يقول فلان» and «…»، قال فلان: the words said stand before the verb."""
    if (
        cue.first == v.sentence.first
        or cue.row["speaker"] == "same"
        or cue.hit.split.conj
        or not cue.verbal
    ):
        return False
    before = v.text.words[cue.first - 1].text
    if before not in COMMAS | CLOSING | {'"'}:
        return False
    quote = before in CLOSING or v.text.words[max(cue.first - 2, 0)].text in CLOSING
    ahead = range(after, min(after + 4, v.sentence.last))
    if any(v.bounds.get(j) == "that" or v.text.words[j].text in OPENING | {":"} for j in ahead):
        return False
    return (
        quote
        or next_word(v, after) >= v.sentence.last
        or v.text.words[after].text in COMMAS | {".", "\n"}
    )


def _end(v: View, cue: Cue, later: list[Cue], after: int, events: list[Event]) -> int:
    """The word where what is said ends: another speaker, a turn, a new clause of the narrator."""
    last = v.sentence.last
    clausal = any(
        v.bounds.get(k) == "that" or v.text.words[k].text in OPENING | {":", '"'}
        for k in range(after - 1, min(after + 4, last))
    )
    denies = cue.row["act"] == "deny"  # «نفى …، مؤكداً …»: what is affirmed is not denied
    following = {c.first: c for c in later}
    acts = {
        e.trigger.first for e in events
        if e.trigger.verbal and (e.type in _SPEECH_ACTS or (not clausal and not noun_too(v, e)))
    }  # fmt: skip
    for k in range(after, last):
        other = following.get(k)
        if other is not None and (_own_clause(v, other, cue) or (denies and _turns(v, other))):
            return k
        if quoted(v, k):
            continue
        if v.bounds.get(k) == "contrast" or stopped(v, k, k + 1):
            return k
        if k in acts and _new_clause(v, k, clausal):
            return k
    return last


def _own_clause(v: View, later: Cue, cue: Cue) -> bool:
    """Whether a later cue opens a clause of its own, and is no speech within the speech."""
    if later.row["complement"] == "verb" or (not later.verbal and later.row["speaker"] == "same"):
        return False
    if later.hit.split.conj and later.verbal:
        return True
    if not later.verbal:
        return False
    return (
        crosses(v, cue.last, later.first, "contrast")
        or v.bounds.get(later.first - 1) == "circumstance"
    )


def _turns(v: View, later: Cue) -> bool:
    """Whether a participle of saying behind a comma goes on with other words."""
    same = later.row["speaker"] == "same" and later.row["act"] != "deny"
    return same and v.text.words[later.first - 1].text in COMMAS


def _new_clause(v: View, k: int, clausal: bool) -> bool:
    """Whether the verb at a word is joined to the verb of saying, not to what is said."""
    before = v.text.words[k - 1]
    if v.bounds.get(k - 1) in ("circumstance", "coordinator", "contrast"):
        return before.text not in COMMAS
    conj = v.text.words[k].key.startswith("و")
    return conj and (comma_between(v, k - 1, k) or not clausal)
