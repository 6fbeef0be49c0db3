"""One's own account: password, second factor, tokens for programs."""

from __future__ import annotations

import segno
from fastapi import APIRouter
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger import LedgerError
from riwaya.ledger.team import second_factor
from riwaya.ledger.team.login import Refused as LoginRefused
from riwaya.ledger.team.roles import RIGHTS, SCOPES
from riwaya.ledger.team.team import Team
from riwaya.views.web.guard import sessions
from riwaya.views.web.guard.asking import Owns
from riwaya.views.web.guard.forms import Filled, text
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.page import page, to

router = APIRouter()
_ISSUER = "Riwaya"
_ALONE = "Who works alone has no account. Start the workspace with --team for accounts."
_TWICE = "The new password was not the same twice. Type it again."
_ON = "There is a second factor already. Remove it first to use another device."
_REFUSED = {
    "wrong": "The password or the code is wrong. Check them and try again.",
    "second_factor": "Give the code that your device shows.",
    "wait": "Too many tries. Wait a while and try again.",
}


@router.get("/account")
def account(request: Request, viewer: Owns, done: str = "") -> Response:
    """The account as it is."""
    return _account(request, viewer, done=done)


@router.post("/account/password")
def password(request: Request, viewer: Owns, form: Filled) -> Response:
    """Sets a new password, and ends every other session."""
    team = _team(request, viewer)
    if text(form, "new") != text(form, "again"):
        return _account(request, viewer, problem=_TWICE)
    refused = _unconfirmed(request, viewer, form)
    if refused:
        return _account(request, viewer, problem=refused)
    try:
        made = team.change_own_password(viewer.name, text(form, "new"))
    except LedgerError as error:
        return _account(request, viewer, problem=str(error))
    answer = to("/account", done="password")
    sessions.give(request, answer, made.cookie)
    return answer


@router.get("/account/second-factor")
def enrol(request: Request, viewer: Owns) -> Response:
    """A new secret for a device, which counts when a code of it is given."""
    if _team(request, viewer).account(viewer.name).second_factor:
        raise Refused(409, _ON)
    return _enrol(request, viewer, second_factor.new_secret())


@router.post("/account/second-factor")
def confirm(request: Request, viewer: Owns, form: Filled) -> Response:
    """Asks for a code from now on, where this one shows that the device has the secret.

    Every other session ends.
    """
    team, secret = _team(request, viewer), text(form, "secret")
    second_factor.check_secret(secret)
    if team.account(viewer.name).second_factor:
        raise Refused(409, _ON)
    refused = _unconfirmed(request, viewer, form)
    if refused:
        return _enrol(request, viewer, secret, refused)
    try:
        made = team.second_factor_on(viewer.name, secret, text(form, "code"))
    except LedgerError as error:
        return _enrol(request, viewer, secret, str(error))
    answer = to("/account", done="second-factor")
    sessions.give(request, answer, made.cookie)
    return answer


@router.post("/account/second-factor/remove")
def remove(request: Request, viewer: Owns, form: Filled) -> Response:
    """Asks for no code any more."""
    team = _team(request, viewer)
    refused = _unconfirmed(request, viewer, form)
    if refused:
        return _account(request, viewer, problem=refused)
    team.second_factor_off(viewer.name, by=viewer.name)
    return to("/account", done="second-factor")


@router.post("/account/tokens")
def make_token(request: Request, viewer: Owns, form: Filled) -> Response:
    """Makes a token and shows it, this once; who has a password is asked for it again."""
    refused = _unconfirmed(request, viewer, form) if _has_password(request, viewer) else ""
    if refused:
        return _account(request, viewer, problem=refused)
    scopes = [s for s in form.getlist("scope") if isinstance(s, str)]
    lasts = text(form, "days")
    days = int(lasts) if lasts.isascii() and lasts.isdecimal() and len(lasts) < 6 else None
    try:
        if lasts and days is None:
            raise LedgerError("a token lasts a number of days. Give one.")
        _, secret = _of(request).make_token(_whose(viewer), text(form, "name"), scopes, days)
    except LedgerError as error:
        return _account(request, viewer, problem=str(error))
    return _account(request, viewer, secret=secret)


@router.post("/account/tokens/revoke")
def revoke_token(request: Request, viewer: Owns, form: Filled) -> Response:
    """Ends a token."""
    id = text(form, "id")
    if not id.isascii() or not id.isdecimal() or len(id) > 9:
        raise Refused(400, "Give the number of a token.")
    _of(request).revoke_token(int(id), _whose(viewer))
    return to("/account", done="token")


def _account(
    request: Request, viewer: Viewer, *, done: str = "", problem: str = "", secret: str = ""
) -> Response:
    team = _of(request)
    own = None if viewer.alone else team.account(viewer.name)
    return page(
        request, viewer, "account.html", 400 if problem else 200, own=own, done=done,
        problem=problem, secret=secret, tokens=team.tokens(_whose(viewer)),
        scopes=[s for s in SCOPES if s in RIGHTS[viewer.role]],
    )  # fmt: skip


def _enrol(request: Request, viewer: Viewer, secret: str, problem: str = "") -> Response:
    address = second_factor.address(secret, viewer.name, _ISSUER)
    image = segno.make(address, micro=False).svg_data_uri(scale=5, border=4, light="#fff")
    return page(
        request, viewer, "second_factor.html", 400 if problem else 200, secret=secret,
        address=address, image=image, problem=problem,
        has_password=_of(request).account(viewer.name).has_password,
    )  # fmt: skip


def _unconfirmed(request: Request, viewer: Viewer, form: FormData) -> str:
    """What to tell whose password or code does not fit; empty where they do."""
    refused: LoginRefused | None = _of(request).confirm(
        viewer.name, text(form, "password"), text(form, "code") or None,
        sessions.client_of(request),
    )  # fmt: skip
    return _REFUSED[refused.why] if refused else ""


def _has_password(request: Request, viewer: Viewer) -> bool:
    """Not who works alone, or logs in elsewhere."""
    return not viewer.alone and _of(request).account(viewer.name).has_password


def _team(request: Request, viewer: Viewer) -> Team:
    if viewer.alone:
        raise Refused(404, _ALONE)
    return _of(request)


def _of(request: Request) -> Team:
    team: Team = request.app.state.ledger.team
    return team


def _whose(viewer: Viewer) -> str | None:
    return None if viewer.alone else viewer.name
