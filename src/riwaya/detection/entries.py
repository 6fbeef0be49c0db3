"""How each table of the lexicon is read into words: which columns are names that stand as written,
and which hold words that are inflected.

Takes: a row of a table. Gives: the keys of its stems, and its forms, made when asked for.
Never: looks at a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from riwaya.detection.forms import Form, noun_forms, parse_phrase, verb_forms
from riwaya.detection.letters import key
from riwaya.detection.stems import check
from riwaya.lexicons import LexiconError
from riwaya.model import Row

Forms = Iterator[tuple[str, Form]]
VERBAL = ("triggers", "light_verbs", "reporting", "modality", "relation_cues")
_INFIXES = {"ص": "ط", "ض": "ط", "ط": "ط", "ظ": "ط", "د": "د", "ذ": "د", "ز": "د"}


class Entry(NamedTuple):
    """A word of a table: how it changes, the keys of what does not change, its forms when asked.

    `kind`: verb (the stems are its root), noun (singular and plurals), or exact (one spelling).
    """

    kind: Literal["verb", "noun", "exact"]
    stems: Sequence[str]
    forms: Forms


Entries = Iterator[Entry]


def _verbal(table: str, row: Row) -> Entries:
    pos, lemma = row.get("pos", "verb"), row["lemma"]
    if pos == "phrase" and table != "triggers":
        for phrase in lemma.split("|"):
            yield _cue_phrase(table, row, phrase.replace("…", " … ").split())
    elif row.get("root") and row.get("form"):
        yield Entry("verb", (_root(table, row),), _verb(table, row))
    elif pos == "noun" or (pos in ("participle", "phrase") and table == "triggers"):
        yield _noun(table, row, _first(lemma), row.get("plural", ""), "", pos, lemma)
    else:
        yield _exact(table, row, pos, "", "", lemma)


def _first(phrase: str) -> str:
    return phrase.split(None, 1)[0] if " " in phrase else phrase


def _verb(table: str, row: Row) -> Forms:
    yield from verb_forms(table, row, parse_phrase(row["lemma"])[1])


def _root(table: str, row: Row) -> str:
    """What the inflections of a verb share: its root, with what its form puts into it."""
    root, form = row["root"].replace(" ", ""), row["form"]
    try:
        check(" ".join(root), form)
    except ValueError as error:
        raise LexiconError(f"{table}.tsv, «{row['lemma']}»: {error}") from error
    name = form.partition(":")[0]
    if name == "X":
        return "س" + root
    return root[0] + _INFIXES.get(root[0], "") + root[1:] if name == "VIII" else root


def _noun(
    table: str, row: Row, singular: str, plurals: str, gender: str = "", pos: str = "noun",
    phrase: str = "",
) -> Entry:  # fmt: skip
    stems = [key(singular)]
    if plurals:
        stems += map(key, plurals.split("|"))
    return Entry("noun", stems, _noun_forms(table, row, singular, plurals, gender, pos, phrase))


def _noun_forms(
    table: str, row: Row, singular: str, plurals: str, gender: str, pos: str, phrase: str
) -> Forms:
    rest = parse_phrase(phrase)[1] if " " in phrase else ()
    yield from noun_forms(table, row, singular, plurals, gender, pos, rest)


def _exact(table: str, row: Row, pos: str, number: str, gender: str, phrase: str) -> Entry:
    """A word that stands as it is written, with what follows it."""
    spelling = key(_first(phrase))
    made = _exact_form(spelling, table, row, pos, number, gender, phrase)
    return Entry("exact", (spelling,), made)


def _exact_form(
    spelling: str, table: str, row: Row, pos: str, number: str, gender: str, phrase: str
) -> Forms:
    rest = parse_phrase(phrase)[1] if " " in phrase else ()
    yield spelling, Form(table, row, pos, number, gender, rest=rest)


def _cue_phrase(table: str, row: Row, words: list[str]) -> Entry:
    """A phrase of a cue table; a preposition written on the next word is left to the grammar."""
    if words[-1].rstrip("ـ") == "س":
        return Entry("exact", (), iter(()))
    while len(words) > 1 and len(words[-1].rstrip("ـ")) == 1:
        words.pop()
    return _exact(table, row, "phrase", "", "", " ".join(words))


def _people(table: str, row: Row) -> Entries:
    yield _noun(table, row, row["singular"], row["plural"], "m")
    if row["feminine"]:
        yield _noun(table, row, row["feminine"], row["feminine_plural"], "f")


def _titles(table: str, row: Row) -> Entries:
    column = "title" if table == "titles" else "post"
    for name, gender in ((row[column], "m"), (row["feminine"], "f")):
        if not name:
            continue
        first = _first(name)
        bare = first[2:] if first.startswith("ال") and len(first) > 4 else first
        plurals = row.get("plural", "") if gender == "m" else ""
        yield _noun(table, row, bare, plurals, gender, phrase=name)


def _adjectives(table: str, row: Row) -> Entries:
    yield _noun(table, row, row["word"], row.get("plural", ""), "m", "adjective")
    if row.get("feminine"):
        yield _noun(table, row, row["feminine"], "", "f", "adjective")


def _objects(table: str, row: Row) -> Entries:
    plurals = "|".join(_first(p) for p in row["plural"].split("|") if p)
    yield _noun(table, row, _first(row["name"]), plurals, phrase=row["name"])


def _listed(column: str) -> Callable[[str, Row], Entries]:
    """Forms given one by one in a cell, besides the head itself."""

    def entries(table: str, row: Row) -> Entries:
        head = row[column]
        for name in dict.fromkeys((head, *row["forms"].split("|"))):
            if name:
                number = _number_of(name, head)
                yield _exact(table, row, "noun", number, _gender_of(name, row, number), name)

    return entries


def _number_of(name: str, head: str) -> str:
    if name != head and name.startswith(head) and name.endswith(("ان", "ين")):
        return "du"
    if head.endswith("ات"):  # «قوات», «وحدات» with «وحدة»
        return "sg" if name.endswith("ة") else "pl"
    one = name == head or (" " in head and name.split()[0] == head.split()[0])  # «غرفة»
    return "sg" if one else "pl"


def _gender_of(name: str, row: Row, number: str) -> str:
    """The gender that a verb shows after a noun: feminine, too, after a plural of a body."""
    noun = name.split()[0]
    unit = row["head"].endswith("ة") or row.get("unit") == "yes"
    body = number == "pl" and name != row["head"] and unit
    return "f" if body or noun.endswith(("ة", "ات", "يا")) else "m"


def _nisbas(table: str, row: Row) -> Entries:
    masculine, feminine, plurals = (
        (row["nisba_masc"], row["nisba_fem"], row["nisba_plural"])
        if table == "countries"
        else (row["masc"], row["fem"], row["plural"])
    )
    for name in filter(None, masculine.split("|")):
        yield _noun(table, row, name, plurals, "m", "nisba")
    for name in filter(None, feminine.split("|")):
        yield _noun(table, row, name, "", "f", "nisba")


WORDS: dict[str, Callable[[str, Row], Entries]] = {
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
"""Tables whose words are inflected, or have further words with gaps and choices."""

_NAMES = ("name", "names")
LITERALS: dict[str, tuple[str, ...]] = {
    "actors": _NAMES,
    "countries": ("name", "names", "capital", "palaces"),
    "tribes": _NAMES,
    "admin": _NAMES,
    "regions": _NAMES,
    "villages": _NAMES,
    "gazetteer": _NAMES,
    "clause_words": ("word",),
    "agent_markers": ("phrase",),
    "alias_cues": ("phrase",),
    "cause_cues": ("phrase",),
    "directions": ("word",),
    "distance_units": ("form",),
    "given_names": ("name",),
    "family_names": ("name",),
    "divine_names": ("name",),
    "party_words": ("form",),
    "name_traps": ("name", "word"),
    "place_traps": ("name", "word"),
}
"""Tables whose words stand as they are written; all tables of actors are under `actors`."""
