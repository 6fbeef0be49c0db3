"""What the tables know of words, for telling a word's own letters from what is joined to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache
from typing import NamedTuple

from riwaya.detection.index import joined_or_split
from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Lexicon

_PLACES = ("gazetteer", "villages", "admin", "regions", "countries")
_PERSONS = ("given_names", "family_names")
_NAMES = (*_PERSONS, "divine_names", "tribes", *_PLACES)
_ORDINARY = (
    ("people", "singular"), ("posts", "post"), ("titles", "title"), ("collectives", "singular"),
    ("objects", "singular"), ("place_heads", "singular"),
)  # fmt: skip
_ARTICLE = "ال"
_LEAST = 3  # letters


class Words(NamedTuple):
    """Keys of words without article."""

    known: frozenset[str]
    """Every word below, and the ordinary words of news."""
    names: frozenset[str]
    """Names of one word: of persons, families and places."""
    particles: frozenset[str]
    verbs: frozenset[str]
    """Forms of verbs as they stand in news."""
    kunya: frozenset[str]
    """The cases of the word that opens a kunya."""
    any_kunya: str
    """The one that stands for all."""
    servant: frozenset[str]
    """What opens a servant's name, which goes on with an article."""
    joined: dict[str, int]
    """Names of two words as one, with the length of the first word."""
    openers: frozenset[str]
    """The first words of names of two words that are also written as one."""


@cache
def words() -> Words:
    """Read once from the shipped tables. Raises LexiconError."""
    lexicon = load()
    names = list(_names(lexicon))
    common = {key(row["word"]): row["pos"] for row in lexicon.rows("common_words")}
    roles: dict[str, list[str]] = {}
    for row in lexicon.rows("function_words"):
        roles.setdefault(row["role"], []).append(key(row["word"]))
    single = frozenset(_bare(n) for n in names if " " not in n)
    ordinary = {key(row[c]) for table, c in _ORDINARY for row in lexicon.rows(table) if row.get(c)}
    known = single | ordinary | common.keys()
    known |= {w for n in names for w in map(_bare, n.split()) if w[1:] not in known}
    joined = dict(_joined(lexicon, common.keys() | ordinary))
    return Words(
        known=frozenset(word for word in known if len(word) >= _LEAST),
        names=single,
        particles=frozenset(word for word, pos in common.items() if pos == "particle"),
        verbs=frozenset(word for word, pos in common.items() if pos == "verb"),
        kunya=frozenset(roles["kunya"]),
        any_kunya=roles["kunya"][0],
        servant=frozenset(roles["servant_of"]),
        joined=joined,
        openers=frozenset({name[:n] for name, n in joined.items()} | set(roles["servant_of"])),
    )


def _names(lexicon: Lexicon, tables: Iterable[str] = _NAMES) -> Iterator[str]:
    for table in tables:
        for row in lexicon.rows(table):
            for cell in (row["name"], row.get("names", "")):
                yield from (name.strip() for name in cell.split("|") if name.strip())


def _bare(name: str) -> str:
    """The key of a name without its article; a hamza shows that «ال» is none."""
    with_article = name.startswith(_ARTICLE) and len(name) >= _LEAST + 2
    return key(name[2:] if with_article else name)


def _joined(lexicon: Lexicon, ordinary: Set[str]) -> Iterator[tuple[str, int]]:
    """Names of two words that some write as one, and of one that some write as two."""
    openers = frozenset(
        row["word"] for row in lexicon.rows("function_words") if row["role"] == "place_opener"
    )
    names = set(_names(lexicon, _PERSONS))
    for name in _names(lexicon, _PLACES):
        opens = name.partition(" ")[0] in openers
        names.add(name if opens else joined_or_split(name, openers) or "")
    for name in names:
        first, _, second = key(name).partition(" ")
        whole = first + second
        if len(second) >= _LEAST and " " not in second and whole not in ordinary:
            yield whole, len(first)
