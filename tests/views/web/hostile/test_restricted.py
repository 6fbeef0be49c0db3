"""A restricted record asked for through every route: as if it were not there.

The same ledger with and without it gives one answer to who may not see it, letter for letter:
no text, id, title or address of it, no other count.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from views.web.conftest import client_on
from views.web.hostile.ledgers import GROUP, SECRET, SECRET_WORDS, with_secret
from views.web.hostile.routes import addresses, routes_of
from views.web.hostile.viewers import Asker, alone, member, sessions

from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.team.audit import Wanted

PUBLIC = "hayan-1"
QUERIES = (
    {"q": "القصاب"}, {"q": "قصف"}, {"actor": "زهير القصاب"}, {"outlet": "مرصد الغدير"},
    {"review": "reviewed"}, {"kind": "names"},
)  # fmt: skip
HEADINGS = (
    "/actors", "/api/v1/actors", "/add", "/add/{number}", "/api/v1/jobs", "/api/v1/jobs/{number}",
    "/audit", "/api/v1/facets",
)  # fmt: skip
"""Lists of names and counts, which are no reading of a report, and what is on record itself."""
LISTS = ("/incidents", "/api/v1/incidents", "/api/v1/map")
"""Lists of titles, which are on record once an hour."""
UNSAFE = ("/logout",)  # ends what is asked with


class Two:
    """One viewer before two ledgers, of which one holds the restricted report."""

    def __init__(self, with_it: Asker, without: Asker) -> None:
        self.with_it = with_it
        self.without = without


@pytest.fixture(scope="module")
def base(told: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The small ledger with a judgement and with members."""
    path = Path(shutil.copy(told, tmp_path_factory.mktemp("restricted") / "base.ledger"))
    with Ledger(path) as ledger:
        key = next(iter(ledger.statement_keys({PUBLIC}).values()))
        ledger.judge(Judgement("statement", "accept", key, "سلمى", "words checked"))
    return path, sessions(path, admin="admin")


@pytest.fixture(scope="module")
def secret(base: tuple[Path, dict[str, str]]) -> Path:
    """The same with a restricted report, a judgement on it, and a hold of who judges it."""
    path = with_secret(base[0], base[0].with_name("secret.ledger"))
    with Ledger(path, groups={GROUP}) as ledger:
        keys = sorted(ledger.statement_keys({SECRET}).values())
        ledger.judge(Judgement("statement", "unsure", keys[0], "ليلى", "ask the witness"))
        ledger.team.hold(f"statement {keys[0]}", "ليلى")
        ledger.jobs.put(
            "text", b"...", account="ليلى", name="شهادة الغدير", outlet="مرصد الغدير", group=GROUP
        )
    return path


@pytest.fixture(scope="module")
def ids(secret: Path) -> list[str]:
    """Names of all kinds of what only the restricted report holds; a public one first."""
    with Ledger(secret) as outside, Ledger(secret, groups={GROUP}) as ledger:
        seen = {line.incident.id for line in outside.incidents(Filter(limit=None))}
        inside = [line.incident for line in ledger.incidents(Filter(limit=None))]
        own = [i for i in inside if SECRET in i.reports and i.id not in seen]
        assert own
        keys = sorted(ledger.statement_keys({SECRET}).values())  # the first is held
        known = {h for i in inside if i.id in seen for _, h in i.handles}
        people = [h for i in own for _, h in i.handles if h not in known]
    return [PUBLIC, SECRET, own[0].id, keys[0], people[0], "2", "1"]


@pytest.fixture(params=["alone", "admin"])
def two(
    request: pytest.FixtureRequest, base: tuple[Path, dict[str, str]], secret: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Two]:  # fmt: skip
    """Viewers of no group, on copies of both ledgers."""
    monkeypatch.setattr(
        "pyotp.random_base32", lambda length: "A" * length
    )  # which a page makes each time
    paths = [shutil.copy(p, tmp_path / p.name) for p in (secret, base[0])]
    with ExitStack() as stack:
        if request.param == "alone":
            askers = [stack.enter_context(alone(Path(p))) for p in paths]
        else:
            cookie = base[1][request.param]
            askers = [stack.enter_context(member(Path(p), cookie)) for p in paths]
        yield Two(*askers)


def test_no_address_tells_of_it(two: Two, ids: list[str]) -> None:
    told: list[str] = []
    answered = 0
    for route in routes_of(two.with_it.client.app, "GET"):
        for address in addresses(route, ids, QUERIES):
            one, other = two.with_it.get(address), two.without.get(address)
            answered += one[0] == 200
            if one != other:
                told.append(f"{address}: {one[0]}, not {other[0]}: {difference(one[2], other[2])}")
    assert not told, "\n".join(told)
    assert answered > 100


