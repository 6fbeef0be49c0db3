"""Written forms of Arabic nouns from a singular and its plurals, in unvocalised spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from riwaya.detection.conjugation import active_participle, passive_participle

Number = Literal["sg", "du", "pl"]
_SOUND_PLURAL = re.compile("(ون|ين)$")
_BARE_IN_ACCUSATIVE = re.compile("(ة|ى|ا|اء|[أؤئ])$|^..ا..(ي?.)?$")
"""Endings and broken plural shapes (معارك, قنابل) that take no alif in the accusative."""


class NounForm(NamedTuple):
    """One written form; `bound` forms stand only before a pronoun or another noun."""

    text: str
    number: Number
    bound: bool = False


def decline(singular: str, plurals: Iterable[str] = ()) -> frozenset[NounForm]:
    """Every written form of a noun without clitics.

    Accusatives with alif, duals (`هجومان`, `غارتين`), constructs (`غارتي`, `مسلحو`) and the forms
    before pronouns (`غارت`, `قتلا`). `plurals` may be broken or sound, in either case.
    """
    forms = {NounForm(singular, "sg")} | _before_pronoun(singular, "sg")
    if not _BARE_IN_ACCUSATIVE.search(singular) or _keeps_alif(singular):
        forms.add(NounForm(singular + "ا", "sg"))
    forms |= _duals(singular)
    for plural in plurals:
        forms |= _plural_forms(plural, singular)
    return frozenset(forms)


def _keeps_alif(singular: str) -> bool:
    """A singular of the shape of صاروخ takes the alif, unlike a plural of that shape."""
    return not singular.endswith(("ة", "ى", "ا", "اء", "أ", "ؤ", "ئ"))


def _before_pronoun(word: str, number: Number) -> set[NounForm]:
    """ة opens to ت, ى to ا, and a last hamza gets its seat by case."""
    if word.endswith("ة"):
        return {NounForm(word[:-1] + "ت", number, bound=True)}
    if word.endswith("ى"):
        return {NounForm(word[:-1] + "ا", number, bound=True)}
    if word.endswith("ء"):
        return {NounForm(word[:-1] + seat, number, bound=True) for seat in "ؤئ"}
    return set()


def _duals(singular: str) -> set[NounForm]:
    """Both cases of the dual, free and bound."""
    stem = singular
    if singular.endswith("ة"):
        stem = singular[:-1] + "ت"
    elif singular.endswith("ى"):
        stem = singular[:-1] + "ي"
    free = {NounForm(stem + end, "du") for end in ("ان", "ين")}
    if stem.endswith("أ"):
        free.add(NounForm(stem[:-1] + "آن", "du"))
    return free | {NounForm(stem + end, "du", bound=True) for end in ("ا", "ي")}


def _plural_forms(plural: str, singular: str) -> set[NounForm]:
    """A sound masculine plural in both cases and bound; a broken one with its accusative."""
    stem = _SOUND_PLURAL.sub("", plural)
    root_part = singular.rstrip("يى")
    if stem != plural and stem in (singular, root_part):
        free = {NounForm(stem + end, "pl") for end in ("ون", "ين")}
        return free | {NounForm(stem + end, "pl", bound=True) for end in ("و", "ي")}
    forms = {NounForm(plural, "pl")} | _before_pronoun(plural, "pl")
    if not _BARE_IN_ACCUSATIVE.search(plural) and not plural.endswith("ات"):
        forms.add(NounForm(plural + "ا", "pl"))
    return forms


@cache
def participle_forms(root: str, form: str) -> frozenset[tuple[NounForm, str, str]]:
    """Every written form of both participles as (form, voice, gender).

    Voice is active or passive, gender m or f; weak participles also without their last ya (قاض).
    """
    found: set[tuple[NounForm, str, str]] = set()
    for voice, base in (
        ("active", active_participle(root, form)),
        ("passive", passive_participle(root, form)),
    ):
        weak = base.endswith("ي") and not base.endswith("ئي") and voice == "active"
        stem = base[:-1] if base.endswith("ى") or (weak and base.endswith("ي")) else base
        found |= {(f, voice, "m") for f in decline(base, (stem + "ون",))}
        found |= {(NounForm(stem + end, "pl"), voice, "m") for end in ("ون", "ين")}
        if stem != base:
            found.add((NounForm(stem, "sg"), voice, "m"))
        feminine = (base[:-1] + "اة") if base.endswith("ى") else base + "ة"
        plural = (base[:-1] + "يات") if base.endswith("ى") else base + "ات"
        found |= {(f, voice, "f") for f in decline(feminine, (plural,))}
    return frozenset(found)
