"""Titles and posts before a name: «العميد فلان», «رئيس الحكومة فلان»."""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.attachments import Parse, extend
from riwaya.detection.facts import Rank
from riwaya.detection.groups import follows
from riwaya.detection.name_openings import Before
from riwaya.detection.name_words import rank
from riwaya.detection.persons import parse_person
from riwaya.detection.text import Chunk, Text


def parse_titled(text: Text, i: int, end: int, parse: Parse) -> Chunk | None:
    """A title or post, what it is a post of, and the name behind it."""
    info = text.infos[i]
    hit = _longest_entry(text, i, end)
    if (
        hit is None
        or text.is_a("kunya", i)
        or (hit.split.cuts and len(hit.split.stem) < 3)
        or text.is_a("preposition", i)
    ):
        return None
    if (
        hit.form.table == "titles"
        and not hit.split.article
        and not hit.form.rest
        and info.of("given_names")
        and parse_person(text, i, end)
    ):
        return None  # «رائد», a name here and no rank
    if (
        hit.form.table == "titles"
        and not hit.split.article
        and not hit.form.rest
        and "posts" not in info.hits
    ):
        person = parse_person(text, i + 1, end, Before.NOUN) if i + 1 < end else None
        if person is None or person.prep or person.conj:
            return None
    word, split = text.words[i], hit.split
    chunk = Chunk(
        "person", i, i + 1, word.start + split.skip, word.end, i, number=hit.form.number or "sg",
        gender=hit.form.gender, klass="official" if hit.form.table == "posts" else "title",
        table=hit.form.table, row=hit.form.row, conj=split.conj, prep=split.prep,
        definite=split.article or _ends_definite(text, i, hit),
        pronoun=split.pronoun, rule="titled",
    )  # fmt: skip
    if chunk.number != "sg":
        chunk.kind = "group"
    j = i + 1 + len(hit.form.rest)
    while j < end and more_title(text, j):
        chunk.definite = chunk.definite or text.words[j].key.startswith("ال")
        j += 1
    if chunk.table == "posts" or chunk.row["kind"] == "post":
        spoken_for = _spoken_for(text, j, end, parse)
        chunk = _speaking(chunk, spoken_for) if spoken_for else extend(text, chunk, j, end, parse)
        named = chunk.owner is not None and chunk.owner.kind == "person" and not chunk.owner.prep
        if named and not split.article and not hit.form.rest and info.of("given_names"):
            return None  # «خليفة حفتر»: a name, and no successor of his
    else:
        while split.article and j < end and _nisba(text, j):
            j += 1
        chunk.last, chunk.end = j, text.words[j - 1].end
    if hit.form.rest and text.is_a("preposition", j - 1) and not _of_group(chunk):
        return None  # «صحفي في الجيزة»: a place, and no paper he works for
    chunk = named_after(text, chunk, end)
    return None if chunk.table == "titles" and chunk.name is None and chunk.owner is None else chunk


def _of_group(chunk: Chunk) -> bool:
    return chunk.owner is not None and chunk.owner.kind == "group"


def _spoken_for(text: Text, j: int, end: int, parse: Parse) -> Chunk | None:
    """Whom a spokesman speaks for: the group behind «باسم»."""
    if j < end and text.is_a("on_behalf", j):
        j += 1
    if j >= end or not text.is_a("on_behalf", j - 1):
        return None
    part = parse(text, j, end)
    return (
        part
        if part and part.kind in ("group", "place") and not part.prep and not part.conj
        else None
    )


def _speaking(chunk: Chunk, group: Chunk) -> Chunk:
    """A spokesman's phrase with the group behind «باسم» as its owner."""
    chunk.owner, chunk.last, chunk.end, chunk.definite = group, group.last, group.end, True
    chunk.inner.append(group)
    return chunk


def _ends_definite(text: Text, i: int, hit: Hit) -> bool:
    """«قائد اللواء»: a post of several words whose last one has the article."""
    rest = hit.form.rest
    return bool(rest) and text.words[i + len(rest)].key.startswith("ال")


def _longest_entry(text: Text, i: int, end: int) -> Hit | None:
    """The longest post, else the longest title, that stands at word `i`."""
    found = [
        h
        for table in ("posts", "titles")
        for h in text.infos[i].of(table)
        if follows(text, i, end, h)
    ]
    whole = [h for h in found if not (h.form.rest and _institution_head(text, i + 1))]
    return min(
        whole or found,
        key=lambda h: (h.split.cuts, h.form.number == "du", -len(h.form.rest)),
        default=None,
    )


def _institution_head(text: Text, i: int) -> bool:
    """Whether the next word opens an institution's name of its own («رئيس بلدية كذا»)."""
    return any(
        h.form.row["class"] == "body" and h.form.row["unit"] == "yes"
        for h in text.infos[i].of("collectives")
    )


def more_title(text: Text, j: int) -> bool:
    """Whether word `j` goes on with a title («العميد الركن»)."""
    info = text.infos[j]
    hit = info.first("titles") or info.first("group_adjectives")
    return (
        hit is not None and not hit.split.conj and not hit.split.prep and not info.of("given_names")
    )


def _nisba(text: Text, j: int) -> bool:
    """«الرئيس السوري»: the adjective of a country or people behind a title."""
    hit = text.infos[j].first("countries") or text.infos[j].first("peoples")
    return hit is not None and hit.form.pos == "nisba" and hit.split.article and not hit.split.cuts


def named_after(text: Text, chunk: Chunk, end: int) -> Chunk:
    """The name that stands behind a title, post or description of one person."""
    if chunk.kind != "person" or chunk.name or chunk.last >= end:
        return chunk
    j = chunk.last
    while j < end and more_title(text, j):
        j += 1
    if j < end and text.words[j].text in ("،", ","):
        return chunk
    before = _asks(chunk)
    if j < end and text.words[j].key in text.roles["called"]:
        j, before = j + 1, Before.TITLE
    if before is Before.TITLE and j + 1 < end and _describes(text, j):
        j += 1
    person = parse_person(text, j, end, before) if j < end else None
    if (
        person
        and _length(person) == 1
        and chunk.row.get("kind") == "description"
        and rank(text, j) < Rank.TRAP
    ):
        return chunk
    if person and not person.prep and not person.conj:
        chunk.name = person
        chunk.inner.append(person)
        chunk.last, chunk.end = person.last, person.end
    return chunk


def _describes(text: Text, j: int) -> bool:
    """An unlisted title or adjective between a title and a name («القائد المخضرم فلان»)."""
    return (
        text.words[j].key.startswith("ال")
        and len(text.words[j].key) > 3
        and rank(text, j) <= Rank.DOUBTFUL
        and rank(text, j + 1) is Rank.SURE
    )


def _length(person: Chunk) -> int:
    return person.last - person.first


def _asks(chunk: Chunk) -> Before:
    """A definite title asks for a name, an indefinite noun only may have one."""
    if chunk.table in ("titles", "posts") and chunk.definite and not chunk.pronoun:
        return Before.TITLE
    kin = chunk.klass == "kin" or chunk.row.get("relation") == "kin_of"
    return Before.KIN if kin else Before.NOUN
