"""Titles and posts before a name: «العميد فلان», «رئيس الحكومة فلان»."""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.attachments import Parse, extend
from riwaya.detection.facts import Rank
from riwaya.detection.groups import follows
from riwaya.detection.literals import QUOTES
from riwaya.detection.name_openings import Before
from riwaya.detection.name_words import rank
from riwaya.detection.persons import parse_person
from riwaya.detection.text import Chunk, Text


def parse_titled(text: Text, i: int, end: int, parse: Parse) -> Chunk | None:
    """A title or post, what it is a post of, and the name behind it."""
    hit = _longest_entry(text, i, end)
    if hit is None or _no_title(text, i, end, hit):
        return None
    chunk = _opened(text, i, hit)
    kin = hit.form.row.get("relation") == "kin_of"
    j = i + 1 + len(hit.form.rest)
    if kin and hit.form.rest:
        chunk.pronoun = "ه" if text.words[j - 1].text.endswith("ه") else ""  # «ابن عمه»
    while j < end and more_title(text, j) and not kin:
        chunk.definite = chunk.definite or text.words[j].key.startswith("ال")
        j += 1
    given = bool(text.infos[i].of("given_names"))
    if chunk.table == "posts" or chunk.row["kind"] == "post":
        spoken_for = _spoken_for(text, j, end, parse)
        chunk = _speaking(chunk, spoken_for) if spoken_for else extend(text, chunk, j, end, parse)
        named = chunk.owner is not None and chunk.owner.kind == "person" and not chunk.owner.prep
        if named and given and not (hit.split.article or hit.form.rest or kin):
            return None  # «خليفة حفتر»: a name, and no successor of his
    else:
        while hit.split.article and j < end and _nisba(text, j):
            j += 1
        chunk.last, chunk.end = j, text.words[j - 1].end
    if hit.form.rest and text.is_a("preposition", j - 1) and not _of_group(chunk):
        return None  # «صحفي في الجيزة»: a place, and no paper he works for
    chunk = named_after(text, chunk, end)
    determined = hit.split.article or hit.form.rest or kin or chunk.pronoun
    if chunk.table == "posts" and chunk.owner is None and not determined and chunk.name and given:
        return None  # «أمين رزق»: a name, no secretary
    return None if chunk.table == "titles" and chunk.name is None and chunk.owner is None else chunk


def _no_title(text: Text, i: int, end: int, hit: Hit) -> bool:
    """Whether what is written like a title is a name or another word here."""
    if text.is_a("kunya", i) or text.is_a("adverb", i) or text.is_a("preposition", i):
        return True  # «سيبدأ قريباً»
    if hit.split.cuts and len(hit.split.stem) < 3:
        return True
    if hit.form.table != "titles" or hit.split.article or hit.form.rest:
        return False
    if text.infos[i].of("given_names") and parse_person(text, i, end):
        return True  # «رائد», a name here and no rank
    if "posts" in text.infos[i].hits:
        return False
    person = parse_person(text, i + 1, end, Before.NOUN) if i + 1 < end else None
    return person is None or bool(person.prep or person.conj)


def _opened(text: Text, i: int, hit: Hit) -> Chunk:
    """The chunk of a title's own word."""
    word, split = text.words[i], hit.split
    chunk = Chunk(
        "person", i, i + 1, word.start + split.skip, word.end, i, number=hit.form.number or "sg",
        gender=hit.form.gender, klass="official" if hit.form.table == "posts" else "title",
        table=hit.form.table, row=hit.form.row, conj=split.conj, prep=split.prep,
        definite=split.article or _ends_definite(text, i, hit),
        pronoun=split.pronoun, rule="titled",
    )  # fmt: skip
    if chunk.table == "titles" and (post := _post_of(text, i)):
        chunk.row = {**chunk.row, "relation": post}  # «الناطق الرسمي», a title and a post
    if chunk.number != "sg":
        chunk.kind = "group"
    return chunk


