"""All words of the lexicon under their spelling keys: single words with their inflections, and
phrases as a two-step table (first word, second word, the rest).

Only what a text asks for is made. A verb waits under the consonants that none of its inflections
adds or takes away (its skeleton), a noun under the letters that all its forms begin with (its
trunk); it is inflected when a word with that skeleton or trunk is looked up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from riwaya.detection.entries import LITERALS, WORDS, Entry, Forms
from riwaya.detection.forms import Form
from riwaya.detection.letters import keys_of
from riwaya.model import Lexicon, Row

_ADDED = dict.fromkeys(map(ord, "ءاويتن"))
"""Letters of a key that the inflection of verbs adds, drops or exchanges."""
_ENDING = 5  # letters that a form of a noun has after its trunk, at most
_PLURALS = ("ون", "ين")
_NONE: tuple[Form, ...] = ()


class Literal(NamedTuple):
    """A phrase that stands as it is written: the keys after the second, its table and row."""

    rest: tuple[str, ...]
    table: str
    row: Row
    name: str


Seconds = dict[str, tuple[Literal, ...]]
_Raw = tuple[int, str, Row, str, str, str]  # order, table, row, column, name, its keys
_Waiting = tuple[int, Forms]


def skeleton(key: str) -> str:
    """The consonants of a key that all inflections of a verb share, each once, in order."""
    return "".join(dict.fromkeys(key.translate(_ADDED)))


def trunk(key: str) -> str:
    """What all forms of a noun begin with: its key without a plural's or an unstable ending."""
    if len(key) > 4 and key.endswith(_PLURALS):
        key = key[:-2]
    return key[:-1] if len(key) < 3 or key[-1] in "هياوء" else key


class Index:
    """Looks up keys: `forms` for a single word, `seconds` for what a word may open."""

    __slots__ = (
        "_exact", "_forms", "_literals", "_made", "_nouns", "_order", "_seconds", "_verbs",
    )  # fmt: skip

    def __init__(self) -> None:
        self._order = 0
        self._verbs: defaultdict[str, list[_Waiting]] = defaultdict(list)
        self._nouns: defaultdict[str, list[_Waiting]] = defaultdict(list)
        self._exact: defaultdict[str, list[_Waiting]] = defaultdict(list)
        self._literals: defaultdict[str, list[_Raw]] = defaultdict(list)
        self._made: defaultdict[str, list[tuple[int, Form]]] = defaultdict(list)
        self._forms: dict[str, tuple[Form, ...]] = {}
        self._seconds: dict[str, Seconds] = {}

    def forms(self, key: str) -> tuple[Form, ...]:
        """The forms spelt so, in the order of tables and rows."""
        known = self._forms.get(key)
        if known is not None:
            return known
        self._inflect(self._verbs, skeleton(key))
        for length in range(max(1, len(key) - _ENDING), len(key) + 1):
            self._inflect(self._nouns, key[:length])
        self._inflect(self._exact, key)
        if key in self._literals:
            self._read(key)
        made = self._made.pop(key, None)
        if not made:
            return _NONE
        made.sort(key=lambda item: item[0])
        found = self._forms[key] = tuple(form for _, form in made)
        return found

    def seconds(self, key: str) -> Mapping[str, tuple[Literal, ...]] | None:
        """The phrases that open with a key, by their second key, longest first."""
        if key in self._literals:
            self._read(key)
        return self._seconds.get(key)

    def keys(self) -> Iterator[str]:
        """Every key that has forms; makes all of them."""
        for waiting in (self._verbs, self._nouns, self._exact):
            for under in tuple(waiting):
                self._inflect(waiting, under)
        for first in tuple(self._literals):
            self._read(first)
        yield from self._forms
        yield from tuple(self._made)

    def openings(self) -> Iterator[str]:
        """Every key that opens a phrase."""
        for first in tuple(self._literals):
            self._read(first)
        yield from self._seconds

    def add_word(self, entry: Entry) -> None:
        """A word to be inflected when one that may be a form of it is asked for."""
        self._order += 1
        waiting = (self._order, entry.forms)
        if entry.kind == "noun":
            for under in {trunk(stem) for stem in entry.stems}:
                self._nouns[under].append(waiting)
        elif entry.kind == "verb":
            self._verbs[skeleton(entry.stems[0])].append(waiting)
        else:
            for stem in entry.stems:
                self._exact[stem].append(waiting)

    def add_literal(self, table: str, row: Row, column: str, name: str, keys: str) -> None:
        """A name or phrase as it is written, with its keys separated by blanks."""
        self._order += 1
        raw = (self._order, table, row, column, name, keys)
        self._literals[keys.split(" ", 1)[0]].append(raw)

    def _inflect(self, all_waiting: dict[str, list[_Waiting]], under: str) -> None:
        waiting = all_waiting.pop(under, None)
        if waiting is None:
            return
        made = self._made
        for order, forms in waiting:
            for key, form in forms:  # an iterator that gives its forms only once
                made[key].append((order, form))

    def _read(self, first: str) -> None:
        """The literals that open with a key, as forms and phrases."""
        seconds: dict[str, list[Literal]] = {}
        for order, table, row, column, name, keys in self._literals.pop(first):
            words = keys.split()
            if len(words) == 1:
                self._made[first].append((order, Form(table, row, column, "sg")))
            else:
                literal = Literal(tuple(words[2:]), table, row, name)
                seconds.setdefault(words[1], []).append(literal)
        if seconds:
            self._seconds[first] = {
                second: tuple(sorted(found, key=lambda x: -len(x.rest)))
                for second, found in seconds.items()
            }


