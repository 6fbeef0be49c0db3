"""What followed from a deed, as the grammar linked them: «قُتل في قصف», «قصف … أوقع قتلى»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from riwaya.frames.causes.cued import main_before
from riwaya.frames.events import Event
from riwaya.frames.ties import Tie
from riwaya.frames.view import View


def results(v: View, events: Sequence[Event]) -> Iterator[Tie]:
    """The harms of a sentence with the deeds that they follow from."""
    for event in events:
        cause = event.cause
        if cause is None or cause.view is not v or cause is event or _meanwhile(v, event, cause):
            continue
        first = min(event.trigger.first, cause.trigger.first)
        words = (event.trigger.first, event.trigger.last)
        if first == cause.trigger.first and not _leads_to(v, cause, event):
            continue
        spread = range(event.trigger.last, cause.trigger.first)
        if any(v.text.is_a("while", k) for k in spread):
            continue
        yield Tie("cause", "because_of", v, *words, (("cause", cause), ("effect", event)), "result")


def _meanwhile(v: View, event: Event, cause: Event) -> bool:
    """«قُتل خلال اشتباكات»: only at the time of it."""
    i = cause.trigger.first - 1
    before = range(max(v.sentence.first, i - 1), i + 1)
    return cause.type == "clash" and any(v.text.is_a("meanwhile", k) for k in before)


def _leads_to(v: View, cause: Event, event: Event) -> bool:
    """Whether a harm behind its cause is told as its result, not merely after it."""
    between = range(cause.trigger.last, event.trigger.first)
    if any(v.bounds.get(k) == "result" for k in between):
        return True
    if any(v.text.words[k].text in "،," for k in between) and not _follows(v, event):
        return False
    return (
        "light-verb" in event.rules
        or _follows(v, event)
        or (
            any(rule.startswith("doer-of-cause") for rule in event.rules)
            and not event.trigger.verbal
        )
    )


def _follows(v: View, event: Event) -> bool:
    """«فقُتل …», «فاندلعت اشتباكات»: «ف» before the verb that tells or carries a deed."""
    if event.trigger.hit.split.conj == "ف":
        return True
    i = event.trigger.first - 1
    return (
        not event.trigger.verbal and i >= v.sentence.first and v.text.words[i].key[0] == "ف"
        and any(h.split.conj == "ف" for h in v.text.infos[i].of("light_verbs"))
    )  # fmt: skip


def consequences(v: View, events: Sequence[Event]) -> Iterator[Tie]:
    """«اقتحموا البلدة، فاندلعت اشتباكات»: what «ف» joins to the deed before it."""
    for before, event in pairwise(events):
        if event.cause is not None or not _follows(v, event) or before.type == event.type:
            continue
        if any(v.bounds.get(k) == "stop" for k in range(before.trigger.last, event.trigger.first)):
            continue
        main = main_before(v, events, event.trigger.first) or before
        words = (event.trigger.first, event.trigger.last)
        yield Tie(
            "cause", "because_of", v, *words, (("cause", main), ("effect", event)), "consequence"
        )
