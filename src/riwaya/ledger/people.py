"""What kind of people a count is of: fighters, civilians, or people of no kind in particular."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.detection.letters import key
from riwaya.model import Lexicon

_FIGHTERS = ("fighter", "soldier", "police", "force", "leader")
_CIVILIANS = ("civilian", "worker", "kin", "protester", "detainee")
IRREGULARS, SOLDIERS, ARMED, CIVILIANS = "irregulars", "soldiers", "armed", "civilians"
"""Whom a count is of: who bears arms in no regular force, who does in one, either, neither."""
_SUMMED = "، "
_WHOM = {"fighter": IRREGULARS, "soldier": SOLDIERS, "police": SOLDIERS}
_KINDS = {"fighters": ARMED, "civilians": CIVILIANS}
_CASES = ("", "ا", "ان", "ين")  # endings of a noun behind a number


@dataclass(frozen=True, slots=True)
class PeopleKinds:
    """Kinds of people by the key of the noun that counts them."""

    kinds: Mapping[str, str]
    nouns: Mapping[str, str]  # whom a noun counts, by its key

    @classmethod
    def of(cls, lexicon: Lexicon) -> PeopleKinds:
        """From the tables of people and of collectives."""
        kinds: dict[str, str] = {}
        whom: dict[str, str] = {}
        for row in lexicon.rows("people"):
            forms = "|".join(
                row[c] for c in ("singular", "plural", "feminine", "feminine_plural") if row[c]
            )
            _add(kinds, forms, _kind(row["class"]))
            _add(whom, forms, _whom(row["class"]))
        for row in lexicon.rows("collectives"):
            _add(kinds, row["forms"], _kind(row["class"]))
            _add(whom, row["forms"], _whom(row["class"]))
        return cls(kinds, whom)

    def kind(self, counted: str) -> str:
        """`fighters`, `civilians` or nothing, of the words that say who is counted."""
        for word in counted.split():
            folded = key(word)
            for form in (folded, folded.removeprefix("ال"), folded.removeprefix("لل")):
                if form in self.kinds:
                    return self.kinds[form]
        return ""

    def whom(self, counted: str, kind: str) -> str:
        """Whom words of that kind count, where they say it more sharply; nothing of everybody.

        Of figures that were summed up it is whom all of them count.
        """
        found = {self._whom(part) for part in counted.split(_SUMMED)}
        said = found.pop() if len(found) == 1 else ""
        return said or _KINDS.get(kind, kind)

    def _whom(self, counted: str) -> str:
        for word in map(key, counted.split()):
            for form in (word, word.removeprefix("ال"), word.removeprefix("لل")):
                for case in _CASES:
                    plain = form.removesuffix(case)
                    if plain in self.nouns:
                        return self.nouns[plain]
        return ""


def summed(one: str, other: str) -> str:
    """The words that count two figures which are added up."""
    return _SUMMED.join(filter(None, (one, other)))


def _kind(klass: str) -> str:
    return "fighters" if klass in _FIGHTERS else "civilians" if klass in _CIVILIANS else ""


def _whom(klass: str) -> str:
    return _WHOM.get(klass) or _KINDS.get(_kind(klass), "")


def _add(kinds: dict[str, str], forms: str, kind: str) -> None:
    if not kind:
        return
    for form in forms.split("|"):
        plain = key(form)
        for other in (plain, plain.removesuffix("ون") + "ين" if plain.endswith("ون") else plain):
            kinds.setdefault(other, kind)
