"""Did it happen: negation, plans, threats, demands, possibility, what was averted."""

from __future__ import annotations

from typing import Literal, cast

from riwaya.frames.clauses import comma_between, crosses
from riwaya.frames.cues import Cue, cues
from riwaya.frames.events import Event
from riwaya.frames.governing import governs
from riwaya.frames.linking import HARM
from riwaya.frames.telling import noun_too
from riwaya.frames.view import View
from riwaya.model import Negated, Realis

_WEIGHT = {
    "": 0,
    "actual": 0,
    "generic": 1,
    "possible": 2,
    "intended": 3,
    "demanded": 4,
    "threatened": 5,
    "hypothetical": 6,
}


def judge(view: View, events: list[Event]) -> None:
    """Sets realis and polarity of a sentence's events from the cues that govern them."""
    found = [c for c in cues(view, "modality") if not _harms(view, c)]
    for n, event in enumerate(events):
        if not _presupposed(found, event):
            for cue in found:
                if governs(view, cue, event, events):
                    _apply(event, cue)
        _own_form(event, found)
        _carry(events, n)


def _harms(v: View, cue: Cue) -> bool:
    """Whether the word of a cue tells a deed itself («قضى ثلاثة …», were killed)."""
    trigger = v.trigger_at.get(cue.first)
    if trigger is None or trigger.type not in HARM:
        return False
    return not (
        "prep:ب" in cue.complements
        and cue.last < v.sentence.last
        and v.text.words[cue.last].key.startswith("ب")
    )


def _presupposed(found: list[Cue], event: Event) -> bool:
    """«رفع الحصار», «وقف القتال»: what is to end goes on, whoever asks for its end."""
    return any("presupposed" in c.complements and c.last == event.trigger.first for c in found)


def _apply(event: Event, cue: Cue) -> None:
    realis = cast(Realis | Literal[""], cue.row["realis"])
    if realis and _WEIGHT[realis] > _WEIGHT[event.realis]:
        event.realis = realis
        event.rules.append(
            "any-deed" if "any" in cue.complements else f"realis:{cue.row['lemma'].split('|')[0]}"
        )
    negative = cue.row["polarity"] == "negative"
    if negative != (cue.negated and realis not in ("hypothetical", "")):
        event.polarity = "negative" if event.polarity == "positive" else "positive"
        part = cast(Negated, cue.row["negates"] or "event")
        event.negates = part if event.polarity == "negative" else None
        event.rules.append("negation")


def _own_form(event: Event, found: list[Cue]) -> None:
    """What the verb's own form says: a future, a purpose, an answer to «لو»."""
    split, form = event.trigger.hit.split, event.trigger.hit.form
    if event.realis != "actual":
        return
    if _answers(event, found):
        event.realis = "hypothetical"
        event.rules.append("answer-to-condition")
    elif form.pos == "verb" and split.future:
        event.realis = "intended"
        event.rules.append("future")
    elif (
        form.pos == "verb"
        and split.prep == "ل"
        and (form.tense == "imperfect" or noun_too(event.view, event))
    ):
        event.realis = "intended"
        event.rules.append("purpose")


def _answers(event: Event, found: list[Cue]) -> bool:
    """«لولا … لسقط»: the verb with «لـ» behind a condition, or the subject noun of such a verb."""
    first = event.trigger.first
    start = next(
        (
            c.last
            for c in found
            if c.row["realis"] == "hypothetical"
            and c.hit.form.pos == "particle"
            and c.last <= first
        ),
        None,
    )
    if start is None:
        return False
    for k in (first, first - 1, first - 2):
        if k < start or (event.trigger.verbal and k < first):
            continue
        for table in ("triggers", "light_verbs"):
            for hit in event.view.text.infos[k].of(table):
                if hit.form.pos == "verb" and hit.split.prep == "ل" and hit.form.tense == "perfect":
                    return True
    return False


def _told_apart(cause: Event, event: Event) -> bool:
    """«نجا من محاولة اغتيال، فيما قُتل سائقه»: what else happened, in a clause of its own."""
    words = cause.trigger.last, event.trigger.first
    return (
        event.trigger.verbal and cause.view is event.view
        and crosses(event.view, *words, "circumstance", "contrast")
    )  # fmt: skip


def _carry(events: list[Event], n: int) -> None:
    """A deed that follows from a governed one is governed as it is, so is a noun joined to one."""
    event = events[n]
    if event.realis != "actual" or event.polarity != "positive":
        return
    cause = event.cause
    if (
        cause is not None
        and cause.realis not in ("actual", "generic")
        and cause.trigger.first < event.trigger.first
        and not _told_apart(cause, event)
    ):
        event.realis = cause.realis
        event.rules.append("realis-of-cause")
        return
    if not n or event.trigger.hit.split.conj != "و" or event.trigger.verbal:
        return
    before = events[n - 1]
    near = event.trigger.first - before.trigger.last <= 8 and not before.trigger.verbal
    if (
        near
        and before.realis not in ("actual", "generic")
        and not comma_between(event.view, before.trigger.last, event.trigger.first)
    ):
        event.realis = before.realis
        event.rules.append("realis-joined")
