"""A sample address of every page, for tests that go through all of them.

A page without a sample is an error, so that none is forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.views.web.pages import PAGES, TEAM
from riwaya.views.web.shown.network import edge_id

SAMPLES = {
    "/incidents": (
        "/incidents", "/incidents?standing=contested&q={word}", "/incidents?place=nowhere",
        "/incidents?page=2",
    ),
    "/incidents/{id}": ("/incidents/{incident}",),
    "/incidents/{id}/join": (
        "/incidents/{incident}/join", "/incidents/{incident}/join?of={report}",
        "/incidents/{incident}/join?with={second}",
    ),
    "/report": ("/report?id={report}", "/report?id={report}&statement={local}"),
    "/evidence": ("/evidence?report={report}&start={start}&end={end}&statement={local}",),
    "/search": ("/search", "/search?q={word}"),
    "/review": (
        "/review", "/review?kind=pairs", "/review?kind=names", "/review?incident={incident}",
        "/review?statement={statement}",
    ),
    "/actors": ("/actors", "/actors?q=%D8%A3%D8%A8%D9%88"),
    "/actor": ("/actor?handle={actor}",),
    "/actor/join": ("/actor/join?one={actor}&other={other}",),
    "/network": ("/network", "/network?standing=contested"),
    "/network/edge": ("/network/edge?standing=contested&edge={edge}",),
    "/outlets": ("/outlets", "/outlets?standing=contested"),
    "/add": ("/add",),
    "/add/{number}": ("/add/{job}",),
    "/login": ("/login",),
    "/account": ("/account",),
    "/account/second-factor": ("/account/second-factor",),
    "/accounts": ("/accounts",),
    "/accounts/account": ("/accounts/account?name={account}",),
    "/audit": ("/audit", "/audit?act=login"),
}  # fmt: skip
"""The path of a route → addresses of it; what is in braces is a thing of the ledger."""
LEADING_ON = frozenset({"/", "/login/outside", "/login/outside/back"})
"""Routes that show no page of their own."""


def unsampled() -> set[str]:
    """The routes of pages that have no sample."""
    return _paths(PAGES) - SAMPLES.keys() - LEADING_ON


def gone() -> set[str]:
    """The samples of routes that are no more."""
    return (SAMPLES.keys() | LEADING_ON) - _paths(PAGES)


def page_addresses(ledger: Ledger, account: str = "") -> list[str]:
    """Addresses of all pages; with an account's name those of a team's pages alone."""
    of_team = _paths(TEAM)
    filled = things(ledger) | {"account": quote(account)}
    return [
        _filled(sample, filled)
        for path, samples in SAMPLES.items() if (path in of_team) is bool(account)
        for sample in samples
    ]  # fmt: skip


def things(ledger: Ledger) -> dict[str, str]:
    """One of each thing that addresses name, quoted: of the incident that most reports tell of."""
    lines = ledger.incidents(Filter(standing="contested"))
    incident = max((line.incident for line in lines), key=lambda i: (len(i.reports), i.id))
    second = next(x.incident for x in ledger.incidents(Filter()) if x.incident.id != incident.id)
    report = max(incident.reports, key=lambda name: (incident.reports[name], name))
    kept = ledger.report(report)
    local, statement = next(iter(kept.keys.items()))
    words = next(s.evidence[0] for s in kept.reading.statements if s.id == local)
    actor, other = [name.handle for name in ledger.actors(2)]
    edge = edge_id(ledger.network(Filter(standing="contested")).edges[0])
    found = {
        "incident": incident.id, "second": second.id, "report": report, "local": local,
        "statement": statement, "start": str(words.start), "end": str(words.end), "word": "جاسم",
        "actor": actor, "other": other, "edge": edge, "job": "1",
    }  # fmt: skip
    return {name: quote(value) for name, value in found.items()}


def _filled(sample: str, filled: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: filled[found[1]], sample)


def _paths(routers: Iterable[object]) -> set[str]:
    routes = (route for router in routers for route in router.routes)  # type: ignore[attr-defined]
    return {r.path for r in routes if "GET" in r.methods}
