"""What a noun phrase takes behind its head: adjectives, genitives, «من», «لـ», participles."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.detection.text import Chunk, Text

Parse = Callable[[Text, int, int], Chunk | None]
_BLOCK = ("triggers", "reporting", "modality", "light_verbs", "clause_words")


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
        or text.is_a("tied_by", i)
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
                (chunk.klass == "weapon_system" or chunk.kind == "object")
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
