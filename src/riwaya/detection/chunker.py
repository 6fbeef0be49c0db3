"""A sentence cut into noun phrases: the mentions to be, from left to right."""

from __future__ import annotations

from riwaya.detection.attachments import qualified
from riwaya.detection.facts import Facts
from riwaya.detection.groups import parse_actor, parse_nominal, parse_palace
from riwaya.detection.institutions import parse_institution
from riwaya.detection.literals import QUOTES
from riwaya.detection.nationals import counted_national, lone_national
from riwaya.detection.persons import parse_person, surname_alone
from riwaya.detection.places import parse_place, place_expected
from riwaya.detection.ranged import parse_ranged
from riwaya.detection.second_names import announced, second_name
from riwaya.detection.tagged import with_tagged
from riwaya.detection.text import DEEPEST, Chunk, Sentence, Text
from riwaya.detection.titled import named_after, parse_titled
from riwaya.model import FoundNumber

_PEOPLE_KINDS = ("cardinal", "dual", "range", "quantifier", "singular")


def chunks(text: Text, sentence: Sentence) -> list[Chunk]:
    """The noun phrases of a sentence, none overlapping another."""
    found: list[Chunk] = []
    i, end = sentence.first, sentence.last
    text.nesting.before = None
    while i < end:
        cue = announced(text, i, end)
        chunk = second_name(text, cue, end, parse) if cue else None
        chunk = chunk or parse(text, i, end)
        if chunk is None or chunk.pronoun == "ي":  # «سوري» is no wall of mine
            chunk = lone_national(text, i, end, parse) or chunk
        if chunk is None and text.named:
            chunk = surname_alone(text, i)
        if chunk is None:
            i += 1
        else:
            found.append(chunk)
            text.nesting.before = chunk
            _with_ordinal(text, chunk, end)
            i = max(chunk.last, i + 1)
    return with_tagged(text, sentence, found) if text.tagged else found


def _sides(text: Text, i: int) -> Chunk:
    """«الطرفان», «جميع الأطراف»: the sides that the text has named."""
    word = text.words[i]
    number = "du" if word.key.endswith(("ان", "ين")) else "pl"
    return Chunk("group", i, i + 1, word.start, word.end, i, number=number, klass="party",
                 table="function_words", definite=True, rule="sides")  # fmt: skip


def _with_ordinal(text: Text, chunk: Chunk, end: int) -> None:
    """«خليفة كذا الثالث»: a definite ordinal behind a noun phrase belongs to it."""
    at = text.numbers.get(chunk.last)
    if (
        at
        and at.number.value == 2
        and at.number.kind != "dual"
        and chunk.kind in ("person", "group")
        and not chunk.proper
        and not chunk.count
        and at.last <= end
    ):
        chunk.last, chunk.end, chunk.number = at.last, text.words[at.last - 1].end, "du"
        chunk.count = at.number
        return
    if (
        at
        and at.number.kind == "ordinal"
        and at.last <= end
        and chunk.kind in ("person", "group")
        and text.words[chunk.last].key.startswith("ال")
    ):
        chunk.last, chunk.end = at.last, text.words[at.last - 1].end


def parse(text: Text, i: int, end: int) -> Chunk | None:
    """The longest noun phrase that opens at word `i`, or None."""
    facts = text.facts[i]
    if facts.idle and i not in text.marked:
        return None
    nesting = text.nesting
    place = (i, end, len(text.named))
    if nesting.depth >= DEEPEST or place in nesting.found:
        return nesting.found.get(place)
    nesting.depth += 1
    try:
        chunk = _parse(text, i, end, facts)
    finally:
        nesting.depth -= 1
    if nesting.depth:
        nesting.found[place] = chunk
    else:
        nesting.found.clear()
    return chunk


