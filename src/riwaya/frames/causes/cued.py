"""Causes and aims that a phrase of `cause_cues` states: «بسبب», «ما دفع», «بهدف»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.detection.literals import longest
from riwaya.detection.text import Chunk
from riwaya.frames.causes.reasons import reason
from riwaya.frames.events import Event
from riwaya.frames.telling import noun_too
from riwaya.frames.ties import End, Tie
from riwaya.frames.view import View
from riwaya.model import Row

_CAUSE_CUES = frozenset({"cause_cues"}).__contains__
_OBJECT = 4  # words between a deed and the preposition of the verb before it
_NEAR = 6  # words between a cue and the deed behind it
_OVER = 9  # … between a verb of making somebody do something and what he does
_WORDS = frozenset({"accusation", "threat", "demand", "condemnation"})
"""Types of deeds of speech, which are not done for a reason that their sentence tells."""
_CUT = frozenset({"stop", "contrast"})


def cued(v: View, events: Sequence[Event]) -> Iterator[Tie]:
    """The causes and aims that the cues of a sentence state."""
    i = v.sentence.first
    while i < v.sentence.last:
        cue = longest(v.text, i, v.sentence.last, _CAUSE_CUES) if _may_open(v, i) else None
        if cue is None or (cue.split.prep and not cue.row["phrase"].startswith(cue.split.prep)):
            i += 1
            continue
        tie = _tie(v, events, i, cue.last, cue.row)
        if tie is not None:
            yield tie
        i = cue.last


def _may_open(v: View, i: int) -> bool:
    chunk = v.at.get(i)
    if chunk is not None and chunk.proper:
        return False  # «وادي حوران» is no «وأدى»
    return i in v.text.phrases or "cause_cues" in v.text.infos[i].hits


def _tie(v: View, events: Sequence[Event], first: int, last: int, row: Row) -> Tie | None:
    made = row["other"] == "before"
    bare = made and last - first == 1
    subject = _subject(v, events, last) if bare else None
    if last >= v.sentence.last or (row["next"] and not _takes(v, last, row["next"], subject)):
        return None
    if first in v.text.times:
        return None  # «اندلعت فجر اليوم»: at dawn, and set nothing off
    if v.text.words[first - 1].key == "في" and first > v.sentence.first and row["takes"] == "words":
        return None  # «في إثر الخاطفين»: after them
    before = main_before(v, events, first)
    if subject is not None:
        before, last = subject, subject.trigger.last  # «أسفرت الحملة عن …», «أشعل مقتل فلان …»
    behind = _behind(v, events, first, last, row, made)
    if behind is None:
        return None
    if before is None:
        if made:
            return None
        opens = first - v.sentence.first <= 1 or any(k in v.bounds for k in (first - 1, first - 2))
        before = _after(v, events, behind) if opens else None  # «بسبب الحصار نزح …»
        if before is None:
            return None
    if made and isinstance(behind, Event) and _grammatical(v, events, before, behind):
        before = behind.cause  # of «قُتل في غارة، ما أدى إلى إصابة …» the raid
    if before is behind or before is None:
        return None
    rule = f"cued-{'made' if made else 'reason' if row['relation'] == 'because_of' else 'aim'}"
    cause_first = made or row["relation"] == "in_order_to"
    cause, effect = (before, behind) if cause_first else (behind, before)
    return Tie(
        "cause", row["relation"], v, first, last, (("cause", cause), ("effect", effect)), rule
    )


def _grammatical(v: View, events: Sequence[Event], before: Event, behind: Event) -> bool:
    """Whether the grammar has a cause of its own for a result, which is no mere reason itself."""
    cause = behind.cause
    if cause is None or cause not in events:
        return False
    between = range(before.trigger.last, cause.trigger.first)
    return not any(_may_open(v, k) and longest(v.text, k, v.sentence.last, _CAUSE_CUES)
                   for k in between)  # fmt: skip


def _subject(v: View, events: Sequence[Event], last: int) -> Event | None:
    """The deed right behind a verb of bringing about, which is its subject."""
    found = next((e for e in events if 0 <= e.trigger.first - last <= 1), None)
    if found is None or found.trigger.hit.split.prep:
        return None
    if found.trigger.verbal and not noun_too(v, found):
        return None
    word = v.text.words[last].key
    return None if v.text.is_a("preposition", last) or word in ("الي", "عن") else found


def _takes(v: View, last: int, prep: str, subject: Event | None) -> bool:
    """Whether a cue's preposition stands behind it, or behind the deed that is its subject."""
    if subject is None:
        return _bears(v, last, prep)
    end = min(subject.trigger.last + _OBJECT, v.sentence.last)
    return any(_bears(v, k, prep) for k in range(subject.trigger.last, end))


