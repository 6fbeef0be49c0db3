"""The audit log, for a team's admins."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger import Ledger
from riwaya.ledger.team.audit import ACTS, Wanted
from riwaya.views.web.guard.asking import Administers
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.page import page

router = APIRouter()
_PAGE = 100
_LAST = date.max - timedelta(1)


@router.get("/audit")
def audit(
    request: Request, viewer: Administers, account: str = "", act: str = "", of: str = "",
    since: str = "", until: str = "", before: str = "",
) -> Response:  # fmt: skip
    """One page of what was done, the newest first."""
    first, last = _day("since", since), _day("until", until)
    end = datetime.combine(min(last, _LAST), time(), UTC) + timedelta(1) if last else None
    wanted = Wanted(
        account or None, act or None, of or None,
        datetime.combine(first, time(), UTC) if first else None, end, _number(before), _PAGE + 1,
    )  # fmt: skip
    whole: Ledger = request.app.state.ledger
    found = whole.team.audit(wanted)
    return page(
        request, viewer, "audit.html", entries=found[:_PAGE], more=len(found) > _PAGE, acts=ACTS,
        asked={"account": account, "act": act, "of": of, "since": since, "until": until},
    )  # fmt: skip


def _day(name: str, given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise Refused(400, f"{name}: give a day as YYYY-MM-DD.") from error


def _number(given: str) -> int | None:
    if given and (not given.isascii() or not given.isdecimal() or len(given) > 9):
        raise Refused(400, "before: give the number of an entry.")
    return int(given) if given else None
