"""What stands in messages for the program's own names of things: their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from riwaya.views.web.asked import FIELDS
from riwaya.views.web.shown.english import english
from riwaya.views.web.shown.pieces import Fill, Piece, foreign, given, ours

_Label = Callable[[str, str], str]


def labels(label: _Label) -> Mapping[str, Fill]:
    """For each slot of messages that holds such a name what puts its label there."""
    return {
        "kind": lambda v: _word(label("input", v), "input", v),
        "through": lambda v: _word(label("through", v), "through", v),
        "failure": lambda v: _word(label("failure", v), "failure", v),
        "material": lambda v: _word(label("material", v), "material", v),
        "role": lambda v: _word(label("role_of_account", v), "role_of_account", v),
        "about": lambda v: _word(label("about", v), "about", v),
        "decision": lambda v: _word(label("decision", v), "decision", v),
        "fields": lambda v: _fields(v, label),
    }


def _word(labelled: str, kind: str, value: str) -> list[Piece]:
    """A label; what has none is English and stays as it is."""
    return foreign(value) if labelled == english(kind, value) else ours(labelled)


def _fields(listed: str, label: _Label) -> Iterator[Piece]:
    """Fields of a selection, as `type=clash, place`: their names in words, values as given."""
    for number, part in enumerate(listed.split(", ")):
        if number:
            yield Piece(label("list", ", "))
        name, equals, value = part.partition("=")
        if name not in FIELDS:
            yield from given(part)
            continue
        yield from ours(label("asked", name))
        if equals:
            yield from (Piece(": "), *given(value))
