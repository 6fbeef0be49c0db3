"""The application: every route, and what goes around them."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from threading import Semaphore

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from riwaya import __version__
from riwaya.ledger import Ledger, LedgerError, NotFound
from riwaya.ledger.errors import Unavailable
from riwaya.ledger.search.query import BadQuery
from riwaya.views.web.api import routes as api
from riwaya.views.web.api.answers import Json
from riwaya.views.web.counted import Counted
from riwaya.views.web.exports import routes as exports
from riwaya.views.web.guard.asking import viewer_of
from riwaya.views.web.guard.headers import Guard, headers
from riwaya.views.web.guard.outside import Outside
from riwaya.views.web.guard.refusals import LoginNeeded, Refused
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.page import here, page, to, wants_json, words
from riwaya.views.web.pages import PAGES
from riwaya.views.web.reader.settings import ReaderSettings
from riwaya.views.web.reader.supervise import Reader
from riwaya.views.web.settings import Settings

_SIGN_IN = (
    "Your session has ended, and what you sent was not kept. Log in again in another tab, "
    "then go back to the page before this one: what you typed is still there. Send it again."
)
_NO_PAGE = "There is no such page."
_AWAY = "The ledger does not answer just now. Look whether what you sent was kept, and try again."
_OUR_ERROR = "This is an error of Riwaya. What you sent was not kept; please tell us of it."


def application(settings: Settings) -> FastAPI:
    """The workspace on a ledger. Raises LedgerError where it cannot be opened."""
    ledger = Ledger(
        settings.location, create=True, groups=settings.groups, lexicons=settings.lexicons
    )

    reader = Reader(ReaderSettings(
        settings.location, settings.lexicons, settings.tagger, settings.proxy,
        fetches=settings.fetches,
    ))  # fmt: skip

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        if ledger.jobs.is_waiting():
            reader.start()
        yield
        reader.close()
        ledger.close()

    app = FastAPI(
        title="Riwaya", version=__version__, lifespan=opened, docs_url=None, redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        description="What reports of armed conflict say happened, according to whom.",
    )  # fmt: skip
    app.state.settings, app.state.ledger, app.state.counted = settings, ledger, Counted()
    app.state.reader = reader
    app.state.exports = Semaphore(exports.MOST)
    app.state.outside = Outside(settings.oidc) if settings.oidc else None
    app.add_middleware(Guard, settings=settings)
    static = str(files("riwaya.views.web") / "static")
    app.mount("/static", StaticFiles(directory=static), name="static")
    for router in (*PAGES, exports.router):
        app.include_router(router, include_in_schema=False)
    app.include_router(api.router)
    for kind in (Refused, NotFound, LedgerError, BadQuery, HTTPException, RequestValidationError,
                 Exception):  # fmt: skip
        app.add_exception_handler(kind, _refuse)
    return app


def _refuse(request: Request, error: Exception) -> Response:
    answer = _refusal(request, error)
    for name, value in headers(request.app.state.settings).items():
        answer.headers.setdefault(name, value)  # of what went wrong behind the guard
    return answer


def _refusal(request: Request, error: Exception) -> Response:
    status, message = _told(error)
    if wants_json(request):
        is_page = not request.url.path.startswith("/api/")
        shown = words(request).said(message) if is_page else message
        return Json({"ok": False, "message": shown}, status)
    if isinstance(error, LoginNeeded) and request.method == "GET":
        return to("/login", next=here(request))
    if isinstance(error, LoginNeeded) and request.url.path == "/logout":
        return to("/login")
    if isinstance(error, LoginNeeded):  # what was typed is still in the page before
        return page(request, None, "refused.html", 401, message=_SIGN_IN, number=401)
    return page(request, _viewer(request), "refused.html", status, message=message, number=status)


def _viewer(request: Request) -> Viewer | None:
    """Who asks, for the page's head; nobody where that is what went wrong."""
    try:
        return viewer_of(request)
    except (Refused, LedgerError):
        return None


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, Refused):
        return error.status, error.message
    if isinstance(error, NotFound):
        return 404, str(error)
    if isinstance(error, Unavailable):
        logging.getLogger("riwaya").error("%s", error)  # it names the database: for who runs it
        return 503, _AWAY
    if isinstance(error, (LedgerError, BadQuery)):
        return 400, str(error)
    if isinstance(error, RequestValidationError):
        wrong = error.errors()[0]
        return 422, f"{'.'.join(str(p) for p in wrong['loc'][1:])}: {wrong['msg']}."
    if isinstance(error, HTTPException):
        return error.status_code, _NO_PAGE if error.status_code == 404 else str(error.detail)
    return 500, _OUR_ERROR
