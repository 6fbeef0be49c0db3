"""Figures: how many people a deed did what to, and which count is part of which."""

from __future__ import annotations

from typing import get_args

from riwaya.detection.letters import key
from riwaya.detection.text import Chunk
from riwaya.frames.events import Count, Event
from riwaya.frames.harm_beside import side_by_side
from riwaya.frames.view import AMONG, View
from riwaya.model import FigureKind

_FIGURES: dict[str, FigureKind] = {name: name for name in get_args(FigureKind)}
_KINDS: dict[str, FigureKind] = {
    "killing": "killed", "assassination": "killed", "execution": "killed", "injury": "wounded",
    "arrest": "arrested", "abduction": "abducted", "displacement": "displaced",
}  # fmt: skip


def count_events(events: list[Event]) -> None:
    """Adds the figures of every event whose targets are counted."""
    for event in events:
        kind = _kind(event)
        if kind is None:
            continue
        told = _toll(event, kind)
        if told is not None and told.counted is not None:
            event.targets[:] = [c for c in event.targets if not _from_number(event.view, c)]
            twin = _twin(event, told.counted, events)
            if twin is None:
                event.counts.append(told)
                _add_parts(event, told, told.counted)
            elif twin.same is None:
                twin.same = event
            continue
        for chunk in list(event.targets):
            count = figure(kind, chunk, event.view) if chunk in event.targets else None
            if count is not None:
                event.counts.append(count)
                _add_parts(event, count, chunk)
        if event.counts:
            _add_missing(event)


def _add_missing(event: Event) -> None:
    """«18 قتيلاً و9 مفقودين»: those missing in a deed that struck others too."""
    for chunk in event.view.chunks:
        if chunk.row.get("class") != "missing" or chunk.conj != "و" or chunk in event.targets:
            continue
        count = figure("missing", chunk, event.view)
        if count is not None and 0 <= chunk.first - event.trigger.last <= _BEHIND:
            event.counts.append(count)


def _kind(event: Event) -> FigureKind | None:
    """What a figure of the deed counts; one number for two fates is neither, and said once."""
    kind = _FIGURES.get(event.trigger.row["figure"]) or _KINDS.get(event.type)
    pair = _two_fates(event) if kind in _FATES else None
    if pair is None:
        return kind
    return "other" if pair[1] is event else None


_FATES = frozenset({"killed", "wounded"})


def _two_fates(event: Event) -> tuple[Event, Event] | None:
    """«مقتل وإصابة عشرة», «قُتل وأصيب 12»: two deeds side by side with one number behind."""
    last = event.trigger.last
    for other in event.siblings:
        kind = _FIGURES.get(other.trigger.row["figure"])
        if other is event or kind not in _FATES or other.type == event.type:
            continue
        pair = (event, other) if other.trigger.first == last else (other, event)
        if side_by_side(*pair):
            shared = "shared-with-joined" in pair[0].rules or not pair[0].targets
            return pair if shared else None
    return None


def _from_number(v: View, chunk: Chunk) -> bool:
    """«من 10 إلى 15»: the number that stood before."""
    return chunk.klass == "count" and v.preposition(chunk) in v.text.roles["from"]


def _twin(event: Event, counted: Chunk, events: list[Event]) -> Event | None:
    """The event that the noun of the new toll states itself: «حصيلة القتلى إلى 15 قتيلاً»."""
    return next(
        (e for e in events if e is not event and e.type == event.type
         and any(t is counted for t in e.targets)), None,
    )  # fmt: skip


def figure(kind: FigureKind, chunk: Chunk, v: View) -> Count | None:
    """The figure that a noun phrase of people gives: its number, its dual, or one."""
    number = chunk.count
    if chunk.table == "people" and chunk.row.get("class") == "missing":
        kind = "missing"
    if number is not None and chunk.klass == "count" and _YEARS[0] <= number.value <= _YEARS[1]:
        return None  # a bare «2016» is rather a year
    if number is not None:
        if number.kind in ("ordinal", "fraction", "percent") or chunk.kind == "object":
            return None
        return Count(kind, number.low, number.high, number.approximate, chunk, number=number)
    kin = bool(chunk.pronoun and chunk.conj)  # «شاب وشقيقته»
    if (
        chunk.proper
        or chunk.name is not None
        or (chunk.pronoun and not kin)
        or (chunk.definite and not kin)
        or chunk.table not in ("people", "posts")
    ):
        return None
    if chunk.number == "du" or (kin and _two_of_his(v, chunk)):
        return Count(kind, 2, 2, False, chunk)
    if chunk.number == "sg" and chunk.kind == "person":
        return Count(kind, 1, 1, False, chunk)
    return None


def _two_of_his(v: View, chunk: Chunk) -> bool:
    """«وحارساه», «ومرافقيه»: a dual whose «ن» has gone before the pronoun."""
    hit = v.text.infos[chunk.head].first("people")
    stem = key(hit.split.stem) if hit is not None else ""
    singulars = (key(hit.form.row[c]) for c in ("singular", "feminine")) if hit is not None else ()
    return stem[-1:] in ("ا", "ي") and stem not in singulars


