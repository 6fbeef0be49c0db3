"""The interface's language and colours: kept in cookies of the reader's browser."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.views.web.guard.forms import SMALL, own_path, read, text
from riwaya.views.web.language import COOKIE, LANGUAGES
from riwaya.views.web.page import THEME, THEMES, to

router = APIRouter()
_YEAR = 365 * 86400


@router.post("/preferences")
async def preferences(request: Request) -> Response:
    """Sets them and leads back; needs no login, for the page of the login has it too."""
    form = await read(request, SMALL)
    answer = to(own_path(text(form, "next")))
    for name, known, given in (
        (COOKIE, LANGUAGES, text(form, "language")), (THEME, THEMES, text(form, "theme")),
    ):  # fmt: skip
        if given in known:
            answer.set_cookie(
                name, given, max_age=_YEAR, samesite="lax", httponly=True,
                secure=request.app.state.settings.secure,
            )  # fmt: skip
    return answer
