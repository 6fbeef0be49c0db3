"""An address becomes what it holds: a report, or the addresses of reports, or a Problem."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal

from riwaya.corpus.encoding import DecodingError, decode
from riwaya.corpus.jsonl import Given, Rejected, from_html, from_text
from riwaya.corpus.web.errors import FetchError
from riwaya.corpus.web.feeds import parse_feed
from riwaya.corpus.web.fetch import Fetched, Fetcher, NotModified
from riwaya.corpus.web.markup import as_page
from riwaya.corpus.web.sitemaps import unpacked, walk_sitemap
from riwaya.model import Address, Arrival, Problem, Report

Kind = Literal["page", "feed", "sitemap"]
Known = Callable[[str], tuple[str | None, str | None] | None]
Documents = Callable[[bytes, str, Given], Report]
Found = Arrival | Address | Problem

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DOCUMENTS = {b"%PDF": PDF, b"PK\x03\x04": DOCX}
_CHARSETS = frozenset(("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"))
_BEFORE_ROOT = re.compile(r"(?s)\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>")
_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]*:)?([A-Za-z]\w*)")
_ROOTS: dict[str, Kind] = {
    "rss": "feed", "RDF": "feed", "feed": "feed", "urlset": "sitemap", "sitemapindex": "sitemap",
}  # fmt: skip
_HEAD = 4096  # bytes in which the root of XML is looked for
_TEXTUAL = ("", "application/xhtml+xml", "application/octet-stream")

_WARNING = (
    "Fetching tells the site, and whoever watches the line, what you are interested in and when. "
)
_STRAIGHT = (
    "They see the address of your connection. If that can harm you or others, stop and use "
    "--proxy (for Tor: --proxy socks5h://127.0.0.1:9050), or give files saved elsewhere."
)
_BY_PROXY = (
    "Pages and names go by the proxy, so the site sees the proxy and not you; but whoever runs the "
    "proxy sees which sites you ask, and without https also what you read."
)


def warning(proxy: str | None) -> str:
    """A word of warning before anything is fetched, with a proxy or without."""
    return _WARNING + (_BY_PROXY if proxy else _STRAIGHT)


def arrivals_of(
    url: str,
    fetcher: Fetcher,
    *,
    kind: Kind | None = None,
    outlet: str | None = None,
    published: date | None = None,
    known: Known | None = None,
    documents: Documents | None = None,
    remember: Callable[[Fetched], object] | None = None,
) -> Iterator[Found]:
    """What an address holds: the Arrival of a page, or the Addresses of a feed or site map.

    `kind` says what it has to be; without it, what comes tells. `outlet` and `published` outrank
    what the page says; to the addresses of a feed only `outlet` is handed on. `known` gives ETag
    and Last-Modified of what is at hand for an address; if it has not changed nothing is yielded.
    `remember` is told of a page or feed once all of it was taken and found good; a site map is
    always asked for anew. `documents` reads PDF and Word documents: bytes, media type and what is
    known; it raises Rejected. Never raises for what it fetches.
    """
    etag, modified = (known(url) if known else None) or (None, None)
    try:
        fetched = fetcher.fetch(url, etag=etag, modified=modified)
        if isinstance(fetched, NotModified):
            return
        given = Given(url, published, outlet, fetched.url)
        actual = sniff(fetched)
        yield from _found(fetched, url, kind, actual, given, fetcher, documents)
    except (FetchError, Rejected, DecodingError) as error:
        yield Problem(url, error.what, error.remedy)
    except Exception as error:  # readers of documents and pages raise many kinds
        yield Problem(
            url, f"it cannot be read ({type(error).__name__})", "Save it and give the file"
        )
    else:
        if remember is not None and (kind or actual) != "sitemap":
            remember(fetched)


def _found(
    fetched: Fetched,
    url: str,
    kind: Kind | None,
    actual: Kind,
    given: Given,
    fetcher: Fetcher,
    documents: Documents | None,
) -> Iterator[Found]:
    if kind == "page" and actual != "page":
        raise Rejected(
            f"this is a {_NAMES[actual]}, not a page", f"Give it as a {_NAMES[actual]} of its own"
        )
    if (kind or actual) == "page":
        yield _page(fetched, url, given, documents)
        return
    none = True
    for item in _listed(fetched, url, kind or actual, fetcher):
        none = False
        yield _with_outlet(item, given.outlet)
    if none:
        name = _NAMES[kind or actual]
        yield Problem(url, f"the {name} is empty", "Check the address, or try again later")


_NAMES: dict[Kind, str] = {"page": "page", "feed": "feed", "sitemap": "site map"}


def _listed(
    fetched: Fetched, url: str, kind: Kind, fetcher: Fetcher
) -> Iterator[Address | Problem]:
    if kind == "feed":
        yield from parse_feed(unpacked(fetched.body), fetched.url, url)
        return

    def load(at: str) -> tuple[bytes, str]:
        found = fetcher.fetch(at)
        assert isinstance(found, Fetched)  # nothing was said of what is at hand
        return found.body, found.url

    yield from walk_sitemap(fetched.body, fetched.url, url, load)


def _with_outlet(item: Address | Problem, outlet: str | None) -> Address | Problem:
    if outlet is None or isinstance(item, Problem):
        return item
    return Address(item.url, item.origin, outlet, item.published, item.title)


def _page(fetched: Fetched, url: str, given: Given, documents: Documents | None) -> Arrival:
    """The report of a page, a text or a document. Raises Rejected, DecodingError."""
    media = next(
        (name for mark, name in _DOCUMENTS.items() if fetched.body.startswith(mark)),
        fetched.media_type,
    )
    if media in _DOCUMENTS.values():
        if documents is None:
            raise Rejected(f"this is a document ({media})", "Download it and give the file")
        report = documents(fetched.body, media, given)
    elif media.startswith("text/") or media in _TEXTUAL or "xml" in media:
        text = text_of(fetched.body, fetched.charset)
        plain = media == "text/plain" and as_page(fetched.body) is None
        report = (from_text if plain else from_html)(text, given)
        media = media if media not in ("", "application/octet-stream") else "text/html"
    else:
        raise Rejected(f"the site sends {media[:60]}, not a page", "Give the address of a page")
    return Arrival(report, url, fetched.body, media, fetched.fetched)


def sniff(fetched: Fetched) -> Kind:
    """What an answer is, by its root element; XML that is no page counts as a feed."""
    body = fetched.body
    if body.startswith(b"\x1f\x8b"):
        body = unpacked(body)
    wide = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    head = body[:_HEAD].decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")
    at, xml = 0, head.lstrip().startswith("<?xml") or fetched.media_type.endswith(("/xml", "+xml"))
    while passed := _BEFORE_ROOT.match(head, at):
        at = passed.end()
    root = _ROOT.match(head, at)
    name = root[1] if root else ""
    if name in _ROOTS:
        return _ROOTS[name]
    xhtml = fetched.media_type == "application/xhtml+xml" or name.lower() in ("html", "head")
    return "feed" if xml and not xhtml else "page"


def text_of(body: bytes, charset: str | None) -> str:
    """The text of a page: as UTF-8 where it is, else as its header says, else as it looks.

    A header that names an encoding without Arabic is not believed. Raises DecodingError.
    """
    try:
        return body.decode("utf-8-sig") if b"\x00" not in body else decode(body)
    except UnicodeDecodeError:
        pass
    try:
        name = codecs.lookup(charset or "").name
        if name in _CHARSETS:
            return body.decode(name)
    except (LookupError, ValueError):
        pass
    return decode(body)
