"""The sentences of a report read one after another into events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from riwaya.detection.chunker import chunks
from riwaya.detection.text import Chunk, Text
from riwaya.frames.aircraft import add_owner_of_aircraft
from riwaya.frames.attribution import Quoting, Voices, attribute
from riwaya.frames.backrefs import refer_back
from riwaya.frames.circumstances import place_events
from riwaya.frames.companions import add_companions
from riwaya.frames.control import control
from riwaya.frames.counts import count_events
from riwaya.frames.denied import denied_parts
from riwaya.frames.events import Event, Said
from riwaya.frames.frame_table import Frame, frames
from riwaya.frames.generic import generalise
from riwaya.frames.headings import Heading
from riwaya.frames.linking import link
from riwaya.frames.nouns import read_noun
from riwaya.frames.pronouns import fill_pronouns
from riwaya.frames.realis import judge
from riwaya.frames.times import time_events
from riwaya.frames.triggers import Traps, find_triggers, traps
from riwaya.frames.verbs import read_verb
from riwaya.frames.victims import read_victims
from riwaya.frames.view import Trigger, View, view
from riwaya.model import Lexicon

_TOLD = 12  # events before a sentence that it may deny a part of
SILENT = frozenset({"clutter", "quote", "byline", "dateline"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """The frames and traps of a lexicon."""

    frames: Mapping[str, Frame]
    traps: Traps


def grammar(lexicon: Lexicon) -> Grammar:
    """What the frames room needs of a lexicon."""
    return Grammar(frames(lexicon), traps(lexicon))


@dataclass(frozen=True, slots=True)
class Discourse:
    """A report's sentences that were read, the events in them, and who says what in each."""

    views: list[View]
    events: list[Event]
    voices: list[Voices]
    _numbers: dict[int, int] = field(default_factory=dict)

    def said(self, view: View, i: int) -> list[Said]:
        """The links that say word `i` of a sentence, outermost first."""
        if not self._numbers:
            self._numbers.update((id(v), n) for n, v in enumerate(self.views))
        n = self._numbers.get(id(view))
        return [] if n is None else self.voices[n].at(i)


def read_sentences(text: Text, rules: Grammar) -> Discourse:
    """The sentences and events of a report; sentences of clutter yield neither."""
    voices: list[Voices] = []
    views: list[View] = []
    events: list[Event] = []
    quoting = Quoting()
    last: Event | None = None
    told: set[str] = set()
    heading = Heading()
    for sentence in text.sentences:
        if sentence.kind in SILENT or sentence.first >= sentence.last:
            continue
        v = view(text, sentence, chunks(text, sentence))
        views.append(v)
        find_triggers(v, rules.frames, rules.traps)
        v.settled = True
        found = read_events(v, last)
        last = next(
            (e for e in reversed(found) if e.trigger.verbal and (e.agents or e.targets)), None
        )
        voices.append(attribute(v, found, quoting))
        denied_parts(found, events[-_TOLD:])
        generalise(v, found, told)
        if not text.dated:
            time_events(v, found, unknown=True)
        for n, event in enumerate(found):
            refer_back(event, [*events, *found[:n]])
        heading.follow(v, found)
        events += found
    return Discourse(views, events, voices)


def read_events(v: View, last: Event | None = None) -> list[Event]:
    """The events of one sentence with roles, figures, place, time and realis."""
    events: list[Event] = []
    verb: Event | None = None
    for trigger in v.triggers:
        event = Event(v, trigger, trigger.type)
        chunk = _victims(v, trigger)
        if chunk is not None:
            read_victims(event, chunk)
        elif trigger.verbal:
            before = verb or (last if _carried_over(trigger) else None)
            read_verb(event, before)
            fill_pronouns(event, before or last)
            verb = event
        else:
            read_noun(event, verb)
        add_owner_of_aircraft(event)
        events.append(event)
    for event in events:
        event.siblings = events
    control(v, events)
    link(events)
    add_companions(v, events)
    count_events(events)
    place_events(v, events)
    time_events(v, events)
    judge(v, events)
    return events


def _carried_over(trigger: Trigger) -> bool:
    """Whether a verb may go on with the subject of the sentence before: in the plural it may."""
    return trigger.hit.form.number == "pl"


def _victims(v: View, trigger: Trigger) -> Chunk | None:
    """The noun phrase whose head is this trigger («أربعة قتلى من أفرادها»), or that it closes
    with («سقوط 140 قتيلاً»)."""
    closing = v.at.get(trigger.last - 1) if trigger.between and not trigger.verbal else None
    if closing is not None and closing.klass == "victim" and closing.count is not None:
        return closing
    chunk = v.at.get(trigger.first)
    if (
        chunk is not None
        and chunk.head == trigger.first
        and chunk.klass == "victim"
        and not trigger.verbal
    ):
        return chunk
    return None
