"""What a lexicon entry looks like as a word: its inflected forms under their spelling keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from riwaya.detection.conjugation import Inflection, conjugate
from riwaya.detection.letters import key
from riwaya.detection.noun_inflection import NounForm, decline
from riwaya.lexicons import LexiconError
from riwaya.model import Row

_BARE_IN_ACCUSATIVE = ("ه", "ا", "ي", "ء")
_RANK = {"sg": 0, "pl": 1, "du": 2, "both": 0, "active": 1, "passive": 2}


class RestWord(NamedTuple):
    """A further word of a phrase: keys that may stand there, after a gap, with a pronoun.

    The keys are also those with the article and with the alif of the accusative.
    """

    keys: frozenset[str]
    gap: bool
    pronoun: bool


class Form(NamedTuple):
    """One inflected form of a table's row; `rest` are the further words of a phrase.

    `jussive` forms stand only where `riwaya.detection.mood.mood_fits`.
    """

    table: str
    row: Row
    pos: str
    number: str = ""
    gender: str = ""
    tense: str = ""
    voice: str = ""
    person: int = 3
    construct: bool = False
    jussive: bool = False
    rest: tuple[RestWord, ...] = ()


def parse_phrase(phrase: str) -> tuple[str, tuple[RestWord, ...]]:
    """The first word of a table's phrase and those after it (`…` gap, `|` choice, `~` pronoun)."""
    words = phrase.split()
    if len(words) == 1:
        return words[0], ()
    rest: list[RestWord] = []
    gap = False
    for word in words[1:]:
        if word in {"…", "..."}:
            gap = True
            continue
        rest.append(_rest_word(word, gap))
        gap = False
    return words[0], tuple(rest)


@lru_cache(maxsize=4096)
def _rest_word(word: str, gap: bool) -> RestWord:
    keys: set[str] = set()
    for part in word.rstrip("~").split("|"):
        plain = key(part)
        keys.add(plain)
        if len(plain) > 2 and not plain.startswith("ال"):
            keys.add("ال" + plain)
        if len(plain) > 2 and not plain.endswith(_BARE_IN_ACCUSATIVE):
            keys.add(plain + "ا")
    return RestWord(frozenset(keys), gap, word.endswith("~"))


def verb_forms(table: str, row: Row, rest: tuple[RestWord, ...] = ()) -> Iterator[tuple[str, Form]]:
    """All forms of the verb in a row with columns `root` and `form`."""
    try:
        paradigm = _verb(row["root"].replace(" ", ""), row["form"])
    except ValueError as error:
        raise LexiconError(f"{table}.tsv, «{row['lemma']}»: {error}") from error
    for spelling, x, jussive in paradigm:
        yield (
            spelling,
            Form(
                table, row, "verb", x.number, x.gender or "", x.tense, x.voice, x.person,
                False, jussive, rest,
            ),
        )  # fmt: skip


_Paradigm = tuple[tuple[str, Inflection, bool], ...]
_PLACES = "فعلق"
_SPECIAL = frozenset("ءاويتنأإآؤئى")
_TURNS_INFIX = frozenset("صضطظدذز")


def _verb(letters: str, form: str) -> _Paradigm:
    """Key, inflection and whether only jussive, each once, the likelier of one key first.

    Verbs whose roots behave alike share one paradigm, in which other letters are put.
    """
    model: dict[str, str] = {}
    for place, letter in zip(_PLACES, letters, strict=False):
        turns = form.startswith("VIII") and letter in _TURNS_INFIX and letter == letters[0]
        model.setdefault(letter, letter if letter in _SPECIAL or turns else place)
    paradigm = _paradigm("".join(model.get(letter, letter) for letter in letters), form)
    put = {ord(place): letter for letter, place in model.items() if place != letter}
    if not put:
        return paradigm
    spellings = "\n".join([p[0] for p in paradigm]).translate(put).split("\n")
    return tuple([(s, x, jussive) for s, (_, x, jussive) in zip(spellings, paradigm, strict=True)])


@cache
def _paradigm(letters: str, form: str) -> _Paradigm:
    found: dict[tuple[str | int | None, ...], tuple[str, Inflection, bool]] = {}
    for x in conjugate(" ".join(letters), form):
        if x.person == 1 and x.number == "sg" and x.tense == "imperfect":
            continue  # «أكد» is no «I am about to»: reports do not speak so
        spelling = key(x.text)
        slot = (spelling, x.tense, x.voice, x.person, x.gender, x.number)
        other = found.get(slot)
        found[slot] = (spelling, x, x.jussive and (other is None or other[2]))
    return tuple(sorted(found.values(), key=_verb_rank))


def _verb_rank(item: tuple[str, Inflection, bool]) -> tuple[str, bool, int, str, int, int, str]:
    spelling, x, jussive = item
    return spelling, jussive, -x.person, x.tense, _RANK[x.voice], _RANK[x.number], x.gender or ""


def noun_forms(
    table: str, row: Row, singular: str, plurals: str, gender: str = "", pos: str = "noun",
    rest: tuple[RestWord, ...] = (),
) -> Iterator[tuple[str, Form]]:  # fmt: skip
    """All forms of a noun with its plurals."""
    sex = gender or ("f" if singular.endswith(("ة", "ى")) else "m")
    for spelling, x in _noun(singular, plurals):
        yield (
            spelling,
            Form(table, row, pos, x.number, sex, "", "", 3, x.bound, False, rest),
        )


@lru_cache(maxsize=4096)
def _noun(singular: str, plurals: str) -> tuple[tuple[str, NounForm], ...]:
    """Key and form, each once, the likelier of one key first («مدنيين» is rather a plural)."""
    found: dict[tuple[str, str, bool], tuple[str, NounForm]] = {}
    for x in decline(singular, tuple(p for p in plurals.split("|") if p)):
        spelling = key(x.text)
        found.setdefault((spelling, x.number, x.bound), (spelling, x))
    return tuple(sorted(found.values(), key=lambda f: (f[0], f[1].bound, _RANK[f[1].number])))
