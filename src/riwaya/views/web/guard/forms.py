"""Forms that were sent from our own pages, and from nowhere else."""

from __future__ import annotations

import secrets
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends
from starlette.datastructures import FormData
from starlette.requests import Request

from riwaya.views.web.guard.asking import viewer_of
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.viewer import Viewer

FIELD, HEADER = "csrf", "x-csrf-token"
_FORGED = "This form is too old or did not come from this workspace. Load the page again."
_NUL = "This holds a character that is none (U+0000). Take it out and send it again."
_FILES, _FIELDS = 200, 2000
_PART = 2 * 1024 * 1024  # bytes of one field that is no file


async def sent(request: Request, viewer: Viewer) -> FormData:
    """What a form was filled in with. Raises Refused where it may be forged."""
    check_origin(request)
    form = await request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=_PART)
    _check(viewer, request.headers.get(HEADER) or form.get(FIELD))
    if any("\0" in value for value in form.values() if isinstance(value, str)):
        raise Refused(400, _NUL)
    return form


def _check(viewer: Viewer, given: object) -> None:
    if viewer.by_token:  # which no browser sends by itself
        return
    if not isinstance(given, str) or not viewer.csrf or not _same(given, viewer.csrf):
        raise Refused(403, _FORGED)


def check_origin(request: Request) -> None:
    """Refuses what a page of another site sends. Raises Refused."""
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "same-origin")
    own = request.headers.get("host", "").lower()
    foreign = origin is not None and urlsplit(origin).netloc.lower() != own
    if foreign or site not in ("same-origin", "none"):
        raise Refused(403, _FORGED)


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())


def text(form: FormData, name: str) -> str:
    """A field's text; empty where there is none."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def own_path(path: str) -> str:
    """The path where it is one of ours, else that of the first page; no other site is led to."""
    plain = path.startswith("/") and not path.startswith("//") and path.isprintable()
    return path if plain and "\\" not in path else "/"


async def _filled(request: Request, viewer: Annotated[Viewer, Depends(viewer_of)]) -> FormData:
    return await sent(request, viewer)


Filled = Annotated[FormData, Depends(_filled)]
"""A parameter of a route: what a form was filled in with; one that may be forged is refused."""


def _proved(request: Request, viewer: Annotated[Viewer, Depends(viewer_of)]) -> None:
    check_origin(request)
    _check(viewer, request.headers.get(HEADER))


Proved = Annotated[None, Depends(_proved)]
"""A parameter of a route that takes JSON: it was not forged, by its header or its token."""
