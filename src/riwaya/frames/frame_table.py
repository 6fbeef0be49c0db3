"""Frames: which place in the sentence gives which role, as `lexicons/ar/frames.tsv` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.detection.letters import key
from riwaya.model import Lexicon


@dataclass(frozen=True, slots=True)
class Frame:
    """Roles by place: of a verb's subject and object, a noun's genitive, a preposition's noun."""

    name: str
    subject: str
    object: str
    genitive: str
    prepositions: Mapping[str, str]


_EMPTY = Frame("", "agent", "target", "target", {})


def frames(lexicon: Lexicon) -> Mapping[str, Frame]:
    """All frames of a lexicon by name; the later row of a name wins."""
    found = {"": _EMPTY}
    for row in lexicon.rows("frames"):
        pairs = (p.rsplit(":", 1) for p in row["prepositions"].split() if ":" in p)
        prepositions = {key(p.replace("_", " ")): role for p, role in pairs}
        roles = (row[c] for c in ("subject", "object", "genitive"))
        subject, object_, genitive = (role.replace("-", "") for role in roles)
        found[row["frame"]] = Frame(row["frame"], subject, object_, genitive, prepositions)
    return found
