"""What ties two noun phrases or two events, before it becomes a statement."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event, Said
from riwaya.frames.view import View
from riwaya.model import Negated, Polarity, Realis, RoleName, StatementKind

End = Chunk | Event


@dataclass(slots=True)
class Tie:
    """A relation, identity or cause: its two ends by role, the words that say so (`first` to
    `last`, exclusive), and the sentences it rests on beside its own."""

    kind: StatementKind
    type: str
    view: View
    first: int
    last: int
    ends: tuple[tuple[RoleName, End], tuple[RoleName, End]]
    rule: str
    former: bool = False
    time: Chunk | None = None
    realis: Realis = "actual"
    polarity: Polarity = "positive"
    negates: Negated | None = None
    said: list[Said] = field(default_factory=list)
    beside: tuple[View, ...] = ()


def relation(
    kind: str, view: View, subject: Chunk, target: Chunk, words: tuple[int, int], rule: str
) -> Tie:
    """A relation of a type between two noun phrases, said by the `words` of a sentence."""
    return Tie("relation", kind, view, *words, (("subject", subject), ("object", target)), rule)
