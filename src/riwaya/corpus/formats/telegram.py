"""The messages of a channel as Telegram Desktop exports them (result.json)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from riwaya.corpus.formats.file import File, Found
from riwaya.corpus.formats.json_stream import BrokenJson, members
from riwaya.corpus.formats.lines import JSON
from riwaya.corpus.jsonl import Given, Rejected, from_text, has_arabic, parse_date
from riwaya.model import Arrival, Problem

_USERNAME = re.compile(r"@?([A-Za-z]\w{3,31})", re.ASCII)
_EXPORT = (
    "Export the channel with Telegram Desktop as JSON and give its result.json; "
    "JSON lines have to end in .jsonl"
)


def read_telegram(file: File) -> Iterator[Found]:
    """One report for each message with Arabic in it, whoever it was forwarded from."""
    channel: dict[str, object] = {}
    begun, number, posts = False, 0, 0
    try:
        with file.path.open("rb") as stream:
            for name, value, source in members(stream, "messages", file.largest):
                if source is None:
                    channel[name] = value
                    continue
                begun, number = True, number + 1
                found = _message(value, source, channel, file)
                if found is not None:
                    posts += 1
                    yield found
    except BrokenJson as error:
        yield file.where, _broken(file.where, str(error), number if begun else None)
        return
    if not begun:
        what = "this is no exported Telegram channel: it has no messages"
        yield file.where, Problem(file.where, what, _EXPORT)
    elif not posts:
        what = f"no message of {number} has text in Arabic"
        yield file.where, Problem(file.where, what, _EXPORT)


def _broken(where: str, why: str, number: int | None) -> Problem:
    if number is None:
        return Problem(where, f"this is no exported Telegram channel ({why})", _EXPORT)
    return Problem(
        where,
        f"the export breaks off after message {number}: {why}",
        "What came before is read; export the channel again",
    )


def _message(value: object, source: str, channel: Mapping[str, object], file: File) -> Found | None:
    if not isinstance(value, dict) or value.get("type", "message") != "message":
        file.skipped["messages of the service"] += 1
        return None
    text = plain_text(value.get("text") or value.get("text_entities"))
    if not has_arabic(text):
        file.skipped["messages without Arabic letters"] += 1
        return None
    mark = f"#{value.get('id', '?')}"
    try:
        report = from_text(text, _given(value, channel, file))
    except Rejected as error:
        return f"{file.where}{mark}", error.problem(f"{file.where}{mark}")
    raw = source.encode("utf-8", "surrogatepass")
    return f"{file.where}{mark}", Arrival(report, f"{file.origin}{mark}", raw, JSON)


def _given(message: Mapping[str, object], channel: Mapping[str, object], file: File) -> Given:
    """What the export says of a message; its day is that on the clock of who exported it."""
    number = message.get("id")
    name = channel.get("name")
    user = channel.get("username")
    known = _USERNAME.fullmatch(user) if isinstance(user, str) else None
    return Given(
        f"{channel.get('id') or file.given.id}-{number}",
        parse_date(message["date"]) if message.get("date") else file.given.published,
        " ".join(name.split()) if isinstance(name, str) and name.strip() else file.given.outlet,
        f"https://t.me/{known[1]}/{number}" if known else None,
    )


def plain_text(text: object) -> str:
    """A text given as a string, or as a list of strings and entities with a `text` each."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    pieces = (piece.get("text") if isinstance(piece, dict) else piece for piece in text)
    return "".join(piece for piece in pieces if isinstance(piece, str))
