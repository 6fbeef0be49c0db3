"""The duals of the nouns of people, made from their table.

Takes: `people.tsv` of a lexicon. Gives: a mapping from key to whether the form is a dual for
certain («قتيلان»), or may be a plural («مدنيين»). Never: looks at a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from riwaya.detection.clitics import forms
from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Lexicon, Row

_BEFORE_DUAL = {"ة": "ت", "ى": "ي"}


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, bool]:
    """The duals of the shipped table of people."""
    return people_duals(load())


def people_duals(tables: Lexicon) -> dict[str, bool]:
    """Key of each dual form, with and without joined particles and article."""
    found: dict[str, bool] = {}
    taken: set[str] = set()
    for row in tables.rows("people"):
        taken.update(key(form) for cell in _cells(row) for form in cell.split("|"))
        plurals = row.get("plural", "").split("|")
        sound = any(plural.endswith(("ون", "ين")) for plural in plurals) or not plurals[0]
        for form in filter(None, row.get("singular", "").split("|")):
            _enter(found, form, sound)
        for form in filter(None, row.get("feminine", "").split("|")):
            _enter(found, form, False)
    for plural in taken:
        found.pop(plural, None)
    return found


def _cells(row: Row) -> tuple[str, str]:
    return row.get("plural", ""), row.get("feminine_plural", "")


def _enter(found: dict[str, bool], form: str, sound: bool) -> None:
    """The nominative is a dual for certain; «ين» is one unless the plural is a sound one."""
    if " " in form:
        return
    stem = form[:-1] + _BEFORE_DUAL[form[-1]] if form[-1] in _BEFORE_DUAL else form
    for ending, certain in (("ان", True), ("ين", not sound)):
        for spelling in forms(stem + ending):
            known = found.get(spelling.key, True)
            found[spelling.key] = known and certain