def _bears(v: View, i: int, prep: str) -> bool:
    """Whether the word behind a cue bears a preposition or is one."""
    key = v.text.words[i].key
    return key == prep or (key.startswith(prep) and len(key) > len(prep) + 1)


def main_before(v: View, events: Sequence[Event], i: int) -> Event | None:
    """The deed that a phrase at word `i` says something of: the last verb of its clause, else
    the last deed before it."""
    start = v.sentence.first
    for k in range(i - 1, v.sentence.first - 1, -1):
        if v.bounds.get(k) in _CUT or v.text.is_a("while", k):
            start = k + 1
            break
    before = [
        e for e in events
        if start <= e.trigger.first and e.trigger.last <= i and e.type not in _WORDS
    ]  # fmt: skip
    if not before:
        return None
    verbs = [e for e in before if e.trigger.verbal and not _relative(v, e)]
    nearest = before[-1]
    if not verbs or _tied_to(v, nearest, i) or _in_relative(v, nearest, i):
        return nearest
    return verbs[-1]


def _in_relative(v: View, event: Event, i: int) -> bool:
    """«ردا على الغارة التي طالت … وأدت إلى»: a relative clause goes on with its noun."""
    near = range(event.trigger.last, min(event.trigger.last + 2, i))
    if event.trigger.verbal:
        return False
    carried = not event.trigger.hit.split.article and any(
        h.form.pos == "verb" and not h.split.cuts for k in near if k not in v.at
        for h in v.text.infos[k].of("light_verbs")
    )  # fmt: skip
    return carried or any(v.bounds.get(k) == "relative" for k in near)


def _relative(v: View, event: Event) -> bool:
    return v.bounds.get(event.trigger.first - 1) == "relative"


def _tied_to(v: View, event: Event, i: int) -> bool:
    """Whether a deed stands so near before a phrase that the phrase is said of it."""
    return i - event.trigger.last <= 1


def _behind(
    v: View, events: Sequence[Event], first: int, last: int, row: Row, made: bool
) -> End | None:
    """The event behind a cue, else the words of the reason where the cue takes any."""
    reach = _OVER if made else _NEAR
    for event in events:
        distance = event.trigger.first - last
        if not 0 <= distance <= reach or _broken(v, last, event.trigger.first):
            continue
        averted = distance and event.realis == "hypothetical"
        aimed = row["takes"] == "words" and (distance > 1 or averted) and not made
        if aimed and _of_words(v, last, event):
            break
        return event
    if row["takes"] == "verb" and not _imperfect(v, last + v.text.is_a("negation", last)):
        return None
    if row["takes"] == "deed" or v.text.is_a("no_reason", last):
        return None
    skip = len(row["next"]) if row["next"] and v.text.words[last].key != row["next"] else 0
    start = last + 1 if row["next"] and v.text.words[last].key == row["next"] else last
    return reason(v, start, skip)


def _of_words(v: View, last: int, event: Event) -> bool:
    """«بهدف فك الحصار»: the deed is only named by the words of the purpose."""
    if v.text.is_a("taking_part", last) or _relative(v, event):
        return False  # «بتهمة المشاركة في تفجير», «ثأرا لابنهم الذي قتلته …»
    chunk = v.at.get(last)
    return chunk is None or chunk.last <= event.trigger.first


def _imperfect(v: View, i: int) -> bool:
    """Whether a word looks like a verb in the imperfect («كي تفصل بينهما»)."""
    key = v.text.words[i].key
    return len(key) > 3 and key[0] in "يت" and i not in v.at and not key.endswith("ه")


def _broken(v: View, i: int, j: int) -> bool:
    return any(v.bounds.get(k) in _CUT or v.text.words[k].text in "،," for k in range(i, j))


def _after(v: View, events: Sequence[Event], behind: End) -> Event | None:
    """The deed of the clause that a reason opens: «بسبب الحصار، نزح …»."""
    last = behind.last if isinstance(behind, Chunk) else behind.trigger.last
    return next((e for e in events if e.trigger.first >= last and e.trigger.verbal), None)
