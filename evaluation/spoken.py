"""What an expression of the program may say, read out of its code: an x for what differs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

UNKNOWN = "x"
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Place(NamedTuple):
    """Where an expression stands: the innermost function and the statement."""

    inside: Function | None
    at: ast.stmt


@dataclass(frozen=True)
class Module:
    """A module with what it keeps in constants and the functions it has."""

    tree: ast.Module
    constants: dict[str, ast.expr] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Module:
        """The module of a source text."""
        made = cls(ast.parse(text))
        for node in made.tree.body:
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                made.constants.update({ast.unparse(t): node.value for t in targets})
            elif isinstance(node, Function):
                made.functions[node.name] = node
        return made

    def said(self, node: ast.expr, place: Place) -> list[str]:
        """The texts that an expression may be, each once; nothing where none is known."""
        found = dict.fromkeys(self._said(node, place, frozenset()))
        return [text for text in found if text != UNKNOWN]

    def _said(self, node: ast.expr, place: Place, seen: frozenset[str]) -> Iterator[str]:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.FormattedValue(value=ast.Call()):
                yield UNKNOWN
            case ast.FormattedValue(value=value):
                yield from self._said(value, place, seen)
            case ast.JoinedStr(values=parts):
                yield from self._joined("", parts, place, seen)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                yield from self._joined("", [left, right], place, seen)
            case ast.Call(
                func=ast.Attribute(value=ast.Constant(value=str(mark)), attr="join"),
                args=[ast.Tuple(elts=parts)],
            ):
                yield from self._joined(mark, parts, place, seen)
            case ast.IfExp(body=one, orelse=other):
                yield from self._any([one, other], place, seen)
            case ast.BoolOp(values=some):
                yield from self._any(some, place, seen)
            case ast.Subscript(value=ast.Name(id=name)) if self._values(name):
                yield from self._any(self._values(name), place, seen)
            case ast.Call(func=ast.Name(id=name)) if name in self.functions and name not in seen:
                yield from self._returned(self.functions[name], seen | {name})
            case ast.Name(id=name) if name not in seen:
                bound = list(self._bound(name, place)) or [self.constants.get(name, node)]
                yield from self._any(bound, place, seen | {name})
            case _:
                yield UNKNOWN

    def _any(self, nodes: list[ast.expr], place: Place, seen: frozenset[str]) -> Iterator[str]:
        for node in nodes:
            yield from self._said(node, place, seen)

    def _joined(
        self, mark: str, nodes: list[ast.expr], place: Place, seen: frozenset[str]
    ) -> Iterator[str]:
        parts = [dict.fromkeys(self._said(node, place, seen)) for node in nodes]
        yield from map(mark.join, product(*parts))

    def _returned(self, made: Function, seen: frozenset[str]) -> Iterator[str]:
        for node in ast.walk(made):
            if isinstance(node, ast.Return) and node.value:
                yield from self._said(node.value, Place(made, node), seen)

    def _values(self, name: str) -> list[ast.expr]:
        kept = self.constants.get(name)
        return kept.values if isinstance(kept, ast.Dict) else []

    def _bound(self, name: str, place: Place) -> list[ast.expr]:
        """What a name may be bound to there: by the last statement that is sure to have run, and
        by those since then that may have."""
        return self._flow(place.inside.body, name, place.at, []) if place.inside else []

    def _flow(
        self, block: list[ast.stmt], name: str, at: ast.stmt, found: list[ast.expr]
    ) -> list[ast.expr]:
        for node in block:
            if node is at:
                return found
            own = list(self._binds(node, name))
            inner = _blocks(node)
            if at not in ast.walk(node):
                found = own or [*found, *self._anywhere(inner, name)]
                continue
            before: list[list[ast.stmt]] = []
            for part in inner:
                if any(at in ast.walk(n) for n in part):
                    ran = before if isinstance(node, ast.Try) else []
                    found = [*found, *own, *self._anywhere(ran, name)]
                    return self._flow(part, name, at, found)
                before.append(part)
        return found

    def _anywhere(self, blocks: list[list[ast.stmt]], name: str) -> Iterator[ast.expr]:
        for node in (n for block in blocks for top in block for n in ast.walk(top)):
            if isinstance(node, ast.stmt):
                yield from self._binds(node, name)

    def _binds(self, node: ast.stmt, name: str) -> Iterator[ast.expr]:
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                yield value
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=value):
                at = [ast.unparse(t) for t in targets]
                of = ast.unparse(value.value) if isinstance(value, ast.Subscript) else ""
                for row in [value, *self._values(of)] if name in at else ():
                    if isinstance(row, ast.Tuple):
                        yield row.elts[at.index(name)]
            case ast.For(target=ast.Tuple(elts=[_, ast.Name(id=target)]), iter=ast.Call(func=of)):
                if target == name and isinstance(of, ast.Attribute):
                    yield from self._values(ast.unparse(of.value))


def _blocks(node: ast.stmt) -> list[list[ast.stmt]]:
    """The blocks of a statement, in the order in which they may run."""
    of = (node, *getattr(node, "handlers", ()), *getattr(node, "cases", ()))
    made = [getattr(one, "body", []) for one in of]
    return [*made, getattr(node, "orelse", []), getattr(node, "finalbody", [])]
