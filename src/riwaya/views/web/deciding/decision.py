"""Judgements as forms and programs send them: who may make which, kept once, noted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

from starlette.datastructures import FormData
from starlette.requests import Request

from riwaya.ledger import Ledger
from riwaya.ledger.review.stands import Stands
from riwaya.ledger.ruling import About, Judgement
from riwaya.views.web.deciding.correction import agreed, correction
from riwaya.views.web.deciding.moved import before, moved
from riwaya.views.web.deciding.wrong import Wrong
from riwaya.views.web.guard.asking import ledger_of
from riwaya.views.web.guard.forms import text
from riwaya.views.web.guard.noting import note
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.language import LANGUAGES, translations

_REASON, _MARK, _KEY = 2_000, 100, 2_000  # characters at most
_MOST_PARTS = 1_000
_JOINS = "Joining and parting incidents and names needs the role of a reviewer. Ask one."
_WHY_NOT = "A rejection needs its own reason. Say what is wrong, and reject again."
_OTHERS = "Only a reviewer may take back what somebody else decided. Ask one."


def key_of(about: str, one: str, other: str | None = None) -> str:
    """What is held while it is reviewed, and by what a page knows its items."""
    return " ".join((about, *sorted((one, other)))) if other else f"{about} {one}"


def of_form(form: FormData, viewer: Viewer, ledger: Ledger) -> Judgement:
    """The judgement of a form. Raises Refused, LedgerError, NotFound; Wrong by its fields."""
    about, decision = text(form, "about"), text(form, "decision")
    one = text(form, "one")[:_KEY]
    value: dict[str, Any] = {}
    if about == "statement" and decision == "reject" and reason(form) in {"", *_usual()}:
        raise Wrong({"why": _WHY_NOT})
    if about == "statement" and decision == "correct":
        item = ledger.statement(one)
        report = ledger.report(item.passage.report).reading.report.text
        value = correction(form, report, item)
    elif about == "statement" and decision == "accept":
        value = agreed(form)  # to accept what was corrected is to say the same
        decision = "correct" if value else decision
    parts = tuple(sorted({str(p)[:_KEY] for p in form.getlist("parts")}))[:_MOST_PARTS]
    return Judgement(
        cast(About, about), decision, one, viewer.name, reason(form),
        text(form, "other")[:_KEY] or None, value, parts=parts,
        once=text(form, "once")[:_MARK] or None,
    )  # fmt: skip


def _usual() -> set[str]:
    """The reason that the form is filled with, in every language: it says nothing against."""
    return {translations(language).gettext("words checked") for language in LANGUAGES}


def reason(form: FormData) -> str:
    """Why, as the form says."""
    return text(form, "why").strip()[:_REASON]


@dataclass(frozen=True, slots=True)
class Kept:
    """The number of a judgement; `moved` is where a corrected statement stands since, if its
    incident is one of other reports than before."""

    number: int
    moved: Stands | None


def keep(request: Request, viewer: Viewer, j: Judgement) -> Kept:
    """Keeps a judgement of somebody who may make it. Raises Refused."""
    if j.about != "statement" and not viewer.may("join"):
        raise Refused(403, _JOINS)
    ledger = ledger_of(request, viewer)
    stood = before(ledger, j)
    number = ledger.judge(replace(j, by=viewer.name))
    note(request, viewer, "judge", str(number), f"{j.about} {j.decision}")
    if not viewer.alone:
        whole: Ledger = request.app.state.ledger
        whole.team.release(key_of(j.about, j.one, j.other), viewer.name)
    return Kept(number, moved(ledger, j, stood))


def take_back(
    request: Request, viewer: Viewer, number: int, why: str, once: str | None
) -> Judgement:
    """Takes a judgement back for somebody who may; gives what it was. Raises Refused, NotFound."""
    ledger = ledger_of(request, viewer)
    taken = ledger.judgement(number)
    if taken.about != "statement" and not viewer.may("join"):
        raise Refused(403, _JOINS)
    if taken.by != viewer.name and not viewer.may("join"):
        raise Refused(403, _OTHERS)
    ledger.undo(number, by=viewer.name, why=why[:_REASON], once=(once or "")[:_MARK] or None)
    note(request, viewer, "undo", str(number))
    return taken
