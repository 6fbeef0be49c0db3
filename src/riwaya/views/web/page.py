"""Pages: a template, in the language and with the rights of who asks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from riwaya import __version__
from riwaya.ledger import Ledger
from riwaya.views.visible import in_place, visible
from riwaya.views.web.guard.asking import give_secret
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.language import LANGUAGES, direction, language_of, translations, way_of
from riwaya.views.web.shown.days import dated, day, moment
from riwaya.views.web.shown.evidence import EvidenceLinks, report_called
from riwaya.views.web.shown.figures import said_in
from riwaya.views.web.shown.titles import first_line, heading
from riwaya.views.web.shown.words import Words

THEME = "riwaya_theme"
THEMES = ("auto", "light", "dark")
Query = Mapping[str, Any]


def page(
    request: Request, viewer: Viewer | None, template: str, status: int = 200, **given: Any
) -> HTMLResponse:
    """An answer made from a template of `templates/`."""
    language = language_of(request)
    theme = request.cookies.get(THEME, "auto")
    text = _environment(language).get_template(template).render(
        viewer=viewer, language=language, direction=direction(language), languages=LANGUAGES,
        theme=theme if theme in THEMES else "auto", themes=THEMES,
        here=given.pop("here", here(request)),
        ledger_mark=_mark(request.app.state.ledger), settings=request.app.state.settings,
        version=__version__, scripts=has_scripts(), **given,
    )  # fmt: skip
    answer = HTMLResponse(text.encode("utf-8", "replace"), status)
    give_secret(request, answer)
    return answer


def words(request: Request) -> Words:
    """The words of the language that a request is answered in."""
    language = language_of(request)
    return Words(translations(language), language)


def to(path: str, **query: str) -> RedirectResponse:
    """Leads on to another page, after a form was sent."""
    return RedirectResponse(link(path, query), 303)


def link(path: str, query: Query | None = None, **more: Any) -> str:
    """An address of our own; what is None or empty is left out, lists are repeated."""
    pairs = {k: v for k, v in {**(query or {}), **more}.items() if v not in (None, "", [], ())}
    asked = urlencode(pairs, doseq=True, errors="replace")
    return f"{path}?{asked}" if asked else path


def wants_json(request: Request) -> bool:
    """Whether a program or a script asks, and no person who wants a page."""
    wanted = request.headers.get("accept", "")
    return request.url.path.startswith("/api/") or wanted.startswith("application/json")


@cache
def has_scripts() -> bool:
    """Whether the scripts were built into this installation; pages work without them too."""
    return (files("riwaya.views.web") / "static" / "built" / "base.js").is_file()


def _mark(ledger: Ledger) -> str:
    """By what a browser keeps apart what waits for different ledgers."""
    return hashlib.sha256(ledger.location.encode()).hexdigest()[:12]


def here(request: Request) -> str:
    """The path that was asked for, with its query."""
    query = request.url.query
    return request.url.path + (f"?{query}" if query else "")


@cache
def _environment(language: str) -> Environment:
    made = Environment(
        loader=PackageLoader("riwaya.views.web"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    catalogue = translations(language)
    # newstyle escapes what is put into a message
    made.install_gettext_callables(  # type: ignore[attr-defined]
        catalogue.gettext, catalogue.ngettext, newstyle=True,
        pgettext=catalogue.pgettext, npgettext=catalogue.npgettext,
    )  # fmt: skip
    said = Words(catalogue, language)
    made.filters.update(
        label=lambda value, kind: said.label(kind, value), title_words=said.title,
        value=said.value, why_grade=said.why_grade, why=said.values, reasons=said.reasons,
        said=said.said, dated=dated, way=way_of, heading=heading, first_line=first_line,
        shown=visible, in_place=in_place, day=day, moment=moment,
    )  # fmt: skip
    made.globals.update(
        words=said, link=link, report_called=report_called, said_in=said_in,
        evidence_link=EvidenceLinks(catalogue.gettext("evidence in")),
    )  # fmt: skip
    return made
