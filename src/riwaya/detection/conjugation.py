"""Inflected forms of Arabic verbs, from root and pattern, in unvocalised spelling.

The stems come from `stems`, the joining of stem and ending and the spelling from `verb_spelling`.
Third person in full and first person; the second person does not occur in reports.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Literal, NamedTuple

from riwaya.detection.stems import StemSet, derived_nouns, stem_set
from riwaya.detection.verb_spelling import spellings, written

Tense = Literal["perfect", "imperfect"]
Voice = Literal["active", "passive", "both"]
Gender = Literal["m", "f"]
Number = Literal["sg", "du", "pl"]


class Inflection(NamedTuple):
    """One written form of a verb; `voice` is both where the two voices are written alike.

    `jussive` marks what is written so only after لم and its like (يقل, نصب).
    """

    text: str
    tense: Tense
    voice: Voice
    person: Literal[1, 3]
    gender: Gender | None
    number: Number
    jussive: bool = False


_Slot = tuple[Literal[1, 3], Gender | None, Number]
_PERFECT: tuple[tuple[_Slot, tuple[str, ...]], ...] = (
    ((3, "m", "sg"), ("a",)),
    ((3, "f", "sg"), ("at",)),
    ((3, "m", "du"), ("aa",)),
    ((3, "f", "du"), ("ataa",)),
    ((3, "m", "pl"), ("W", "uu")),
    ((3, "f", "pl"), ("na",)),
    ((1, None, "sg"), ("tu",)),
    ((1, None, "pl"), ("naa",)),
)
"""The endings; W is the plural waw with its silent alif, uu the same before a pronoun."""

_IMPERFECT: tuple[tuple[_Slot, str, tuple[str, ...]], ...] = (
    ((3, "m", "sg"), "ي", ("u", "a", "")),
    ((3, "f", "sg"), "ت", ("u", "a", "")),
    ((3, "m", "du"), "ي", ("aani", "aa")),
    ((3, "f", "du"), "ت", ("aani", "aa")),
    ((3, "m", "pl"), "ي", ("uuna", "W", "uu")),
    ((3, "f", "pl"), "ي", ("na",)),
    ((1, None, "sg"), "ء", ("u", "a", "")),
    ((1, None, "pl"), "ن", ("u", "a", "")),
)
"""Prefix and endings: indicative, subjunctive, jussive."""


@cache
def conjugate(root: str, form: str) -> frozenset[Inflection]:
    """Every written form of a verb.

    `root` is letters separated by spaces («ق ت ل»); `form` is I to X, Q1 or Q2. Form I of a weak
    root may name its imperfect vowel: `I:a` (سعى يسعى, نام ينام), `I:ia` (لقي يلقى), `I:u`, `I:i`;
    `:sound` keeps a weak middle letter (استحوذ). Raises ValueError for anything else.
    """
    voices: defaultdict[tuple[str, Tense, _Slot], set[Literal["active", "passive"]]]
    voices = defaultdict(set)
    free: set[tuple[str, _Slot]] = set()
    for voice in ("active", "passive"):
        stems = stem_set(root, form, voice)
        for text, slot in _perfect_forms(stems):
            voices[text, "perfect", slot].add(voice)
        for text, slot, only_jussive in _imperfect_forms(stems):
            voices[text, "imperfect", slot].add(voice)
            if not only_jussive:
                free.add((text, slot))
    return frozenset(
        Inflection(
            text,
            tense,
            "both" if len(found) == 2 else next(iter(found)),
            *slot,
            jussive=tense == "imperfect" and (text, slot) not in free,
        )
        for (text, tense, slot), found in voices.items()
    )


def _perfect_forms(stems: StemSet) -> list[tuple[str, _Slot]]:
    """The written forms of the perfect with their person, gender and number."""
    found: list[tuple[str, _Slot]] = []
    for slot, endings in _PERFECT:
        for ending in endings:
            stem = stems.perfect_short if ending[0] in "nt" else stems.perfect_long
            found += [(text, slot) for text in written(stem, ending)]
    return found


def _imperfect_forms(stems: StemSet) -> list[tuple[str, _Slot, bool]]:
    """The written forms of the imperfect in its three moods, the last marked."""
    found: list[tuple[str, _Slot, bool]] = []
    for slot, prefix, endings in _IMPERFECT:
        for ending in endings:
            bare = stems.imperfect_short if ending in ("na", "") else stems.imperfect_long
            choices = {bare, stems.imperfect_long} if ending == "" and stems.doubled else {bare}
            for stem in choices:
                found += [(text, slot, ending == "") for text in written(prefix + stem, ending)]
    return found


@cache
def active_participle(root: str, form: str) -> str:
    """The masculine singular active participle (قاتل, مهاجم); weak ones keep their ya (قاضي)."""
    return spellings(derived_nouns(root, form).active)[0]


@cache
def passive_participle(root: str, form: str) -> str:
    """The masculine singular passive participle (مقتول, مستهدف)."""
    return spellings(derived_nouns(root, form).passive)[0]


@cache
def masdar(root: str, form: str) -> str:
    """The regular verbal noun of forms II to X, Q1 and Q2; form I has none: ValueError."""
    noun = derived_nouns(root, form).masdar
    if not noun:
        raise ValueError(f"form {form} of {root} has no regular verbal noun. List it as a noun.")
    return spellings(noun)[0]
