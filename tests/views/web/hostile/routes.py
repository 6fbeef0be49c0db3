"""All routes of a workspace, taken from the application itself, and addresses that ask them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

IDS = frozenset((
    "id", "report", "handle", "incident", "statement", "one", "other", "with", "key", "number",
    "n", "telling", "account", "name", "path", "target", "agent",
))  # fmt: skip
"""Parameters that name a thing; each is asked with every kind of id."""
FILLED = {"start": "0", "end": "5", "at": "0", "page": "1", "limit": "10", "q": "قصف"}
"""What other parameters are given when they are needed."""
_IN_PATH = re.compile(r"\{(\w+)(?::\w+)?\}")


@dataclass(frozen=True, slots=True)
class Route:
    """A route: its path with parameters in braces, those of its query, those that it needs."""

    method: str
    path: str
    query: tuple[str, ...]
    needed: tuple[str, ...]

    @property
    def in_path(self) -> list[str]:
        """Parameters of the path."""
        return _IN_PATH.findall(self.path)


def routes_of(app: Any, method: str) -> list[Route]:
    """Every route of an application that answers to a method."""
    found = [r for r in _every(app.routes) if method in (r.methods or ())]
    return sorted((_route(r, method) for r in found), key=lambda r: r.path)


def _every(routes: Iterable[Any]) -> Iterator[Any]:
    for route in routes:
        if hasattr(route, "effective_candidates"):  # a router that was included
            yield from _every(route.effective_candidates())
        elif getattr(route, "methods", None):
            yield route


def _route(route: Any, method: str) -> Route:
    params = list(_params(getattr(route, "dependant", None)))
    needed = tuple(p.alias for p in params if p.field_info.is_required())
    return Route(method, route.path, tuple(p.alias for p in params), needed)


def _params(dependant: Any) -> Iterator[Any]:
    """Parameters of the query, those of what a route depends on among them."""
    if dependant is not None:
        yield from dependant.query_params
        for part in dependant.dependencies:
            yield from _params(part)


def addresses(
    route: Route, ids: Sequence[str], queries: Sequence[dict[str, str]] = ()
) -> list[str]:
    """A route asked for each id, and with each query besides."""
    made = [_address(route, one, other) for one in ids for other in {one, ids[0]}]
    made += [_address(route, ids[0], ids[0], query) for query in queries]
    return list(dict.fromkeys(made))


def _address(route: Route, one: str, other: str, query: dict[str, str] | None = None) -> str:
    named = [n for n in route.query if n in IDS]
    given = {n: FILLED.get(n, "x") for n in route.needed if n not in IDS}
    given |= {n: one if at == 0 else other for at, n in enumerate(named)}
    path = _IN_PATH.sub(lambda found: quote(one, safe=""), route.path)
    asked = urlencode({**given, **(query or {})}, errors="replace")
    return f"{path}?{asked}" if asked else path
