"""Reports that are given to be read in the background: checked, kept as jobs, noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from riwaya.corpus.jsonl import likely_day
from riwaya.ledger.team.jobs import Kind
from riwaya.views.web.guard.asking import ledger_of
from riwaya.views.web.guard.noting import note
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.viewer import Viewer

LONGEST = 2000  # characters of an address
MOST_ADDRESSES = 200  # at once
_NOTHING = "Nothing was given. Paste a text, choose a file or give an address."
_NOTHING_HERE = "Nothing was given. Paste a text or choose a file."
Given = tuple[Kind, bytes, str]
"""What is to be read: its kind, its body, and the name that it is shown by."""


@dataclass(frozen=True, slots=True)
class About:
    """What holds for all that is given at once, where it does not say it itself."""

    outlet: str | None
    published: date | None
    group: str | None


def day_of(typed: str) -> date | None:
    """The day of a form, None without one. Raises Refused for what is no day."""
    typed = typed.strip()
    try:
        return likely_day(date.fromisoformat(typed)) if typed else None
    except ValueError:  # Rejected is one
        raise Refused(400, f"{typed[:30]} is no day. Write it as 2023-05-16.") from None


def about(outlet: str, published: date | None, group: str, viewer: Viewer) -> About:
    """Raises Refused for a group that is not the viewer's."""
    return About(outlet.strip()[:200] or None, published, own_group(group, viewer))


def own_group(group: str, viewer: Viewer) -> str | None:
    """The group that a form names, None for all. Raises Refused for one that is not the viewer's;
    who works alone may name any."""
    group = group.strip()
    if group and not viewer.alone and group not in viewer.groups:
        raise Refused(403, "You can restrict reports to groups of your own only.")
    return group or None


def pasted(text: str, title: str) -> Given:
    """A text as it was pasted."""
    return "text", text.encode("utf-8", "replace"), title.strip()


def address(url: str, request: Request) -> Given:
    """An address to be fetched. Raises Refused where it is none, or nothing is fetched here."""
    if not request.app.state.settings.fetches:
        raise Refused(400, "This workspace fetches no addresses. Paste the text, or add a file.")
    parts = _split(url)
    if parts is None:
        raise Refused(400, f"{url[:80]}: is no web address. Begin it with https://.")
    return "address", url.encode("utf-8", "replace"), url


def _split(url: str) -> object | None:
    try:
        parts = urlsplit(url) if len(url) <= LONGEST else None
    except ValueError:
        return None
    return parts if parts and parts.scheme in ("http", "https") and parts.netloc else None


async def files(form: FormData, request: Request) -> list[Given]:
    """The files of a form, under their own names. Raises Refused for one that is too large."""
    largest = request.app.state.settings.largest_upload
    found: list[Given] = []
    for part in form.getlist("files"):
        if isinstance(part, UploadFile) and part.filename:
            body = await part.read(largest + 1)
            if len(body) > largest:
                raise Refused(413, "This file is too large. Split it, or use riwaya add.")
            found.append(("file", body, part.filename))
    return found


def put(request: Request, viewer: Viewer, given: Sequence[Given], said: About) -> list[int]:
    """Has it read; gives the numbers of the jobs. Raises Refused where nothing was given."""
    if not given:
        fetches = request.app.state.settings.fetches
        raise Refused(400, _NOTHING if fetches else _NOTHING_HERE)
    jobs = ledger_of(request, viewer).jobs
    numbers = []
    for kind, body, name in given:
        number = jobs.put(
            kind, body, account=viewer.name, name=name, outlet=said.outlet,
            published=said.published, group=said.group,
        )  # fmt: skip
        note(request, viewer, "add", str(number), kind)
        numbers.append(number)
    request.app.state.reader.wake()
    return numbers
