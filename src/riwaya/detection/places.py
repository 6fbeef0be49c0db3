"""Places: listed ones, and unlisted ones behind a generic head («بلدة كذا», «ريف كذا»)."""

from __future__ import annotations

from riwaya.detection.analysis import Hit, WordInfo
from riwaya.detection.facts import PLACES
from riwaya.detection.letters import key
from riwaya.detection.literals import QUOTES, longest
from riwaya.detection.name_words import is_ordinary
from riwaya.detection.text import DEEPEST, Chunk, Match, Text

_FUNCTION = frozenset({
    "preposition", "relative", "that", "negation", "demonstrative", "conjunction",
    "past_auxiliary", "pronoun",
})  # fmt: skip
_SMALL = frozenset({"gazetteer", "villages"})
_SELF = frozenset({"settlement", "admin", "natural"})
"""Kinds of heads that mean the same place as the name behind them («مدينة كذا»)."""
_STOP = (
    "triggers",
    "reporting",
    "modality",
    "light_verbs",
    "clause_words",
    "people",
    "agent_markers",
)
_ORDINARY = frozenset((*_STOP, "common_words", "collectives", "objects", "titles", "posts"))


def parse_place(text: Text, i: int, end: int, *, sure: bool = False) -> Chunk | None:
    """The place that opens at word `i`; `sure` where its surroundings say that it is one."""
    if not text.facts[i].place and i not in text.phrases:
        return None
    headed = _headed(text, i, end) if "place_heads" in text.infos[i].hits else None
    listed = _listed(text, i, end, sure)
    if headed is not None:
        return listed if listed is not None and _whole_name(listed, headed) else headed
    direction = _direction(text, i, end)
    if direction is None or (listed is not None and listed.last >= direction.last):
        return listed  # «شمال دارفور», a state
    return direction


def place_expected(text: Text, i: int) -> bool:
    """Whether what stands before a word says that it names a place.

    «في» always does; «إلى», «بين» and the like, and «و» behind a place, where the word is no
    ordinary noun («بين طفس واليادودة»); behind «بلدتي» or «أحياء» it may be one too.
    """
    before_it = text.words[i - 1].key if i else ""
    if {before_it, before_it[1:] if before_it[:1] in ("و", "ف") else ""} & text.roles["in"]:
        return True
    if _struck(text, i):
        return True
    if i > 0 and text.is_a("leads_to_place", i - 1):
        return not _ordinary_trap(text, i)
    before = text.nesting.before
    if before is None or before.last != i or before.kind != "place":
        return False
    if text.words[i].key[0] != "و":
        return False
    several = before.rule == "place-head" and _plural_head(text, before)
    return several or not _ordinary_trap(text, i)


def _struck(text: Text, i: int) -> bool:
    """«غارة على صور»: behind «على» and a noun of fire stands the place that it hit."""
    if i < 2 or text.words[i - 1].key != "علي":
        return False
    return any(
        h.form.pos != "verb" and h.form.row["type"] in _STRIKES and not h.split.pronoun
        for j in range(max(0, i - 3), i - 1)
        for h in text.infos[j].of("triggers")
    )


def _settled_in(text: Text, match: Match) -> bool:
    """Whether «ب» stands on the name and makes no word of its own («بشأن») of it."""
    return match.split.prep == "ب" and key(match.split.stem) not in text.roles["common"]


def _plural_head(text: Text, chunk: Chunk) -> bool:
    hits = text.infos[chunk.head].of("place_heads")
    return bool(hits) and hits[0].form.number in ("pl", "du")


def _ordinary_trap(text: Text, i: int) -> bool:
    """Whether a place's name is an ordinary word too, and not only spelt like a rare one."""
    return is_ordinary(text, i) and any(
        hit.form.row["reason"] == "common word or personal name"
        for hit in text.infos[i].of("place_traps")
    )


