"""What the forms of decisions lead to: judged, taken back, held while it is looked at."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from riwaya.ledger import Ledger
from riwaya.ledger.errors import LedgerError, NotFound, Unavailable
from riwaya.views.web.deciding.decision import Kept, keep, of_form, reason, take_back
from riwaya.views.web.deciding.wrong import WHOLE, Wrong
from riwaya.views.web.guard.asking import Judges, ledger_of
from riwaya.views.web.guard.forms import Filled, own_path, text
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.language import language_of, translations
from riwaya.views.web.page import link, to, wants_json, words
from riwaya.views.web.pages.review import filled_again
from riwaya.views.web.shown.moved import moved_on

router = APIRouter()
_NEXT = "/review"
_NO_NUMBER = "number: give the number of a judgement. The history of an incident has it."


@router.post("/judge")
def judge(request: Request, viewer: Judges, form: Filled) -> Response:
    """Keeps a judgement; sent again with the same `once` it counts once.

    A form on a statement that cannot be taken is shown again as it was filled in, with what to
    mend beside each field.
    """
    try:
        kept = keep(request, viewer, of_form(form, viewer, ledger_of(request, viewer)))
    except Wrong as wrong:
        return _again(request, viewer, form, wrong)
    except LedgerError as error:
        if isinstance(error, (NotFound, Unavailable)) or text(form, "decision") != "correct":
            raise
        return _again(request, viewer, form, Wrong({WHOLE: str(error)}))
    if not wants_json(request):
        return _on(form, kept)
    said = words(request)
    message = said.gettext("Saved as decision {number}.").format(number=kept.number)
    moved = moved_on(said, kept.moved)
    return JSONResponse({
        "ok": True, "judgement": kept.number, "message": message,
        "undo_url": link("/undo", number=kept.number), **({"moved": moved} if moved else {}),
    })  # fmt: skip


@router.post("/undo")
def undo(request: Request, viewer: Judges, form: Filled, number: str = "") -> Response:
    """Takes a judgement back: one's own, or for who may join that of others."""
    given = text(form, "number") or number
    if not given.isascii() or not given.isdecimal() or len(given) > 9:
        raise Refused(400, _NO_NUMBER)
    said = translations(language_of(request)).gettext
    why = reason(form) or said("taken back while reviewing")
    take_back(request, viewer, int(given), why, text(form, "once"))
    if not wants_json(request):
        return _on(form)
    message = said("Decision {number} is taken back.").format(number=given)
    return JSONResponse({"ok": True, "judgement": int(given), "message": message})


@router.post("/hold")
def hold(request: Request, viewer: Judges, form: Filled, key: str = "") -> Response:
    """Says that somebody looks at an item just now; answers who else does already."""
    held = text(form, "key") or key
    if not held:
        raise Refused(400, "key: give the key of the item that is looked at.")
    if viewer.alone:
        return JSONResponse({"held_by": None})
    _seen(ledger_of(request, viewer), held)
    whole: Ledger = request.app.state.ledger
    return JSONResponse({"held_by": whole.team.hold(held, viewer.name)})


def _seen(ledger: Ledger, key: str) -> None:
    """Raises NotFound where a viewer does not see what a key of an item names."""
    about, *things = key.split(" ")
    if about == "statement" and len(things) == 1:
        ledger.statement(things[0])
    elif about == "incident" and len(things) == 2:
        for id in things:
            ledger.incident(id)
    elif about == "entity" and len(things) >= 2:
        _names_seen(ledger, " ".join(things))
    else:
        raise Refused(400, "key: give the key of the item that is looked at.")


def _names_seen(ledger: Ledger, pair: str) -> None:
    """Raises NotFound where a viewer does not know both names; a handle may hold spaces."""
    for at in (i for i, c in enumerate(pair) if c == " "):
        if ":" in pair[at + 1 :].split(" ")[0]:
            for handle in (pair[:at], pair[at + 1 :]):
                ledger.actor(handle)
            return
    raise Refused(400, "key: give the key of the item that is looked at.")


def _again(request: Request, viewer: Judges, form: Filled, wrong: Wrong) -> Response:
    said = words(request).said
    errors = {field: said(message) for field, message in wrong.errors.items()}
    if wants_json(request):
        message = " ".join(dict.fromkeys(errors.values()))
        return JSONResponse({"ok": False, "message": message, "fields": errors}, 400)
    return filled_again(request, viewer, form, errors)


def _on(form: Filled, kept: Kept | None = None) -> Response:
    path = own_path(text(form, "next") or _NEXT).partition("#")[0]
    if kept is None or path.partition("?")[0] != _NEXT:
        return to(path)
    moved = {"moved": text(form, "one")} if kept.moved else {}
    more = urlencode({"saved": kept.number, **moved})
    return to(f"{path}{'&' if '?' in path else '?'}{more}")
