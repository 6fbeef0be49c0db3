"""Counts of a ledger that cost more than a page may: kept until the ledger changes."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from starlette.requests import Request

from riwaya.ledger import Ledger
from riwaya.ledger.between import Between
from riwaya.ledger.calling import Name
from riwaya.ledger.compared import Comparison
from riwaya.ledger.facets import Facets
from riwaya.ledger.naming import Calls
from riwaya.ledger.network import Network
from riwaya.ledger.nouns import Incident
from riwaya.ledger.who import Person
from riwaya.views.web.asked import Asked

_MOST = 500  # answers that are kept
_MOST_LARGE = 40  # of those that are many kilobytes
_SECONDS = 60.0  # after which they are asked for again, whatever the ledger's state says


T = TypeVar("T")


class _Shelf:
    """Answers, at most so many; those longest unasked for go first."""

    def __init__(self, most: int) -> None:
        self._answers: OrderedDict[Hashable, tuple[float, Any]] = OrderedDict()
        self._lock, self._most = Lock(), most

    def find(self, key: Hashable) -> tuple[float, Any] | None:
        """When an answer was put there, and the answer."""
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def put(self, key: Hashable, answer: Any) -> None:
        """Keeps an answer."""
        with self._lock:
            self._answers[key] = (time.monotonic(), answer)
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)


class Counted:
    """Answers by who asks, what for, and the state of the ledger."""

    def __init__(self) -> None:
        self._small, self._large = _Shelf(_MOST), _Shelf(_MOST_LARGE)

    def facets(self, ledger: Ledger, wanted: Asked) -> Facets:
        """How many incidents of each kind a selection has."""
        key = ("facets", tuple(sorted(wanted.query.items())))
        return self._kept(ledger, key, lambda: ledger.facets(wanted.filter(None)))

    def stats(self, ledger: Ledger) -> dict[str, int]:
        """The numbers of the whole ledger."""
        return self._kept(ledger, ("stats",), ledger.stats)

    def actors(self, ledger: Ledger, most: int) -> list[Name]:
        """Those whom most incidents are about."""
        return self._kept(ledger, ("actors", most), lambda: ledger.actors(most))

    def network(self, ledger: Ledger, wanted: Asked) -> Network:
        """The graph of a selection."""
        key = ("network", tuple(sorted(wanted.query.items())))
        return self._kept(ledger, key, lambda: ledger.network(wanted.filter(None)), large=True)

    def compared(self, ledger: Ledger, wanted: Asked) -> Comparison:
        """The outlets of a selection side by side."""
        key = ("compared", tuple(sorted(wanted.query.items())))
        return self._kept(ledger, key, lambda: ledger.compared(wanted.filter(None)), large=True)

    def between(self, ledger: Ledger, found: Incident) -> Between:
        """What is stated between those in an incident."""
        key = ("between", found.id)
        return self._kept(ledger, key, lambda: ledger.between(found), large=True)

    def actor(self, ledger: Ledger, handle: str) -> tuple[Person, Calls]:
        """Whom a handle means, and what reports call them. Raises NotFound."""
        key = ("actor", handle)
        return self._kept(
            ledger, key, lambda: (ledger.actor(handle), ledger.calls(handle)), large=True
        )

    def _kept(
        self, ledger: Ledger, key: Hashable, ask: Callable[[], T], *, large: bool = False
    ) -> T:
        shelf = self._large if large else self._small
        whole = (key, ledger.groups, ledger.state())
        found = shelf.find(whole)
        if found is not None and time.monotonic() - found[0] < _SECONDS:
            kept: T = found[1]
            return kept
        answer = ask()
        shelf.put(whole, answer)
        return answer


def counted(request: Request) -> Counted:
    """The answers that the workspace keeps."""
    kept: Counted = request.app.state.counted
    return kept
