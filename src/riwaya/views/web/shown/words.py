"""Words of the interface for values of the ledger, in the language of who reads.

The catalogue has each label under the context of its kind, so that one English word may have two
translations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from babel import Locale
from babel.support import NullTranslations

from riwaya.model import Realis
from riwaya.views.ledger.page import FIELDS
from riwaya.views.ledger.reasons import AGAINST
from riwaya.views.web.shown.english import english
from riwaya.views.web.shown.forms import translated
from riwaya.views.web.shown.labelled import labels
from riwaya.views.web.shown.noted import noted, record
from riwaya.views.web.shown.pieces import Told
from riwaya.views.web.shown.problems import problem

_ACTS = ("claims", "credits", "blames", "denies")
_PARTS = " · "
_REALIS = frozenset(get_args(Realis))
_TOLL = re.compile(r"(None|\d+)–(\d*)")
_BETWEEN = re.compile(r"(?<=\d)/(?=\d{4}-)")  # the two ends of EDTF


class Words:
    """The words of one language."""

    def __init__(self, translations: NullTranslations, language: str) -> None:
        self.language = language
        self._countries = Locale(language).territories
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self._of = translations.pgettext
        self._labels = labels(self.label)

    @property
    def comma(self) -> str:
        """What stands between the things of a list."""
        return str(self._of("list", ", "))

    def label(self, kind: str, value: str) -> str:
        """The word for a value of a kind: type, relation, role, grade, standing, field, realis …

        A country is given by its code, and what is no code of one is left as it is.
        """
        if kind == "country":
            return str(self._countries.get(value, value))
        return str(self._of(kind, english(kind, value)))

    def title(self, title: str) -> str:
        """An incident's title, its type in words."""
        return _PARTS.join(self.title_parts(title))

    def title_parts(self, title: str) -> list[str]:
        """The same in its parts, each of a direction of its own."""
        kind, *rest = title.split(_PARTS)
        return [self.label("type", kind), *rest]

    def why_grade(self, why: str) -> tuple[str, list[tuple[str, str]]]:
        """The reason for a grade: a message, or a field and who says what of it."""
        field, colon, rest = why.partition(": ")
        if colon and field in FIELDS:
            return self.label("field", field), self.values(rest)
        return self.said(why), []

    def said(self, message: str) -> str:
        """A message of the ledger or the guard, in the language of who reads where it has it."""
        return translated(self.gettext, message)

    def problem(self, line: str) -> Told:
        """A line on what was wrong with a file or an address, as a job keeps it."""
        return problem(line, self.gettext, self._labels)

    def noted(self, act: str, detail: str) -> Told:
        """What the audit log says of an act beside the record."""
        return noted(act, detail, self.gettext, self._labels)

    def record(self, act: str, of: str) -> Told:
        """To which record it was done."""
        return record(act, of, self.gettext)

    def values(self, why: str) -> list[tuple[str, str]]:
        """The reason for a standing: sources, each with what it says, or with nothing."""
        parts = (part.partition(": ") for part in why.split(_PARTS))
        return [(source, self.value(value) if colon else "") for source, colon, value in parts]

    def value(self, value: str) -> str:
        """A value of a cell: yes, no, an act of credit with its actor, a toll, days, a name."""
        act, colon, rest = value.partition(": ")
        if colon and act in _ACTS:
            return f"{self.label('credit', act)}: {rest}"
        if value in ("yes", "no", "possible"):
            return self.label("happened", value)
        named = re.fullmatch(r"(\d+) named", value)
        if named:
            return self.gettext("{n} named").format(n=named[1])
        toll = _TOLL.fullmatch(value)
        if toll:
            return self.ends(*(int(n) if n.isdecimal() else None for n in toll.groups()))
        return self.label("realis", value) if value in _REALIS else _BETWEEN.sub(" – ", value)

    def reasons(self, features: Sequence[str]) -> str:
        """Why a report is in an incident."""
        for_it = [self.label("reason", f) for f in features if f not in AGAINST]
        against = [self.label("reason", f) for f in features if f in AGAINST]
        comma = self.comma
        although = self.gettext("although: {features}").format(features=comma.join(against))
        return comma.join((*for_it, *([although] if against else [])))

    def ends(self, low: int | None, high: int | None) -> str:
        """`3`, `3–20`, `3 or more`, `up to 3`."""
        if low is None:
            return "" if high is None else self.gettext("up to {n}").format(n=high)
        if high is None:
            return self.gettext("{n} or more").format(n=low)
        if low == high:
            return str(low)
        return self.gettext("{low}–{high}").format(low=low, high=high)

    def corrected(self, value: Mapping[str, Any]) -> str:
        """What a correction sets, a field after the other."""
        return _PARTS.join(
            f"{self.label('correction', field)}: {self._set(field, said)}"
            for field, said in value.items()
        )

    def _set(self, field: str, said: Any) -> str:
        if field in ("killed", "wounded"):
            return self.ends(*said)
        if field == "place":
            return _placed(said)
        if field in ("agents", "targets"):
            who = [p["text"] if isinstance(p, Mapping) else f"{p[0]}–{p[1]}" for p in said]
            return self.comma.join(who) or self.gettext("nobody")
        if field == "negates" and said is None:
            return self.gettext("nothing")
        return self.label(field, str(said))

    def days(self, earliest: date | None, latest: date | None) -> str:
        """`2022-10-14`, `2022-10-13 – 2022-10-17`, or that the day is not known."""
        if earliest is None and latest is None:
            return self.gettext("day unknown")
        if earliest == latest:
            return str(earliest)
        return f"{earliest or '…'} – {latest or '…'}"


def _placed(said: Mapping[str, Any]) -> str:
    """A corrected place with its point: the one that was set, or that of its name."""
    for of in (said, said.get("found") or {}):
        if of.get("latitude") is not None:
            return f"{said['name']} ({of['latitude']}, {of['longitude']})"
    return str(said["name"])
