"""The stems of words: equal for a word with and without what is joined to it or written otherwise.

A word has several where it can be cut in several ways; two words match where they share one.
Nothing is cut to fewer than three letters, nor off a word that the tables know as whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from riwaya.corpus.folding import fold
from riwaya.detection.cuts import Split, splits
from riwaya.detection.letters import key
from riwaya.detection.tokens import Word, tokenise
from riwaya.ledger.search.words import words

_LEAST = 3  # letters of a stem
_MASCULINE = 4  # letters left when the ending of the feminine is cut
_LONGEST = 64  # letters of a word that are looked at
_CUT = 40  # letters of the longest word that is cut
MOST = 12  # stems of a token
_ARTICLE = "ال"
_BEFORE = "وفبكل"
_RARE = frozenset({"ي", "ك", "ني", "كما", "هن"})
"""Pronouns that reports hardly join, and whose letters many words end in."""
_PERSIAN = str.maketrans("پچژگڤڨ", "بجزكفق")
_NUMBER = re.compile("[0-9]")
_THOUSANDS = re.compile("[,،٬](?=[0-9]{3}(?![0-9]))")
_MARKS = re.compile("[\x00-\x7f’،٬٫](?<![0-9A-Za-z])")
_PLAIN_MARK = "·"  # stands for marks inside numbers and Latin words, which a database would part
_ARABIC = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\u06ff\u0750-\u08ff]"
)


class Token(NamedTuple):
    """A word of a text, or a name of two words that some write as one, with its stems."""

    start: int
    end: int
    stems: tuple[str, ...]


def stems(text: str) -> list[Token]:
    """The words and numbers of a text with all their stems; `text[start:end]` is the word."""
    return _tokens(text, asked=False)


def asked(text: str) -> list[Token]:
    """The same for words of a query, of which less is cut: a person types the bare word."""
    return _tokens(text, asked=True)


def _tokens(text: str, asked: bool) -> list[Token]:
    folded = fold(text)
    found: list[Token] = []
    start, end = folded.start, folded.end
    parts = [word for word in tokenise(folded.text) if word.text[0].isalnum()]
    parts.reverse()
    while parts:
        word = parts.pop()
        of_word, until = _stems(word.text, asked), word.end
        if parts and _opener(word.text) and _are_near(folded.text, word, parts[-1]):
            name = _joined(_opener(word.text), parts[-1].key)
            if name:
                after = parts.pop()
                of_word = _named(name, of_word, _stems(after.text, asked), asked)
                until = after.end
        if of_word:
            found.append(Token(start(word.start), end(until), of_word))
    return found


def _are_near(text: str, word: Word, after: Word) -> bool:
    return after.start - word.end == 1 and text[word.end].isspace()


def _named(
    joined: str, first: tuple[str, ...], second: tuple[str, ...], asked: bool
) -> tuple[str, ...]:
    """The stems of a name of two words: of a query only the name, of a text its words too."""
    return (joined,) if asked else _some(chain((joined,), first, second))


def _some(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))[:MOST]


@lru_cache(maxsize=1 << 16)
def _opener(word: str) -> str:
    """What a folded word may be the first word of a name as, if it may: «أبي» as «ابو»."""
    tables = words()
    if not _ARABIC.match(word):
        return ""
    found = [key(split.stem) for split in splits(word) if not (split.pronoun or split.article)]
    if not tables.kunya.isdisjoint(found):
        return tables.any_kunya
    return next((stem for stem in found if stem in tables.openers), "")


def _joined(first: str, second: str) -> str:
    """The one-word spelling of a name of two words, or "" where they are none."""
    tables = words()
    if len(second) < _LEAST:
        return ""
    listed = tables.joined.get(first + second) == len(first)
    servant = first in tables.servant and second.startswith(_ARTICLE)
    return first + second if listed or servant or first == tables.any_kunya else ""


@lru_cache(maxsize=1 << 17)
def _stems(word: str, asked: bool) -> tuple[str, ...]:
    """The stems of a folded word, the whole word first."""
    if not _ARABIC.match(word):
        return _plain(word)
    word = word.translate(_PERSIAN)
    whole = key(word)[:_LONGEST]
    if not whole or len(word) > _CUT:
        return (whole,) if whole else ()
    tables = words()
    found = [whole, *_of_splits(word, whole, asked)]
    if not tables.kunya.isdisjoint(found):
        found.append(tables.any_kunya)
    if parts := _parts(found):
        first, second = parts
        return _named(first + second, (*found, first), _stems(second, asked), asked)
    return _some(found)


def _plain(word: str) -> tuple[str, ...]:
    """A number without its thousands separators, a Latin word with its parts."""
    if _NUMBER.match(word):
        return (_MARKS.sub(_PLAIN_MARK, _THOUSANDS.sub("", word))[:_LONGEST],)
    plain = _MARKS.sub(_PLAIN_MARK, word.casefold())[:_LONGEST]
    parts = plain.split(_PLAIN_MARK)
    return _some(chain((plain,), (part for part in parts if len(part) > 1)))


def _parts(found: list[str]) -> tuple[str, str] | None:
    """The two words of a name that is written as one; `found` are its stems."""
    tables = words()
    for stem in found:
        length = tables.joined.get(stem, 0)
        if not length:
            length = next((len(s) for s in tables.servant if stem.startswith(s + _ARTICLE)), 0)
        if not length and stem.startswith(tables.any_kunya) and not _is_word(stem):
            length = len(tables.any_kunya)
        if length and len(stem) - length >= _LEAST:
            return stem[:length], stem[length:]
    return None


def _is_word(stem: str) -> bool:
    """Whether the tables know a word, or the word without its ending."""
    known = words().known
    return stem in known or any(base in known for base in _endings(stem, True))


def _of_splits(word: str, whole: str, asked: bool) -> Iterator[str]:
    tables = words()
    own = _is_word(whole) and not (word[0] in _BEFORE and word[1:2] in tuple("أإآ"))
    for split in splits(word):
        stem = key(split.stem)
        before = split.conj or split.prep or split.future
        if split.pronoun and not before and whole in tables.names:
            continue
        if split.prep == "ل" and split.article and not (split.pronoun or own):
            yield from _swallowed(stem)
        if len(stem) < _LEAST or split.pronoun in _RARE or (split.article and split.pronoun):
            continue
        if before and (own or (asked and not split.article and not _asked(stem))):
            continue
        if split.stem.startswith(_ARTICLE) and len(split.stem) >= _LEAST + 2:
            if stem in tables.known:
                yield stem
            continue
        yield from _with_endings(stem, split)


def _asked(stem: str) -> bool:
    """Whether what a query's word would be without its first letter is a word of its own."""
    return _is_word(stem) and stem not in words().particles


