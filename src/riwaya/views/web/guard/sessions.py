"""The cookie that holds a session, and the address that a request comes from."""

from __future__ import annotations

import ipaddress

from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger.team.sessions import LASTS

_PLAIN, _SECURE = "riwaya_session", "__Host-riwaya_session"


def held(request: Request) -> str:
    """What the session's cookie holds; empty without one."""
    return request.cookies.get(_name(request), "")


def give(request: Request, response: Response, cookie: str) -> None:
    """Hands a session to the browser."""
    response.set_cookie(
        _name(request), cookie, max_age=int(LASTS.total_seconds()), path="/", httponly=True,
        samesite="lax", secure=_is_secure(request),
    )  # fmt: skip


def take(request: Request, response: Response) -> None:
    """Takes the session from the browser."""
    response.delete_cookie(
        _name(request), path="/", httponly=True, samesite="lax", secure=_is_secure(request)
    )


def client_of(request: Request) -> str:
    """The address that asks; behind our proxy the one that it names last."""
    direct = request.client.host if request.client else ""
    if not request.app.state.settings.trusted_proxy:
        return direct
    named = ",".join(request.headers.getlist("x-forwarded-for")).rpartition(",")[2].strip()
    try:
        return str(ipaddress.ip_address(named))
    except ValueError:
        return direct


def _name(request: Request) -> str:
    return _SECURE if _is_secure(request) else _PLAIN


def _is_secure(request: Request) -> bool:
    return bool(request.app.state.settings.secure)
