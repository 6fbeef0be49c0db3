"""The way to an outside provider's login, and back."""

from __future__ import annotations

import logging

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.ledger import Ledger
from riwaya.ledger.team.login import Refused as LoginRefused
from riwaya.views.visible import one_line
from riwaya.views.web.guard import sessions
from riwaya.views.web.guard.forms import own_path
from riwaya.views.web.guard.oidc import Begun
from riwaya.views.web.guard.outside import Outside, OutsideError
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.page import to

router = APIRouter()
_COOKIE, _PATH, _LASTS = "riwaya_outside", "/login/outside", 600
_NONE = "This workspace has no outside login."
_FAILED = "The outside login did not work. Try again, or log in with a password."
_log = logging.getLogger("riwaya.outside")


@router.get(_PATH)
def begin(request: Request, next: str = "/") -> Response:
    """Leads to the provider."""
    outside = _outside(request)
    try:
        address, begun = outside.begin(_back(request), own_path(next))
    except OutsideError as error:
        raise _failure(error) from error
    answer = RedirectResponse(address, 303)
    answer.set_cookie(
        _COOKIE, begun.cookie, max_age=_LASTS, path=_PATH, httponly=True, samesite="lax",
        secure=request.app.state.settings.secure,
    )  # fmt: skip
    return answer


@router.get(f"{_PATH}/back")
def back(request: Request) -> Response:
    """Starts the session of the account that is linked to who logged in there."""
    outside = _outside(request)
    begun = Begun.of_cookie(request.cookies.get(_COOKIE, ""))
    if begun is None:
        raise Refused(400, _FAILED)
    try:
        subject = outside.finish(begun, request.query_params, _back(request))
    except OutsideError as error:
        raise _failure(error) from error
    whole: Ledger = request.app.state.ledger
    client = sessions.client_of(request)
    made = whole.team.outside_login(outside.oidc.issuer, subject, client)
    if isinstance(made, LoginRefused):
        answer: Response = to("/login", failed="outside")
    else:
        answer = to(own_path(begun.next))
        sessions.give(request, answer, made.cookie)
    answer.delete_cookie(_COOKIE, path=_PATH)
    return answer


def _outside(request: Request) -> Outside:
    outside: Outside | None = request.app.state.outside
    if outside is None or not request.app.state.settings.team:
        raise Refused(404, _NONE)
    return outside


def _back(request: Request) -> str:
    """Our own address; the Host was checked before."""
    scheme = "https" if request.app.state.settings.secure else "http"
    return f"{scheme}://{request.headers.get('host', '')}{_PATH}/back"


def _failure(error: OutsideError) -> Refused:
    _log.warning("%s", one_line(str(error)))
    return Refused(502, _FAILED)
