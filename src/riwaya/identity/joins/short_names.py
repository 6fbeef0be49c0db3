"""A part of a name alone, where one name of the report is the only one that it is a part of:
«الزعبي» for «أحمد الزعبي», «أبا قتادة» for «أبو قتادة الشامي», «المرصد» for «المرصد السوري …»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from riwaya.detection.tokens import QUOTES
from riwaya.identity.joins import Join, Known
from riwaya.identity.keys import Group
from riwaya.identity.names.spelling import name_words
from riwaya.model import Mention

_KUNYAS = ("ابو", "ابا", "ابي", "ام", "بو")
_LEAST = 3  # letters of a part that stands for a name
Words = tuple[str, ...]
Spelt = list[tuple[Group, dict[Words, Mention]]]
"""What is one so far, with the wordings of its names and the first mention of each."""


def short_names(known: Known) -> Iterator[Join]:
    """Names that are parts of one fuller name, and of no other."""
    yield from _joins(known, _spelt(known, "person", _name), _inside)
    groups = _spelt(known, "group", _words)
    yield from _joins(known, groups, _opening)
    yield from _last_words(known, groups)


def _spelt(known: Known, kind: str, words: Callable[[Known, Mention], Words]) -> Spelt:
    found: Spelt = []
    for root, members in known.roots(kind):
        names: dict[Words, Mention] = {}
        for m in members:
            if m.form == "name" and (spelt := words(known, m)):
                names.setdefault(spelt, m)
        found.append((root, names))
    return found


def _joins(known: Known, named: Spelt, part_of: Callable[[Words, Words], bool]) -> Iterator[Join]:
    longer: defaultdict[str, list[tuple[int, Words, Mention]]] = defaultdict(list)
    for n, (_, names) in enumerate(named):
        for spelt, mention in names.items():
            for word in set(spelt) if len(spelt) > 1 else ():
                longer[word].append((n, spelt, mention))
    for n, (_, names) in enumerate(named):
        for short, mention in names.items():
            fuller = {
                k: m for k, long, m in longer.get(short[0], ()) if k != n and part_of(short, long)
            }
            fuller = {k: m for k, m in fuller.items() if not _told_apart(known, m, mention)}
            told = {k: m for k, m in fuller.items() if m.start < mention.start}
            if len(told or fuller) == 1:  # of two cousins the one named so far
                (other,) = (told or fuller).values()
                yield _join(other, mention)
                break


def _told_apart(known: Known, long: Mention, short: Mention) -> bool:
    return _coordinated(known, long, short) or _another_army(known, long, short)


def _another_army(known: Known, long: Mention, short: Mention) -> bool:
    """«الجيش السوري», «الجيش السوري الحر»: a state's army is no short name of another group."""
    return known.key_of[short.id][0] == "country" != known.key_of[long.id][0]


def _coordinated(known: Known, one: Mention, two: Mention) -> bool:
    """«حازم سالم الجبوري وحازم الجبوري»: two names joined by «و» are two."""
    first, second = sorted((one, two), key=lambda m: m.start)
    a, b = known.given.mentions.chunks[first.id], known.given.mentions.chunks[second.id]
    return b.conj == "و" and 0 <= b.first - a.last <= 1


def _join(one: Mention, two: Mention) -> Join:
    first, second = sorted((one, two), key=lambda m: m.start)
    return Join(first.id, second.id, "short-name")


def _inside(short: Words, long: Words) -> bool:
    """Whether all words of a person's name stand in a longer one, in its order."""
    if len(short) >= len(long) or len("".join(short)) < _LEAST:
        return False
    if len(short) > 1 and short[0] != long[0] and not long[0].startswith(_KUNYAS):
        return False  # «علي الكثيري» is the father of «أحمد بن علي الكثيري»
    rest = iter(long)
    return all(word in rest for word in short)


def _opening(short: Words, long: Words) -> bool:
    """Whether a group's longer name opens with all words of a name."""
    return 0 < len(short) < len(long) and long[: len(short)] == short


def _name(known: Known, m: Mention) -> Words:
    return tuple(name_words(_words(known, m), known.given.text.roles))


def _words(known: Known, m: Mention) -> Words:
    chunk = known.given.mentions.chunks[m.id]
    words = known.given.text.words[chunk.first : chunk.last]
    skip = chunk.start - words[0].start if words else 0
    keys = [w.key[skip:] if n == 0 else w.key for n, w in enumerate(words)]
    article = chunk.prep == "ل" and m.kind == "group" and bool(keys) and keys[0].startswith("ل")
    if article:
        keys[0] = "ا" + keys[0]  # «للجيش»
    return tuple(k for n, k in enumerate(keys) if words[n].text not in QUOTES)


def _last_words(known: Known, groups: Spelt) -> Iterator[Join]:
    """«الشباب» for «حركة الشباب», «الكابوات» for «مجموعة الكابوات»: the name without its head."""
    headless: defaultdict[Words, dict[Group, Mention]] = defaultdict(dict)
    for root, names in groups:
        for name, mention in names.items():
            if len(name) > 1 and name[0].removeprefix("ال") in known.given.sides.heads:
                for last in range(2, len(name) + 1):  # «العمالقة» for «ألوية العمالقة الجنوبية»
                    headless[name[1:last]].setdefault(root, mention)
    if not headless:
        return
    for root, members in known.roots("group"):
        for m in members:
            chunk = known.given.mentions.chunks[m.id]
            listed = chunk.proper and chunk.table.startswith("actors")
            if not chunk.definite or chunk.count is not None or listed:
                continue
            others = headless.get(_words(known, m), {})
            fuller = [mention for other, mention in others.items() if other != root]
            if len(fuller) == 1:
                yield _join(fuller[0], m)
                break
