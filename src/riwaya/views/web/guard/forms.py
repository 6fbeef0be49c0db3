"""Forms that were sent from our own pages, and from nowhere else."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from riwaya.views.web.guard import characters
from riwaya.views.web.guard.asking import viewer_of
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.viewer import Viewer

FIELD, HEADER = "csrf", "x-csrf-token"
_FORGED = "This form is too old or did not come from this workspace. Load the page again."
_CHARSET = "A form is sent in UTF-8. Send it so."
_UTF_8 = (b"utf-8", b"utf8")


@dataclass(frozen=True, slots=True)
class Size:
    """How much a form may hold: fields, files, and bytes of one field that is no file."""

    fields: int = 1_200  # the parts of an incident among them
    files: int = 0
    part: int = 64 * 1024


SMALL = Size(fields=10, part=32 * 1024)
"""Of forms that are sent before anybody is logged in."""
UPLOAD = Size(fields=2_000, files=200, part=2 * 1024 * 1024)
"""Of forms with reports, as files or pasted."""


async def read(request: Request, size: Size) -> FormData:
    """The form that a page of ours sent. Raises Refused where it is of another site, or no text.

    Every form comes through here. Its charset is looked at first: Starlette would decode with
    whatever codec it names, and some take minutes.
    """
    check_origin(request)
    _, said = parse_options_header(request.headers.get("content-type"))
    if said.get(b"charset", _UTF_8[0]).lower() not in _UTF_8:
        raise Refused(415, _CHARSET)
    form = await request.form(
        max_files=size.files, max_fields=size.fields, max_part_size=size.part
    )  # fmt: skip
    for name, value in form.multi_items():
        characters.check((name, value.filename if isinstance(value, UploadFile) else value))
    return form


async def sent(request: Request, viewer: Viewer, size: Size | None = None) -> FormData:
    """What a form was filled in with. Raises Refused where it may be forged."""
    form = await read(request, size or Size())
    _check(viewer, request.headers.get(HEADER) or form.get(FIELD))
    return form


def _check(viewer: Viewer, given: object) -> None:
    if viewer.by_token:  # which no browser sends by itself
        return
    if not isinstance(given, str) or not viewer.csrf or not same(given, viewer.csrf):
        raise Refused(403, _FORGED)


def check_origin(request: Request) -> None:
    """Refuses what a page of another site sends. Raises Refused."""
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "same-origin")
    own = request.headers.get("host", "").lower()
    foreign = origin is not None and _host(origin) != own
    if foreign or site not in ("same-origin", "none"):
        raise Refused(403, _FORGED)


def _host(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:  # as of `http://[`
        return None


def same(one: str, other: str) -> bool:
    """Whether two secrets are one, in the same time however much of them is."""
    return secrets.compare_digest(*(s.encode("utf-8", "surrogatepass") for s in (one, other)))


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
