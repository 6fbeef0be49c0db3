"""Our cookies alone: those that other programs of this machine's name set are not looked at."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import Scope

from riwaya.views.web.guard.refusals import Refused

_OURS = ("riwaya_", "__Host-riwaya_")  # how their names begin
_MOST = 8 * 1024  # characters, two of the longest that a browser keeps
_LONG = "The cookies of this workspace are too long. Delete them in the browser."
_BROKEN = "The cookies of this workspace are broken. Delete them in the browser."


def keep_ours(scope: Scope) -> None:
    """Leaves a request our cookies alone. Raises Refused where they are not as we set them.

    Python 3.11 takes a time that grows with its square to undo what backslashes quote; we set none.
    """
    given = Headers(scope=scope).getlist("cookie")
    if not given:
        return
    every = (one.strip() for header in given for one in header.split(";"))
    ours = "; ".join(one for one in every if one.startswith(_OURS))
    if len(ours) > _MOST:
        raise Refused(431, _LONG)
    if "\\" in ours:
        raise Refused(400, _BROKEN)
    left = [(name, value) for name, value in scope["headers"] if name != b"cookie"]
    scope["headers"] = [*left, (b"cookie", ours.encode("latin-1"))]
