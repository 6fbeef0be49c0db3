"""A person's name taken apart: title, kunya, given names, fathers, family, nisbas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.corpus.folding import fold
from riwaya.detection.analysis import Analyser, WordInfo
from riwaya.detection.facts import Roles
from riwaya.detection.literals import QUOTES
from riwaya.detection.tokens import Word, tokenise
from riwaya.identity.names.spelling import name_key, split_joined
from riwaya.identity.names.titles import title_length, two_worded
from riwaya.model import PersonName

_BRACKETS = frozenset("()[]،,")


@dataclass(slots=True)
class _Parts:
    titles: list[str] = field(default_factory=list)
    kunya: str = ""
    given: list[str] = field(default_factory=list)
    nasab: list[str] = field(default_factory=list)
    family: list[str] = field(default_factory=list)
    nisbas: list[str] = field(default_factory=list)
    bracketed: int = -1  # the word that opens a bracket: «محمد الجاسم (أبو عمشة)»


def analyse(name: str, analyser: Analyser, roles: Roles) -> PersonName:
    """The parts of a name given as text, a title or post before it included."""
    every = tokenise(fold(name).text)
    words = [w for w in every if w.text not in QUOTES | _BRACKETS]
    opens = [w.end for w in every if w.text in "(["]
    bracketed = next((n for n, w in enumerate(words) if w.start in opens), -1)
    return analyse_words(words, analyser.words([w.text for w in words]), roles, bracketed=bracketed)


def analyse_words(
    words: Sequence[Word], infos: Sequence[WordInfo], roles: Roles, *, titles: int | None = None,
    bracketed: int = -1,
) -> PersonName:  # fmt: skip
    """The parts of a name given as words; what fits nowhere counts as family name.

    The first `titles` words are a title or post; None finds out how many. `bracketed` is the word
    behind an opening bracket.
    """
    parts = _Parts(bracketed=bracketed)
    first = title_length(words, infos, roles) if titles is None else titles
    if first:
        parts.titles.append(_text(words, 0, first))
    i = first
    while i < len(words):
        i = _part(words, infos, roles, parts, i)
    name = [w.text for w in words[first:]]
    return PersonName(
        text=" ".join(name), key=name_key([w.key for w in words[first:]], roles),
        titles=tuple(parts.titles), kunya=parts.kunya or None, given=tuple(parts.given),
        nasab=tuple(parts.nasab), family=" ".join(parts.family) or None,
        nisbas=tuple(parts.nisbas),
    )  # fmt: skip


def _part(
    words: Sequence[Word], infos: Sequence[WordInfo], roles: Roles, parts: _Parts, i: int
) -> int:
    """Takes the part that opens at word `i`; gives the place after it."""
    word, last = words[i], i + 1
    if word.key in roles["kunya"] or word.key in roles["mother"]:
        last = _whole(words, roles, i + 1)
        text = _text(words, i, last)
        if (parts.given or parts.nasab) and not (parts.bracketed == i and not parts.kunya):
            parts.family.append(text)  # «محمد أبو ريشة»: a house, no kunya
        else:
            parts.kunya = text
    elif joined := split_joined(word.key, roles):
        if joined[0] in roles["kunya"] and not parts.given:
            parts.kunya = word.text
        else:
            parts.given.append(word.text)
    elif word.key in roles["son"] and i + 1 < len(words):
        last = _whole(words, roles, i + 1)
        house = word.key in roles["house"]
        (parts.family if house else parts.nasab).append(_text(words, i if house else i + 1, last))
    elif (second := _whole(words, roles, i)) > i + 1 or two_worded(words, infos, i):
        last = second if second > i + 1 else i + 2
        _given(parts, _text(words, i, last))
    elif _nisba(word) and (parts.given or parts.kunya or parts.nasab):
        parts.nisbas.append(word.text)
    elif _is_given(infos[i], word) or not (parts.given or parts.kunya):
        _given(parts, word.text)
    else:
        parts.family.append(word.text)
    return max(last, i + 1)


def _given(parts: _Parts, text: str) -> None:
    """A given name: the bearer's own, or behind it his father's and forefathers'."""
    if parts.family:
        parts.family.append(text)
    else:
        parts.given.append(text)


def _is_given(info: WordInfo, word: Word) -> bool:
    return "given_names" in info.hits and not word.key.startswith("ال")


def _nisba(word: Word) -> bool:
    return word.key.startswith("ال") and word.key.endswith(("ي", "يه")) and len(word.key) > 4


def _whole(words: Sequence[Word], roles: Roles, i: int) -> int:
    """Where one name that opens at `i` ends: «عبد» and a kunya take the word behind them."""
    if i >= len(words):
        return len(words)
    following = words[i + 1].key if i + 1 < len(words) else ""
    if (
        words[i].key in roles["servant_of"]
        or words[i].key in roles["kunya"]
        or following in roles["name_second"]
    ):
        return min(i + 2, len(words))
    return i + 1


def _text(words: Sequence[Word], first: int, last: int) -> str:
    return " ".join(w.text for w in words[first:last])