def _parse(text: Text, i: int, end: int, facts: Facts) -> Chunk | None:
    if i in text.times:
        return _time(text, i)
    number = text.numbers.get(i)
    roles = facts.roles
    if "of_them" in roles and not number:
        return None
    if "mix" in roles:
        return _sides(text, i)
    if facts.ranging is not None:
        ranged = parse_ranged(text, i, end, parse)
        if ranged:
            return ranged
    if "preposition" in roles and not _named_ali(text, i, end):
        info = text.infos[i]
        if "directions" not in info.hits and not info.openings:
            return None
    placed = parse_place(text, i, end, sure=True) if number and _governorate(text, i) else None
    if placed is not None:
        return qualified(text, placed, end, parse)
    if number and number.number.kind in _PEOPLE_KINDS:
        counted = _counted(text, i, end)
        if counted and not _post_not_pair(text, i, counted):
            return counted
    elif number and number.number.kind != "ordinal":
        n = number.number
        return Chunk("quantity", i, number.last, n.start, n.end, i, klass="measure", rule="measure")
    if not (facts.opens or i in text.phrases):
        return None
    best = _widest(text, i, end, facts)
    return qualified(text, _apposed(text, best, end), end, parse) if best else None


def _named_ali(text: Text, i: int, end: int) -> bool:
    """«جُرح علي.»: the name of somebody named before, where no noun stands behind it."""
    word = text.words[i]
    named = text.is_a("name_too", i) and word.text.endswith("ي") and word.key in text.named
    return named and (i + 1 >= end or not text.words[i + 1].key[0].isalpha())


def _governorate(text: Text, i: int) -> bool:
    """«في أبين»: a governorate that is spelt like a dual («two fathers»)."""
    if text.numbers[i].number.kind != "dual":
        return False
    return any(h.form.row.get("kind") == "governorate" for h in text.infos[i].of("admin"))


def _widest(text: Text, i: int, end: int, facts: Facts) -> Chunk | None:
    """The widest noun phrase that any parser finds at word `i`; of two, the better kind."""
    phrased = i in text.phrases
    best = parse_titled(text, i, end, parse) if facts.titled else None
    for found in (
        parse_actor(text, i, end) if facts.actor or phrased else None,
        parse_palace(text, i, end) if facts.place or phrased else None,
        parse_place(text, i, end, sure=place_expected(text, i)) if facts.place or phrased else None,
        parse_person(text, i, end) if facts.person or phrased else None,
    ):
        if found and (best is None or found.last > best.last or _listed_phrase(found, best)):
            best = found
    institution = parse_institution(text, i, end, parse) if facts.institution else None
    if institution and (best is None or institution.last >= best.last):
        if best is None or institution.last > best.last or best.rule != "actor-listed":
            return institution
        best.inner = best.inner or [c for c in institution.inner if c.kind == "place"]
    nominal = parse_nominal(text, i, end, parse) if facts.nominal else None
    if nominal and (
        best is None or nominal.last > best.last or (best.kind == "person" and best.last == i + 1)
    ):
        return nominal
    return best


def _post_not_pair(text: Text, i: int, counted: Chunk) -> bool:
    """A post whose word might also be a dual («الأمين العام», not two mothers)."""
    if counted.number != "du" or (counted.last > i + 1 and not text.infos[i].of("posts")):
        return False
    hit = text.infos[i].first("posts")
    return hit is not None and hit.form.number == "sg" and not hit.split.cuts


def _listed_phrase(found: Chunk, best: Chunk) -> bool:
    """A listed name of several words is no title with a name («خان يونس»)."""
    return (
        found.last == best.last
        and found.last - found.first > 1
        and found.table not in ("", "place_heads")
        and best.rule == "titled"
    )


def _time(text: Text, i: int) -> Chunk:
    at = text.times[i]
    return Chunk(
        "time", i, at.last, at.time.start, at.time.end, i, klass="time", time=at.time, rule="time"
    )  # fmt: skip


