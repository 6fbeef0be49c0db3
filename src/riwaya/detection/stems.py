"""Verb stems of every pattern and root class, in the sounds of `verb_spelling`.

Patterns are data: digits stand for the root's letters. Weak middle letters, doubled roots,
assimilated first letters and the infix of form VIII are worked in here; weak last letters
are left to the joining of stem and ending.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_PATTERNS: dict[str, tuple[str, str, str, str]] = {
    "I": ("1a2a3", "1u2i3", "a12V3", "u12a3"),
    "II": ("1a22a3", "1u22i3", "u1a22i3", "u1a22a3"),
    "III": ("1aa2a3", "1uu2i3", "u1aa2i3", "u1aa2a3"),
    "IV": ("ءa12a3", "ءu12i3", "u12i3", "u12a3"),
    "V": ("ta1a22a3", "tu1u22i3", "ata1a22a3", "uta1a22a3"),
    "VI": ("ta1aa2a3", "tu1uu2i3", "ata1aa2a3", "uta1aa2a3"),
    "VII": ("ٱin1a2a3", "ٱun1u2i3", "an1a2i3", "un1a2a3"),
    "VIII": ("ٱi1ta2a3", "ٱu1tu2i3", "a1ta2i3", "u1ta2a3"),
    "IX": ("ٱi12a3a3", "ٱu12u3i3", "a12a3i3", "u12a3a3"),
    "X": ("ٱista12a3", "ٱustu12i3", "asta12i3", "usta12a3"),
    "Q1": ("1a23a4", "1u23i4", "u1a23i4", "u1a23a4"),
    "Q2": ("ta1a23a4", "tu1u23i4", "ata1a23a4", "uta1a23a4"),
}
"""Perfect active, perfect passive, imperfect active and passive (after the prefix letter)."""

_MASDARS = {
    "II": "ta12ii3", "III": "mu1aa2a3aة", "IV": "ءi12aa3", "V": "ta1a22u3", "VI": "ta1aa2u3",
    "VII": "ٱin1i2aa3", "VIII": "ٱi1ti2aa3", "IX": "ٱi12i3aa3", "X": "ٱisti12aa3",
    "Q1": "1a23a4aة", "Q2": "ta1a23u4",
}  # fmt: skip
_DEFECTIVE_MASDARS = {"II": "ta12iyaة", "III": "mu1aa2aaة", "V": "ta1a22ii", "VI": "ta1aa2ii"}
_HOLLOW_MASDARS = {"IV": "ءi1aa3aة", "X": "ٱisti1aa3aة"}
_HOLLOW_FORMS = ("I", "IV", "VII", "VIII", "X")
_DOUBLED_FORMS = ("I", "III", "IV", "VI", "VII", "VIII", "X")
_WEAK = ("و", "ي")
_LATIN = str.maketrans("tsnmy", "تسنمي")


@dataclass(frozen=True, slots=True)
class StemSet:
    """Stems before endings that begin with a vowel (long) and with a consonant or none (short)."""

    perfect_long: str
    perfect_short: str
    imperfect_long: str
    imperfect_short: str
    doubled: bool


@dataclass(frozen=True, slots=True)
class DerivedNouns:
    """Participles and verbal noun in sounds; an empty verbal noun where none is regular."""

    active: str
    passive: str
    masdar: str


@dataclass(frozen=True, slots=True)
class _Verb:
    """A root and form taken apart; `vowel` is the class given after the colon, if any."""

    letters: tuple[str, ...]
    form: str
    vowel: str

    @property
    def defective(self) -> bool:
        return self.letters[-1] in _WEAK

    @property
    def hollow(self) -> bool:
        middle_weak = len(self.letters) == 3 and self.letters[1] in _WEAK
        sound = self.vowel == "sound" or self.defective
        return middle_weak and self.form in _HOLLOW_FORMS and not sound

    @property
    def doubled(self) -> bool:
        twice = len(self.letters) == 3 and self.letters[1] == self.letters[2]
        return (twice and self.form in _DOUBLED_FORMS) or self.form == "IX"


def _parse(root: str, form: str) -> _Verb:
    """Root letters and form, checked."""
    letters = tuple(root.split())
    name, _, vowel = form.partition(":")
    wanted = 4 if name.startswith("Q") else 3
    if name not in _PATTERNS:
        raise ValueError(f"form {form!r} of {root!r}: want I to X, Q1 or Q2.")
    if len(letters) != wanted or any(len(letter) != 1 for letter in letters):
        raise ValueError(f"root {root!r}: want {wanted} letters separated by spaces.")
    if vowel not in ("", "a", "i", "u", "ia", "sound"):
        raise ValueError(f"form {form!r} of {root!r}: want I:a, I:i, I:u, I:ia or :sound.")
    return _Verb(letters, name, vowel)


def check(root: str, form: str) -> None:
    """Raises ValueError, with what is wanted, for a root or form that is none."""
    _parse(root, form)


def _fill(pattern: str, verb: _Verb) -> str:
    """The pattern with the root's letters; form VIII with its infix adapted to the first letter."""
    text = pattern.translate(_LATIN)
    first = verb.letters[0]
    if verb.form == "VIII":
        if first in _WEAK:
            text = text.replace("1ت", "تت")
        elif first in ("ص", "ض", "ط", "ظ"):
            text = text.replace("1ت", "1ط")
        elif first in ("د", "ذ", "ز"):
            text = text.replace("1ت", "1د")
    for position, letter in enumerate(verb.letters, 1):
        last_weak = position == len(verb.letters) and letter in _WEAK
        keeps_waw = verb.form == "I"
        text = text.replace(str(position), "ي" if last_weak and not keeps_waw else letter)
    return text


