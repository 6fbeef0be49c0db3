"""Where the titles and posts before a name end: «وزير الدفاع اللواء المهندس | مرهف أبو قصرة».

Takes: the words of a titled name with what the lexicon knows of them. Gives: how many are title.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.detection.analysis import WordInfo
from riwaya.detection.facts import PLACES, Roles, joined_servant
from riwaya.detection.tokens import Word

_ADJECTIVES = ("group_adjectives", "countries", "peoples")
_OTHER = ("collectives", "place_heads", "objects", "people", "clause_words")


def title_length(words: Sequence[Word], infos: Sequence[WordInfo], roles: Roles) -> int:
    """How many words of titles, ranks and posts stand before the name; a name is left over."""
    if not words or not _entry(words, infos, roles, 0) or _opens_name(words, infos, roles, 0):
        return 0
    if _given(words[0], infos[0]) and len(words) > 1 and _unlisted(words, infos, roles, 1):
        return 0  # «خليفة حفتر» is no successor
    last, ranked = 0, False
    for i in range(len(words) - 1):
        length = _entry(words, infos, roles, i)
        if length and i + length > last and not (i and _given(words[i], infos[i])):
            last, ranked = i + length, "titles" in infos[i].hits
    i = min(last, len(words) - 1)
    grouped = any(t in infos[i].hits for t in _OTHER)  # «أمين عام حزب كذا»
    if ranked and not grouped and not words[i].text.startswith("ال"):
        return i  # a name stands right behind a rank
    while i < len(words) - 1 and not _opens_name(words, infos, roles, i):
        closed = i > last and words[i - 1].text.startswith("ال")
        if _unlisted(words, infos, roles, i) or (closed and _names(words, infos, i)):
            break  # «نائب رئيس المجلس | مالك عقار»
        i += 1
    return i if i < len(words) - 1 or _opens_name(words, infos, roles, i) else last


def _entry(words: Sequence[Word], infos: Sequence[WordInfo], roles: Roles, i: int) -> int:
    """How many words the title or post at word `i` has, the longest of the tables."""
    found = 0
    if words[i].key in roles["mother"] or (
        i and words[i - 1].key in (*roles["servant_of"], *roles["kunya"])
    ):
        return 0  # «عبد الملك» is no king
    for form, split in (*infos[i].of("titles"), *infos[i].of("posts")):
        last = i + 1 + len(form.rest)
        fits = (
            last <= len(words)
            and not split.conj
            and all(
                word.key in rest.keys
                for word, rest in zip(words[i + 1 : last], form.rest, strict=True)
            )
        )
        if fits:
            found = max(found, last - i)
    return found


def _opens_name(words: Sequence[Word], infos: Sequence[WordInfo], roles: Roles, i: int) -> bool:
    """Whether word `i` opens a person's name for certain."""
    key, info = words[i].key, infos[i]
    leads = key in roles["kunya"] or key in roles["mother"] or key in roles["son"]
    if leads or key in roles["servant_of"] or joined_servant(key):
        return True
    if words[i].text.startswith("ال") or _preposition(words[i], roles):
        return False
    named = _given(words[i], info)
    listed = any(not h.split.cuts for t in (*_OTHER, *PLACES) for h in info.of(t))
    return named and not listed and not (i == 0 and _entry(words, infos, roles, i))


def _given(word: Word, info: WordInfo) -> bool:
    """Whether it is a listed given name without the article («أمين», «سلطان» too)."""
    listed = any(not h.split.cuts for h in info.of("given_names"))
    return listed and not word.text.startswith("ال")


def _names(words: Sequence[Word], infos: Sequence[WordInfo], i: int) -> bool:
    return _given(words[i], infos[i]) or two_worded(words, infos, i)


def two_worded(words: Sequence[Word], infos: Sequence[WordInfo], i: int) -> bool:
    """«نصر الله», «سيف الإسلام»: a given name of two words that a table lists."""
    if i + 1 >= len(words):
        return False
    second = words[i + 1].key
    return any(
        literal.table == "given_names" and not literal.rest
        for opening in infos[i].openings if not opening.split.cuts
        for literal in opening.seconds.get(second, ())
    )  # fmt: skip


def _unlisted(words: Sequence[Word], infos: Sequence[WordInfo], roles: Roles, i: int) -> bool:
    """Whether word `i` is no word of a post: one that no table knows, and no adjective."""
    key, info = words[i].key, infos[i]
    if words[i].text.startswith(("ال", "لل")) or _preposition(words[i], roles):
        return False
    if key in roles["common"]:
        return False
    listed = any(t in info.hits for t in (*_ADJECTIVES, *_OTHER, *PLACES, "posts", "titles"))
    return not listed and not any(t.startswith("actors") for t in info.hits)


def _preposition(word: Word, roles: Roles) -> bool:
    """Whether it is a preposition; «علي» with a dotted ya is a name, «على» is none."""
    return (word.key in roles["preposition"] and word.key not in roles["name_too"]) or (
        word.key in roles["name_too"] and not word.text.endswith("ي")
    )
