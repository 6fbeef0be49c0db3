"""All words of the lexicon under their spelling keys: single words with their inflections, and
phrases as a two-step table (first word, second word, the rest)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from riwaya.detection.forms import Form, noun_forms, parse_phrase, verb_forms
from riwaya.detection.letters import key
from riwaya.model import Lexicon, Row

VERBAL = ("triggers", "light_verbs", "reporting", "modality", "relation_cues")


class Literal(NamedTuple):
    """A phrase that stands as it is written: the keys after the second, its table and row."""

    rest: tuple[str, ...]
    table: str
    row: Row
    name: str


class Index(NamedTuple):
    """`words`: key to forms. `phrases`: first key to second key to literals, longest first."""

    words: dict[str, tuple[Form, ...]]
    phrases: dict[str, dict[str, tuple[Literal, ...]]]


Forms = Iterator[tuple[str, Form]]


def _verbal(table: str, row: Row) -> Forms:
    if row.get("pos") == "phrase" and table != "triggers":
        for phrase in row["lemma"].split("|"):
            yield from _cue_phrase(table, row, phrase)
        return
    first, rest = parse_phrase(row["lemma"])
    pos = row.get("pos", "verb")
    if row.get("root") and row.get("form"):
        yield from verb_forms(table, row, rest)
    elif pos in ("noun", "participle", "phrase") and table == "triggers":
        yield from noun_forms(table, row, first, row.get("plural", ""), pos=pos, rest=rest)
    elif pos == "noun":
        yield from noun_forms(table, row, first, row.get("plural", ""), rest=rest)
    else:
        yield key(first), Form(table, row, pos, rest=rest)


def _cue_phrase(table: str, row: Row, phrase: str) -> Forms:
    """A phrase of a cue table; a preposition written on the next word is left to the grammar."""
    words = phrase.replace("…", " … ").split()
    if words[-1].rstrip("ـ") == "س":
        return
    while len(words) > 1 and len(words[-1].rstrip("ـ")) == 1:
        words.pop()
    first, rest = parse_phrase(" ".join(words))
    yield key(first), Form(table, row, "phrase", rest=rest)


def _people(table: str, row: Row) -> Forms:
    yield from noun_forms(table, row, row["singular"], row["plural"], "m")
    if row["feminine"]:
        yield from noun_forms(table, row, row["feminine"], row["feminine_plural"], "f")


def _titles(table: str, row: Row) -> Forms:
    column = "title" if table == "titles" else "post"
    for name, gender in ((row[column], "m"), (row["feminine"], "f")):
        if not name:
            continue
        first, rest = parse_phrase(name)
        bare = first[2:] if first.startswith("ال") and len(first) > 4 else first
        plurals = row.get("plural", "") if gender == "m" else ""
        yield from noun_forms(table, row, bare, plurals, gender, rest=rest)


def _adjectives(table: str, row: Row) -> Forms:
    yield from noun_forms(table, row, row["word"], row.get("plural", ""), "m", pos="adjective")
    if row.get("feminine"):
        yield from noun_forms(table, row, row["feminine"], "", "f", pos="adjective")


def _objects(table: str, row: Row) -> Forms:
    first, rest = parse_phrase(row["name"])
    plurals = "|".join(p.split()[0] for p in row["plural"].split("|") if p)
    yield from noun_forms(table, row, first, plurals, rest=rest)


def _listed(column: str) -> Callable[[str, Row], Forms]:
    """Forms given one by one in a cell, besides the head itself."""

    def forms(table: str, row: Row) -> Forms:
        for name in dict.fromkeys((row[column], *row["forms"].split("|"))):
            if not name:
                continue
            first, rest = parse_phrase(name)
            sex = "f" if row[column].endswith("ة") else "m"
            number = _number_of(name, row[column])
            yield key(first), Form(table, row, "noun", number, sex, rest=rest)

    return forms


def _number_of(name: str, head: str) -> str:
    if name != head and name.startswith(head) and name.endswith(("ان", "ين")):
        return "du"
    return "sg" if name == head else "pl"


def _nisbas(table: str, row: Row) -> Forms:
    masculine, feminine, plurals = (
        (row["nisba_masc"], row["nisba_fem"], row["nisba_plural"])
        if table == "countries"
        else (row["masc"], row["fem"], row["plural"])
    )
    for name in filter(None, masculine.split("|")):
        yield from noun_forms(table, row, name, plurals, "m", pos="nisba")
    for name in filter(None, feminine.split("|")):
        yield from noun_forms(table, row, name, "", "f", pos="nisba")


_WORDS: dict[str, Callable[[str, Row], Forms]] = {
    **dict.fromkeys(VERBAL, _verbal),
    "people": _people,
    "titles": _titles,
    "posts": _titles,
    "objects": _objects,
    "collectives": _listed("head"),
    "place_heads": _listed("head"),
    "sources": _listed("head"),
    "group_adjectives": _adjectives,
    "countries": _nisbas,
    "peoples": _nisbas,
}
_LITERALS = {
    "countries": ("name", "names", "capital", "palaces"),
    "tribes": ("name", "names"),
    "admin": ("name", "names"),
    "regions": ("name", "names"),
    "villages": ("name", "names"),
    "gazetteer": ("name", "names"),
    "clause_words": ("word",),
    "agent_markers": ("phrase",),
    "alias_cues": ("phrase",),
    "directions": ("word",),
    "event_traps": (),
}
_SINGLE_NAMES = ("given_names", "family_names", "divine_names", "name_traps", "place_traps")


def _literal_names(table: str, row: Row) -> Iterator[tuple[str, str]]:
    columns = ("name", "names") if table.startswith("actors") else _LITERALS[table]
    for column in columns:
        for name in row.get(column, "").split("|"):
            if name.strip():
                yield column, name.strip()


def build(lexicon: Lexicon) -> Index:
    """The index of a lexicon; every table of words takes part."""
    words: dict[str, list[Form]] = defaultdict(list)
    phrases: dict[str, dict[str, list[Literal]]] = defaultdict(lambda: defaultdict(list))
    for table, rows in lexicon.tables.items():
        maker = _WORDS.get(table)
        literal = table.startswith("actors") or table in _LITERALS
        for row in rows:
            if maker:
                for k, form in maker(table, row):
                    words[k].append(form)
            if literal:
                for column, name in _literal_names(table, row):
                    _add_literal(words, phrases, table, row, column, name)
            if table in _SINGLE_NAMES:
                name = row.get("name") or row["word"]
                _add_literal(words, phrases, table, row, "name", name)
    frozen = {
        first: {
            second: tuple(sorted(found, key=lambda x: -len(x.rest)))
            for second, found in seconds.items()
        }
        for first, seconds in phrases.items()
    }
    return Index({k: tuple(v) for k, v in words.items()}, frozen)


def _add_literal(
    words: dict[str, list[Form]],
    phrases: dict[str, dict[str, list[Literal]]],
    table: str,
    row: Row,
    column: str,
    name: str,
) -> None:
    keys = [key(w) for w in name.replace("-", " ").split()]
    if len(keys) == 1:
        words[keys[0]].append(Form(table, row, column, "sg"))
    elif keys:
        phrases[keys[0]][keys[1]].append(Literal(tuple(keys[2:]), table, row, name))
