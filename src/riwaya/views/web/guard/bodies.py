"""How large what is sent may be; nothing larger is read."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope

from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.settings import MEGABYTE, Settings

_JSON, _FORM, _STRANGERS = 8 * MEGABYTE, MEGABYTE, 64 * 1024  # bytes
_OPEN = ("/login", "/preferences")  # to which everybody may send
_UPLOADS = ("/add", "/api/v1/jobs/files")  # as forms: JSON is held whole while it is read
_AROUND = 4 * MEGABYTE  # bytes of such a form beside its files
_DIGITS = 15  # of a length that are looked at


def bounded(scope: Scope, receive: Receive, length: str, settings: Settings) -> Receive:
    """What gives the body of a request, whose header says it has `length` bytes.

    Raises Refused where that is too many; HTTPException while a body grows too long that says
    nothing of its length.
    """
    largest, told = _largest(scope["path"], settings)
    too_large = f"This is too large: at most {_size(told)} are taken at once."
    if not length.isdecimal() or int(length[:_DIGITS]) > largest:
        raise Refused(413, too_large)
    taken = 0

    async def given() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > largest:
            raise HTTPException(413, too_large)
        return message

    return given


def _largest(path: str, settings: Settings) -> tuple[int, int]:
    """Bytes of a request to a path, and those to tell of."""
    if path.startswith(_UPLOADS):
        return settings.largest_upload + _AROUND, settings.largest_upload
    if path.startswith(_OPEN):
        return _STRANGERS, _STRANGERS
    most = _JSON if path.startswith("/api/") else _FORM
    return most, most


def _size(most: int) -> str:
    return f"{most // MEGABYTE} MB" if most >= MEGABYTE else f"{most // 1024} kB"
