"""Around every request: the Host it came for, its size, and headers that bind the browser."""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riwaya.views.web.guard.bodies import bounded
from riwaya.views.web.guard.cookies import keep_ours
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.settings import Settings

_WRONG_HOST = (
    "This address is not one that the workspace answers to. "
    "Start it with --host-name NAME to allow it."
)
_API = "/api/"
_NUL, _NO_NUL = b"%00", "An address cannot hold the character U+0000. Leave it out."


def policy(settings: Settings) -> str:
    """The Content-Security-Policy: nothing from elsewhere, no script or style inside a page."""
    tiles = " ".join(settings.map_origins)
    also = f" {tiles}" if tiles else ""
    return "; ".join((
        "default-src 'none'", "script-src 'self'", "style-src 'self'",
        f"img-src 'self' data: blob:{also}", "font-src 'self'", f"connect-src 'self'{also}",
        "worker-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ))  # fmt: skip


def headers(settings: Settings) -> dict[str, str]:
    """What every answer tells the browser not to do."""
    made = {
        "Content-Security-Policy": policy(settings),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "geolocation=(), camera=(), microphone=(), clipboard-read=()",
    }
    if settings.secure:
        made["Strict-Transport-Security"] = "max-age=31536000"
    return made


_FOREIGN = "Another site asked for this. Open the workspace itself, and go there from its pages."
_COSTLY = re.compile(r"/join$|/export\.")  # what no link of another site leads to


class Guard:
    """ASGI middleware: refuses foreign hosts, odd cookies and long bodies; binds the browser."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self.headers = headers(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope)
        answer = self._answer(send, kept="/static/" in scope["path"])
        try:
            self._check(scope, given)
            keep_ours(scope)
            body = bounded(scope, receive, given.get("content-length", "0"), self.settings)
        except Refused as refused:
            await _refusal(scope, refused)(scope, receive, answer)
            return
        await self.app(scope, body, answer)

    def _check(self, scope: Scope, given: Headers) -> None:
        """Raises Refused where a request is for another host, or not as our pages ask."""
        if given.get("host", "").lower() not in self.settings.hosts:
            raise Refused(421, _WRONG_HOST)
        if "\x00" in scope["path"] or _NUL in scope["query_string"]:
            raise Refused(400, _NO_NUL)
        if _is_foreign(scope, given):
            raise Refused(403, _FOREIGN)

    def _answer(self, send: Send, *, kept: bool) -> Send:
        """Sends an answer with the headers; what does not change may be kept by the browser."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                made = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    made.setdefault(name, value)
                made.setdefault("Cache-Control", "no-cache" if kept else "no-store")
            await send(message)

        return answer


def _is_foreign(scope: Scope, given: Headers) -> bool:
    """Whether a page of another site asks, but for a link that somebody follows from there.

    It could not read the answer, but see how long it takes, and so which words are known here.
    """
    if given.get("sec-fetch-site", "none") in ("same-origin", "none"):
        return False
    kind = (given.get("sec-fetch-mode"), given.get("sec-fetch-dest"))
    followed = kind == ("navigate", "document")
    return not followed or scope["method"] != "GET" or bool(_COSTLY.search(scope["path"]))


def _refusal(scope: Scope, refused: Refused) -> Response:
    if scope["path"].startswith(_API):
        return JSONResponse({"ok": False, "message": refused.message}, refused.status)
    return PlainTextResponse(f"{refused.message}\n", refused.status)
