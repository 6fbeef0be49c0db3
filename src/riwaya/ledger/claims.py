"""A reading's event statements as claims: with their parties, places, tolls and sources at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from riwaya.detection.times import find_times
from riwaya.ledger.handles import handle_of, party, where
from riwaya.ledger.later_deaths import LaterDeaths
from riwaya.ledger.listed import Listed
from riwaya.ledger.nouns import Claim, Party, SaidBy, Toll, Where
from riwaya.ledger.own_people import settled
from riwaya.ledger.parts_of_places import PlaceWords
from riwaya.ledger.people import PeopleKinds
from riwaya.ledger.types import DEATHS
from riwaya.model import Entity, FigureKind, Mention, Reading, Role, Statement

_SHARPNESS = {"exact": 0, "near": 1, "district": 2, "governorate": 3, "country": 4}
_LONG = 12  # days from which a time sums up more than one happening
_ANY_DAY = date(2030, 1, 1)  # for reports of no day: only what is long counts
_BESIDE = 12  # letters between a part of a town and the town
_FINE = ("exact", "near")
_BUILDING = "facility"  # people are brought to it as well as hit in it
_ONLY_NAMED = "no-single-deed"
_BELONGS = ("member_of", "part_of", "leader_of")
_HARM: dict[str, FigureKind] = {
    "killing": "killed", "assassination": "killed", "execution": "killed", "injury": "wounded",
    "arrest": "arrested", "abduction": "abducted", "body_found": "killed",
}  # fmt: skip
"""Types whose target, named, is one person more of a count."""


@dataclass(frozen=True)
class Read:
    """A reading with what is looked up in it again and again."""

    reading: Reading
    report_key: str
    mentions: dict[str, Mention]
    entities: dict[str, Entity]
    named: dict[str, Mention]  # by entity, its fullest mention by name
    owners: dict[str, tuple[str, str]]
    """By a mention, the group it is said to belong to: its handle and its main name."""
    kinds: PeopleKinds
    later: LaterDeaths
    words: PlaceWords
    listed: Listed
    parts: tuple[Mention, ...]  # parts of towns that are told by a description («الحي الشمالي»)
    wounded: frozenset[str]  # mentions that are counted as wounded

    @cached_property
    def long_times(self) -> tuple[tuple[int, int], ...]:
        """Spans of what names a long time that ends with the publication («منذ مطلع العام»)."""
        day = self.reading.report.published or _ANY_DAY
        return tuple(
            (t.start, t.end) for t in find_times(self.reading.report.text, day)
            if t.earliest and t.latest and t.latest >= day - timedelta(2)
            and (t.latest - t.earliest).days > _LONG
        )  # fmt: skip

    def where(self, mention: Mention, *, stated: bool = True) -> Where:
        """A mention of a place as a place of a claim."""
        place = where(mention, stated=stated)
        if mention.form == "nominal" and " " not in mention.text and place.precision in _FINE:
            place = replace(place, id=None, latitude=None, longitude=None)  # «المعسكر», no town
        named = mention.form == "name"
        bare = self.words.bare(place) if named else None
        return replace(place, bare=bare or "", kind=self.words.kind(place))


def read_of(
    reading: Reading,
    report_key: str,
    kinds: PeopleKinds,
    later: LaterDeaths,
    words: PlaceWords,
    listed: Listed,
) -> Read:
    """The reading of the report of that key, made ready."""
    named: dict[str, Mention] = {}
    for m in reading.mentions:
        if m.form == "name" and m.entity:
            best = named.get(m.entity)
            if best is None or _fullness(m) > _fullness(best):
                named[m.entity] = m
    mentions = {m.id: m for m in reading.mentions}
    entities = {e.id: e for e in reading.entities}
    owners: dict[str, tuple[str, str]] = {}
    for s in reading.statements:
        if s.kind == "relation" and s.type in _BELONGS and s.polarity == "positive":
            ends = {r.role: mentions[r.mention] for r in s.roles if r.mention}
            group = party(ends["object"], entities, named, listed)
            owners[ends["subject"].id] = group.handle, group.called
    parts = tuple(
        m for m in reading.mentions
        if m.kind == "place" and m.form == "nominal" and " " in m.text
        and words.kind(where(m)) == "quarter"
    )  # fmt: skip
    return Read(
        reading, report_key, mentions, entities, named, owners, kinds, later, words, listed,
        parts, _wounded(reading),
    )  # fmt: skip


def _wounded(reading: Reading) -> frozenset[str]:
    return frozenset(
        f.counted for s in reading.statements for f in s.figures
        if f.kind == "wounded" and f.counted
    )  # fmt: skip


def _fullness(m: Mention) -> tuple[bool, int]:
    return m.name is not None, len(m.name.key) if m.name else len(m.text)


def statement_key(report_key: str, s: Statement, mentions: Mapping[str, Mention]) -> str:
    """What judgements hang on: the report, the trigger's span, the type, the ends of a tie."""
    at = s.trigger or s.evidence[0]
    ends = "" if s.kind == "event" else "".join(_end(r, mentions) for r in s.roles)
    return f"{report_key[:16]}:{at.start}-{at.end}:{s.type}{ends}"


