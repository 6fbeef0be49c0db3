"""What a lexicon entry looks like as a word: its inflected forms under their spelling keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from riwaya.detection.conjugation import conjugate
from riwaya.detection.noun_inflection import decline
from riwaya.detection.letters import key
from riwaya.lexicons import LexiconError
from riwaya.model import Row


class RestWord(NamedTuple):
    """A further word of a phrase: keys that may stand there, after a gap, with a pronoun."""

    keys: frozenset[str]
    gap: bool
    pronoun: bool


class Form(NamedTuple):
    """One inflected form of a table's row; `rest` are the further words of a phrase."""

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
    """The first word of a table's phrase and the words after it (`…` gap, `|` choice, `~` pronoun)."""
    words = phrase.split()
    rest: list[RestWord] = []
    gap = False
    for word in words[1:]:
        if word in {"…", "..."}:
            gap = True
            continue
        pronoun = word.endswith("~")
        keys = frozenset(key(part) for part in word.rstrip("~").split("|"))
        rest.append(RestWord(keys, gap, pronoun))
        gap = False
    return words[0], tuple(rest)


def verb_forms(table: str, row: Row, rest: tuple[RestWord, ...] = ()) -> Iterator[tuple[str, Form]]:
    """All forms of the verb in a row with columns `root` and `form`."""
    letters = " ".join(row["root"].replace(" ", ""))
    try:
        inflections = conjugate(letters, row["form"])
    except ValueError as error:
        raise LexiconError(f"{table}.tsv, «{row['lemma']}»: {error}") from error
    for x in inflections:
        if x.person == 1 and x.number == "sg" and x.tense == "imperfect":
            continue  # «أكد» is no «I am about to»: reports do not speak so
        form = Form(
            table, row, "verb", x.number, x.gender or "", x.tense, x.voice, x.person, jussive=x.jussive, rest=rest
        )
        yield key(x.text), form


def noun_forms(
    table: str, row: Row, singular: str, plurals: str, gender: str = "", pos: str = "noun",
    rest: tuple[RestWord, ...] = (),
) -> Iterator[tuple[str, Form]]:  # fmt: skip
    """All forms of a noun with its plurals."""
    given = tuple(p for p in plurals.split("|") if p)
    for x in decline(singular, given):
        sex = gender or ("f" if singular.endswith(("ة", "ى")) else "m")
        form = Form(table, row, pos, x.number, sex, construct=x.bound, rest=rest)
        yield key(x.text), form
