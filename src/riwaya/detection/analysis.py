"""What the lexicon knows of a word, found once for each spelling and remembered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from riwaya.detection.cuts import Split, splits
from riwaya.detection.forms import Form
from riwaya.detection.index import Index, Literal
from riwaya.detection.letters import key

_WEAK = frozenset({
    "given_names", "family_names", "divine_names", "gazetteer", "villages", "modality",
    "agent_markers", "name_traps", "place_traps", "tribes",
})  # fmt: skip
"""Tables whose whole words do not forbid that the word be cut."""
_NOTHING: tuple[Hit, ...] = ()
LITERAL_COLUMNS = frozenset({"name", "names", "capital", "palaces", "word", "phrase", "form"})
_LONGEST = 40  # letters of the longest word that is looked up
_REMEMBERED = 200_000  # spellings


class Hit(NamedTuple):
    """A form of the lexicon found in a word, with how the word was cut."""

    form: Form
    split: Split


class Opening(NamedTuple):
    """A word that may open a listed phrase: what may follow, and how the word was cut."""

    seconds: Mapping[str, tuple[Literal, ...]]
    split: Split


class WordInfo:
    """All that is known of one spelling: hits by table, phrases it may open."""

    __slots__ = ("hits", "key", "known", "listed", "openings")

    def __init__(
        self, key: str, hits: dict[str, tuple[Hit, ...]], openings: tuple[Opening, ...]
    ) -> None:
        self.key = key
        self.hits = hits
        self.openings = openings
        self.known = bool(hits)
        self.listed = _listed(hits)
        """The hits that are names or phrases of one word as a table lists them."""

    def of(self, table: str) -> tuple[Hit, ...]:
        """The hits of a table, fewest cuts first."""
        return self.hits.get(table, _NOTHING)

    def first(self, table: str) -> Hit | None:
        """The least cut hit of a table."""
        found = self.hits.get(table)
        return found[0] if found else None


def _allowed(form: Form, split: Split) -> bool:
    if form.pos == "verb":  # no «ال», «ب», «ك» before it; its «me» is «ني»
        return not split.article and split.prep in ("", "ل") and split.pronoun != "ي"
    if split.future or (split.pronoun == "ي" and form.row.get("class") != "kin"):
        return False  # «مدني» is a civilian, not «my cities»
    if form.construct and split.article:
        return False
    if form.construct and not split.pronoun and (form.number == "sg" or split.stem.endswith("ت")):
        return False  # «قتلت» is no «قتلة» without its pronoun
    if form.pos in LITERAL_COLUMNS:
        return not split.article and not split.pronoun
    if form.pos == "preposition":
        return True
    return not (split.article and split.pronoun)


class Analyser:
    """Looks words up in an index; a spelling is analysed once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.known: dict[str, WordInfo] = {}
        """What was found so far, by folded word; `word` fills it."""

    def word(self, text: str) -> WordInfo:
        """What the lexicon knows of a folded word."""
        info = self.known.get(text)
        if info is None:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            info = self.known[text] = self._analyse(text)
        return info

    def words(self, texts: list[str]) -> list[WordInfo]:
        """What the lexicon knows of each of some folded words."""
        known = self.known
        if len(known) >= _REMEMBERED:
            known.clear()
        for text in set(texts).difference(known):
            known[text] = self._analyse(text)
        return [known[text] for text in texts]

    def _analyse(self, text: str) -> WordInfo:
        spelling = key(text)
        if len(text) > _LONGEST or not text[:1].isalpha():
            return self._as_it_stands(spelling)
        hits: list[Hit] = []
        openings: list[Opening] = []
        forms, seconds = self.index.forms, self.index.seconds
        for split in splits(text):
            stem = key(split.stem)
            for form in forms(stem):
                if _allowed(form, split):
                    hits.append(Hit(form, split))
            if not split.pronoun and not split.future and not split.article:
                following = seconds(stem)
                if following:
                    openings.append(Opening(following, split))
        whole = any(
            not h.split.cuts and h.form.table not in _WEAK and not h.split.article for h in hits
        )
        if whole:
            hits = [h for h in hits if not (h.split.conj or h.split.prep) or h.split.pronoun]
        return WordInfo(spelling, _by_table(hits), tuple(openings))

    def _as_it_stands(self, spelling: str) -> WordInfo:
        """A number, a mark or an endless word: nothing can be cut off."""
        split = Split(spelling)
        seconds = self.index.seconds(spelling)
        hits = [Hit(form, split) for form in self.index.forms(spelling)]
        openings = (Opening(seconds, split),) if seconds else ()
        return WordInfo(spelling, _by_table(hits), openings)


def _listed(hits: dict[str, tuple[Hit, ...]]) -> tuple[Hit, ...]:
    return tuple(
        [
            hit
            for found in hits.values()
            for hit in found
            if hit.form.pos in LITERAL_COLUMNS and not hit.split.pronoun
        ]
    )


def _by_table(hits: list[Hit]) -> dict[str, tuple[Hit, ...]]:
    """The hits of each table, fewest cuts first."""
    tables: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=lambda h: h.split.cuts):
        tables.setdefault(hit.form.table, []).append(hit)
    return {table: tuple(found) for table, found in tables.items()}
