"""Groups: listed actors, collectives with what they belong to, counted and described people."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.detection.analysis import Hit, WordInfo
from riwaya.detection.literals import longest
from riwaya.detection.text import Chunk, Text
from riwaya.detection.units import numbered, unit_name

Parse = Callable[[Text, int, int], Chunk | None]
_HEADS = ("people", "collectives", "sources", "objects")
_BLOCK = ("triggers", "reporting", "modality", "light_verbs", "clause_words")


def is_actor_table(table: str) -> bool:
    """Whether a table lists actors."""
    return table.startswith("actors")


def parse_actor(text: Text, i: int, end: int) -> Chunk | None:
    """The listed actor that opens at word `i`."""
    match = longest(text, i, end, is_actor_table)
    if match is None:
        return None
    if (
        match.last == i + 1
        and match.split.cuts
        and len(match.split.stem) < (3 if match.split.prep == "ل" else 4)
    ):
        return None
    words = text.words
    sex = "f" if text.words[i].key.endswith(("ه", "ات", "يا")) else "m"
    number = (
        "pl" if words[match.last - 1].key.endswith(("ون", "ين")) and match.last == i + 1 else "sg"
    )
    chunk = Chunk(
        "group", i, match.last, words[i].start + match.split.skip, words[match.last - 1].end, i,
        proper=True, number=number, gender=sex, klass=match.row["kind"], table=match.table,
        row=match.row, conj=match.split.conj, prep=match.split.prep, definite=True, rule="actor-listed",
    )  # fmt: skip
    hit = text.infos[i].first("collectives")
    if hit:
        chunk.number, chunk.gender = hit.form.number, hit.form.gender
    return chunk


def parse_nominal(
    text: Text, i: int, end: int, parse: Parse, *, after_number: bool = False
) -> Chunk | None:
    """A described group or person: head, adjectives, what it belongs to («عناصر من كذا»)."""
    hit = _head(text, i, end, after_number)
    if hit is None:
        return None
    chunk = _head_chunk(text, i, hit)
    j = i + 1 + len(hit.form.rest)
    if hit.form.row.get("unit") == "yes" and not hit.split.pronoun:
        named = unit_name(text, j, end, chunk, adjective_after)
        if named:
            return named
    return extend(text, chunk, j, end, parse)


def _head(text: Text, i: int, end: int, after_number: bool) -> Hit | None:
    info = text.infos[i]
    if text.is_a("preposition", i) or text.is_a("each", i):
        return None
    deed = _deed(info)
    unit = "collectives" in info.hits and numbered(text, i + 1, end)
    for table in ("collectives",) if unit else _HEADS:
        for hit in sorted(info.of(table), key=_plainness):
            if (
                hit.split.prep == "ك"
                or (hit.split.cuts and len(hit.split.stem) < 3)
                or not follows(text, i, end, hit)
            ):
                continue
            if deed is not None and not after_number and _deed_outranks(text, i, hit, deed):
                continue
            if (
                not after_number
                and hit.split.cuts
                and any(not h.split.cuts for t in _BLOCK for h in info.of(t))
            ):
                continue
            return hit
    return None


def _deed_outranks(text: Text, i: int, hit: Hit, deed: Hit) -> bool:
    if hit.form.row.get("class") == "weapon_system":
        return False
    if deed.split.pronoun and deed.form.pos == "verb":
        return not hit.split.pronoun and text.words[i].text.endswith("ه")
    return hit.split.cuts >= deed.split.cuts


def follows(text: Text, i: int, end: int, hit: Hit) -> bool:
    """Whether the other words of an entry of several words follow word `i`."""
    rest = hit.form.rest
    return i + len(rest) < end and all(
        text.words[i + 1 + n].key in r.keys for n, r in enumerate(rest)
    )


def _plainness(hit: Hit) -> tuple[int, bool, int]:
    """Fewest cuts first; a form that stands only before another noun last; longest entry first."""
    return hit.split.cuts, hit.form.construct or hit.form.number == "du", -len(hit.form.rest)


def _deed(info: WordInfo) -> Hit | None:
    """The event that a word names, where it does not name those who suffered or made it."""
    for hit in info.of("triggers"):
        if hit.form.pos == "noun" and not hit.form.rest and hit.form.row["frame"] not in _PERSONAL:
            if not _personal(info):
                return hit
        if hit.form.pos == "verb" and hit.split.pronoun:
            return hit
    return None


def _personal(info: WordInfo) -> bool:
    """Whether the word is a noun of people that is also a victim («قتلى», «أسرى», «انتحاري»)."""
    return any(
        (h.form.row["class"] in _NAMED_BY_DEED and not h.split.pronoun and h.form.number != "sg")
        or h.form.row["class"] in ("fighter", "detainee")
        for h in info.of("people")
    )


_PERSONAL = frozenset({"victim"})
_NAMED_BY_DEED = frozenset({"victim", "detainee", "fighter"})


def _head_chunk(text: Text, i: int, hit: Hit) -> Chunk:
    word, form, split = text.words[i], hit.form, hit.split
    kind = "object" if form.table == "objects" else "group"
    if form.table == "people" and form.number == "sg":
        kind = "person"
    return Chunk(
        kind, i, i + 1, word.start + split.skip, word.end, i, number=form.number or "sg",  # type: ignore[arg-type]
        gender=form.gender, klass=form.row.get("class", form.table), table=form.table, row=form.row,
        conj=split.conj, prep=split.prep, definite=split.article or (bool(form.rest) and text.words[i + len(form.rest)].key.startswith("ال")),
        pronoun=split.pronoun, rule="group-described",
    )  # fmt: skip


def adjective_after(text: Text, i: int, head: Chunk) -> bool:
    """Whether word `i` is an adjective of the noun phrase before it."""
    info, word = text.infos[i], text.words[i]
    key = word.key
    if len(key) < 3 or not key[0].isalpha():
        return False
    if word.text.endswith("ا") and len(key) > 3 and not text.words[i - 1].text.endswith("ا"):
        return False  # «ثلاثة مسلحين مدنياً»: an accusative behind another case is another noun
    if (
        "place_heads" in info.hits
        or text.is_a("preposition", i)
        or ("directions" in info.hits and not key.startswith("ال"))
    ):
        return False
    known = info.first("group_adjectives") or info.first("countries") or info.first("peoples")
    if known and known.form.pos in ("adjective", "nisba"):
        split = known.split
        if head.number in ("pl", "du") and head.table == "people" and word.text.endswith("ا"):
            return False  # «ثلاثة مسلحين مدنياً»: a singular in the accusative is another noun
        return not (split.conj or split.prep or split.pronoun) and (
            not split.article or head.definite
        )
    if "triggers" in info.hits and any(
        h.form.pos == "participle" and not h.split.cuts for h in info.hits["triggers"]
    ):
        return True
    if any(
        t in info.hits
        for t in (
            "collectives",
            "people",
            "place_heads",
            "posts",
            "titles",
            "family_names",
            "gazetteer",
            "admin",
            "objects",
        )
    ):
        return False
    if any(t in info.hits and not info.hits[t][0].split.cuts for t in _BLOCK):
        return False
    if head.definite and not head.proper and key.startswith("ال"):
        return (
            not text.is_a("relative", i)
            and key.endswith(("ه", "ي", "ين", "ون", "ات", "ان"))
            and len(key) > 4
        )
    return (
        not head.definite
        and not info.known
        and key.endswith(("يه", "ييين", "يين", "يون", "يان", "ييّن"))
        and not key.startswith(("ال", "و"))
    )


def extend(text: Text, chunk: Chunk, j: int, end: int, parse: Parse) -> Chunk:
    """The head with its adjectives and what it belongs to."""
    construct = True
    while j < end and adjective_after(text, j, chunk):
        j += 1
        construct = False
    if (
        j < end
        and text.numbers.get(j)
        and text.numbers[j].number.kind == "dual"
        and chunk.number == "du"
    ):
        j = text.numbers[j].last
    chunk.last, chunk.end = j, text.words[j - 1].end
    if j >= end:
        return chunk
    tied = _tied(text, chunk, j, end, parse, construct)
    if tied is not None:
        chunk.owner = tied
        chunk.inner.append(tied)
        chunk.last, chunk.end = tied.last, tied.end
        if construct and not chunk.definite:
            chunk.definite = tied.definite
            while chunk.last < end and not tied.owner and adjective_after(text, chunk.last, chunk):
                chunk.last += 1
                chunk.end = text.words[chunk.last - 1].end
    return chunk


def _tied(
    text: Text, chunk: Chunk, j: int, end: int, parse: Parse, construct: bool
) -> Chunk | None:
    """What the head belongs to: genitive, «من», «في», «لـ» with a group."""
    word = text.words[j]
    if text.is_a("from", j) and not chunk.definite and j + 1 < end:
        part = parse(text, j + 1, end)
        if part and part.kind in ("group", "person") and not part.prep:
            return part
        return None
    if (
        word.key in text.roles["in"]
        and chunk.klass in ("leader", "official", "fighter", "person", "police", "soldier")
        and j + 1 < end
    ):
        part = parse(text, j + 1, end)
        return (
            part
            if part
            and part.kind == "group"
            and not part.prep
            and part.klass not in ("person", "civilian")
            else None
        )
    part = None
    if word.key.startswith("ل") and not text.is_a("preposition", j):
        part = parse(text, j, end)
        if part and part.prep == "ل" and part.kind == "group" and not part.count:
            return part
        return None
    if construct and not chunk.definite and not chunk.pronoun and chunk.number != "du":
        part = parse(text, j, end)
        if (
            part
            and not part.prep
            and not part.conj
            and part.kind in ("group", "person", "place")
            and not part.count
        ):
            if part.klass in ("compass", "near"):
                return None
            if chunk.kind == "person" and part.kind == "person" and not part.definite:
                return None
            if (
                chunk.klass == "weapon_system"
                and part.kind == "person"
                and chunk.last > chunk.head + 1
            ):
                return None  # «طائرة مسيرة فلانا»: what it hit
            return (
                part if part.definite or part.kind != "place" or chunk.table != "people" else None
            )
    return None


def qualified(text: Text, chunk: Chunk, end: int, parse: Parse) -> Chunk:
    """«… المدعومة من كذا», «… التابع لكذا»: what a group is tied to by a participle."""
    j = chunk.last
    if chunk.kind not in ("group", "person", "place", "object") or j + 1 >= end:
        return chunk
    if not text.is_a("tied_by", j) and not (
        chunk.last - 1 > chunk.head and text.is_a("tied_by", chunk.last - 1)
    ):
        return chunk
    if text.is_a("tied_by", j):
        j += 1
    if text.is_a("preposition", j):
        j += 1
    part = parse(text, j, end) if j < end else None
    if part is None or (part.kind != "group" and not part.acts) or part.conj:
        return chunk
    chunk.inner.append(part)
    chunk.last = part.last
    if chunk.kind != "place":
        chunk.owner = chunk.owner or part
    return chunk