def build(lexicon: Lexicon) -> Index:
    """The index of a lexicon; every table of words takes part. Raises LexiconError."""
    index = Index()
    openers = frozenset(
        row["word"] for row in lexicon.rows("function_words") if row["role"] == "place_opener"
    )
    for table, rows in lexicon.tables.items():
        maker = WORDS.get(table)
        if maker:
            for row in rows:
                for entry in maker(table, row):
                    index.add_word(entry)
        columns = LITERALS.get("actors" if table.startswith("actors") else table)
        if columns:
            _add_literals(index, table, rows, columns, openers if table in _PLACED else _NONE_OPEN)
    return index


_PLACED = frozenset({"gazetteer", "villages", "admin", "regions"})
_NONE_OPEN: frozenset[str] = frozenset()
_NOMINATIVE, _GENITIVE = "أبو", "أبي"  # «في أبي غريب»
_LEAST = 3  # letters of what stands behind an opener


def joined_or_split(name: str, openers: frozenset[str]) -> str | None:
    """«كفر زيتا» for «كفرزيتا» and the other way round: the spelling that the table has not."""
    first, _, rest = name.partition(" ")
    if rest:
        return first + rest if first in openers and " " not in rest else None
    opener = next((o for o in openers if name.startswith(o)), None)
    split = opener and len(opener) > 1 and len(name) - len(opener) >= _LEAST
    return f"{opener} {name[len(opener) :]}" if opener and split else None


def _in_genitive(word: str) -> str:
    return _GENITIVE if word == _NOMINATIVE else word


def _add_literals(
    index: Index, table: str, rows: tuple[Row, ...], columns: tuple[str, ...],
    openers: frozenset[str],
) -> None:  # fmt: skip
    """All names of a table, their keys made in one go."""
    found = [
        (row, column, name)
        for row in rows
        for column in columns
        if (cell := row.get(column))
        for name in (cell.split("|") if "|" in cell else (cell,))
        if name.strip()
    ]
    if openers:
        known = {name for *_, name in found}
        found += [
            (row, "names", other)
            for row, _, name in found[:]
            if (other := joined_or_split(name, openers)) and other not in known
        ]
        found += [
            (row, "names", " ".join(map(_in_genitive, name.split())))
            for row, _, name in found[:] if _NOMINATIVE in name.split()
        ]  # fmt: skip
    for (row, column, name), keys in zip(found, keys_of(n for _, _, n in found), strict=True):
        keys = keys.replace("-", " ").strip()
        if keys:
            index.add_literal(table, row, column, name.strip(), keys)
