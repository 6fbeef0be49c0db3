"""The accounts of a team, for its admins."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger import LedgerError
from riwaya.ledger.team.roles import ROLES
from riwaya.ledger.team.team import Team
from riwaya.views.web.guard.asking import Administers
from riwaya.views.web.guard.forms import Filled, text
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.page import page, to

router = APIRouter()


@router.get("/accounts")
def accounts(request: Request, viewer: Administers) -> Response:
    """All accounts, and the form that adds one."""
    return _all(request, viewer)


@router.post("/accounts")
def add(request: Request, viewer: Administers, form: Filled) -> Response:
    """Adds an account."""
    name, password = text(form, "name"), text(form, "password")
    given = None if text(form, "outside") else password
    try:
        made = _team(request).add(
            name, given, text(form, "role"), _groups(text(form, "groups")), by=viewer.name
        )
    except LedgerError as error:
        return _all(request, viewer, str(error), name)
    return to("/accounts/account", name=made.name, done="added")


@router.get("/accounts/account")
def account(request: Request, viewer: Administers, name: str, done: str = "") -> Response:
    """One account, with what can be changed of it."""
    return _one(request, viewer, name, done=done)


@router.post("/accounts/account")
def change(request: Request, viewer: Administers, form: Filled) -> Response:
    """Changes one thing of an account: `do` says what."""
    name, does = text(form, "name"), text(form, "do")
    team = _team(request)
    try:
        if does == "change":
            team.change(
                name, role=text(form, "role"), groups=_groups(text(form, "groups")),
                active=bool(text(form, "active")), by=viewer.name,
            )  # fmt: skip
        elif does == "password":
            team.set_password(name, text(form, "password"), by=viewer.name)
        elif does == "second_factor":
            team.second_factor_off(name, by=viewer.name)
        elif does == "link":
            team.link(name, text(form, "issuer"), text(form, "subject"), by=viewer.name)
        elif does == "unlink":
            team.unlink(name, by=viewer.name)
        else:
            raise Refused(400, "There is nothing of this name to do with an account.")
    except LedgerError as error:
        return _one(request, viewer, name, problem=str(error))
    return to("/accounts/account", name=name, done="changed")


def _all(request: Request, viewer: Viewer, problem: str = "", name: str = "") -> Response:
    return page(
        request, viewer, "accounts.html", 400 if problem else 200, roles=ROLES, problem=problem,
        name=name, accounts=_team(request).accounts(),
    )  # fmt: skip


def _one(
    request: Request, viewer: Viewer, name: str, *, done: str = "", problem: str = ""
) -> Response:
    outside = request.app.state.outside
    return page(
        request, viewer, "one_account.html", 400 if problem else 200, roles=ROLES, done=done,
        problem=problem, account=_team(request).account(name),
        issuer=outside.oidc.issuer if outside else "",
    )  # fmt: skip


def _team(request: Request) -> Team:
    team: Team = request.app.state.ledger.team
    return team


def _groups(given: str) -> list[str]:
    """Groups as they were typed, with a comma of either language or a line end between them."""
    for comma in ("،", ","):
        given = given.replace(comma, "\n")
    return [g.strip() for g in given.splitlines() if g.strip()]
