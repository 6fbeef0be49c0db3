"""Groups: listed actors, collectives with what they belong to, counted and described people."""

from __future__ import annotations

from riwaya.detection.analysis import Hit, WordInfo
from riwaya.detection.attachments import Parse, adjective_after, extend
from riwaya.detection.facts import HEADS, PARTY
from riwaya.detection.literals import longest
from riwaya.detection.party import stands_for_a_side
from riwaya.detection.text import Chunk, Text
from riwaya.detection.units import numbered, unit_name

_BLOCK = ("triggers", "reporting", "modality", "light_verbs", "clause_words")


def is_actor_table(table: str) -> bool:
    """Whether a table lists actors, or words that sides have for one another."""
    return table.startswith("actors") or table == PARTY


def parse_actor(text: Text, i: int, end: int) -> Chunk | None:
    """The listed actor that opens at word `i`."""
    match = longest(text, i, end, is_actor_table)
    if match is None or (match.table == PARTY and not stands_for_a_side(text, match, i, end)):
        return None
    if (
        match.last == i + 1
        and match.split.cuts
        and len(match.split.stem) < (3 if match.split.prep == "ل" else 4)
    ):
        return None
    words = text.words
    if match.last < end and words[match.last].key in ("عشر", "عشره"):
        return None  # «الفرقة السادسة عشرة» is not the sixth
    sex = "f" if text.words[i].key.endswith(("ه", "ات", "يا")) else "m"
    number = (
        "pl" if words[match.last - 1].key.endswith(("ون", "ين")) and match.last == i + 1 else "sg"
    )
    chunk = Chunk(
        "group", i, match.last, words[i].start + match.split.skip, words[match.last - 1].end, i,
        proper=match.table != PARTY, number=number, gender=sex, klass=match.row["kind"],
        table=match.table,
        row=match.row, conj=match.split.conj, prep=match.split.prep, definite=True,
        rule="party-word" if match.table == PARTY else "actor-listed",
    )  # fmt: skip
    hit = text.infos[i].first("collectives")
    if hit:
        chunk.number = hit.form.number
        chunk.gender = "f" if sex == "f" else hit.form.gender  # «المليشيا», «الميليشيات»
    return chunk


def parse_palace(text: Text, i: int, end: int) -> Chunk | None:
    """A government meant by its palace («الإليزيه», «قصر بعبدا»); in a palace is a place."""
    match = longest(text, i, end, {"countries"}.__contains__)
    if match is None or match.column != "palaces":
        return None
    if i and text.words[i - 1].key in text.roles["in"]:
        return None
    words = text.words
    return Chunk(
        "group", i, match.last, words[i].start + match.split.skip, words[match.last - 1].end, i,
        proper=True, klass="state", table="countries", row=match.row, conj=match.split.conj,
        prep=match.split.prep, definite=True, rule="palace",
    )  # fmt: skip


def parse_nominal(
    text: Text, i: int, end: int, parse: Parse, *, after_number: bool = False
) -> Chunk | None:
    """A described group or person: head, adjectives, what it belongs to («عناصر من كذا»)."""
    hit = _head(text, i, end, after_number)
    if hit is None:
        return None
    if text.is_a("adverb", i):
        return None  # «سيبدأ قريباً»
    chunk = _head_chunk(text, i, hit)
    j = i + 1 + len(hit.form.rest)
    named = hit.form.row.get("unit") == "yes" and not hit.split.pronoun
    if named and not (hit.form.row["class"] == "force" and _of_actor(text, j, end)):
        unit = unit_name(text, j, end, chunk, adjective_after)
        if unit:
            return unit
    return extend(text, chunk, j, end, parse)


def _of_actor(text: Text, j: int, end: int) -> bool:
    """Whether a listed actor stands behind a unit's head: «خلايا داعش» are of it, no name."""
    match = longest(text, j, end, is_actor_table) if j < end else None
    return match is not None and match.table != PARTY and not match.split.cuts


