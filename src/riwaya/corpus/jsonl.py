"""One line of a JSON-lines file as a report: id, text or html, url, outlet, title, published."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from riwaya.corpus.html import NoArticle, extract, with_title
from riwaya.model import FIRST_DAY, LAST_DAY, Problem, Report

_NOT_KEPT = re.compile("[\x00\ud800-\udfff]")  # by every database
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]")
_GARBLED = re.compile("[ØÙÃ]")


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a report beside its text."""

    id: str
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None


class Rejected(ValueError):
    """An input that gives no report: what is wrong with it, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def problem(self, where: str) -> Problem:
        """As the problem of a place."""
        return Problem(where, self.what, self.remedy)


def tidy(text: str) -> str:
    """LF line ends, no byte order mark, U+FFFD for NUL and for halves of characters."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_KEPT.sub("\ufffd", text)


def parse_date(written: object) -> date:
    """The day of an ISO date or date and time. Raises Rejected for anything else."""
    if isinstance(written, str) and re.fullmatch(r"\d{4}-\d\d-\d\d([T ].*)?", written.strip()):
        try:
            day = date.fromisoformat(written.strip()[:10])
        except ValueError:
            pass
        else:
            return likely_day(day)
    shown = str(written)[:40]
    raise Rejected(
        f"the date of publication «{shown}» is not a day", "Write it as YYYY-MM-DD, as 2024-03-10"
    )


def likely_day(day: date) -> date:
    """The day itself. Raises Rejected where no news was published on it."""
    if FIRST_DAY <= day <= LAST_DAY:
        return day
    raise Rejected(
        f"the date of publication «{day}» is not in the years 1800 to 2200", "Check its year"
    )


def from_text(text: str, given: Given) -> Report:
    """A report of plain text. Raises Rejected where it has nothing to read."""
    text = with_title(tidy(text), given.title)
    check(text)
    return Report(text, given.id, given.published, given.outlet, given.url, given.title)


def from_html(html: str, given: Given) -> Report:
    """A report of a page; what is given outranks what the page says. Raises Rejected."""
    if not html.strip():
        check("")
    try:
        page = extract(tidy(html.replace("\x00", "")))
    except NoArticle as error:
        raise Rejected(str(error), "Save the page of the article itself, or its text") from error
    text = with_title(tidy(page.text), given.title)
    check(text)
    return Report(
        text,
        given.id,
        given.published or page.published,
        given.outlet or page.site,
        given.url or page.url,
        given.title or page.title,
        page.extractor,
    )


def has_arabic(text: str) -> bool:
    """Whether a text has an Arabic letter."""
    return _ARABIC.search(text) is not None


def check(text: str) -> None:
    """Raises Rejected for a text that is empty or has no Arabic letter."""
    if not text.strip():
        raise Rejected("the text is empty", "Give the text of the report")
    if has_arabic(text):
        return
    if len(_GARBLED.findall(text[:4000])) > len(text[:4000]) // 10:
        raise Rejected(
            "no Arabic letters; the text looks garbled, as if decoded wrongly before it was saved",
            "Save it again from its source as UTF-8",
        )
    raise Rejected("no Arabic letters in the text", "Give a report in Arabic")


def from_line(line: str, given: Given) -> Report:
    """The report of one line; `given` holds where the line is silent. Raises Rejected."""
    try:
        record = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", None) or type(error).__name__
        raise Rejected(f"broken JSON ({what})", "Write one JSON object on each line") from error
    if not isinstance(record, dict):
        raise Rejected("the line is not a JSON object", 'Write {"id": …, "text": …}')
    return from_record(record, given)


def from_record(record: Mapping[str, object], given: Given) -> Report:
    """The report of a line or row by its names; `given` as in `from_line`. Raises Rejected."""
    published = record.get("published")
    own = Given(
        id=_word(record, "id") or given.id,
        published=parse_date(published) if published not in (None, "") else given.published,
        outlet=_word(record, "outlet") or given.outlet,
        url=_word(record, "url") or given.url,
        title=_word(record, "title") or given.title,
    )
    text, html = record.get("text"), record.get("html")
    if isinstance(text, str):
        return from_text(text, own)
    if isinstance(html, str):
        return from_html(html, own)
    if text is not None or html is not None:
        raise Rejected("the text is not a string", 'Write "text": "…"')
    raise Rejected("the line has no text", 'Give "text" or "html" in each object')


def _word(record: Mapping[str, object], name: str) -> str | None:
    """A cell as one line of text, None where it is missing or blank."""
    value = record.get(name)
    if value is None or isinstance(value, (dict, list, bool)):
        return None
    return " ".join(tidy(str(value)).split()) or None
