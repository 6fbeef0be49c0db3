"""What a team's members did goes into the audit log; who works alone is not watched."""

from __future__ import annotations

from collections.abc import Collection

from starlette.requests import Request

from riwaya.ledger import Ledger
from riwaya.ledger.team.audit import Act
from riwaya.views.web.guard.viewer import Viewer


def note(request: Request, viewer: Viewer, act: Act, of: str = "", detail: str = "") -> None:
    """Keeps an act before it is answered; ids only, never words of a report."""
    if viewer.alone:
        return
    whole: Ledger = request.app.state.ledger
    whole.team.note(viewer.name, act, of, _by(viewer, detail))


def note_once(request: Request, viewer: Viewer, act: Act, of: Collection[str], detail: str) -> None:
    """Keeps an act on each of some records, once an hour: for what is seen again and again."""
    if viewer.alone or not of:
        return
    whole: Ledger = request.app.state.ledger
    whole.team.note_once(viewer.name, act, of, _by(viewer, detail))


def _by(viewer: Viewer, detail: str) -> str:
    return f"by token; {detail}" if viewer.by_token else detail