def stem_set(root: str, form: str, voice: Literal["active", "passive"]) -> StemSet:
    """The stems of one voice. Raises ValueError for a root or form that is none."""
    verb = _parse(root, form)
    perfect, imperfect = _patterns(verb, voice)
    if verb.hollow:
        perfect_pair, imperfect_pair = _hollow(perfect), _hollow(imperfect)
    elif verb.doubled:
        perfect_pair, imperfect_pair = _doubled(perfect), _doubled(imperfect)
    else:
        perfect_pair, imperfect_pair = (perfect, perfect), (imperfect, imperfect)
    filled = [_fill(pattern, verb) for pattern in (*perfect_pair, *imperfect_pair)]
    if verb.form == "I" and voice == "passive" and verb.defective:
        filled = [stem[:-1] + "ي" for stem in filled]
    return StemSet(filled[0], filled[1], filled[2], filled[3], verb.doubled)


def _patterns(verb: _Verb, voice: Literal["active", "passive"]) -> tuple[str, str]:
    """Perfect and imperfect pattern of a voice, with the vowels of form I settled."""
    perfect_active, perfect_passive, active, passive = _PATTERNS[verb.form]
    if voice == "passive":
        return perfect_passive, passive
    if verb.form == "I":
        vowel = _imperfect_vowel(verb)
        if verb.defective and verb.vowel == "ia":
            perfect_active = "1a2i3"
        if verb.letters[0] == "و" and not verb.hollow:
            active = active.replace("12", "2")
        active = active.replace("V", vowel)
    return perfect_active, active


def _imperfect_vowel(verb: _Verb) -> str:
    """The vowel of the imperfect of form I: as given, else as the weak letter says."""
    if verb.vowel in ("a", "i", "u"):
        return verb.vowel
    if verb.vowel == "ia":
        return "a"
    if verb.hollow:
        return "u" if verb.letters[1] == "و" else "i"
    if verb.letters[2] == "ي":
        return "i"
    return "a" if "ء" in verb.letters[1:] else "u"


def _hollow(pattern: str) -> tuple[str, str]:
    """Long and short stem pattern of a verb with a weak middle letter."""
    found = re.fullmatch(r"(.*?)([aiu]?)2([aiuV])3", pattern)
    if found is None:
        return pattern, pattern
    head, before, vowel = found.groups()
    perfect_passive = before == "u" and vowel == "i"
    long = "aa" if before == "a" and vowel == "a" else vowel * 2
    if perfect_passive:
        long = "ii"
    elif before == "a":
        long = "aa"
    return f"{head}{long}3", f"{head}{long[0]}3"


def _doubled(pattern: str) -> tuple[str, str]:
    """Contracted and open stem pattern of a verb whose last two letters are one."""
    found = re.fullmatch(r"(.*?)([aiu]?)([23])([aiuV])3", pattern)
    if found is None:
        return pattern, pattern
    head, before, second, vowel = found.groups()
    contracted = f"{head}{before}{second}3" if before else f"{head}{vowel}{second}3"
    return contracted, pattern


def derived_nouns(root: str, form: str) -> DerivedNouns:
    """Active and passive participle and the regular verbal noun, in sounds."""
    verb = _parse(root, form)
    active, passive = _participles(verb, root, form)
    return DerivedNouns(active, passive, _masdar(verb))


def _participles(verb: _Verb, root: str, form: str) -> tuple[str, str]:
    """Participles in sounds, without case endings; a weak last letter shows as ii and A."""
    if verb.form == "I":
        middle = "ء" if verb.hollow else "2"
        active = _fill(f"1aa{middle}i3", verb)
        passive = _hollow_passive(verb) if verb.hollow else _fill("ma12uu3", verb)
        if verb.doubled:
            active = _fill("1aa23", verb)
        if verb.defective:
            passive = _fill("ma12", verb) + ("uuو" if verb.letters[2] == "و" else "iiي")
            passive = re.sub("(uu|ii)[وي]$", r"\1", passive)
    else:
        stems = [stem_set(root, form, voice).imperfect_long for voice in ("active", "passive")]
        active, passive = ("مu" + re.sub("^[au]", "", stem) for stem in stems)
        active = re.sub("a(.?)(.)$", r"i\1\2", active) if verb.form in ("V", "VI", "Q2") else active
    if verb.defective:
        active = re.sub("[ai][وي]$", "ii", active)
        passive = re.sub("a[وي]$", "A", passive)
    return active, passive


def _hollow_passive(verb: _Verb) -> str:
    """مقول، مبيع: the passive participle of a hollow verb of form I."""
    return _fill("ma1uu3" if verb.letters[1] == "و" else "ma1ii3", verb)


def _masdar(verb: _Verb) -> str:
    """The regular verbal noun in sounds, or nothing for form I."""
    pattern = _MASDARS.get(verb.form, "")
    if verb.hollow:
        pattern = _HOLLOW_MASDARS.get(verb.form, pattern)
        pattern = pattern.replace("2", "ي") if verb.form in ("VII", "VIII") else pattern
    if verb.defective:
        pattern = _DEFECTIVE_MASDARS.get(verb.form, pattern)
        pattern = re.sub("aa3$", "aaء", pattern)
    elif verb.form == "II" and verb.letters[2] == "ء":
        pattern = "ta12i3aة"
    elif verb.doubled and verb.form in ("III", "VI"):
        pattern = {"III": "mu1aa23aة", "VI": "ta1aa23"}[verb.form]
    return _fill(pattern, verb)
