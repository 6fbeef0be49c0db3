"""Second names behind the words that announce them: «المعروف باسم …», «الملقب بـ«…»».

Takes: the place in a text where a cue of `alias_cues` opens. Gives: the noun phrase that it
announces, marked with the cue. Never: says whose second name it is.
"""

from __future__ import annotations

from riwaya.detection.attachments import Parse
from riwaya.detection.literals import QUOTES, longest
from riwaya.detection.name_openings import Before
from riwaya.detection.persons import parse_person
from riwaya.detection.text import Announced, Chunk, Text
from riwaya.model import MentionKind

_ALIAS_CUES = frozenset({"alias_cues"}).__contains__
_PERSONAL = frozenset({"alias", "legal_name"})
_NAMING = frozenset({"alias", "legal_name", "other_name", "former_name", "abbreviation"})
_BETWEEN = QUOTES | frozenset(":,،([")
_OPENING = frozenset("«“\"'(")
_VERB = 6  # words between a verb of naming and «باسم»
_LONGEST = 6  # words of a second name in quotation marks
_WORDS, _SHORTEST = 3, 4  # words of one without them, letters of its first with its preposition
_HIS = ("ه", "ها", "هم")
_HEADS = frozenset({"triggers", "posts", "titles", "people", "relation_cues", "alias_cues"})
_BLOCK = frozenset({
    "triggers", "reporting", "modality", "light_verbs", "clause_words", "directions", "posts",
    "titles", "people", "collectives", "place_heads", "relation_cues", "alias_cues", "objects",
})  # fmt: skip


def announced(text: Text, i: int, end: int) -> Announced | None:
    """The cue of a second name that opens at word `i`, and where the name opens."""
    if i not in text.phrases and "alias_cues" not in text.infos[i].hits:
        return None
    match = longest(text, i, end, _ALIAS_CUES)
    if match is None or match.split.prep or match.row["kind"] == "so_called":
        return None
    if i and text.words[i - 1].key in text.roles["so_called"]:
        return None  # «ما يسمى مجلس كذا»
    if (
        text.is_a("formerly", i)
        and match.last == i + 1
        and (not i or text.words[i - 1].text not in _BETWEEN)
    ):
        return None  # «عنصراً سابقاً بالجيش»: once one of it, and not «(سابقاً كذا)»
    if text.is_a("each", i) and (not i or text.words[i - 1].text not in ("،", ",", "(")):
        return None  # «أي بيان»: any, and not «، أي»
    if text.is_a("called", i) and "titles" in text.infos[i].hits:
        return None  # «المدعو فلان»: a title
    kind = match.row["kind"]
    if kind == "by_name":
        if not any(_names(text, k) for k in range(max(0, i - _VERB), i)):
            return None  # «تحدث باسم كذا»
        kind = "alias"
    j = match.last
    while j < end and (text.words[j].text in _BETWEEN or text.is_a("naming", j)):
        j += 1
    return Announced(i, match.last, j, kind) if j < end else None


def _names(text: Text, i: int) -> bool:
    """A verb that says by which name someone is known («ويُعرف»)."""
    key = text.words[i].key
    return bool({key, key[1:] if key[:1] in "وف" else key} & text.roles["naming_verb"])


def second_name(text: Text, cue: Announced, end: int, parse: Parse) -> Chunk | None:
    """The noun phrase that a cue announces; None where what follows is no name."""
    i = cue.name
    found = parse(text, i, end)
    quoted = i - 1 >= cue.last and text.words[i - 1].text in _OPENING
    if found is not None and (
        found.kind not in ("person", "group", "place") or (found.pronoun and not found.best.proper)
    ):
        found = None  # «المعروف بمعارضته»
    if cue.kind in _PERSONAL:
        person = parse_person(text, i, end, Before.TITLE)
        if person is not None and (found is None or person.last >= found.last):
            found = _with_family(text, person, end)
    if quoted and cue.kind in _NAMING and (found is None or not found.best.proper):
        found = _between_quotes(text, cue, end) or found
    elif quoted and cue.kind in _NAMING and found is not None:
        whole = _between_quotes(text, cue, end)  # «بلقب «سيف بغداد»»: a town in it is part of it
        found = whole if whole is not None and whole.last > found.last else found
    if cue.kind in _NAMING and (found is None or found.first > i):
        found = _joined(text, cue, end)
    if found is not None:
        found.announced = cue
    return found


def _with_family(text: Text, person: Chunk, end: int) -> Chunk:
    """Where a name is announced, a word in the shape of a family name goes on with it."""
    j = person.last
    shaped = j < end and text.words[j].key.startswith("ال") and text.words[j].key.endswith("ي")
    if shaped and not _BLOCK.intersection(text.infos[j].hits):
        person.last, person.end = j + 1, text.words[j].end
    return person


def _joined(text: Text, cue: Announced, end: int) -> Chunk | None:
    """«الملقب بسيف بغداد»: a name of any words behind the preposition of the cue."""
    i, words = cue.name, text.words
    skip = 1 if words[i].key.startswith("ب") else 0
    if skip == 0 or len(words[i].key) < _SHORTEST or words[i - 1].text in _OPENING:
        return None
    if words[i].text.endswith(_HIS):
        return None  # «المعروف بنشاطه»
    last = i + 1
    if (
        last < end
        and words[last].key.startswith("ال")
        and not _HEADS.intersection(text.infos[last].hits)
    ):
        last += 1  # «الملقب بذئب الصحراء»
    while last < end and last - i < _WORDS and _goes_on(text, last):
        last += 1
    kind: MentionKind = "person" if cue.kind in _PERSONAL else "group"
    return Chunk(
        kind, i, last, words[i].start + skip,
        words[last - 1].end, i, proper=True, definite=True, prep="ب", rule="second-name",
    )  # fmt: skip


def _goes_on(text: Text, i: int) -> bool:
    """Whether a word may be one of a second name: no clitic, cue, place word or noun of people."""
    key = text.words[i].key
    if not text.facts[i].wordlike or key[0] in "وفبل" or i in text.times or i in text.numbers:
        return False
    return text.facts[i].roles <= {"common", "name_too"} and not _BLOCK.intersection(
        text.infos[i].hits
    )


def _between_quotes(text: Text, cue: Announced, end: int) -> Chunk | None:
    """The words up to the closing mark, as a name that no table knows («أبو الريم»)."""
    i = cue.name
    last = next(
        (j for j in range(i, min(i + _LONGEST, end)) if text.words[j].text in "»”\"')"), None
    )
    if last is None or last == i:
        return None
    kind: MentionKind = "person" if cue.kind in _PERSONAL else "group"
    return Chunk(
        kind, i, last, text.words[i].start, text.words[last - 1].end, i, proper=True, klass=kind,
        definite=True, rule="second-name",
    )  # fmt: skip
