"""What the program may say of files and addresses, and what it notes of acts: all of its code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from spoken import UNKNOWN, Function, Module, Place

SRC = Path(__file__).resolve().parents[1] / "src" / "riwaya"
_MANY = "read_restricted"  # the one act that is noted of many records at once
_SAYS = {0: "what", 1: "remedy"}
_NOTERS: dict[str, dict[int, str]] = {"note": {}, "note_once": {}}
RECORD = "record"
"""What is noted of a record that has no id of its own."""
Makers = dict[str, dict[int, str]]
MAKERS: dict[str, Makers] = {
    "": {
        "Problem": {1: "what", 2: "remedy"},
        **{name: _SAYS for name in ("Rejected", "FetchError", "DecodingError")},
    },
    "corpus": {
        **{name: {0: "what"} for name in ("NoArticle", "BrokenJson", "_Broken", "_not_now")},
        "__init__": _SAYS,
        "_too_many": {1: "what", 2: "kind"},
        "_broken": {1: "what"},
        "_unknown": {1: "remedy"},
        "reading": {0: "kind", 1: "remedy"},
        "check_packed": {1: "kind"},
    },
    "workers": {"failed": {1: "what"}},
    "ledger/team": {"_failed": {3: "failure"}, **_NOTERS},
    "views/web/reader": {"wrong": {0: "line"}, "_give_up": {1: "both"}},
    "views/web": {
        **{name: {3: _MANY} for name in ("reports_found", "network_read", "_reports")},
        **_NOTERS,
        "_by": {1: _MANY},
    },
}
"""By folder the calls that say something: which of their arguments, and what it is.

Of what is noted that is the act; a call of `note` says itself which.
"""
_NAMED = {"what": "what", "remedy": "remedy", "kind": "kind", "through": _MANY}
"""Those arguments where they are given by name."""
_KEPT = {"broken": "what"}
"""Attributes that hold something to say."""
_NO_WORDS = re.compile(rf"(?:{UNKNOWN}|\W)*")  # all of it is put together of what says them
_HANDED_ON = (": ", f"what was given: {UNKNOWN}")


class Saying(NamedTuple):
    """A text with what it is, and where in the code."""

    role: str
    text: str
    where: str


def sayings() -> list[Saying]:
    """All of them, but those of the command line.

    Raises LookupError where a function hands on what it is given to say and is no maker.
    """
    found: dict[Saying, None] = {}
    for path in sorted(SRC.rglob("*.py")):
        if SRC / "cli" not in path.parents:
            where = path.relative_to(SRC).as_posix()
            found.update(dict.fromkeys(of_module(path.read_text("utf-8"), where)))
    return list(found)


def of_module(text: str, name: str) -> Iterator[Saying]:
    """Those of one module by its path. Raises LookupError as `sayings`."""
    module = Module.of(text)
    makers: Makers = {}
    for folder, some in MAKERS.items():
        makers |= some if name.startswith(folder) else {}
    for place, node in _walked(module.tree, None):
        for role, said in _arguments(node, makers):
            where = f"{name}:{said.lineno}"
            for handed in _names(said):
                _check(place.inside, handed, makers, where)
            for each in module.said(said, place):
                if not _NO_WORDS.fullmatch(each) and not each.endswith(_HANDED_ON):
                    yield Saying(role, each, where)


def _walked(node: ast.AST, place: Place | None) -> Iterator[tuple[Place, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        inside = place.inside if place else None
        here = Place(inside, child) if isinstance(child, ast.stmt) else place
        if here is not None:
            yield here, child
        yield from _walked(child, Place(child, child) if isinstance(child, Function) else here)


def _names(said: ast.expr) -> Iterator[str]:
    """The names that an expression may be no more than."""
    match said:
        case ast.Name(id=name):
            yield name
        case ast.IfExp(body=one, orelse=other):
            yield from (*_names(one), *_names(other))
        case ast.BoolOp(values=some):
            yield from (name for each in some for name in _names(each))


def _check(inside: Function | None, name: str, makers: Makers, where: str) -> None:
    """Raises LookupError where a name is a parameter of a function whose callers nobody asks."""
    if inside is None:
        return
    names = [a.arg for a in (*inside.args.args, *inside.args.kwonlyargs) if a.arg != "self"]
    known = inside.name in _NOTERS or name not in names
    if not known and names.index(name) not in makers.get(inside.name, {}):
        raise LookupError(f"{where}: {inside.name} hands on what it is given: add it to MAKERS")


def _arguments(node: ast.AST, makers: Makers) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            if name in _NOTERS and name in makers:
                yield from _noted(node)
            roles = {} if _is_unseen(node) else makers.get(name, {})
            yield from ((roles[n], a) for n, a in enumerate(node.args) if n in roles)
            named = {k.arg: k.value for k in node.keywords if roles}
            yield from ((role, named[k]) for k, role in _NAMED.items() if k in named)
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) if name in makers:
            yield from _defaults(node, makers[name])
        case ast.Assign(targets=[ast.Attribute(attr=name)]) if name in _KEPT:
            yield _KEPT[name], node.value


def _is_unseen(call: ast.Call) -> bool:
    """Whether it is a problem of no place, which nobody is told."""
    return bool(call.args) and isinstance(call.args[0], ast.Constant) and call.args[0].value == ""


def _noted(call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """The detail of a note. Its first arguments differ; act, record and detail follow them."""
    by_team = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) != "audit"
    first = 1 if by_team else 2
    act = call.args[first]
    role = act.value if isinstance(act, ast.Constant) else _MANY
    named = [k.value for k in call.keywords if k.arg == "detail"]
    yield from ((str(role), detail) for detail in (*call.args[first + 2 :], *named))
    yield from ((RECORD, of) for of in call.args[first + 1 :][:1] if isinstance(of, ast.JoinedStr))


def _defaults(node: ast.AST, roles: dict[int, str]) -> Iterator[tuple[str, ast.expr]]:
    """What a maker says where it is given nothing."""
    made = next((n for n in ast.walk(node) if isinstance(n, Function)), None)
    names = [a for a in made.args.args if a.arg != "self"] if made else []
    for n, default in enumerate(reversed(made.args.defaults if made else []), 1):
        if (role := roles.get(len(names) - n)) is not None:
            yield role, default
