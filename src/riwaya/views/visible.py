"""Characters that could mislead an eye or a terminal, made visible."""

from __future__ import annotations

import json
import re

_NAMES = {
    0x061C: "ALM",
    0x200B: "ZWSP",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
# C0 and C1 controls, lone surrogates, bidi controls, invisible separators and tag characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text with direction marks, controls and escapes as their names: `⟨RLO⟩`, `⟨U+001B⟩`.

    Letters, marks and joiners that Arabic and Persian need stay as they are, in their order.
    """
    return _HIDDEN.sub(_name, text)


def one_line(text: str) -> str:
    """`visible` text with every run of white space and line ends as one space."""
    return _SPACES.sub(" ", visible(_SPACES.sub(" ", text))).strip()


def in_place(text: str) -> str:
    """The text with each of the same characters as `�`, so that all others keep their places."""
    return _HIDDEN.sub("\ufffd", text)


def escaped(text: str) -> str:
    """JSON in which the same characters stand as its escapes (`\\u202e`): the value is the same."""
    return _HIDDEN.sub(lambda found: json.dumps(found.group())[1:-1], text)


def _name(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"⟨{_NAMES.get(code, f'U+{code:04X}')}⟩"