def test_no_form_tells_of_it_or_changes_it(two: Two, ids: list[str]) -> None:
    told: list[str] = []
    for route in routes_of(two.with_it.client.app, "POST"):
        if route.path.startswith(UNSAFE):
            continue
        for one_id in ids[1:-1]:  # the last is a number of what all see, too
            for fields in forms(one_id):
                (address,) = addresses(route, [one_id])
                one, other = two.with_it.post(address, fields), two.without.post(address, fields)
                if one != other:
                    told.append(f"{address} {fields}: {one[:2]}, not {other[:2]}: "
                                f"{difference(one[2], other[2])}")  # fmt: skip
    assert not told, "\n".join(told)
    ledger = two.with_it.client.app.state.ledger.viewed_by({GROUP})  # type: ignore[attr-defined]
    assert ledger.report(SECRET).group == GROUP
    assert [j.by for j in ledger.judgements()] == ["سلمى", "ليلى"]


def forms(id: str) -> Iterator[dict[str, str]]:
    """Forms that name one thing in every field that may take it."""
    given = dict.fromkeys(
        ("report", "id", "one", "key", "statement", "incident", "handle", "number", "confirm"), id
    )
    given |= {
        "other": id,
        "why": "w",
        "group": "",
        "by": "x",
        "next": "/incidents",
        "next_page": "1",
    }
    yield {**given, "about": "statement", "decision": "accept"}
    yield {**given, "key": f"statement {id}"}
    yield {**given, "about": "incident", "decision": "same", "other": PUBLIC}
    yield {**given, "about": "entity", "decision": "same", "other": "actor:داعش"}


def test_it_is_seen_by_who_is_of_its_group(secret: Path, ids: list[str], tmp_path: Path) -> None:
    path = Path(shutil.copy(secret, tmp_path / "secret.ledger"))
    with alone(path, GROUP) as inside:
        for address in (
            f"/report?id={SECRET}",
            "/incidents",
            f"/incidents/{ids[2]}",
            "/search?q=القصاب",
            f"/evidence?report={SECRET}&start=0&end=5",
            "/export.csv",
            "/export.jsonl",
            f"/api/v1/report?id={SECRET}",
            f"/api/v1/incidents/{ids[2]}",
            "/api/v1/search?q=القصاب",
            "/api/v1/export.jsonl",
            "/api/v1/incidents",
            "/review",
            "/actors",
            "/network",
        ):
            status, _, text = inside.get(address)
            assert status == 200, address
            assert any(word in text for word in SECRET_WORDS), address


def test_reading_it_and_exporting_are_on_record(secret: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(secret, tmp_path / "secret.ledger"))
    with Ledger(path) as ledger:
        cookie = insider_of(ledger, "reader")
    addresses = (
        f"/report?id={SECRET}", f"/evidence?report={SECRET}&start=0&end=5", "/search?q=القصاب",
        f"/api/v1/report?id={SECRET}", f"/api/v1/evidence?report={SECRET}&start=0&end=5",
        "/api/v1/search?q=القصاب",
    )  # fmt: skip
    with member(path, cookie) as insider:
        team = insider.client.app.state.ledger.team  # type: ignore[attr-defined]
        each_is_on_record(insider, addresses)
        insider.get("/report?id=hayan-1")
        assert len(acts(team, "read_restricted")) == len(addresses)
        insider.get("/export.csv?coarse=1&q=القصاب")
        (export,) = [e for e in team.audit() if e.act == "export"]
        assert (export.account, export.of) == ("insider", "incidents.csv")
        assert "coarse" in export.detail and "القصاب" not in export.detail


def test_whatever_shows_its_words_is_on_record(
    secret: Path, ids: list[str], tmp_path: Path
) -> None:
    """The network, outlets and relations were shown by the API without a note."""
    path = Path(shutil.copy(secret, tmp_path / "secret.ledger"))
    with Ledger(path) as ledger:
        cookie = insider_of(ledger, "admin")
    shown: set[str] = set()
    with member(path, cookie) as insider:
        team = insider.client.app.state.ledger.team  # type: ignore[attr-defined]
        routes = [
            r for r in routes_of(insider.client.app, "GET") if r.path not in (*HEADINGS, *LISTS)
        ]
        for address in (a for route in routes for a in addresses(route, ids, QUERIES)):
            before = len(team.audit(Wanted(act="read_restricted", limit=10_000)))
            status, _, text = insider.get(address)
            if status == 200 and any(word in text for word in SECRET_WORDS):
                shown.add(address.partition("?")[0])
                after = len(team.audit(Wanted(act="read_restricted", limit=10_000)))
                assert after > before, address
    assert len(shown) >= 10