def _end(r: Role, mentions: Mapping[str, Mention]) -> str:
    m = mentions.get(r.mention or "")
    return f"+{m.start}-{m.end}" if m else f"+{r.role}"


def claims_of(read: Read) -> list[Claim]:
    """The claims of a reading's events, in the order of their triggers.

    Habits and deeds only named are none, but where a report tells of nothing else what it names
    is what it is about.
    """
    events = [s for s in read.reading.statements if s.kind == "event" and s.trigger is not None]
    said = [s for s in events if s.realis != "generic"]
    if not any(s.realis == "actual" for s in said):
        said += [replace(s, realis="actual") for s in events if _ONLY_NAMED in s.rules]
    return [_claim(s, read) for s in sorted(said, key=_offset)]


def _offset(s: Statement) -> tuple[int, int]:
    assert s.trigger is not None
    return s.trigger.start, s.trigger.end


def _claim(s: Statement, read: Read) -> Claim:
    assert s.trigger is not None
    targets = _parties(s, "target", read)
    died = s.type == "injury" and any(read.later.wounded_then(e, s.trigger) for e in s.evidence)
    return Claim(
        s.id, statement_key(read.report_key, s, read.mentions), s.type, s.realis, s.polarity,
        s.negates,
        chain_of(s, read), _parties(s, "agent", read), targets,
        (*_counts(s, read, died), *(() if died else named_tolls(s.type, targets))),
        _places(s, read),
        s.time.edtf if s.time else "",
        s.time.earliest if s.time else None, s.time.latest if s.time else None,
        s.trigger, s.evidence, _sums_up(s, read),
    )  # fmt: skip


def _sums_up(s: Statement, read: Read) -> bool:
    """Whether it counts what happened over a long time, not in one happening."""
    if s.time and s.time.earliest and s.time.latest:
        long = (s.time.latest - s.time.earliest).days > _LONG
        return long and not _of_one(s, read)  # «قُتل فلان في آب»: on one day of it
    if not s.figures:
        return False
    return any(e.start <= a and b <= e.end for e in s.evidence for a, b in read.long_times)


def _of_one(s: Statement, read: Read) -> bool:
    """Whether it tells of the death of someone by name."""
    targets = (read.mentions[r.mention] for r in s.roles if r.role == "target" and r.mention)
    return s.type in DEATHS and any(m.kind == "person" and m.entity in read.named for m in targets)


def _parties(s: Statement, role: str, read: Read) -> tuple[Party, ...]:
    found = [read.mentions[r.mention] for r in s.roles if r.role == role and r.mention]
    return tuple(_party(m, role, s, read) for m in found)


def _party(m: Mention, role: str, s: Statement, read: Read) -> Party:
    made = party(m, read.entities, read.named, read.listed)
    return settled(made, role, chain_of(s, read), read.owners.get(m.id))


def chain_of(s: Statement, read: Read) -> tuple[SaidBy, ...]:
    """Who says a statement, outermost first, without links that name nobody."""
    return tuple(_links(s, read))


def _links(s: Statement, read: Read) -> Iterator[SaidBy]:
    for link in s.attribution:
        if link.source is None:
            continue
        m = read.mentions[link.source]
        best = read.named.get(m.entity or "") or _fullest(m, read)
        handle = handle_of(best, read.entities.get(m.entity or ""), read.listed)
        yield SaidBy(handle, best.text, best.form, link.act)


