"""A sentence as the grammar sees it: noun phrases, governing prepositions, clause boundaries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from riwaya.detection.analysis import Hit
from riwaya.detection.chunker import parse
from riwaya.detection.literals import QUOTES, longest
from riwaya.detection.prepare import COMMON, COMMON_VERB
from riwaya.detection.text import Chunk, Sentence, Text
from riwaya.frames.frame_table import Frame
from riwaya.model import Row

AMONG = "AMONG"  # of noun phrases that are a part of a count («بينهم طفلان»)
_MARKERS = "agent_markers"
_AGENT_MARKERS = frozenset({_MARKERS}).__contains__
_CLAUSE_WORDS = frozenset({"clause_words"}).__contains__
AGENT = "AGENT"  # the preposition of phrases that mark a doer («على يد»)


@dataclass(slots=True)
class Trigger:
    """An event word: the words `first` to `last` (exclusive), its row and frame."""

    first: int
    last: int
    hit: Hit
    frame: Frame
    type: str
    between: tuple[int, int] | None = None  # the gap of a phrase («أطلق … النار»)

    @property
    def row(self) -> Row:
        """The row of `triggers.tsv`."""
        return self.hit.form.row

    @property
    def verbal(self) -> bool:
        """Whether it is a finite verb or opens with one."""
        return self.hit.form.pos == "verb"


@dataclass(slots=True)
class View:
    """One sentence: `at` maps a word to the noun phrase over it, `bounds` to a boundary's kind."""

    text: Text
    sentence: Sentence
    chunks: list[Chunk]
    at: dict[int, Chunk] = field(default_factory=dict)
    bounds: dict[int, str] = field(default_factory=dict)
    # word after an agent phrase -> its first word
    markers: dict[int, int] = field(default_factory=dict)
    triggers: list[Trigger] = field(default_factory=list)
    trigger_at: dict[int, Trigger] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()  # the spelling keys of its words
    settled: bool = False  # all triggers are found, so that what was asked once stays true
    governors: dict[int, str] = field(default_factory=dict)
    bare: dict[str, list[int]] = field(default_factory=dict)  # bare forms of words: `contexts`
    cues: dict[str, list[Any]] = field(default_factory=dict)  # by table, found once: `cues`
    quotes: list[bool] = field(default_factory=list)  # of each word, found once: `clauses.quoted`

    def is_part(self, chunk: Chunk) -> bool:
        """Whether a noun phrase opens the part of a count («… بينهم طفلان»)."""
        i = chunk.first - 1
        if chunk.count is not None:
            i = _before_bounds(self, i)
        return (
            i > self.sentence.first
            and self.text.is_a("among", i)
            and not (self.text.is_a("of_them", i) and self._not_parting(chunk, i))
        )

    def _hit_place(self, chunk: Chunk) -> bool:
        """Whether a town follows «بقصف»: it was hit, even where it stands for a government."""
        marker = self.text.infos[self.markers[chunk.first]].of(_MARKERS)
        attack = any(h.form.row["source"] == "attack noun" for h in marker)
        return attack and self.capital(chunk)

    def capital(self, chunk: Chunk) -> bool:
        """Whether a noun phrase is a capital, which may stand for a government or for itself."""
        city = self.text.infos[chunk.first].of("countries")
        return chunk.kind == "place" and any(h.form.pos == "capital" for h in city)

    def _not_parting(self, chunk: Chunk, i: int) -> bool:
        """Whether «منها» at word `i` parts nothing: «طرد منها الفصائل», but «منهم 7 أطفال»."""
        noun = self.at.get(i - 1)
        counted = chunk.count is not None or self.text.words[i - 1].text in "،,("
        parts = counted or (noun is not None and noun.count is not None)
        return not parts or _ends_number(self.text, i)

    def preposition(self, chunk: Chunk) -> str:
        """The preposition that governs a noun phrase: its key, AGENT, AMONG, or nothing."""
        if not self.settled:
            return self._governor(chunk)
        found = self.governors.get(id(chunk))
        if found is None:
            found = self.governors[id(chunk)] = self._governor(chunk)
        return found

    def _governor(self, chunk: Chunk) -> str:
        if chunk.first in self.markers and not self._hit_place(chunk):
            return AGENT
        if self.is_part(chunk):
            return AMONG
        if chunk.prep:
            return chunk.prep
        i = chunk.first - 1
        if chunk.count is not None:
            i = _before_bounds(self, i)
        if i >= self.sentence.first and self.text.is_a("preposition", i):
            return self.text.words[i].key
        if (
            i > self.sentence.first
            and self.text.words[i].text in "«\"“'"
            and self.text.is_a("preposition", i - 1)
        ):
            return self.text.words[i - 1].key
        if i >= self.sentence.first and i not in self.at and (governed := _governed(self, i)):
            return governed
        if i >= self.sentence.first and i not in self.at:
            info = self.text.infos[i]
            for hit in info.of("function_words"):
                if hit.form.row["role"] == "preposition":
                    return self.text.words[i].key
        return ""


def _ends_number(text: Text, i: int) -> bool:
    """Whether a number ends before word `i`: «7 منهم» counts, «منهم 7» opens a part."""
    return any((at := text.numbers.get(j)) and at.last == i for j in range(i - 5, i))


def view(text: Text, sentence: Sentence, chunks: list[Chunk]) -> View:
    """The view of a sentence, its boundaries marked; triggers are added by `find_triggers`."""
    v = View(text, sentence, chunks)
    v.keys = frozenset(w.key for w in text.words[sentence.first : sentence.last])
    for chunk in chunks:
        for i in range(chunk.first, chunk.last):
            v.at[i] = chunk
    for i in range(sentence.first, sentence.last):
        _mark(v, i)
    for doer, marker in v.markers.items():
        _uncover_doer(v, doer, marker)
    return v


