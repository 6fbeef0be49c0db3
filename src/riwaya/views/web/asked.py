"""What a list of incidents is asked for: a filter out of an address's query, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from babel import Locale

from riwaya.ledger.filters import Filter
from riwaya.views.web.guard.refusals import Refused

_LONGEST = 300  # characters of a field
_PAGE = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """A selection of incidents; empty strings let all through. `page` counts from 1."""

    q: str = ""
    place: str = ""
    type: str = ""
    actor: str = ""
    outlet: str = ""
    standing: str = ""
    review: str = ""
    since: str = ""
    until: str = ""
    happened: str = ""
    bbox: str = ""
    handle: str = ""
    untold: str = ""
    page: int = 1

    @property
    def query(self) -> dict[str, str]:
        """The fields that narrow the list, as an address has them."""
        return {k: v for k in FIELDS if (v := getattr(self, k))}

    def without(self, *fields: str) -> dict[str, str]:
        """The query without some fields."""
        return {k: v for k, v in self.query.items() if k not in fields}

    def up_to(self, pages: int) -> Asked:
        """The same; its last page where it asks for one beyond that."""
        return replace(self, page=min(self.page, max(pages, 1)))

    def filter(self, limit: int | None = _PAGE) -> Filter:
        """What the ledger is asked. Raises Refused for what is no day, area or state."""
        return Filter(
            place=self.place or None, type=self.type or None, actor=self.actor or None,
            outlet=self.outlet or None, standing=self.standing or None, text=self.q or None,
            since=_day("since", self.since), until=_day("until", self.until),
            happened=_flag(self.happened), box=_box(self.bbox), review=_review(self.review),
            handle=self.handle or None, untold=self.untold or None,
            limit=limit, offset=(self.page - 1) * _PAGE if limit == _PAGE else 0,
        )  # fmt: skip


FIELDS = tuple(f for f in Asked.__dataclass_fields__ if f != "page")
PAGE = _PAGE


def asked(query: Mapping[str, Any]) -> Asked:
    """The selection that an address asks for. Raises Refused for a page that is none."""
    given = {k: str(query.get(k, "")).strip()[:_LONGEST] for k in FIELDS}
    page = str(query.get("page", "1")) or "1"
    if not re.fullmatch("[0-9]{1,6}", page) or not 0 < int(page) <= 100_000:
        raise Refused(400, f"page: {page[:20]} is no number of a page. Give 1 or more.")
    given["place"] = _countries().get(given["place"].casefold(), given["place"])
    return Asked(**given, page=int(page))


def _day(name: str, given: str) -> date | None:
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise Refused(400, f"{name}: {given[:30]} is no day. Write it as 2023-05-16.") from None


def _flag(given: str) -> bool | None:
    if given not in ("", "yes", "no"):
        raise Refused(400, f"happened: {given[:30]}. Give yes or no.")
    return None if not given else given == "yes"


def _review(given: str) -> Any:
    if given not in ("", "untouched", "reviewed", "differ"):
        raise Refused(400, f"review: {given[:30]}. Give untouched, reviewed or differ.")
    return given or None


def _box(given: str) -> tuple[float, float, float, float] | None:
    if not given:
        return None
    try:
        west, south, east, north = (float(part) for part in given.split(","))
    except ValueError:
        raise Refused(400, "bbox: give west,south,east,north in degrees.") from None
    inside = -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90
    if not inside:
        raise Refused(400, "bbox: give west,south,east,north in degrees, the south first.")
    return west, south, east, north


@cache
def _countries() -> dict[str, str]:
    """Codes of countries by their names in both languages."""
    return {
        name.casefold(): code for language in ("en", "ar")
        for code, name in Locale(language).territories.items() if len(code) == 2
    }  # fmt: skip