def _add_parts(event: Event, whole: Count, chunk: Chunk) -> None:
    """The counts of parts behind a whole («14 شخصاً بينهم ثلاثة أطفال وامرأتان، أحدهم رضيع»)."""
    v = event.view
    last, inside, nearest = chunk, False, whole
    for other in v.chunks:
        if other.first < chunk.last:
            continue
        listed = inside and other.klass == "count" and _and(v, other)
        if listed and other in event.targets:
            event.targets.remove(other)  # «3 في حلب و2 في إدلب»
        if other in event.targets or _verb_between(event, last.last, other.first):
            return
        if other.count is not None and _counts_for_another(event, other):
            return  # «مقتل ثلاثة وإصابة 16، بينهم …»: parts are of the nearest
        opens = v.preposition(other) == AMONG or _one_among(v, other) or _listed(v, whole, other)
        if not (opens or (inside and _and(v, other)) or _some_of_them(v, other)):
            if other.first - last.last > _GAP or (inside and other.kind != "place"):
                return
            continue
        part = figure(whole.kind, other, v) or _single(v, whole.kind, other)
        inside_before, inside, last = inside, True, other
        if part is not None:
            again = inside_before and v.preposition(other) == AMONG
            if again and (part.low or 0) < (nearest.low or 0):
                whole = nearest  # «بينهم 54 مدنياً، منهم 39 طفلاً»
            part.part_of, nearest = whole, part
            event.counts.append(part)


_GAP = 3  # words between a whole and what is told of its parts


def _counts_for_another(event: Event, chunk: Chunk) -> bool:
    """Whether a counted noun phrase tells how many another deed of the sentence struck."""
    others = (e for e in event.siblings if e is not event and e.type != event.type)
    return any(t is chunk for e in others if e.type in _KINDS for t in e.targets)


def _listed(v: View, whole: Count, chunk: Chunk) -> bool:
    """«11 مدنياً، ثمانية بنيران الجيش»: a smaller bare number behind a comma."""
    number = chunk.count
    if number is None or chunk.klass != "count" or whole.low is None:
        return False
    behind = v.text.words[chunk.first - 1].text in "،,:"
    return behind and number.value < whole.low and _by(v, chunk.last)


def _by(v: View, i: int) -> bool:
    """Whether what follows says by what or where («بنيران», «في», «على يد»)."""
    if i >= v.sentence.last:
        return False
    chunk = v.at.get(i)
    return (
        v.text.is_a("preposition", i) or bool(chunk and chunk.prep) or v.text.words[i].key[0] == "ب"
    )


def _and(v: View, chunk: Chunk) -> bool:
    """Whether «و» joins a noun phrase to what stands before it."""
    return (
        chunk.conj == "و"
        or v.text.words[chunk.first].text[0] == "و"
        or (v.text.words[chunk.first - 1].key == "و")
    )


def _verb_between(event: Event, first: int, last: int) -> bool:
    """Whether another verb's deed begins between two words."""
    triggers = (event.view.trigger_at.get(k) for k in range(first, last))
    return any(t is not None and t is not event.trigger and t.verbal for t in triggers)


def _one_among(v: View, chunk: Chunk) -> bool:
    """«أحدهم طفل»: one of those counted."""
    return v.text.is_a("one_among", chunk.first) or v.text.is_a("one_among", chunk.first - 1)


def _some_of_them(v: View, chunk: Chunk) -> bool:
    """«7 منهم …»: so many of those counted."""
    return chunk.klass == "count" and v.text.is_a("of_them", chunk.last - 1)


def _single(v: View, kind: FigureKind, chunk: Chunk) -> Count | None:
    named = chunk.owner is not None and chunk.owner.name is not None  # «أحدهم الصحفي فلان»
    return Count(kind, 1, 1, False, chunk) if _one_among(v, chunk) and not named else None


def _toll(event: Event, kind: FigureKind) -> Count | None:
    """«ارتفع عدد القتلى إلى 17»: the number behind the noun of a toll, which now stands."""
    v, i = event.view, event.trigger.first
    words = range(max(v.sentence.first, i - _BEFORE), i + 1)
    if not any(v.text.is_a("toll", k) for k in words):
        return None
    if not any(v.text.is_a("toll_moves", k) for k in words):
        return None
    found: list[Chunk] = []
    for chunk in v.chunks:
        if chunk.first < event.trigger.last or chunk.count is None:
            continue
        people = chunk.klass in ("count", "victim") or chunk.table == "people"
        if chunk.first - event.trigger.last > _BEHIND or not people:
            break
        if v.preposition(chunk) not in v.text.roles["from"]:
            found.append(chunk)
    own = v.at.get(i)
    if own is not None and own.count is not None:  # «بلغت أربعة شهداء وثمانية جرحى»
        found = [c for c in found if v.preposition(c) == _TO]
    told = next((c for c in found if v.preposition(c) == _TO), found[0] if found else None)
    if told is None or told.count is None:
        return None
    n = told.count
    return Count(kind, n.low, n.high, n.approximate, told, number=n)


_TO = "الي"  # «بواقع 12 ليصل إلى 80»: the number it has come to
_YEARS = (1900, 2100)
_BEFORE, _BEHIND = 4, 12  # words of a sentence on a toll before and behind its noun