def _inside(text: Text, i: int, end: int) -> Chunk | None:
    """The place inside another one, unless too many stand inside one another already."""
    nesting = text.nesting
    if nesting.depth >= DEEPEST:
        return None
    nesting.depth += 1
    try:
        return parse_place(text, i, end, sure=True)
    finally:
        nesting.depth -= 1


def _whole_name(listed: Chunk, headed: Chunk) -> bool:
    """Whether a listed name is spelt like the head («الإمارات») or opens with it."""
    return listed.last >= headed.last and (
        listed.last - listed.first > 1 or listed.table == "countries"
    )


def _listed(text: Text, i: int, end: int, sure: bool) -> Chunk | None:
    match = longest(text, i, end, PLACES.__contains__)
    if match is None or match.column == "palaces" or (sure and match.split.prep in ("ك", "ب")):
        return None  # one preposition does not follow another
    info = text.infos[i]
    if match.last == i + 1 and _no_name(text, i, match):
        return None
    if match.last == i + 1:
        if not _FUNCTION.isdisjoint(text.facts[i].roles) or _plain_noun(
            text, i, match.table, match.split.skip
        ):
            return None
        if not sure and (
            ("place_traps" in info.hits and not _settled_in(text, match))
            or match.split.prep == "ك"
            or (match.split.prep == "ل" and not _well_known(match))
        ):
            return None
        governorate = match.row.get("kind") == "governorate"
        if not sure and match.split.cuts and _common(info) and not governorate:
            return None
        if not sure and match.table in _SMALL and text.words[i].key in text.roles["common"]:
            return None
        if len(text.words[i].key) - match.split.skip < 3:
            return None
    words = text.words
    chunk = Chunk(
        "place", i, match.last, words[i].start + match.split.skip, words[match.last - 1].end, i,
        proper=True, gender="f", klass=_klass(info, match),
        table=match.table, row=match.row, conj=match.split.conj, prep=match.split.prep,
        definite=True, rule="place-listed",
    )  # fmt: skip
    chunk.acts = match.split.prep != "ل" and (
        match.table == "countries"
        or (match.last == i + 1 and any(h.form.pos == "capital" for h in info.of("countries")))
    )
    return chunk


_STRIKES = frozenset({"airstrike", "shelling"})
_LARGE = 20_000  # people


def _no_name(text: Text, i: int, match: Match) -> bool:
    """«السودانية», «وفدا»: an adjective or a noun in the form of a place's name."""
    info = text.infos[i]
    nisba = any(h.form.pos == "nisba" for h in (*info.of("countries"), *info.of("peoples")))
    before = text.words[i - 1].key if i else ""
    if nisba and match.table in _SMALL and before.startswith("ال"):
        return True  # «العاصمة السودانية الخرطوم»
    whole = [h for t in _ORDINARY for h in info.of(t) if not h.split.cuts]
    return bool(match.split.conj) and bool(whole)


def _klass(info: WordInfo, match: Match) -> str:
    """A region named by a direction («شمالي العراق») says where as a direction does."""
    if match.table == "regions" and "directions" in info.hits:
        return "compass"
    return "country" if match.table == "countries" else "place"


def _well_known(match: Match) -> bool:
    """Whether a name is so well known that it is one behind «ل» too («لصنعاء»)."""
    large = int(match.row.get("population") or 0) >= _LARGE
    return large or match.table == "countries" or match.row.get("kind") == "governorate"


def _plain_noun(text: Text, i: int, table: str, skip: int) -> bool:
    """An ordinary definite noun that is a small place's name too: no place without a head."""
    word = text.words[i].key[skip:]
    if table not in _SMALL or not word.startswith("ال"):
        return False
    headed = i > 0 and any(not h.form.rest for h in text.infos[i - 1].of("place_heads"))
    return not headed and word[2:] in text.roles["common"]


def _common(info: WordInfo) -> bool:
    return not _ORDINARY.isdisjoint(info.hits)


