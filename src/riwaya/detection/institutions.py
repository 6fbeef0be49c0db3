"""Institutions by the grammar of their names: head, adjectives, genitives, «لـ», joined nouns."""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.attachments import Parse
from riwaya.detection.facts import Rank
from riwaya.detection.name_words import is_ordinary, rank
from riwaya.detection.text import Chunk, Text

_LONGEST = 7
_BARRED = ("reporting", "modality", "light_verbs", "clause_words", "agent_markers")


def parse_institution(text: Text, i: int, end: int, parse: Parse) -> Chunk | None:
    """The named institution that opens at word `i` («اتحاد نقابات العمال»)."""
    hit = text.facts[i].institution
    if hit is None:
        return None
    j = i + 1
    for rest in hit.form.rest:
        if j >= end or text.words[j].key not in rest.keys:
            return None
        j += 1
    chunk = _chunk(text, i, j, hit)
    if hit.split.article:
        last = _adjectives(text, j, end)
        named = last > j and _naming(text, j, last)
        inner: list[Chunk] = []
        last = _for_what(text, last, end) if named else last
    else:
        last, named, inner = _genitive(text, j, end, parse)
        if _province(text, i, j, inner):
            return None
    if not named:
        return None
    chunk.last, chunk.end, chunk.inner = last, text.words[last - 1].end, inner
    if inner and inner[-1].acts:
        chunk.owner = inner[-1]
    return chunk


def _province(text: Text, i: int, j: int, inner: list[Chunk]) -> bool:
    """«مركز المدينة», «مديرية كذا»: a head of provinces too, with a place or an unknown name."""
    if not any(h.form.row["kind"] == "admin" for h in text.infos[i].of("place_heads")):
        return False
    if inner and inner[0].first == j:
        return inner[0].kind == "place"
    if j < len(text.words) and "admin" in text.infos[j].hits:
        return True
    return not inner and j < len(text.words) and not is_ordinary(text, j)


def _genitive(text: Text, j: int, end: int, parse: Parse) -> tuple[int, bool, list[Chunk]]:
    """What a construct head governs: where it ends, whether it makes a name, the names in it."""
    inner: list[Chunk] = []
    named = False
    last = j
    while last < end and last - j < _LONGEST:
        part = _proper_part(text, last, end, parse)
        if part is not None:
            inner.append(part)
            last, named = _adjectives(text, part.last, end), True
            break
        if not _noun(text, last):
            break
        definite = text.words[last].key.startswith("ال")
        if definite and any(t in text.infos[last].hits for t in ("posts", "titles")):
            break
        last += 1
        if definite:
            last = _joined(text, _adjectives(text, last, end), end)
            named = True
            break
    if not named:
        return j, False, []
    return _for_what(text, last, end), True, inner


def _proper_part(text: Text, j: int, end: int, parse: Parse) -> Chunk | None:
    """A place, person or institution named in the genitive."""
    word = text.words[j]
    if not word.key[0].isalpha() or text.is_a("preposition", j):
        return None
    part = parse(text, j, end)
    if part is None or part.prep or part.conj or part.kind not in ("place", "person", "group"):
        return None
    if part.kind == "place":
        return part if part.proper or part.name is not None else None
    return part if part.proper else None


def _noun(text: Text, j: int) -> bool:
    """A noun that may stand in a genitive chain: no particle, no verb that the lexicon knows."""
    info, word = text.infos[j], text.words[j]
    if len(word.key) < 3 or not word.key[0].isalpha() or word.key.isascii():
        return False
    if any(
        text.is_a(role, j)
        for role in (
            "preposition",
            "relative",
            "that",
            "demonstrative",
            "negation",
            "pronoun",
            "past_auxiliary",
        )
    ):
        return False
    if word.key.startswith("ال"):
        return "clause_words" not in info.hits
    if word.key[0] in "بلكوف" and word.key[1:] in text.roles["common"]:
        return False
    if (word.key[0] in "يتول" and not info.known) or word.key.startswith(("وال", "لل", "بال")):
        return False
    return not any(t in info.hits for t in _BARRED) and not any(
        h.form.pos == "verb" for h in info.of("triggers")
    )


def _adjectives(text: Text, j: int, end: int) -> int:
    """Past the definite adjectives from word `j`."""
    while j < end and _adjective(text, j):
        j += 1
    return j


def _adjective(text: Text, j: int) -> bool:
    info, word = text.infos[j], text.words[j].key
    if not word.startswith("ال") or len(word) < 5 or text.is_a("relative", j):
        return False
    if text.is_a("institution_adjective", j):
        return True
    if any(
        t in info.hits
        for t in ("collectives", "people", "posts", "titles", "place_heads", "objects", "gazetteer")
    ) and not _nisba(text, j):
        return False
    return word.endswith(("ي", "يه")) or _nisba(text, j)


def _nisba(text: Text, j: int) -> bool:
    hits = (*text.infos[j].of("countries"), *text.infos[j].of("peoples"))
    return any(h.form.pos == "nisba" and not h.split.cuts for h in hits)


def _naming(text: Text, first: int, last: int) -> bool:
    """Whether adjectives make a name of a definite head, and no passing description of it."""
    return any(not text.is_a("passing_adjective", k) for k in range(first, last))


def _joined(text: Text, j: int, end: int) -> int:
    """Past a second definite noun joined by «و» («التربية والتعليم»)."""
    if j < end and text.words[j].key.startswith("وال") and len(text.words[j].key) > 5:
        info = text.infos[j]
        if not any(
            t in info.hits
            for t in (
                "collectives",
                "people",
                "countries",
                "gazetteer",
                "admin",
                "triggers",
                "posts",
            )
        ):
            return _adjectives(text, j + 1, end)
    return j


def _for_what(text: Text, j: int, end: int) -> int:
    """Past «لـ» with a definite noun that says what the institution is for («للأوراق المالية»)."""
    if j >= end:
        return j
    word, info = text.words[j].key, text.infos[j]
    if word.startswith("لل") and len(word) > 5 and rank(text, j) is not Rank.SURE:
        if any(
            t in info.hits
            for t in (
                "people",
                "triggers",
                "countries",
                "gazetteer",
                "admin",
                "collectives",
                "place_heads",
            )
        ):
            return j
        return _joined(text, _adjectives(text, j + 1, end), end)
    return j


def _chunk(text: Text, i: int, j: int, hit: Hit) -> Chunk:
    word, form, split = text.words[i], hit.form, hit.split
    return Chunk(
        "group", i, j, word.start + split.skip, text.words[j - 1].end, i, proper=True,
        number=form.number or "sg", gender=form.gender, klass=form.row["class"], table=form.table,
        row=form.row, conj=split.conj, prep=split.prep, definite=True, rule="institution",
    )  # fmt: skip
