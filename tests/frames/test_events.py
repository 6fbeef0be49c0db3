"""The event that the grammar fills."""

from tests.detection.chunk_helper import text_of

from riwaya.detection.chunker import chunks
from riwaya.frames.events import Event
from riwaya.frames.triggers import find_triggers
from riwaya.frames.view import view
from riwaya.pipeline import reader


def _event() -> Event:
    text, rules = text_of("قصف الجيش بلدة حيان."), reader().grammar
    (sentence,) = text.sentences
    v = view(text, sentence, chunks(text, sentence))
    find_triggers(v, rules.frames, rules.traps)
    (trigger,) = v.triggers
    return Event(v, trigger, trigger.type)


def test_a_filler_is_taken_once_with_its_rule() -> None:
    event = _event()
    army, town = event.view.chunks
    event.fill("agent", army, "first")
    event.fill("agent", army, "second")
    event.fill("place", town, "third")
    assert (event.agents, event.places) == ([army], [town])
    assert event.filled == [("agent", army, "first"), ("place", town, "third")]
    assert event.rules == ["first", "third"]


def test_a_role_that_is_none_is_left_alone() -> None:
    event = _event()
    event.fill("cause", event.view.chunks[0], "rule")
    assert event.filled == []
