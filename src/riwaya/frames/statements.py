"""Events become statements: mentions with ids, spans of the text as given, evidence."""

from __future__ import annotations

from riwaya.detection.text import Chunk, Text
from riwaya.frames.events import Count, Event
from riwaya.frames.governments import is_government
from riwaya.frames.view import View
from riwaya.model import (
    Figure,
    Form,
    Link,
    Mention,
    MentionKind,
    Role,
    RoleName,
    Span,
    Statement,
    TimeValue,
)


class Mentions:
    """Noun phrases as mentions, each stretch of text once for each kind."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._ids: dict[tuple[int, int], str] = {}
        self.chunks: dict[str, Chunk] = {}
        self.found: dict[str, Mention] = {}

    def add(self, chunk: Chunk, kind: MentionKind | None = None) -> str:
        """The id of a noun phrase's mention."""
        span = self._text.folded.span(chunk.start, chunk.end)
        place = (span.start, span.end)
        known = self._ids.get(place)
        if known is not None:
            if kind and self.found[known].kind != kind:
                old = self.found[known]
                self.found[known] = Mention(old.id, kind, old.form, old.start, old.end, old.text)
            return known
        name = f"m{len(self._ids) + 1}"
        self._ids[place] = name
        form: Form = "name" if chunk.proper else "nominal"
        self.found[name] = Mention(name, kind or chunk.kind, form, span.start, span.end, span.text)
        self.chunks[name] = chunk
        return name

    def add_all(self, chunk: Chunk) -> None:
        """A noun phrase and the mentions inside it."""
        self.add(chunk)
        for part in (*chunk.inner, *([chunk.name] if chunk.name else [])):
            self.add_all(part)


def mentions_of(text: Text, views: list[View]) -> Mentions:
    """All noun phrases of the sentences read, as mentions."""
    found = Mentions(text)
    for v in views:
        for chunk in v.chunks:
            if is_government(v, chunk):
                found.add(chunk, "group")
            found.add_all(chunk)
    return found


def statement(event: Event, number: int, mentions: Mentions) -> Statement:
    """One event as a statement of the report."""
    v, folded = event.view, event.view.text.folded
    words = v.text.words
    trigger = event.trigger
    first = words[trigger.first].start + trigger.hit.split.skip
    span = folded.span(first, words[trigger.last - 1].end)
    roles = [Role(role, mentions.add(_named(c), kind)) for role, c, kind in _roles(event)]
    return Statement(
        id=f"e{number}", kind="event", type=event.type, trigger=span, evidence=(_evidence(v),),
        happening=event.happening, roles=tuple(dict.fromkeys(roles)),
        time=_time(event, mentions),
        figures=_figures(event, number, mentions),
        realis=event.realis, polarity=event.polarity, negates=event.negates,
        attribution=tuple(
            Link(s.act, _source(s.source, mentions) if s.source else None,
                 folded.span(words[s.first].start, words[s.last - 1].end))
            for s in event.said
        ),
        rules=tuple(dict.fromkeys(event.rules)),
    )  # fmt: skip


def _source(chunk: Chunk, mentions: Mentions) -> str:
    """Who says it; a country or capital that speaks is its government."""
    return mentions.add(_named(chunk), "group" if chunk.acts else None)


def _named(chunk: Chunk) -> Chunk:
    return chunk.best if chunk.kind == "person" else chunk


def _roles(event: Event) -> list[tuple[RoleName, Chunk, MentionKind | None]]:
    found: list[tuple[RoleName, Chunk, MentionKind | None]] = []
    fillers: dict[RoleName, list[Chunk]] = {
        "agent": event.agents, "target": event.targets, "place": event.places,
        "origin": event.origins, "destination": event.destinations,
        "instrument": event.instruments, "object": event.objects,
    }  # fmt: skip
    for role, chunks in fillers.items():
        for chunk in chunks:
            acting = role in ("agent", "target") and chunk.acts
            found.append((role, chunk, "group" if acting else None))
    return found


def _evidence(v: View) -> Span:
    words = v.text.words
    first, last = v.sentence.first, v.sentence.last
    while last - 1 > first and words[last - 1].text == "\n":
        last -= 1
    return v.text.folded.span(words[first].start, words[last - 1].end)


def _time(event: Event, mentions: Mentions) -> TimeValue | None:
    chunk = event.time
    if chunk is None or chunk.time is None:
        return None
    t = chunk.time
    return TimeValue(t.edtf, t.earliest, t.latest, mentions.add(chunk))


def _figures(event: Event, number: int, mentions: Mentions) -> tuple[Figure, ...]:
    ids = {id(c): f"e{number}f{n}" for n, c in enumerate(event.counts, 1)}
    return tuple(_figure(c, ids, mentions) for c in event.counts)


def _figure(c: Count, ids: dict[int, str], mentions: Mentions) -> Figure:
    counted = mentions.add(c.counted) if c.counted else None
    part = ids.get(id(c.part_of)) if c.part_of else None
    return Figure(c.kind, c.low, c.high, c.approximate, ids[id(c)], counted, part, counted)