def _direction(text: Text, i: int, end: int) -> Chunk | None:
    """«شمال غربي كذا», «محيط كذا», «قرب كذا»: the mention is the direction with its place."""
    match = longest(text, i, end, {"directions"}.__contains__)
    if match is None or match.last >= end:
        return None
    j = match.last
    if text.is_a("from", j) and j + 1 < end:
        j += 1
    place = _inside(text, j, end)
    if place is None or place.kind != "place" or (place.prep and place.prep != "ل"):
        return None
    words = text.words
    return Chunk(
        "place", i, place.last, words[i].start + match.split.skip, place.end, i,
        klass="near" if text.is_a("surroundings", i) else "compass", table=place.table,
        row=place.row, conj=match.split.conj, prep=match.split.prep,
        definite=True, name=place.best, inner=[place], acts=False, rule="place-direction",
    )  # fmt: skip


def _headed(text: Text, i: int, end: int) -> Chunk | None:
    hits = text.infos[i].of("place_heads")
    for hit in hits:
        if _hamza_differs(text, i, hit):
            continue
        deed = "triggers" in text.infos[i].hits
        if hit.split.pronoun or (
            deed and (hit.split.article or hit.form.row["kind"] in ("facility", "natural"))
        ):
            continue
        last = i + 1
        matched = True
        for rest in hit.form.rest:
            matched = matched and last < end and text.words[last].key in rest.keys
            last += 1
        if not matched:
            continue
        return _after_head(text, i, last, end, hit)
    for hit in hits:
        if hit.split.pronoun and not _hamza_differs(text, i, hit):
            return _head_chunk(text, i, i + 1, hit, proper=False)
    return None


def _hamza_differs(text: Text, i: int, hit: Hit) -> bool:
    """Whether the word is written with a hamza that the head has not («وأدى» is no «وادي»)."""
    word = text.words[i]
    written = text.folded.original[text.folded.span(word.start + hit.split.skip, word.end).start :]
    return "أ" in written[1 : word.end - word.start] and "أ" not in hit.form.row["head"]


def _after_head(text: Text, i: int, j: int, end: int, hit: Hit) -> Chunk:
    """The phrase of a generic head: its name, its owner or nothing after it."""
    split, form = hit.split, hit.form
    if split.article:
        if j < end and _adjective(text, j):
            j += 1
        elif form.row["kind"] in ("facility", "line") and j < end and _number_of(text, j):
            return _head_chunk(text, i, j + 1, hit, proper=True)  # «الحاجز 32»
        return _head_chunk(text, i, j, hit, proper=False)
    fixed = text.words[i].key[split.skip :].startswith("ال")
    k = j + 1 if j < end and text.words[j].text in QUOTES else j
    inner = _inside(text, k, end) if k < end else None
    if (
        inner is not None
        and not inner.prep
        and not inner.conj
        and not _cut_short(text, k, inner, end)
    ):
        last = _adjectives(text, inner.last, end)
        chunk = _head_chunk(text, i, last, hit, proper=inner.proper)
        if chunk.klass not in _SELF or inner.rule != "place-listed":
            chunk.inner = [inner]
        chunk.row, chunk.table = inner.row, inner.table
        return chunk
    if text.words[i].text.endswith("ا") and not form.row["head"].endswith("ا"):
        return _head_chunk(text, i, j, hit, proper=False)  # «موقعاً 12 قتيلاً» has no name
    last = _quoted(text, k, end) if k > j else _unlisted(text, k, end)
    unit = form.row["kind"] == "admin" and any(
        h.form.row["unit"] == "yes" for h in text.infos[i].of("collectives")
    )  # «لواء الصقور» is a force, and no district
    if unit or fixed or (form.row["kind"] == "admin" and k < end and text.words[k].text.isdigit()):
        last = k  # «العاصمة» takes no unlisted name, and «لواء 93» is no province
    if last > k:
        last = _adjectives(text, last, end)
        if k > j and last < end and text.words[last].text in QUOTES:
            last += 1
        chunk = _head_chunk(text, i, last, hit, proper=True)
        chunk.proper = chunk.klass == "settlement" or not all(
            is_ordinary(text, n) for n in range(k, last)
        )
        return chunk
    j = _adjectives(text, j, end) if fixed else j  # «الحي الشمالي»
    return _head_chunk(text, i, j, hit, proper=False)


