"""Events become statements: mentions with ids, spans of the text as given, evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.detection.text import Chunk, Text
from riwaya.frames.events import Count, Event, Said
from riwaya.frames.governments import is_government
from riwaya.frames.reader import Discourse
from riwaya.frames.ties import Tie
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

    def __init__(self, text: Text, views: Sequence[View] = ()) -> None:
        self._text = text
        self._views = views
        self._firsts = [v.sentence.first for v in views]
        self._ids: dict[tuple[int, int], str] = {}
        self.chunks: dict[str, Chunk] = {}
        self.found: dict[str, Mention] = {}

    def id_of(self, chunk: Chunk) -> str | None:
        """The id of a noun phrase that is a mention."""
        span = self._text.folded.span(chunk.start, chunk.end)
        return self._ids.get((span.start, span.end))

    def view_of(self, name: str) -> View:
        """The sentence that a mention stands in."""
        return self._views[max(bisect_right(self._firsts, self.chunks[name].first) - 1, 0)]

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
    found = Mentions(text, views)
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
        time=_time_value(event.time, mentions),
        figures=_figures(event, number, mentions),
        realis=event.realis, polarity=event.polarity, negates=event.negates,
        attribution=_links(event.said, v, mentions),
        rules=tuple(dict.fromkeys([*event.rules, *(f"said:{s.rule}" for s in event.said)])),
    )  # fmt: skip


def tie_statements(ties: Sequence[Tie], told: Discourse, mentions: Mentions) -> list[Statement]:
    """Relations and causes as statements, each with who says it."""
    events = {id(e): f"e{n}" for n, e in enumerate(told.events, 1)}
    found: list[Statement] = []
    counts: Counter[str] = Counter()
    for tie in ties:
        counts[tie.kind] += 1
        tie.said = told.said(tie.view, tie.first)
        _deny(tie)
        name = f"{tie.kind[0]}{counts[tie.kind]}"
        found.append(tie_statement(tie, name, mentions, events))
    return found


_IMPERFECT = frozenset("يتن")  # how a verb opens that a phrase of `relation_cues` begins with


def _deny(tie: Tie) -> None:
    """«نفت الحكومة أن فلاناً ينتمي إلى كذا»: what a verb states right behind a denial."""
    last = tie.said[-1] if tie.said else None
    verb = tie.view.text.words[tie.first].key[0] in _IMPERFECT and tie.first not in tie.view.at
    if last is None or last.act != "deny":
        return
    v, between = tie.view, range(last.last, tie.first)
    being = any(v.text.is_a("being", k) for k in between)
    predicate = being and not v.text.words[tie.first].key.startswith("ال")
    if not (tie.rule.startswith("verb-") or verb or predicate):
        return
    said_of = any(v.bounds.get(k) == "that" for k in between)
    if said_of and tie.polarity == "positive" and not any(k in v.trigger_at for k in between):
        tie.polarity, tie.negates = "negative", "event"


def tie_statement(tie: Tie, name: str, mentions: Mentions, events: Mapping[int, str]) -> Statement:
    """A relation, identity or cause as a statement; `events` are the ids of events by identity."""
    v, folded, words = tie.view, tie.view.text.folded, tie.view.text.words
    roles = tuple(
        Role(role, statement=events[id(end)]) if isinstance(end, Event)
        else Role(role, mentions.add(end, "group" if _acting(tie, end) else None))
        for role, end in tie.ends
    )  # fmt: skip
    beside = [other for other in tie.beside if other is not v]
    return Statement(
        id=name, kind=tie.kind, type=tie.type,
        trigger=folded.span(words[tie.first].start, words[tie.last - 1].end),
        evidence=(_evidence(v), *(_evidence(other) for other in beside)), roles=roles,
        time=_time_value(tie.time, mentions), realis=tie.realis, polarity=tie.polarity,
        negates=tie.negates, former=tie.former,
        attribution=_links([_implied(tie, link) for link in tie.said], v, mentions),
        rules=(tie.rule,),
    )  # fmt: skip


def _implied(tie: Tie, link: Said) -> Said:
    """«نفت الحركة مقتل قائدها فلان»: who denies a deed says by it, and does not deny, who he is."""
    stands = tie.polarity == "positive" and tie.type != "not_same_as" and tie.kind != "cause"
    return replace(link, act="say") if stands and link.act == "deny" else link


def _acting(tie: Tie, end: Chunk) -> bool:
    """Whether a country at an end stands for its government."""
    state = end.kind == "place" and (end.acts or end.table == "countries")
    return state and tie.kind == "relation" and tie.type not in _PLACED


_PLACED = frozenset({"controls", "present_in", "from"})


def _links(said: list[Said], v: View, mentions: Mentions) -> tuple[Link, ...]:
    folded, words = v.text.folded, v.text.words
    return tuple(
        Link(s.act, _source(s.source, mentions) if s.source else None,
             folded.span(words[s.first].start, words[s.last - 1].end))
        for s in said
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


def _time_value(chunk: Chunk | None, mentions: Mentions) -> TimeValue | None:
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
