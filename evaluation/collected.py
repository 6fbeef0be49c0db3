"""Every message that the workspace's templates and code ask the catalogue for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from jinja2.ext import babel_extract

from labels import labels
from riwaya.views.web.shown import noted, problems
from riwaya.views.web.shown.forms import FORMS

WEB = Path(__file__).resolve().parents[1] / "src" / "riwaya" / "views" / "web"
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_OPTIONS = {"trimmed": "false", "silent": "false", "newstyle_gettext": "true"}
_PLURAL, _CONTEXT = "ngettext", ("pgettext", "_of")
Key = tuple[str, str, str]
"""Of a message its context, or nothing, its English, and the English of many, or nothing."""


def messages() -> list[Key]:
    """All messages, each once, in the order of their contexts and words."""
    made = (*FORMS, *problems.FORMS, *noted.FORMS)
    found = {*(("", form, "") for form in made), *((kind, word, "") for kind, word in labels())}
    for template in sorted(WEB.glob("templates/**/*.html")):
        found.update(_of_template(template))
    for tree in _modules():
        found.update(of_code(tree))
    many = {(context, one) for context, one, plural in found if plural}
    return sorted(k for k in found if k[2] or k[:2] not in many)


def _of_template(path: Path) -> Iterator[Key]:
    with path.open("rb") as file:
        taken = extract(babel_extract, file, _KEYWORDS, options=_OPTIONS)
        for _, message, _, context in taken:
            one, many = message if isinstance(message, tuple) else (message, "")
            yield context or "", one, many


def of_code(tree: ast.Module) -> Iterator[Key]:
    """Messages of a module: what it calls gettext with by any name, refusals, and sentences that
    it keeps in constants."""
    named = {"gettext", _PLURAL, *_CONTEXT, *_aliases(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            said = [a.value for a in node.args if isinstance(a, ast.Constant)]
            texts = [s for s in said if isinstance(s, str)]
            if name in _CONTEXT and len(texts) == 2:
                yield texts[0], texts[1], ""
            elif name == _PLURAL and len(texts) == 2:
                yield "", texts[0], texts[1]
            elif name in named | {"Refused", "__init__"} and len(texts) == 1 and texts[0]:
                yield "", texts[0], ""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            kept = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
            for part in kept:
                if isinstance(part, ast.Constant) and _is_sentence(part.value):
                    yield "", str(part.value), ""


def _modules() -> Iterator[ast.Module]:
    """The code of pages; programs are answered in English."""
    for path in sorted(WEB.rglob("*.py")):
        if WEB / "api" not in path.parents:
            yield ast.parse(path.read_text("utf-8"))


def _aliases(tree: ast.Module) -> set[str]:
    """Names that stand for gettext: `said = translations(language).gettext`."""
    found = (
        node.targets[0] for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute)
        and node.value.attr == "gettext"
    )  # fmt: skip
    return {_name(target) for target in found}


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_sentence(value: object) -> bool:
    return isinstance(value, str) and value.endswith(".") and " " in value


def made_refusals() -> list[str]:
    """The refusals that are put together while running, an x for each part that differs."""
    found = []
    for tree in _modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) == "Refused":
                found += ["".join(map(_part, a.values)) for a in node.args if _is_made(a)]  # type: ignore[attr-defined]
    return found


def _is_made(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr)


def _part(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else "x"
