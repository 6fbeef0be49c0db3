"""Words for a side that are also ordinary nouns: «النظام» and «النظام الصحي», «العدوان على غزة»."""

from __future__ import annotations

from riwaya.detection.letters import key
from riwaya.detection.text import Match, Text

_ADJECTIVES = ("ي", "يه")
_NOUNS = ("people", "collectives", "objects", "place_heads", "gazetteer", "villages", "admin")


def stands_for_a_side(text: Text, match: Match, i: int, end: int) -> bool:
    """Whether the party's word at word `i` means people, by the words around it."""
    guards = [key(g) for g in match.row.get("guard", "").split("|") if g]
    before = text.words[i - 1].key if i else ""
    after = text.words[match.last].key if match.last < end else ""
    if before in guards or any(g[0] == "+" and g[1:] == after for g in guards):
        return False
    if match.last > i + 1 or not after.startswith("ال"):
        return True
    info = text.infos[match.last]
    nisba = any(h.form.pos == "nisba" for h in (*info.of("countries"), *info.of("peoples")))
    noun = any(table in info.hits for table in _NOUNS)  # «العدو القرية»
    return nisba or noun or not after.endswith(_ADJECTIVES)
