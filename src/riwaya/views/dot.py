"""A reading as a graph in the DOT language of Graphviz: its actors, relations and causes.

Boxes are people and groups, with every name they bear in the report; ellipses are deeds that have
a cause, an aim or a result. What is denied is dashed and red, what is not actual is dashed; each
edge has the words it rests on as its tooltip. `dot -Tsvg` draws it.
"""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model import Entity, Reading, RoleName, Statement, StatementKind
from riwaya.views.visible import one_line
from riwaya.views.wording import Names

_LABEL = 80  # characters of a name or deed that a box shows
_TOOLTIP = 300
_ACTORS = ("person", "group")
_ENDS: dict[StatementKind, tuple[RoleName, RoleName]] = {
    "relation": ("subject", "object"), "cause": ("cause", "effect"),
}  # fmt: skip
_LABELS = {"because_of": "leads to"}  # an edge goes from the cause to what came of it


def graph(reading: Reading) -> str:
    """One `digraph` of the report; what no relation or cause touches is not drawn."""
    names = Names(reading)
    drawn = _Drawn(reading, names)
    lines = [
        f"digraph {_quoted(reading.report.id)} {{",
        '  graph [rankdir=RL, charset="UTF-8"];',
        '  node [fontname="sans-serif"]; edge [fontname="sans-serif"];',
        *drawn.nodes(),
        *drawn.edges,
        "}",
    ]
    return "\n".join(lines) + "\n"


class _Drawn:
    """The nodes and edges of a reading; only what an edge touches becomes a node."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self._names = names
        self._entities = {e.id: e for e in reading.entities}
        self._entity_of = {m.id: m.entity for m in reading.mentions}
        self._events = {s.id: s for s in reading.statements if s.kind == "event"}
        self._used: dict[str, str] = {}
        self.edges = [line for s in reading.statements for line in self._edge(s)]
        told = [s for s in self._events.values() if s.id in self._used]
        self.edges += [line for s in told for line in self._actors(s)]

    def nodes(self) -> Iterator[str]:
        """A line for every node that an edge touches."""
        for node, attributes in self._used.items():
            yield f"  {_quoted(node)} [{attributes}];"

    def _edge(self, s: Statement) -> Iterator[str]:
        roles = _ENDS.get(s.kind)
        if roles is None:
            return
        ends = {r.role: r for r in s.roles}
        one, two = (self._node(ends[r].mention, ends[r].statement) for r in roles)
        if one is not None and two is not None:
            label = _LABELS.get(s.type, s.type.replace("_", " ")) + (" (once)" if s.former else "")
            yield self._line(one, two, label, s)

    def _actors(self, event: Statement) -> Iterator[str]:
        """Who did a drawn deed, and to whom."""
        for role in event.roles:
            if role.role not in ("agent", "target"):
                continue
            actor = self._node(role.mention, None)
            if actor is not None:
                ends = (actor, event.id) if role.role == "agent" else (event.id, actor)
                yield self._line(*ends, role.role, event)

    def _node(self, mention: str | None, statement: str | None) -> str | None:
        if statement is not None:
            event = self._events.get(statement)
            if event is None:
                return None
            words = event.trigger.text if event.trigger else ""
            label = f"{event.type.replace('_', ' ')} «{words}»"
            self._used.setdefault(event.id, f"label={_quoted(label)}, shape=ellipse{_style(event)}")
            return event.id
        entity = self._entities.get(self._entity_of.get(mention or "") or "")
        if entity is not None:
            shape = "box" if entity.kind in _ACTORS else "plaintext"
            self._used.setdefault(entity.id, f"label={_quoted(_label(entity))}, shape={shape}")
            return entity.id
        name = self._names.of(mention)
        if name is None or mention is None:
            return None
        self._used.setdefault(mention, f"label={_quoted(name)}, shape=plaintext")
        return mention

    def _line(self, one: str, two: str, label: str, s: Statement) -> str:
        evidence = " / ".join(span.text for span in s.evidence)
        who = " < ".join(self._names.sources(s))
        shown = f"{label}\n{who}" if who and s.kind != "event" else label
        return (
            f"  {_quoted(one)} -> {_quoted(two)} [label={_quoted(shown)}, "
            f"tooltip={_quoted(evidence, _TOOLTIP)}{_style(s)}];"
        )


def _label(entity: Entity) -> str:
    return "\n".join(dict.fromkeys((entity.name, *entity.names[:4])))


def _style(s: Statement) -> str:
    if s.polarity == "negative":
        return ", style=dashed, color=red"
    return "" if s.realis == "actual" else ", style=dashed"


def _quoted(words: str, longest: int = _LABEL) -> str:
    """The words as a DOT string: no line of its own, no mark that ends it early."""
    lines = [one_line(line) for line in words.split("\n")]
    cut = [f"{line[:longest]}…" if len(line) > longest else line for line in lines]
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"') for line in cut)
    return '"' + "\\n".join(escaped) + '"'