def _uncover_doer(v: View, doer: int, marker: int) -> None:
    """«بنيران مجهولين»: of a weapon and whose it is, only whose it is is a noun phrase here."""
    whole = v.at.get(marker)
    if whole is None or whole.first != marker or whole.last <= doer or whole.kind == "place":
        return
    part = parse(v.text, doer, v.sentence.last)
    if part is None or part.kind not in ("group", "person") or part.last > whole.last:
        return
    v.chunks[v.chunks.index(whole)] = part
    for i in range(whole.first, whole.last):
        del v.at[i]
    for i in range(part.first, part.last):
        v.at[i] = part


def _mark(v: View, i: int) -> None:
    text, end = v.text, v.sentence.last
    info = text.infos[i]
    if i in text.phrases or _MARKERS in info.hits:
        match = longest(text, i, end, _AGENT_MARKERS)
        backs = text.is_a("tied_by", i - 1)  # «المدعومة من قبل تركيا»: it did not do it
        if match and match.last < end and not backs:
            v.markers[match.last] = i
            if text.words[match.last].text in QUOTES:
                v.markers[match.last + 1] = i  # «من قبل "قسد"»
            return
    if i in v.at or (
        (text.is_a("about", i) or text.is_a("preposition", i)) and _approximates(v, i)
    ):
        return
    if text.is_a("relative", i) and text.words[i].key != "من":
        v.bounds[i] = "relative"
    elif text.is_a("that", i):
        v.bounds[i] = "that"
    elif i in text.phrases or "clause_words" in info.hits:
        match = longest(text, i, end, _CLAUSE_WORDS)
        if match and match.row["kind"] != "relative" and not text.is_a("preposition", i):
            v.bounds[i] = match.row["kind"]
    if i not in v.bounds and text.words[i].text in "؛;:.؟!#\n":
        v.bounds[i] = "stop"


def narrows(v: View, chunk: Chunk) -> bool:
    """Whether a place phrase only narrows the one before it («بلدة كذا شمالي كذا»)."""
    return wider(v, chunk) is not None


def wider(v: View, chunk: Chunk) -> Chunk | None:
    """The place phrase that a place phrase stands directly behind and narrows."""
    if chunk.kind != "place" or chunk.conj:
        return None
    for back in (1, 2, 3):
        before = v.at.get(chunk.first - back)
        if before is not None:
            break
    if before is None or before is chunk or before.kind != "place":
        return None
    between = range(before.last, chunk.first)
    for j in between:
        word = v.text.words[j]
        if not (v.text.is_a("preposition", j) or word.text in "-–،(" or word.key.startswith("ال")):
            return None
    if not between:
        return before if chunk.prep or chunk.klass in ("compass", "near") else None
    return before


def adverbial(v: View, chunk: Chunk) -> bool:
    """Whether a bare place phrase says where, and so is neither subject nor object."""
    return chunk.kind == "place" and (chunk.klass == "compass" or narrows(v, chunk))


def named_place(v: View, chunk: Chunk) -> Chunk:
    """A described place («حاجز») by the named one that stands behind it."""
    named = chunk.proper or any(part.proper for part in chunk.inner)  # «وسط مدينة كذا»
    if named or chunk.kind != "place":
        return chunk
    following = next((c for c in v.chunks if c.first >= chunk.last), None)
    if following is not None and following.kind == "place" and wider(v, following) is chunk:
        return following
    return chunk


def before_bounds(v: View, chunk: Chunk) -> int:
    """The first word of a noun phrase, with the words that round or bound its number."""
    return chunk.first if chunk.count is None else _before_bounds(v, chunk.first - 1) + 1


def _approximates(v: View, i: int) -> bool:
    """Whether a word belongs to a phrase before a number («ما يقرب من 45»)."""
    return any(
        chunk.count is not None and i < chunk.first <= i + 4
        and _before_bounds(v, chunk.first - 1) < i
        for chunk in (v.at.get(j) for j in range(i + 1, i + 5)) if chunk is not None
    )  # fmt: skip


def _before_bounds(v: View, i: int) -> int:
    """The word before the words that round or bound a number («نحو», «ما يقرب من», «أكثر من»)."""
    text, last = v.text, i
    while i > v.sentence.first:
        if text.is_a("about", i) or (i < last and text.is_a("negation", i)):  # «ما لا يقل عن»
            i -= 1
        elif (
            text.is_a("preposition", i)
            and i - 1 > v.sentence.first
            and text.is_a("about", i - 1)
            and not text.is_a("preposition", i - 1)
        ):
            i -= 2
        else:
            break
    return i


def _governed(v: View, i: int) -> str:
    """The preposition of a noun whose genitive starts behind word `i` («برتبة …», «في صفوف …»)."""
    text, key = v.text, v.text.words[i].key
    common, verbs = text.roles[COMMON], text.roles[COMMON_VERB]
    if i in v.bounds or i in v.trigger_at or key in verbs or not key[0].isalpha():
        return ""
    bare = key[1:] if key[0] in "وف" and key not in common else key
    stem = bare[1:]
    if bare not in common and bare[:1] in ("ب", "ل", "ك") and stem in common:
        return "" if stem in verbs else bare[0]  # «لتشمل بيروت»
    j = i - 1
    if (
        key in common
        and not key.startswith("ال")
        and j >= v.sentence.first
        and text.is_a("preposition", j)
    ):
        return text.words[j].key
    return ""
