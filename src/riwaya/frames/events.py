"""What the grammar makes of a trigger before it becomes a statement."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.detection.text import Chunk
from riwaya.frames.view import Trigger, View
from riwaya.model import Act, FigureKind, FoundNumber, Negated, Polarity, Realis


@dataclass(slots=True)
class Said:
    """One link of attribution: who (or nobody), by the words `first` to `last`, in which act."""

    source: Chunk | None
    first: int
    last: int
    act: Act
    rule: str = ""  # how the source was found


@dataclass(slots=True)
class Count:
    """A figure: how many, of whom, and the figure it is a part of."""

    kind: FigureKind
    low: int | None
    high: int | None
    approximate: bool
    counted: Chunk | None
    part_of: Count | None = None
    number: FoundNumber | None = None


@dataclass(slots=True)
class Event:
    """An event to be stated; `cause` is the event of the report that it follows from."""

    view: View
    trigger: Trigger
    type: str
    agents: list[Chunk] = field(default_factory=list)
    targets: list[Chunk] = field(default_factory=list)
    places: list[Chunk] = field(default_factory=list)
    instruments: list[Chunk] = field(default_factory=list)
    origins: list[Chunk] = field(default_factory=list)
    destinations: list[Chunk] = field(default_factory=list)
    objects: list[Chunk] = field(default_factory=list)
    time: Chunk | None = None
    counts: list[Count] = field(default_factory=list)
    cause: Event | None = None
    same: Event | None = None  # the deed that a definite noun refers back to
    happening: str | None = None
    siblings: list[Event] = field(default_factory=list)  # the events of its sentence
    realis: Realis = "actual"
    polarity: Polarity = "positive"
    negates: Negated | None = None
    said: list[Said] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    filled: list[tuple[str, Chunk, str]] = field(default_factory=list)  # role, filler, rule
    passive: bool = False
    topic: Chunk | None = None  # whom its clause is about, where the verb goes on without a subject

    def fill(self, role: str, chunk: Chunk, rule: str) -> None:
        """Adds a filler once."""
        fillers = {
            "agent": self.agents, "target": self.targets, "place": self.places,
            "instrument": self.instruments, "origin": self.origins,
            "destination": self.destinations, "object": self.objects,
        }.get(role)  # fmt: skip
        if fillers is None or any(chunk is c or chunk.best is c.best for c in fillers):
            return
        fillers.append(chunk)
        self.filled.append((role, chunk, rule))
        self.rules.append(rule)
