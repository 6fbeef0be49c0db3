"""The article of a web page, by trafilatura, which is imported only when a page comes in."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date

from riwaya.model import FIRST_DAY, LAST_DAY

_FEWEST = 40  # Arabic letters of an article
_ARABIC = re.compile("[\u0621-\u064a]")
_ERROR = re.compile(r"(?<!\d)(?:40[0134]|410|429|50[0234])(?!\d)")
_ERROR_LETTERS = 400  # Arabic letters up to which a page titled with an error number is one
_TITLE = re.compile(r"<(?:title|h1)\b[^>]*>([^<]{0,300})", re.IGNORECASE)


class NoArticle(ValueError):
    """A page without an article; the message says what it seems to be."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: the text with the title as its first line, and what it tells of itself."""

    text: str
    title: str | None
    published: date | None
    site: str | None
    url: str | None
    extractor: str


def extract(html: str) -> Page:
    """The article of a decoded page. Raises NoArticle for error pages and pages without one."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    except Exception as error:  # lxml and its callers raise many kinds on broken pages
        raise NoArticle(f"the HTML cannot be read ({type(error).__name__})") from error
    text = (getattr(found, "text", None) or "").strip()
    letters = len(_ARABIC.findall(text))
    if letters < _ERROR_LETTERS and any(map(_ERROR.search, _TITLE.findall(html))):
        raise NoArticle("the page is an error message of the site, not an article")
    if letters < _FEWEST:
        raise NoArticle("no Arabic article in the HTML")
    title = getattr(found, "title", None)
    return Page(
        text=with_title(text, title),
        title=title,
        published=_day(getattr(found, "date", None)),
        site=getattr(found, "sitename", None),
        url=getattr(found, "url", None),
        extractor=f"trafilatura {trafilatura.__version__}",
    )


def with_title(text: str, title: str | None) -> str:
    """The text with the title as its first line, unless it begins with it already."""
    if not title or not title.strip():
        return text
    wanted = " ".join(title.split())
    head = " ".join(text[: 4 * len(title) + 200].split())
    return text if head.startswith(wanted) else f"{wanted}\n{text}"


def _day(written: str | None) -> date | None:
    try:
        found = date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None
