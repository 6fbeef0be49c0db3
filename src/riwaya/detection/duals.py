"""The duals of the nouns of people, made from their table.

Takes: `people.tsv` of a lexicon. Gives: a mapping from key to whether the form is a dual for
certain («قتيلان»), or may be a plural («مدنيين»). Never: looks at a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from riwaya.detection.clitics import readings
from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Lexicon, Row

_BEFORE_DUAL = {"ة": "ت", "ى": "ي"}
_ENDINGS = ("ان", "ين")
_LONGEST = 40  # letters of a word that is looked up
_REMEMBERED = 50_000


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, bool]:
    """The duals of the shipped table of people."""
    return people_duals(load())


class Duals(Mapping[str, bool]):
    """Duals by key, with and without joined particles and article; joined ones made when asked."""

    def __init__(self, plain: dict[str, bool], plurals: Set[str]) -> None:
        self._plain = plain
        self._plurals = plurals  # spelt like a dual, but no dual
        self._known: dict[str, bool | None] = {}

    def __getitem__(self, key: str) -> bool:
        found = self.certain(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.certain(key) is not None

    def certain(self, key: str) -> bool | None:
        """Whether a key is a dual for certain; None where it is none."""
        known = self._known
        if key not in known:
            if len(known) >= _REMEMBERED:
                known.clear()
            known[key] = self._look_up(key)
        return known[key]

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._plain if key not in self._plurals)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _look_up(self, key: str) -> bool | None:
        if key[-2:] not in _ENDINGS or key in self._plurals or len(key) > _LONGEST:
            return None
        found = [self._plain[word] for word, _ in readings(key) if word in self._plain]
        return all(found) if found else None


def people_duals(tables: Lexicon) -> Duals:
    """The duals of the people of a lexicon."""
    plain: dict[str, bool] = {}
    plurals: set[str] = set()
    for row in tables.rows("people"):
        plurals.update(key(form) for cell in _cells(row) for form in cell.split("|"))
        given = row.get("plural", "").split("|")
        sound = any(plural.endswith(("ون", "ين")) for plural in given) or not given[0]
        for form in filter(None, row.get("singular", "").split("|")):
            _enter(plain, form, sound)
        for form in filter(None, row.get("feminine", "").split("|")):
            _enter(plain, form, False)
    return Duals(plain, plurals)


def _cells(row: Row) -> tuple[str, str]:
    return row.get("plural", ""), row.get("feminine_plural", "")


def _enter(plain: dict[str, bool], form: str, sound: bool) -> None:
    """The nominative is a dual for certain; «ين» is one unless the plural is a sound one."""
    if " " in form:
        return
    stem = form[:-1] + _BEFORE_DUAL[form[-1]] if form[-1] in _BEFORE_DUAL else form
    for ending, certain in (("ان", True), ("ين", not sound)):
        spelling = key(stem + ending)
        plain[spelling] = plain.get(spelling, True) and certain
