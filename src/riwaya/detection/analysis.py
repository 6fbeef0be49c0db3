"""What the lexicon knows of a word, found once for each spelling and remembered."""

from __future__ import annotations

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


class Hit(NamedTuple):
    """A form of the lexicon found in a word, with how the word was cut."""

    form: Form
    split: Split


class Opening(NamedTuple):
    """A word that may open a listed phrase: what may follow, and how the word was cut."""

    seconds: dict[str, tuple[Literal, ...]]
    split: Split


class WordInfo:
    """All that is known of one spelling: hits by table, phrases it may open."""

    __slots__ = ("hits", "key", "known", "openings")

    def __init__(
        self, key: str, hits: dict[str, tuple[Hit, ...]], openings: tuple[Opening, ...]
    ) -> None:
        self.key = key
        self.hits = hits
        self.openings = openings
        self.known = bool(hits)

    def of(self, table: str) -> tuple[Hit, ...]:
        """The hits of a table, fewest cuts first."""
        return self.hits.get(table, _NOTHING)

    def first(self, table: str) -> Hit | None:
        """The least cut hit of a table."""
        found = self.hits.get(table)
        return found[0] if found else None


def _allowed(form: Form, split: Split) -> bool:
    if form.pos == "verb":
        return not split.article and split.prep in ("", "ل")
    if split.future:
        return False
    if form.construct and form.number == "sg" and not split.pronoun:
        return False
    if form.pos in ("name", "names", "capital", "palaces", "word", "preposition", "phrase"):
        return not split.article and not split.pronoun or form.pos == "preposition"
    return not (split.article and split.pronoun)


class Analyser:
    """Looks words up in an index; a spelling is analysed once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, WordInfo] = {}

    def word(self, text: str) -> WordInfo:
        """What the lexicon knows of a folded word."""
        info = self._known.get(text)
        if info is None:
            info = self._known[text] = self._analyse(text)
            if len(self._known) > 400_000:
                self._known.clear()
        return info

    def _analyse(self, text: str) -> WordInfo:
        hits: list[Hit] = []
        openings: list[Opening] = []
        for split in splits(text):
            stem = key(split.stem)
            for form in self._index.words.get(stem, ()):
                if _allowed(form, split):
                    hits.append(Hit(form, split))
            if not split.pronoun and not split.future:
                stem_key = "ال" + stem if split.article else stem
                seconds = self._index.phrases.get(stem_key)
                if seconds and not split.article:
                    openings.append(Opening(seconds, split))
        whole = any(
            not h.split.cuts and h.form.table not in _WEAK and not h.split.article
            for h in hits
        )
        if whole:
            hits = [h for h in hits if not (h.split.conj or h.split.prep) or h.split.pronoun]
        tables: dict[str, list[Hit]] = {}
        for hit in sorted(hits, key=lambda h: h.split.cuts):
            tables.setdefault(hit.form.table, []).append(hit)
        return WordInfo(
            key(text), {t: tuple(h) for t, h in tables.items()}, tuple(openings)
        )
