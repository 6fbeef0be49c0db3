"""Cues of saying and of modality in a sentence: which words they are and what they govern."""

from __future__ import annotations

from typing import NamedTuple

from riwaya.detection.analysis import Hit
from riwaya.detection.mood import mood_fits
from riwaya.frames.triggers import match_rest, may_stand
from riwaya.frames.view import View
from riwaya.model import Row


class Cue(NamedTuple):
    """A cue over the words `first` to `last` (exclusive); `gap` are words inside it («…»)."""

    first: int
    last: int
    row: Row
    hit: Hit
    gap: tuple[int, int] | None = None
    negated: bool = False  # a negation stands right before it («لا تعتزم»)

    @property
    def complements(self) -> tuple[str, ...]:
        """What introduces the content: clause, masdar, prep:ب, next-verb, object, noun …"""
        return tuple(self.row["complement"].split("|"))

    @property
    def verbal(self) -> bool:
        """Whether it is an inflected verb, not a fixed phrase or a noun."""
        return self.hit.form.pos == "verb"


def cues(v: View, table: str) -> list[Cue]:
    """The cues of a table in a sentence, the longest at each word; found once for a view."""
    if table in v.cues:
        return v.cues[table]
    found: list[Cue] = []
    taken: set[int] = set()
    i = v.sentence.first
    while i < v.sentence.last:
        hits = () if i in taken else v.text.infos[i].of(table)
        best = _longest(v, i, hits) if hits else None
        if best:
            found.append(best)
            if best.gap is not None:
                taken |= {*range(i, best.gap[0]), *range(best.gap[1], best.last)}  # «حال … دون»
        i = best.last if best and best.gap is None else i + 1
    if v.settled:
        v.cues[table] = found
    return found


def _longest(v: View, i: int, hits: tuple[Hit, ...]) -> Cue | None:
    """The longest cue at word `i` among its hits."""
    best = None
    following = v.text.words[i + 1].key if i + 1 < v.sentence.last else ""
    for hit in hits:
        rest = hit.form.rest
        if (rest and not may_stand(v, following, rest[0])) or not _plausible(v, i, hit):
            continue
        ends = match_rest(v, i, rest)
        if ends and (best is None or ends[0] > best.last or _likelier(hit, best, ends[0])):
            best = Cue(i, ends[0], hit.form.row, hit, ends[1], _negated(v, i))
    return best


def _likelier(hit: Hit, best: Cue, last: int) -> bool:
    """«توعد»: of two verbs over the same words the one in the active."""
    return last == best.last and best.hit.form.voice == "passive" and hit.form.voice != "passive"


def _plausible(v: View, i: int, hit: Hit) -> bool:
    form, split = hit.form, hit.split
    if form.pos == "verb" and (
        not mood_fits(v.text, i, hit) or (not split.cuts and _particle(v, i))
    ):
        return False
    if form.pos != "verb" and form.number == "du":
        return False  # «شرطي» is a policeman, not two conditions
    chunk = v.at.get(i)
    if chunk is not None and (chunk.proper or chunk.kind in ("time", "place")) and i < chunk.last:
        return False
    if chunk is not None and chunk.name is not None and chunk.name.first <= i < chunk.name.last:
        return False
    if form.pos == "verb":
        inside = (
            chunk is not None
            and chunk.last - chunk.first > 1
            and not (split.conj and chunk.first == i and not chunk.proper)
        )
        later = form.tense == "imperfect" and i > v.sentence.first
        behind = later and v.text.is_a("preposition", i - 1)
        if behind and v.text.words[i - 1].key != "من":
            return False  # «بعد تمكنهم من …» is a noun
        return split.cuts - bool(split.pronoun) <= 2 and not inside
    bound = split.pronoun and form.table == "modality"
    return not (bound and "prep:" not in form.row["complement"])


def _particle(v: View, i: int) -> bool:
    """Whether the word is rather a function word; verbs that open an aim («طالبت») stay verbs."""
    word = v.text.infos[i].key
    return word in v.text.function_keys and word not in v.text.roles.get("aim", ())


def _negated(v: View, i: int) -> bool:
    if i <= v.sentence.first:
        return False
    for hit in v.text.infos[i - 1].of("modality"):
        row = hit.form.row
        if (
            row["pos"] == "particle"
            and row["polarity"] == "negative"
            and row["complement"] == "next-verb"
        ):
            return True
    return False
