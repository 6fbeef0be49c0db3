"""What kind of people a count is of: fighters, civilians, or people of no kind in particular."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.detection.letters import key
from riwaya.model import Lexicon

_FIGHTERS = ("fighter", "soldier", "police", "force", "leader")
_CIVILIANS = ("civilian", "worker", "kin", "protester", "detainee")


@dataclass(frozen=True, slots=True)
class PeopleKinds:
    """Kinds of people by the key of the noun that counts them."""

    kinds: Mapping[str, str]
    later: tuple[str, ...] = ()  # keys of phrases that tell of a later death

    @classmethod
    def of(cls, lexicon: Lexicon) -> PeopleKinds:
        """From the tables of people and of collectives."""
        kinds: dict[str, str] = {}
        for row in lexicon.rows("people"):
            forms = "|".join(
                row[c] for c in ("singular", "plural", "feminine", "feminine_plural") if row[c]
            )
            _add(kinds, forms, row["class"])
        for row in lexicon.rows("collectives"):
            _add(kinds, row["forms"], row["class"])
        later = tuple(" ".join(map(key, r["phrase"].split())) for r in lexicon.rows("later_deaths"))
        return cls(kinds, later)

    def is_later(self, sentence: str) -> bool:
        """Whether a sentence tells of deaths that add to a toll told before."""
        said = " ".join(map(key, sentence.split()))
        return any(phrase in said for phrase in self.later)

    def kind(self, counted: str) -> str:
        """`fighters`, `civilians` or nothing, of the words that say who is counted."""
        for word in counted.split():
            folded = key(word)
            for form in (folded, folded.removeprefix("ال"), folded.removeprefix("لل")):
                if form in self.kinds:
                    return self.kinds[form]
        return ""


def _add(kinds: dict[str, str], forms: str, klass: str) -> None:
    kind = "fighters" if klass in _FIGHTERS else "civilians" if klass in _CIVILIANS else ""
    if not kind:
        return
    for form in forms.split("|"):
        plain = key(form)
        for other in (plain, plain.removesuffix("ون") + "ين" if plain.endswith("ون") else plain):
            kinds.setdefault(other, kind)