def _post_of(text: Text, i: int) -> str:
    """The relation of a post that a title's first word names by itself."""
    posts = [h for h in text.infos[i].of("posts") if not h.form.rest]
    return str(posts[0].form.row["relation"]) if posts else ""


def _of_group(chunk: Chunk) -> bool:
    return chunk.owner is not None and chunk.owner.kind == "group"


def _spoken_for(text: Text, j: int, end: int, parse: Parse) -> Chunk | None:
    """Whom a spokesman speaks for: the group behind «باسم»."""
    if j < end and text.is_a("on_behalf", j):
        j += 1
    if j >= end or not text.is_a("on_behalf", j - 1):
        return None
    quoted = text.words[j].text in QUOTES and j + 1 < end
    part = parse(text, j + 1 if quoted else j, end)
    if part is None or part.kind not in ("group", "place") or part.prep or part.conj:
        return None
    if quoted and part.last < end and text.words[part.last].text in QUOTES:
        part.last += 1
    return part


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
    kin = text.words[i].text.endswith("ه") and [
        h for h in whole if h.split.pronoun and h.form.row.get("relation")
    ]
    return min(
        kin or whole or found,
        key=lambda h: (h.split.cuts, h.form.number == "du", -len(h.form.rest)),
        default=None,
    )  # «ابنه» is his son, «قائده» his leader: «ابنة», a daughter, is written with dots


def _institution_head(text: Text, i: int) -> bool:
    """Whether the next word opens an institution's name of its own («رئيس بلدية كذا»)."""
    return any(
        h.form.row["class"] == "body" and h.form.row["unit"] == "yes"
        for h in text.infos[i].of("collectives")
    )


def more_title(text: Text, j: int) -> bool:
    """Whether word `j` goes on with a title («العميد الركن»)."""
    info = text.infos[j]
    if "alias_cues" in info.hits and not text.is_a("called", j):
        return False  # «المعروف باسم …»: another name
    if text.words[j].text.endswith("ا") and _indefinite(text, j):
        return False  # «أعدم القائد ضابطاً»
    if text.is_a("preposition", j):
        return False  # «المدير إلى المدينة»: «إلى», and not «آلي»
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
    if chunk.row.get("relation") == "kin_of" and not chunk.definite and _another(text, chunk, end):
        return chunk
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
    if person and not person.prep and not person.conj and not _object(text, person):
        chunk.name = person
        chunk.inner.append(person)
        chunk.last, chunk.end = person.last, person.end
    return chunk


def _object(text: Text, person: Chunk) -> bool:
    """«أعدم القائد ضابطاً»: an indefinite noun in the accusative, no name."""
    word = text.words[person.first]
    alone = person.last - person.first == 1 and word.text.endswith("ا")
    return alone and _indefinite(text, person.first)


def _indefinite(text: Text, j: int) -> bool:
    """Whether word `j` is a noun for a man or a body without article."""
    return any(
        not h.split.cuts and h.form.number != "du"
        for t in ("people", "titles", "collectives") for h in text.infos[j].of(t)
    )  # fmt: skip


def _another(text: Text, chunk: Chunk, end: int) -> bool:
    """«والد الشاب فلان»: the name behind a kin's title is not his own, but whose kin he is."""
    j = chunk.last
    if chunk.pronoun or chunk.owner is not None or not more_title(text, j):
        return False
    other = parse_titled(text, j, end, _no_parse)
    if other is None or other.name is None or other.prep or other.conj:
        return False
    chunk.owner = other
    chunk.inner.append(other)
    chunk.last, chunk.end, chunk.definite = other.last, other.end, True
    return True


def _no_parse(text: Text, i: int, end: int) -> Chunk | None:
    """A title's own name is all that is looked for behind it."""
    return None


def _describes(text: Text, j: int) -> bool:
    """An unlisted title or adjective between a title and a name («القائد المخضرم فلان»)."""
    return (
        "alias_cues" not in text.infos[j].hits
        and text.words[j].key.startswith("ال")
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
    kin = chunk.klass in ("kin", "victim") or chunk.row.get("relation") == "kin_of"
    return Before.KIN if kin else Before.NOUN
