"""The key of a name: equal for joined and split spellings, cases of kunyas, «بن» and «ابن».

Takes: the spelling keys of a name's words. Gives: one string.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.detection.facts import Roles, joined_servant

_KUNYA_LENGTH = 3
_SHORTEST = 6  # letters of a kunya written in one with its name


def split_joined(key: str, roles: Roles) -> tuple[str, str] | None:
    """«أبوالحسن» and «عبدالرحمن» as two words; None for any other word."""
    if joined_servant(key) or key in roles["servant"]:
        return "عبد", key[3:]
    if len(key) >= _SHORTEST and key[:_KUNYA_LENGTH] in roles["kunya"]:
        return key[:_KUNYA_LENGTH], key[_KUNYA_LENGTH:]
    return None


def name_key(keys: Sequence[str], roles: Roles) -> str:
    """The name's key: its words in one form each, joined, since writers split them at will."""
    return "".join(name_words(keys, roles))


def name_words(keys: Sequence[str], roles: Roles) -> list[str]:
    """The words of a name in one form each, joined ones split."""
    return [_one_form(word, roles) for key in keys for word in split_joined(key, roles) or (key,)]


def _one_form(word: str, roles: Roles) -> str:
    if word in roles["kunya"]:
        return "ابو"
    if word == "ابن":
        return "بن"
    return roles.variants.get(word, word)
