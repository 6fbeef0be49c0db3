"""The login of a team's members, and the logout."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger import Ledger
from riwaya.ledger.team.login import Refused as LoginRefused
from riwaya.views.web.guard import sessions
from riwaya.views.web.guard.asking import Owns
from riwaya.views.web.guard.forms import FIELD, SMALL, Filled, own_path, read, same, text
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.page import page, to

router = APIRouter()
_PROOF = "riwaya_login"
_STATUS = {"wrong": 401, "second_factor": 401, "wait": 429}
_NO_COOKIE = "The login needs cookies. Allow them for this workspace and try again."


async def _sent(request: Request) -> FormData:
    """The form of the login; nobody is logged in yet, so a cookie proves where it is from."""
    form = await read(request, SMALL)
    held = request.cookies.get(_PROOF, "")
    if not held or not same(held, text(form, FIELD)):
        raise Refused(403, _NO_COOKIE)
    return form


@router.get("/login")
def login(request: Request, next: str = "/", failed: str = "") -> Response:
    """The form; who works alone, or is logged in already, is led on."""
    if _is_in(request):
        return to(own_path(next))
    return _form(request, own_path(next), unlinked=failed == "outside")


@router.post("/login")
def logged_in(request: Request, form: Annotated[FormData, Depends(_sent)]) -> Response:
    """Starts a session, or says why not."""
    next, name = own_path(text(form, "next")), text(form, "name")
    if not request.app.state.settings.team:
        return to(next)
    whole: Ledger = request.app.state.ledger
    made = whole.team.login(
        name, text(form, "password"), text(form, "code") or None, sessions.client_of(request)
    )
    if isinstance(made, LoginRefused):
        return _form(request, next, name=name, refused=made)
    answer = to(next)
    sessions.give(request, answer, made.cookie)
    return answer


@router.post("/logout")
def logout(request: Request, viewer: Owns, form: Filled) -> Response:
    """Ends the session."""
    if viewer.alone:
        return to("/")
    whole: Ledger = request.app.state.ledger
    whole.team.logout(request.state.session)
    answer = to("/login")
    sessions.take(request, answer)
    return answer


def _is_in(request: Request) -> bool:
    if not request.app.state.settings.team:
        return True
    cookie = sessions.held(request)
    whole: Ledger = request.app.state.ledger
    return bool(cookie) and whole.team.session(cookie) is not None


def _form(
    request: Request, next: str, *, name: str = "", refused: LoginRefused | None = None,
    unlinked: bool = False,
) -> Response:  # fmt: skip
    proof = request.cookies.get(_PROOF) or secrets.token_urlsafe(32)
    whole: Ledger = request.app.state.ledger
    answer = page(
        request, None, "login.html", _STATUS[refused.why] if refused else 200, next=next,
        name=name[:64], refused=refused, proof=proof, outside=request.app.state.outside is not None,
        empty=not whole.team.accounts(), unlinked=unlinked,
    )  # fmt: skip
    answer.set_cookie(
        _PROOF, proof, httponly=True, samesite="strict", path="/login",
        secure=request.app.state.settings.secure,
    )  # fmt: skip
    if refused and refused.why == "wait":
        answer.headers["Retry-After"] = str(refused.seconds)
    return answer