@pytest.mark.parametrize("path", LISTS)
def test_lists_that_show_its_title_are_on_record_once_an_hour(
    path: str, secret: Path, tmp_path: Path
) -> None:
    """The page and the map showed what it tells of, and where, and nothing was kept of that."""
    copy = Path(shutil.copy(secret, tmp_path / "secret.ledger"))
    with Ledger(copy) as ledger:
        cookie = insider_of(ledger, "reader")
    with member(copy, cookie) as insider:
        team = insider.client.app.state.ledger.team  # type: ignore[attr-defined]
        assert insider.get(f"{path}?q=الخطيب")[0] == 200  # a page without it
        assert acts(team, "read_restricted") == []
        for _ in range(3):
            assert insider.get(path)[0] == 200
        assert acts(team, "read_restricted") == [SECRET]


def test_what_is_shown_beside_is_on_record_too(secret: Path, tmp_path: Path) -> None:
    """The incidents that one might be joined with, exports without names, and decisions with
    their reasons were shown without a note of whom they are told by."""
    copy = Path(shutil.copy(secret, tmp_path / "secret.ledger"))
    with Ledger(copy) as ledger:
        public = ledger.incidents()[0].incident.id
        cookie = insider_of(ledger, "reviewer")
    with Ledger(copy, groups={GROUP}) as ledger:
        keys = sorted(ledger.statement_keys({SECRET}).values())
        judged, key = next((i, k) for k in keys if (i := ledger.stands(k).incident))
        ledger.judge(Judgement("statement", "accept", key, "ليلى", "words checked"))
    addresses = (
        f"/incidents/{public}/join?q=القصاب", "/export.csv?coarse=1&q=القصاب",
        "/api/v1/export.geojson?coarse=1&q=القصاب", "/api/v1/judgements",
        f"/api/v1/incidents/{judged}/history",
    )  # fmt: skip
    with member(copy, cookie) as insider:
        each_is_on_record(insider, addresses)


def insider_of(ledger: Ledger, role: str) -> str:
    """The cookie of somebody new who sees the secret report."""
    password = "نخيل وقمر و9 أنهار"
    ledger.team.add("insider", password, role, [GROUP], by="test")  # type: ignore[arg-type]
    started = ledger.team.login("insider", password, None, "127.0.0.1")
    return str(started.cookie)  # type: ignore[union-attr]


def each_is_on_record(insider: Asker, addresses: Iterable[str]) -> None:
    """Each page is given, and that it showed the secret report is on record once."""
    team = insider.client.app.state.ledger.team  # type: ignore[attr-defined]
    for address in addresses:
        before = len(acts(team, "read_restricted"))
        assert insider.get(address)[0] == 200
        assert acts(team, "read_restricted")[before:] == [SECRET], address


def acts(team: object, act: str) -> list[str]:
    """What the acts of a kind were of, the oldest first."""
    found = team.audit()  # type: ignore[attr-defined]
    return [e.of for e in reversed(found) if e.act == act]


def difference(one: str, other: str) -> str:
    """Where two texts part."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
              min(len(one), len(other)))  # fmt: skip
    return f"…{one[max(at - 80, 0) : at + 120]!r} against {other[max(at - 80, 0) : at + 120]!r}"


def test_an_outsider_is_told_the_same_of_it_as_of_nothing(secret: Path) -> None:
    with client_on(secret) as client:
        told = client.get(f"/api/v1/report?id={SECRET}")
        assert told.status_code == 404
        assert told.text.replace(SECRET, "x") == client.get("/api/v1/report?id=x").text


def test_a_hold_tells_nothing_of_names_that_are_not_seen(
    base: tuple[Path, dict[str, str]], secret: Path, ids: list[str], tmp_path: Path
) -> None:
    """Whether somebody looked at a pair of names told that the hidden one of them is there."""
    path = Path(shutil.copy(secret, tmp_path / "secret.ledger"))
    with Ledger(path) as ledger:
        public = ledger.actors(1)[0].handle
        pairs = {id: " ".join(sorted((public, id))) for id in (ids[4], "person:لا احد")}
        for pair in pairs.values():
            ledger.team.hold(f"entity {pair}", "ليلى")
    with member(path, base[1]["admin"]) as asker:
        told = {
            id: asker.post("/hold", {"key": f"entity {pair}"}) for id, pair in pairs.items()
        }  # fmt: skip
        for id, (status, _, text) in told.items():
            assert status == 404, id
            assert "ليلى" not in text
        one, other = (text.replace(id, "x") for id, (_, _, text) in told.items())
        assert one == other