def _fullest(m: Mention, read: Read) -> Mention:
    """Of a source without a name its longest description («المصدر» is «مصدر أمني»)."""
    same = [o for o in read.reading.mentions if m.entity and o.entity == m.entity]
    said = [o for o in same if o.form == "nominal" and o.start <= m.start]
    return max(said, key=lambda o: (len(o.text), -o.start), default=m)


def _counts(s: Statement, read: Read, died: bool) -> Iterator[Toll]:
    """The figures of a statement; who died later is counted in the tolls told before, among the
    wounded where the statement is of those who `died`."""
    later = [e for e in s.evidence if read.later.are_in(e.text)]
    for f in s.figures:
        if f.kind == "killed" and f.counted in read.wounded:
            continue  # «11 قتيلاً و30 جريحاً»: these are not dead
        m = read.mentions.get(f.counted or "")
        at = read.mentions.get(f.mention or "") or m
        counted = m.text if m else ""
        owner, _ = read.owners.get(m.id, ("", "")) if m else ("", "")
        group = owner or (read.kinds.kind(m.text) if m else "")
        part = f.part_of is not None
        if f.kind == "wounded":
            part = part or died or read.later.are_in(counted)
        elif f.kind == "killed":
            n = at.start if at else None
            part = part or any(read.later.counts(f.high, e, n) for e in later)
        high = None if f.high == 1 and _and_others(s, read) else f.high
        yield Toll(f.kind, f.low, high, f.approximate, counted, group, part)


def _and_others(s: Statement, read: Read) -> bool:
    """Whether it was done to more people than are counted («صاحب المنزل وزوجته وأطفالهما»)."""
    counted = {f.counted for f in s.figures}
    others = (
        read.mentions[r.mention] for r in s.roles
        if r.role == "target" and r.mention and r.mention not in counted
    )  # fmt: skip
    return any(m.kind in ("person", "group") and m.form == "nominal" for m in others)


def named_tolls(type: str, targets: tuple[Party, ...]) -> Iterator[Toll]:
    """Victims by name of a deed of that type, one each."""
    kind = _HARM.get(type)
    if kind is None:
        return
    for t in targets:
        if t.kind == "person" and t.form == "name":
            yield Toll(kind, 1, 1, False, t.name, t.handle, named=True)


def named_in(read: Read) -> tuple[str, ...]:
    """The people, but for those who speak, and the fine places that a report names."""
    speak = {
        read.mentions[link.source].entity
        for s in read.reading.statements for link in s.attribution if link.source
    }  # fmt: skip
    found = set()
    for m in read.reading.mentions:
        if m.kind == "person" and m.name is not None and m.entity not in speak:
            found.add(m.name.key)
        elif m.kind == "place" and m.form == "name":
            found.add(read.where(m).bare)
    return tuple(sorted(found - {""}))


def _places(s: Statement, read: Read) -> tuple[Where, ...]:
    found = [read.mentions[r.mention] for r in s.roles if r.role == "place" and r.mention]
    return sharpest_first([read.where(m) for m in (*found, *_quarters(s, found, read))])


def _quarters(s: Statement, places: Sequence[Mention], read: Read) -> Iterator[Mention]:
    """The part of a town that stands right before the town («الحي الشمالي من مدينة كذا»), and one
    that stands alone in a sentence whose deed has no finer place."""
    towns = {m.start for m in places}
    for m in read.parts:
        if any(e.start <= m.start and m.end <= e.end for e in s.evidence) and (
            not towns or any(0 < town - m.end <= _BESIDE for town in towns) or len(towns) == 1
        ):
            yield m


def sharpest_first(places: list[Where]) -> tuple[Where, ...]:
    """Places without doubles: those on the map before the others, the finest first."""
    once = {(p.id or p.key, p.precision): p for p in reversed(places)}
    return tuple(sorted(reversed(once.values()), key=sharpness))


def sharpness(place: Where) -> tuple[bool, bool, int, bool]:
    """Sorts places: what is on the map, no building, fine and stated comes first."""
    fineness = _SHARPNESS.get(place.precision or "", 5)
    return place.point is None, place.kind == _BUILDING and fineness < 2, fineness, not place.stated
