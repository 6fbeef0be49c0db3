"""Finds out who asks: the cookie of who works alone, a session of a team, or a token."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger import Ledger
from riwaya.views.web.guard import sessions
from riwaya.views.web.guard.refusals import LoginNeeded, Refused
from riwaya.views.web.guard.viewer import Right, Viewer

ALONE = "riwaya_alone"
_API = "/api/"
_NO_TOKEN = "This token is not known here, or has ended. Make another on the page of your account."
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def viewer_of(request: Request) -> Viewer:
    """Who asks. Raises LoginNeeded and Refused."""
    found: Viewer | None = getattr(request.state, "viewer", None)
    if found is None:
        found = request.state.viewer = _found(request)
    return found


def _found(request: Request) -> Viewer:
    given = request.headers.get("authorization")
    if given is not None and request.url.path.startswith(_API):  # no page is for programs
        return _bearer(request, given)
    return _member(request) if request.app.state.settings.team else _alone(request)


def _member(request: Request) -> Viewer:
    whole: Ledger = request.app.state.ledger
    cookie = sessions.held(request)
    found = whole.team.session(cookie) if cookie else None
    if found is None:
        raise LoginNeeded()
    request.state.session = found
    return Viewer(found.account, found.role, found.groups, found.csrf)


def _bearer(request: Request, given: str) -> Viewer:
    """Whom a token stands for: one of an account in a team, one without where one works alone."""
    settings, whole = request.app.state.settings, request.app.state.ledger
    kind, _, secret = given.partition(" ")
    found = whole.team.bearer(secret.strip()) if kind.lower() == "bearer" else None
    if found is None or (found.account is not None) is not settings.team:
        raise Refused(401, _NO_TOKEN)
    rights: frozenset[Right] = frozenset(found.scopes)
    if "judge" in rights:
        rights |= frozenset[Right]({"join"})
    if found.account is None or found.role is None:
        return Viewer(settings.name, "admin", settings.groups, "", True, rights, by_token=True)
    return Viewer(found.account, found.role, found.groups, "", rights=rights, by_token=True)


def _alone(request: Request) -> Viewer:
    settings = request.app.state.settings
    held = request.cookies.get(ALONE, "")
    csrf = held if _SECRET.fullmatch(held) else secrets.token_urlsafe(32)
    request.state.new_secret = None if csrf == held else csrf
    return Viewer(settings.name, "admin", settings.groups, csrf, alone=True)


def give_secret(request: Request, response: Response) -> None:
    """Hands who works alone the secret that their forms carry, where they have none yet."""
    secret = getattr(request.state, "new_secret", None)
    if secret:
        response.set_cookie(
            ALONE, secret, httponly=True, samesite="strict", path="/",
            secure=request.app.state.settings.secure, max_age=365 * 86400,
        )  # fmt: skip


def ledger_of(request: Request, viewer: Viewer) -> Ledger:
    """The ledger as a viewer sees it."""
    whole: Ledger = request.app.state.ledger
    return whole.viewed_by(viewer.groups)


def _needs(*rights: Right) -> Callable[[Request], Viewer]:
    def check(request: Request) -> Viewer:
        viewer = viewer_of(request)
        if not all(map(viewer.may, rights)):
            raise Refused(403, "You may not do this here. Ask an administrator of this workspace.")
        return viewer

    return check


def _owns(request: Request) -> Viewer:
    viewer = viewer_of(request)
    if viewer.by_token:
        raise Refused(403, "A token may not do this. Log in.")
    return viewer


Reads = Annotated[Viewer, Depends(_needs("read"))]
Adds = Annotated[Viewer, Depends(_needs("add"))]
Judges = Annotated[Viewer, Depends(_needs("judge"))]
Previews = Annotated[Viewer, Depends(_needs("read", "join"))]
Restricts = Annotated[Viewer, Depends(_needs("restrict"))]
Purges = Annotated[Viewer, Depends(_needs("purge"))]
Administers = Annotated[Viewer, Depends(_needs("accounts"))]
Owns = Annotated[Viewer, Depends(_owns)]
"""Parameters of a route: who asks, when they have the right; else the request is refused.
`Previews` is who may see what joining would change: a token that only judges reads nothing.
`Owns` is a person, no token, at what is their own."""
