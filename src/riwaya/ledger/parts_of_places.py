"""Names of quarters, streets and villages without the words around them, to compare them by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from riwaya.detection.letters import key
from riwaya.ledger.nouns import Where
from riwaya.model import Lexicon, Row

_COARSE = ("district", "governorate", "country")
_SHORTEST = 3  # letters of a name that is worth comparing
_ARTICLE = "ال"
_OPENINGS = ("preposition", "place_opener", "locative", "surroundings")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Keys of the words that stand before the name of a place («حي», «وسط», «بالقرب من»)."""

    before: frozenset[str]
    kinds: Mapping[str, str]  # of those, what kind of place each opens («حي», a quarter)

    @classmethod
    def of(cls, lexicon: Lexicon) -> PlaceWords:
        """From the tables of place heads, directions and function words."""
        words = set(_forms(lexicon.rows("place_heads"), ("head", "forms")))
        words |= set(_forms(lexicon.rows("directions"), ("word",)))
        words |= {key(r["word"]) for r in lexicon.rows("function_words") if r["role"] in _OPENINGS}
        kinds = {
            form: r["kind"] for r in lexicon.rows("place_heads")
            for form in _forms([r], ("head", "forms"))
        }  # fmt: skip
        return cls(frozenset(words), kinds)

    def kind(self, place: Where) -> str:
        """The kind of place that its generic word names («حي كذا», a quarter); else nothing."""
        for word in key(place.name).split()[:4]:
            for form in (word, word.removeprefix("ب"), word.removeprefix(_ARTICLE)):
                if form in self.kinds:
                    return self.kinds[form]
        return ""

    def bare(self, place: Where) -> str | None:
        """The name of a fine place without generic words and articles; None without one."""
        if place.precision in _COARSE:
            return None
        words = place.key.split()
        while words and self._opens(words[0]):
            words.pop(0)
        name = "".join(w.removeprefix(_ARTICLE) if len(w) > 4 else w for w in words)
        return name if len(name) >= _SHORTEST else None

    def _opens(self, word: str) -> bool:
        forms = (
            word,
            word.removeprefix("ب"),
            word.removeprefix(_ARTICLE),
            word.removeprefix("بال"),
        )
        return any(f in self.before for f in forms)


def _forms(rows: Iterable[Row], columns: tuple[str, ...]) -> Iterator[str]:
    for row in rows:
        for column in columns:
            yield from (key(f) for form in row.get(column, "").split("|") for f in form.split())
