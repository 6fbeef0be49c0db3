"""What of a telling is compared with others', and under which keys others are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from riwaya.ledger.nouns import Dated, Party, Telling, Toll, Where
from riwaya.ledger.spaces import fine
from riwaya.ledger.types import IncidentTypes
from riwaya.model import FIRST_DAY, LAST_DAY

_SLACK = 3  # days beyond its own in which others are looked for
_SHARP = 16  # days up to which each is a key; a longer time has its months
_LONG, _MONTHS = 400, 36  # days and months at most that a long time is sought under
_COMMON = 2  # tolls up to this are too common to look for
_VAGUE = (20, 200, 2000, 20_000)  # the lowest that «عشرات», «مئات» and «آلاف» mean
_CELL = 0.15  # degrees
_REST = ("district", "governorate", "country")
_AIMED = ("killing", "injury", "assassination", "execution", "arrest", "abduction", "body_found")


@dataclass(frozen=True, slots=True)
class Features:
    """A telling as it is compared."""

    key: str
    report: int
    type: str
    types: frozenset[str]
    done: bool
    sums_up: bool
    places: tuple[Where, ...]
    quarters: frozenset[str]  # bare names of fine places, a town's own among them
    earliest: date | None
    latest: date | None
    dated: Dated
    agents: frozenset[str]
    targets: frozenset[str]
    victims: frozenset[str]  # handles of people by name, to whom it was done
    families: frozenset[str]
    killed: frozenset[int]
    wounded: frozenset[int]
    copies: frozenset[int] = frozenset()  # reports with nearly the same text
    named: frozenset[str] = frozenset()  # people and fine places that its report names


def features(
    t: Telling, names: Mapping[str, str] | None = None, copies: frozenset[int] = frozenset()
) -> Features:
    """The features of a telling; rejected claims have none. `names` are joined handles."""
    called = names or {}
    claims = [c for c in t.claims if not c.rejected]
    agents = [p for c in claims for p in c.agents]
    targets = [p for c in claims for p in c.targets]
    victims = {
        called.get(p.handle, p.handle)
        for c in claims
        if c.type in _AIMED
        for p in c.targets
        if _is_named_person(p)
    }
    return Features(
        t.key, t.report, t.type, frozenset(c.type for c in claims), t.done, t.sums_up, t.places,
        frozenset(_quarters(t)), t.earliest, t.latest, t.dated,
        frozenset(called.get(p.handle, p.handle) for p in agents),
        frozenset(called.get(p.handle, p.handle) for p in targets),
        frozenset(victims), frozenset(_family(p) for p in targets if _is_named_person(p)) - {""},
        _counts(t, "killed"), _counts(t, "wounded"), copies, frozenset(t.named),
    )  # fmt: skip


def under(f: Features, names: Mapping[str, str], copies: frozenset[int]) -> Features:
    """Features that were made without names and copies, with both: what `features` would make."""

    def called(handles: frozenset[str]) -> frozenset[str]:
        return frozenset(names.get(h, h) for h in handles)

    return replace(
        f, agents=called(f.agents), targets=called(f.targets), victims=called(f.victims),
        copies=copies,
    )  # fmt: skip


def _is_named_person(p: Party) -> bool:
    return p.kind == "person" and p.handle.startswith("person:")


def _family(p: Party) -> str:
    words = p.called.split()
    return words[-1] if len(words) > 2 else ""


def _quarters(t: Telling) -> Iterator[str]:
    """The names of its fine places."""
    yield from (p.bare for p in t.places if p.bare)


def _counts(t: Telling, kind: str) -> frozenset[int]:
    return frozenset(
        n for c in t.claims if not c.rejected and c.affirms for x in c.tolls
        if x.kind == kind and not (x.part or x.named or _vague(x)) for n in (x.low, x.high) if n
    )  # fmt: skip


def _vague(x: Toll) -> bool:
    """Whether it counts by tens, hundreds or thousands alone («عشرات»), which is any number."""
    return x.high is None and x.low in _VAGUE


def keys(f: Features, types: IncidentTypes) -> set[str]:
    """Under which keys a telling can be found."""
    found = {f"who|{v}" for v in f.victims} | {f"copy|{f.report}"}
    spots = _cells(f, (0,)) | _areas(f)
    days = _days(f) if _sharp(f) else _months(f, 0)
    undated = "u" if f.earliest is None else ""
    for group in _groups(f, types):
        found |= {f"{group}|{spot}|{day}" for spot in spots for day in days}
        found |= {f"{group}|{spot}|{undated}{n}" for spot in spots for n in _numbers(f)}
        found |= {f"{group}|q:{name}|{undated}" for name in f.named}
        found |= {f"{group}|q:{name}|{day}" for name in f.named for day in days}
        found |= {f"{group}|{_placed(f)}{day}|{n}" for day in days for n in _numbers(f)}
    return found


def sought(f: Features, types: IncidentTypes) -> set[str]:
    """Under which keys those are found that it may be one with: a seeks b where b seeks a.

    A fine place seeks its own and its neighbours' cells of the map, and those who name no finer
    place than its area; these seek all of the area. Who has a day seeks the days around it; who
    has none seeks the same numbers of dead, and is sought by them.
    """
    found = {f"who|{v}" for v in f.victims} | {f"copy|{r}" for r in f.copies}
    spots = {*_cells(f, (-1, 0, 1)), *(_coarse(f) or _areas_of_all(f))}
    days = {*_days(f, _SLACK), *_months(f, _SLACK)}
    undated = "" if f.earliest is None else "u"
    for group in _groups(f, types):
        found |= {f"{group}|{spot}|{day}" for spot in spots for day in days}
        found |= {f"{group}|{spot}|{undated}{n}" for spot in spots for n in _numbers(f)}
        found |= {f"{group}|q:{name}|{day}" for name in f.named for day in (*days, "u")}
        if f.earliest is None:
            found |= {f"{group}|q:{name}|" for name in f.named}
        placed = ("p", "") if not f.places else ("p",)
        found |= {f"{group}|{p}{day}|{n}" for p in placed for day in days for n in _numbers(f)}
    return found


def _placed(f: Features) -> str:
    """`p` of a telling without a place: all seek it by its day and toll, and it seeks all."""
    return "" if f.places else "p"


def _numbers(f: Features) -> set[str]:
    """Its tolls, where they are large enough to mean something."""
    return {f"n{n}" for n in f.killed | f.wounded if n > _COMMON}


def _groups(f: Features, types: IncidentTypes) -> set[str]:
    row = types[f.type]
    return {row.group, *row.also}


def _sharp(f: Features) -> bool:
    return f.earliest is not None and f.latest is not None and _width(f) <= _SHARP


def _width(f: Features) -> int:
    assert f.earliest is not None
    assert f.latest is not None
    return (f.latest - f.earliest).days


def _ends(f: Features) -> tuple[date, date] | None:
    """Its first and last day as keys have them, within the days of news: a text may tell of the
    year 9999, from which no day can be counted on."""
    if f.earliest is None or f.latest is None:
        return None
    first, last = (min(max(day, FIRST_DAY), LAST_DAY) for day in (f.earliest, f.latest))
    return first, last


def _days(f: Features, slack: int = 0) -> list[str]:
    ends = _ends(f)
    if ends is None:
        return []
    first = ends[0] - timedelta(slack)
    long = min((ends[1] - ends[0]).days + 2 * slack, _LONG)
    return [(first + timedelta(n)).isoformat() for n in range(long + 1)]


def _months(f: Features, slack: int) -> list[str]:
    ends = _ends(f)
    if ends is None:
        return []
    day, last = ends[0] - timedelta(slack), ends[1] + timedelta(slack)
    months = [day.strftime("%Y-%m")]
    while (day := (day.replace(day=1) + timedelta(32)).replace(day=1)) <= last:
        months.append(day.strftime("%Y-%m"))
    return months[:_MONTHS]


def _is_fine(f: Features) -> bool:
    return bool(f.places) and fine(f.places[0])


def _cells(f: Features, steps: tuple[int, ...]) -> set[str]:
    """The cell of a fine place and those around it; the words of a place on no map."""
    if not f.places:
        return set()
    p = f.places[0]
    if p.latitude is None or p.longitude is None:
        return {f"w:{p.key}"}
    if p.precision in _REST:
        return set()
    row, column = int(p.latitude // _CELL), int(p.longitude // _CELL)
    return {f"c:{row + y}:{column + x}" for y in steps for x in steps}


def _area(f: Features) -> str | None:
    p = f.places[0] if f.places else None
    return f"{p.country}:{p.admin}" if p and p.country and p.admin else None


def _areas(f: Features) -> set[str]:
    """As what of its area it is found: `a` as a place in it, `A` as one that names no finer."""
    area = _area(f)
    return set() if area is None else {f"a:{area}" if _is_fine(f) else f"A:{area}"}


def _coarse(f: Features) -> set[str]:
    area = _area(f)
    return {f"A:{area}"} if area is not None and _is_fine(f) else set()


def _areas_of_all(f: Features) -> set[str]:
    area = _area(f)
    return set() if area is None else {f"a:{area}", f"A:{area}"}
