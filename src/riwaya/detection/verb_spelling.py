"""From sounds to letters: joining verb stems with endings, and where hamza sits.

Sounds are written with Arabic letters for consonants, a i u for short and aa ii uu for long
vowels; A is a final long a written ى, W the plural ending written وا.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = "aiuAW"
_WRITTEN = str.maketrans({"a": None, "i": None, "u": None, "A": "ى", "W": "وا", "ٱ": "ا"})
_LATIN = str.maketrans("tsnmy", "تسنمي")
_LONG = ("aa", "ii", "uu")
_TWICE = re.compile(r"([ء-ي])\1")
_I_WAW = re.compile("iو(?=[^aiuAW]|$)")
_U_YA = re.compile("uي(?=[^aiuAW]|$)")
_A_HAMZAS = re.compile("^ءaء(?![aiuA])")
_U_HAMZAS = re.compile("^ءuء(?![aiu])")
_I_HAMZAS = re.compile("^ءiء(?![aiu])")


def join(stem: str, ending: str) -> str:
    """Stem and ending in sounds; a stem that ends in vowel and glide is contracted."""
    if stem[-1:] not in ("و", "ي") or stem[-2:-1] not in ("a", "i", "u") or stem[-3:-1] == "aa":
        return stem + ending
    body, vowel, glide = stem[:-2], stem[-2], stem[-1]
    if ending == "":
        return body + vowel
    if vowel == "a":
        return body + _after_a(glide, ending)
    same = "ii" if vowel == "i" else "uu"
    if ending == "u":
        return body + same
    if ending in ("W", "uu", "uuna"):
        return body + ending
    if ending[0] in "tn" and ending != "ta":
        return body + same + ending
    return stem + ending


def _after_a(glide: str, ending: str) -> str:
    """What a + glide + ending becomes: رمى، رمت، رموا، رميا، رمينا."""
    if ending in ("a", "u"):
        return "aa" if glide == "و" else "A"
    if ending in ("at", "ataa"):
        return ending
    if ending in ("W", "uu", "uuna"):
        return "a" + {"W": "W", "uu": "وu", "uuna": "وna"}[ending]
    return "a" + glide + ending


def written(stem: str, ending: str) -> tuple[str, ...]:
    """The usual spelling of stem and ending, then others in use."""
    if "ء" in stem or stem[-1] in "وي":
        return spellings(join(stem, ending))
    base, tail = _spell(stem), _spell(ending)
    if ending[:1] in ("t", "n") and base[-1] == tail[0]:
        return (base + tail[1:],)
    return (base + tail,)


def spellings(sounds: str) -> tuple[str, ...]:
    """The usual spelling first, then others in use (بدؤوا, بدأوا)."""
    if "ء" not in sounds:
        return (_spell(sounds),)
    first = _spell(_seat_hamzas(sounds))
    if "aءW" in sounds or "aءuu" in sounds:
        second = sounds.replace("aءW", "aأW").replace("aءuu", "aأuu")
        return first, _spell(_seat_hamzas(second))
    return (first,)


@lru_cache(maxsize=4096)
def _spell(sounds: str) -> str:
    """Letters for sounds: doubled consonants written once, short vowels dropped."""
    text = _TWICE.sub(r"\1", sounds.translate(_LATIN))
    if "iو" in text:
        text = _I_WAW.sub("ii", text)
    if "uي" in text:
        text = _U_YA.sub("uu", text)
    text = text.replace("aa", "ا").replace("ii", "ي").replace("uu", "و").translate(_WRITTEN)
    if "أا" in text:
        text = text.replace("أا", "آ")
    return text.replace("يى", "يا") if "يى" in text else text


def _seat_hamzas(sounds: str) -> str:
    """The sounds with each hamza replaced by its letter."""
    text = _A_HAMZAS.sub("ءaa", sounds)
    text = _I_HAMZAS.sub("ءii", _U_HAMZAS.sub("ءuu", text))
    letters = [
        _hamza(text[:i], text[i + 1 :]) if sound == "ء" else sound for i, sound in enumerate(text)
    ]
    return "".join(letters)


def _hamza(before: str, after: str) -> str:
    """The seat of a hamza between two stretches of sounds."""
    if not before:
        return "إ" if after[:1] == "i" else "أ"
    next_vowel = (
        after[:1] if after[:1] in ("a", "i", "u") else {"W": "u", "A": "a"}.get(after[:1], "")
    )
    last = before[-1] if before[-1] in _VOWELS else ""
    long = before[-2:] in _LONG
    ends_word = not after or after in ("a", "i", "u")
    if ends_word:
        return "ء" if long or not last else {"a": "أ", "i": "ئ", "u": "ؤ"}[last]
    if next_vowel == "i" or (last == "i") or (not last and before[-1] == "ي"):
        return "ئ"
    if long and next_vowel == "a":
        return "ء"
    if not last and before[-1] == "و" and next_vowel == "a":
        return "ء"
    if next_vowel == "u" or last == "u":
        return "ؤ"
    return "أ"