def _number_of(text: Text, j: int) -> bool:
    """Whether word `j` numbers the place before it and counts no noun behind it."""
    if not text.words[j].text.isdigit() or len(text.words[j].text) > 3:
        return False
    at = text.numbers.get(j)
    return at is None or at.last == j + 1


def _quoted(text: Text, k: int, end: int) -> int:
    """Where a name inside quotes ends; one word where no quote closes it near by."""
    close = next((n for n in range(k, min(end, k + 5)) if text.words[n].text in QUOTES), 0)
    return close if close > k else _unlisted(text, k, end)


def _cut_short(text: Text, k: int, inner: Chunk, end: int) -> bool:
    """A listed name that only opens the unlisted one behind a head («قرية دير كذا»)."""
    return (
        inner.rule == "place-listed"
        and text.is_a("place_opener", inner.last - 1)
        and _unlisted(text, k, end) > inner.last
    )


def _unlisted(text: Text, i: int, end: int) -> int:
    """Where the unlisted name behind a head ends: one word, more after words that open names."""
    if i >= end or not _may_name(text, i):
        return i
    last = i + 1
    while (
        last < end
        and text.is_a("place_opener", last - 1)
        and _may_name(text, last)
        and last - i < 4
    ):
        last += 1
    while last < end and text.words[last].text.isdigit() and last - i < 3:
        if last + 1 < end and "people" in text.infos[last + 1].hits:
            break  # «مسجد الروضة 305 شهداء»
        last += 1
    return last


def _may_name(text: Text, i: int) -> bool:
    word, info = text.words[i], text.infos[i]
    if any(h.split.prep for h in info.of("place_heads")):
        return False  # «مواقع بريف كذا»
    if "directions" in info.hits and not word.key.startswith("ال"):
        return False  # «قرية قرب كذا»
    if any(split.prep == "ل" and form.table.startswith("actors") for form, split in info.listed):
        return False  # «مقر لقسد»: whose it is
    if len(word.key) < 2 or not word.key[0].isalpha():
        return word.text.isdigit()
    if i in text.times or any(
        h.form.pos == "nisba" for h in (*info.of("countries"), *info.of("peoples"))
    ):
        return False
    if any(t in info.hits for t in _STOP) and not word.key.startswith("ال"):
        return text.is_a("place_opener", i)
    return _FUNCTION.isdisjoint(text.facts[i].roles)


def _adjective(text: Text, i: int) -> bool:
    key = text.words[i].key
    if not key.startswith("ال") or len(key) < 5:
        return False
    info = text.infos[i]
    return (
        key.endswith(("ي", "يه", "ه"))
        and not any(t in info.hits for t in ("triggers", "clause_words"))
        and not text.is_a("relative", i)
    )


def _adjectives(text: Text, i: int, end: int) -> int:
    """«ريف درعا الغربي», «الغوطة الشرقية»: directions that belong to a name."""
    while (
        i < end
        and text.words[i].key.startswith("ال")
        and ("directions" in text.infos[i].hits or text.is_a("side", i))
    ):
        i += 1
    return i


def _head_chunk(text: Text, i: int, last: int, hit: Hit, *, proper: bool) -> Chunk:
    split, form = hit.split, hit.form
    words = text.words
    return Chunk(
        "place", i, last, words[i].start + split.skip, words[last - 1].end, i, proper=proper,
        number=form.number, gender=form.gender, klass=form.row.get("kind", ""), table="place_heads",
        row=form.row, conj=split.conj, prep=split.prep,
        definite=split.article or proper or bool(split.pronoun),
        pronoun=split.pronoun, rule="place-head",
    )  # fmt: skip