def _counted(text: Text, i: int, end: int) -> Chunk | None:
    """A number with the people it counts, «18 من مقاتليهم», or a bare number of people."""
    at = text.numbers[i]
    j = at.last
    start = at.number.start
    if j < end and text.words[j].text == ")" and i > 0 and text.words[i - 1].text == "(":
        j += 1  # «(3) نازحين»
    if j < end and text.is_a("from", j) and at.number.kind != "dual":
        j += 1
    noun = parse_nominal(text, j, end, parse, after_number=True) if j < end else None
    if noun is None and j > at.last and j < end:
        noun = parse(text, j, end)
    elif noun is None and j < end and _counts(at.number):
        noun = counted_national(text, j, end, parse)
    if noun is not None and (
        noun.kind not in ("group", "person", "object") or noun.prep or noun.conj
    ):
        noun = None
    if noun is None:
        if at.number.kind == "singular" or at.number.kind == "dual":
            return _self_counted(text, i, end)
        if _only_one(text, i):
            return None
        last = at.last
        if j > at.last and j < end and text.words[j].key in text.roles["of_them"]:
            last = j + 1
        elif at.last < end and text.words[at.last].key in text.roles["of_them"]:
            last = at.last + 1
        return Chunk("quantity", i, last, start, text.words[last - 1].end, i, number="pl",
                     klass="count",
                     count=at.number, count_end=at.last, rule="count")  # fmt: skip
    return _with_count(text, i, noun)


def _counts(number: FoundNumber) -> bool:
    """Whether what it counts stands behind it: one and two stand behind, as «اثنان نيجريان»."""
    return number.kind in ("cardinal", "range", "quantifier") and number.value not in (1, 2)


def _only_one(text: Text, i: int) -> bool:
    """«من عائلة واحدة»: an adjective of the noun before it, and nobody counted."""
    at = text.numbers[i]
    if at.number.value != 1 or at.last != i + 1 or i == 0 or at.number.start != text.words[i].start:
        return False
    before = text.words[i - 1]
    if before.end == text.words[i].start or not before.key[-1:].isalpha():
        return False
    feminine = before.text.endswith("ة") and text.words[i].text.endswith("ة")
    return feminine and "triggers" not in text.infos[i - 1].hits


def _self_counted(text: Text, i: int, end: int) -> Chunk | None:
    noun = parse_nominal(text, i, end, parse, after_number=True)
    if noun is None or noun.kind == "object":
        return None
    noun.count, noun.count_end = text.numbers[i].number, i + 1
    if noun.number == "du":
        noun.kind = "group"
    return noun


def _with_count(text: Text, i: int, noun: Chunk) -> Chunk:
    at = text.numbers[i]
    inner = [noun.owner] if noun.owner else []
    kind = "group" if noun.kind == "person" else noun.kind
    return Chunk(
        kind, i, noun.last, at.number.start, noun.end, noun.head, number="pl", gender=noun.gender,
        klass=noun.klass, table=noun.table, row=noun.row, count=at.number, count_end=at.last,
        owner=noun.owner, inner=inner, pronoun=noun.pronoun, rule="group-counted",
        conj=_conj_of_number(text, i),
    )  # fmt: skip


def _conj_of_number(text: Text, i: int) -> str:
    word = text.words[i]
    at = text.numbers[i].number
    if at.start > word.start and word.text[0] in "وف":
        return word.text[0]
    joined = i > 0 and text.words[i - 1].text == "و" and text.words[i - 1].end == word.start
    return "و" if joined else ""


def _apposed(text: Text, chunk: Chunk, end: int) -> Chunk:
    if (
        chunk.kind == "person"
        and not chunk.proper
        and chunk.name is None
        and chunk.table in ("people", "posts", "titles")
    ):
        return named_after(text, chunk, end)
    if (
        chunk.kind == "group"
        and chunk.last < end
        and text.words[chunk.last].text in QUOTES
        and chunk.table == "collectives"
        and not chunk.proper
    ):
        inner = parse_actor(text, chunk.last + 1, end) if chunk.last + 1 < end else None
        if inner and inner.last < end and text.words[inner.last].text in QUOTES:
            chunk.owner = inner
            chunk.inner.append(inner)
            chunk.last, chunk.end = inner.last + 1, inner.end
    return chunk