def _with_endings(stem: str, split: Split) -> Iterator[str]:
    yield stem
    yield from _endings(stem, not split.pronoun and not split.stem.endswith("ه"))


def _swallowed(stem: str) -> Iterator[str]:
    """The word with the «ل» that «لل» may have taken from it: «لجنة» in «للجنة»."""
    whole = "ل" + stem
    if len(whole) >= _LEAST and (_is_word(whole) or not _is_word(stem)):
        yield whole
        yield from _endings(whole, True)


@lru_cache(maxsize=1 << 16)
def _endings(stem: str, feminine: bool) -> tuple[str, ...]:
    """What a stem may be without the ending of its number, gender, case or person.

    `feminine`: whether a last «ه» may stand for «ة».
    """
    tables = words()
    if len(stem) <= _LEAST:
        return ()
    if stem in tables.names:  # «سورية» is a country, and may be the feminine of «سوري»
        nisba = feminine and stem.endswith("يه") and stem[:-1] in tables.known
        return (stem[:-1],) if nisba else ()
    found = _without(stem, feminine)
    again = [b for base in found if base.endswith("ه") for b in _feminine(base)]
    return tuple(base for base in (*found, *again) if len(base) >= _LEAST)


def _without(stem: str, feminine: bool) -> tuple[str, ...]:
    known = words().known
    whole = stem in known
    if stem.endswith(("ون", "ين", "ان", "ات")):
        return _number(stem, whole)
    if stem.endswith(("تي", "تا")) and not whole and stem[:-2] + "ه" in known:
        return (stem[:-2] + "ه",)  # a dual before its noun
    if stem.endswith("وا"):
        return (stem[:-2],)
    rest = stem[:-1]
    if stem[-1] == "ه":
        return _feminine(stem) if feminine else ()
    if stem[-1] == "ت":
        verb = not whole or (stem in words().verbs and rest in known)
        return (rest,) if verb else ()
    if stem[-1] == "ا":
        return () if whole or stem.endswith("ها") else (rest,)
    if stem[-1] in "وي" and rest in known and rest not in words().names:
        long = len(rest) >= _MASCULINE  # a plural before its noun or pronoun: «مقاتلو», «قتلوها»
        bound = (long or not whole) if stem[-1] == "و" else (long and not whole)
        return (rest,) if bound else ()
    return ()


def _feminine(stem: str) -> tuple[str, ...]:
    return (stem[:-1],) if len(stem) > _MASCULINE else ()


def _number(stem: str, whole: bool) -> tuple[str, ...]:
    """The singulars that a dual or sound plural may have; those that are known, if any are."""
    known = words().known
    rest, ending = stem[:-2], stem[-2:]
    singulars = [rest]
    if ending == "ات":
        singulars.append(rest + "ه")
    elif rest.endswith("ت") and ending != "ون":
        singulars.append(rest[:-1] + "ه")
    sure = tuple(s for s in singulars if s in known)
    return sure or (() if whole else tuple(singulars))