def _head(text: Text, i: int, end: int, after_number: bool) -> Hit | None:
    plain, counted = text.facts[i].heads or _heads(text, i)
    hits = counted if after_number else plain
    if not hits:
        return None
    unit = "collectives" in text.infos[i].hits and (
        numbered(text, i + 1, end) or _named_unit(text, i, end)
    )
    if text.words[i].text.endswith("ه"):  # «والده»: his father, no mother
        hits = tuple(sorted(hits, key=lambda h: not (h.split.pronoun and _of_kin(h))))
    for hit in hits:
        if (not unit or hit.form.table == "collectives") and follows(text, i, end, hit):
            return hit
    return None


def _named_unit(text: Text, i: int, end: int) -> bool:
    """«لواء الصقور»: a rank without article takes no genitive, a unit does."""
    if text.words[i].key.startswith("ال") or i + 1 >= end or not text.infos[i].of("titles"):
        return False
    unit = any(h.form.row["unit"] == "yes" for h in text.infos[i].of("collectives"))
    return unit and text.words[i + 1].key.startswith("ال")


def _of_kin(hit: Hit) -> bool:
    return hit.form.row.get("class") == "kin"


def _heads(text: Text, i: int) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """The nouns that word `i` may be as a head, likeliest first: anywhere, and behind a number."""
    info, facts = text.infos[i], text.facts[i]
    counted = [
        hit
        for table in HEADS
        for hit in sorted(info.of(table), key=_plainness)
        if hit.split.prep != "ك" and not (hit.split.cuts and len(hit.split.stem) < 3)
    ]
    if "preposition" in facts.roles or "each" in facts.roles:
        counted = []
    deed = _deed(info)
    blocked = any(not h.split.cuts for t in _BLOCK for h in info.of(t))
    plain = [
        hit
        for hit in counted
        if not (deed is not None and _deed_outranks(text, i, hit, deed))
        and not (hit.split.cuts and blocked)
    ]
    facts.heads = (tuple(plain), tuple(counted))
    return facts.heads


def _deed_outranks(text: Text, i: int, hit: Hit, deed: Hit) -> bool:
    if hit.form.row.get("class") == "weapon_system":
        return False
    if deed.split.pronoun and deed.form.pos == "verb":
        return not hit.split.pronoun and text.words[i].text.endswith("ه")
    return hit.split.cuts >= deed.split.cuts


def follows(text: Text, i: int, end: int, hit: Hit) -> bool:
    """Whether the other words of an entry of several words follow word `i`."""
    rest = hit.form.rest
    if not rest:
        return i < end
    return i + len(rest) < end and all(
        text.words[i + 1 + n].key in r.keys for n, r in enumerate(rest)
    )


def _plainness(hit: Hit) -> tuple[int, bool, int]:
    """Fewest cuts first; a form that stands only before another noun last; longest entry first."""
    return hit.split.cuts, hit.form.construct or hit.form.number == "du", -len(hit.form.rest)


def _deed(info: WordInfo) -> Hit | None:
    """The event that a word names, where it does not name those who suffered or made it."""
    for hit in info.of("triggers"):
        two_of = hit.form.construct and hit.form.number == "du"  # «شرطي» is a policeman
        bare = hit.form.pos == "noun" and not hit.form.rest and not two_of
        if bare and hit.form.row["frame"] not in _PERSONAL and not _personal(info):
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
    ends_definite = bool(form.rest) and text.words[i + len(form.rest)].key.startswith("ال")
    definite = split.article or ends_definite
    kind = "object" if form.table == "objects" else "group"
    if form.table == "people" and form.number == "sg":
        kind = "person"
    return Chunk(
        kind, i, i + 1, word.start + split.skip, word.end, i, number=form.number or "sg",  # type: ignore[arg-type]
        gender=form.gender, klass=form.row.get("class", form.table), table=form.table, row=form.row,
        conj=split.conj, prep=split.prep, definite=definite,
        pronoun=split.pronoun, rule="group-described",
    )  # fmt: skip
