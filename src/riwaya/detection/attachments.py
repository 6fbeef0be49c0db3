"""What a noun phrase takes behind its head: adjectives, genitives, «من», «لـ», participles."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.detection.facts import AdjectiveKind
from riwaya.detection.letters import key
from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk, Text

Parse = Callable[[Text, int, int], Chunk | None]
_TIES = frozenset({"preposition", "tied_by"})
_NOUNS = frozenset({
    "collectives", "people", "place_heads", "posts", "titles", "family_names", "gazetteer",
    "admin", "objects",
})  # fmt: skip
_DEFINITE_ENDINGS = ("ه", "ي", "ين", "ون", "ات", "ان")
_ENDINGS = ("يه", "ييين", "يين", "يون", "يان", "ييّن")
_LED = frozenset({"leader", "official", "fighter", "soldier", "force"})
_BLOCK = ("triggers", "reporting", "modality", "light_verbs", "clause_words")


def adjective_after(text: Text, i: int, head: Chunk) -> bool:
    """Whether word `i` is an adjective of the noun phrase before it."""
    facts = text.facts[i]
    if i in text.times:
        return False  # «سوق مدينة الصدر عام 2016»
    kind = facts.adjective
    if kind is None:
        kind = facts.adjective = _adjective_kind(text, i)
    if kind is AdjectiveKind.NEVER:
        return False
    counts = text.numbers.get(i)
    if counts and counts.number.kind == "dual" and head.number != "du":
        return False  # «مسلحون … ناشطَين»: two others
    word = text.words[i]
    if counts and counts.number.kind == "cardinal" and not word.key.startswith("ال"):
        return False  # «دراجات نارية ثمانية أشخاص»
    accusative = word.text.endswith("ا")
    if accusative and len(word.key) > 3 and not text.words[i - 1].text.endswith("ا"):
        return False  # «ثلاثة مسلحين مدنياً»: an accusative behind another case is another noun
    if kind is AdjectiveKind.LISTED:
        if accusative and head.number in ("pl", "du") and head.table == "people":
            return False  # «ثلاثة مسلحين مدنياً»: a singular in the accusative is another noun
        info = text.infos[i]
        known = info.first("group_adjectives") or info.first("countries") or info.first("peoples")
        return known is not None and known.split.article == head.definite
    if kind is AdjectiveKind.LIKE_DEFINITE:
        return head.definite and not head.proper
    return kind is AdjectiveKind.PARTICIPLE or not head.definite


def _adjective_kind(text: Text, i: int) -> AdjectiveKind:
    """What kind of adjective the word may be, whatever stands before it."""
    info, key, roles = text.infos[i], text.words[i].key, text.facts[i].roles
    hits, never = info.hits, AdjectiveKind.NEVER
    definite = key.startswith("ال")
    if len(key) < 3 or not key[0].isalpha() or "place_heads" in hits or not roles.isdisjoint(_TIES):
        return never
    if ("directions" in hits and not definite) or "alias_cues" in hits or "no_adjective" in roles:
        return never
    known = info.first("group_adjectives") or info.first("countries") or info.first("peoples")
    if known and known.form.pos in ("adjective", "nisba"):
        split = known.split
        return never if split.conj or split.prep or split.pronoun else AdjectiveKind.LISTED
    if any(h.form.pos == "participle" and not h.split.cuts for h in info.of("triggers")):
        return AdjectiveKind.PARTICIPLE
    if not _NOUNS.isdisjoint(hits) or any(t in hits and not hits[t][0].split.cuts for t in _BLOCK):
        return never
    if definite and len(key) > 4 and key.endswith(_DEFINITE_ENDINGS) and "relative" not in roles:
        return AdjectiveKind.LIKE_DEFINITE
    if not info.known and key.endswith(_ENDINGS) and not key.startswith(("ال", "و")):
        return AdjectiveKind.LIKE_INDEFINITE
    return never


def extend(text: Text, chunk: Chunk, j: int, end: int, parse: Parse) -> Chunk:
    """The head with its adjectives and what it belongs to."""
    construct = not _described_thing(text, chunk, j)
    while j < end and adjective_after(text, j, chunk):
        _counted_behind(text, j, chunk)
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
            chunk.definite = tied.definite and tied.rule != "ranged"
            while chunk.last < end and not tied.owner and adjective_after(text, chunk.last, chunk):
                chunk.last += 1
                chunk.end = text.words[chunk.last - 1].end
    return chunk


def _described_thing(text: Text, chunk: Chunk, j: int) -> bool:
    """«سيارة مفخخة مدينة كذا»: behind the adjective of a listed thing stands no genitive."""
    thing = chunk.kind == "object" or chunk.klass == "weapon_system"
    return thing and j > chunk.head + 1 and text.infos[j - 1].first("group_adjectives") is not None


def _counted_behind(text: Text, j: int, chunk: Chunk) -> None:
    """«القتلى السبعة»: a definite number behind a definite plural counts it."""
    at = text.numbers.get(j)
    if at and at.number.kind == "cardinal" and chunk.definite and chunk.number == "pl":
        chunk.count = at.number


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
        quoted = text.words[j + 1].text in QUOTES and j + 2 < end
        part = parse(text, j + 2 if quoted else j + 1, end)
        if quoted and part is not None and part.last < end:
            part.last += text.words[part.last].text in QUOTES
        return (
            part
            if part
            and part.kind == "group"
            and not part.prep
            and part.table != "sources"
            and part.klass not in ("person", "civilian", "crowd")
            else None
        )
    if word.text in QUOTES and construct and not chunk.definite and not chunk.pronoun:
        return _quoted(text, chunk, j, end, parse)
    if word.key.startswith("ل") and not text.is_a("preposition", j):
        part = parse(text, j, end)
        if part and part.prep == "ل" and part.kind == "group" and not part.count:
            speaking = part.klass == "media" and chunk.kind in ("person", "group")
            return None if speaking else part  # «قال شهود لوكالة كذا»: whom they told it
        if part is None or part.prep:
            return None  # but «رئيس لجنة كذا»: no preposition
    if construct and not chunk.definite and not chunk.pronoun and not _closed(text, chunk, j):
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


def _quoted(text: Text, chunk: Chunk, j: int, end: int, parse: Parse) -> Chunk | None:
    """«أمير "كتيبة كذا"», «قائد حركة «كذا»»: a group in quotation marks behind its head."""
    leads = chunk.klass in _LED or chunk.row.get("relation")
    part = parse(text, j + 1, end) if leads and j + 1 < end else None
    if part is None or part.kind != "group" or part.prep or part.conj or part.count:
        return None
    closed = part.last < end and text.words[part.last].text in QUOTES
    if closed:
        part.last += 1
    return part if closed or text.words[part.last - 1].text in QUOTES else None


def _closed(text: Text, chunk: Chunk, j: int) -> bool:
    """Whether the ending of a head forbids a genitive behind it («مسلحون», «مسلحين», «متهماً»)."""
    if chunk.number == "du":
        return True
    if chunk.number == "sg" and chunk.table == "people" and text.words[j - 1].key.endswith("ا"):
        return not key(chunk.row["singular"]).endswith("ا")
    return (
        chunk.number == "pl"
        and chunk.table == "people"
        and text.words[j - 1].key.endswith(("ون", "ين"))
    )


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
