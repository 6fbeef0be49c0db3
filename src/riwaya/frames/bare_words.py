"""A word without what is written onto it: particles, article, pronouns."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def bare_forms(word: str, feminine: bool = False) -> frozenset[str]:
    """The keys of a word without conjunction, preposition, article and pronoun.

    The ending «ه» of a `feminine` word (written ة) is no pronoun.
    """
    found = {word}
    for letters in ("وف", "بكل"):
        found |= {w[1:] for w in found if len(w) > 3 and w[0] in letters}
    found |= {w[2:] for w in found if len(w) > 4 and w.startswith("ال")}
    found |= {w[1:] for w in found if len(w) > 4 and w.startswith("لل")}
    found |= {w[2:] for w in found if len(w) > 4 and w.startswith("لل")}
    for w in list(found):
        for suffix in ("هما", "ها", "هم", "هن", "ه"):
            stem = w[: -len(suffix)]
            if not w.endswith(suffix) or len(stem) < 3:
                continue
            if suffix == "ه" and (feminine or (stem[-1] != "ت" and len(stem) < 4)):
                continue
            found |= {stem, stem[:-1] + "ه"} if stem[-1] == "ت" else {stem}
        if w.endswith("ا") and len(w) > 4:
            found.add(w[:-1])
    return frozenset(found)
