"""Feeds (RSS 0.9 to 2.0, Atom) as addresses of reports."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from riwaya.corpus.jsonl import Rejected
from riwaya.corpus.web.markup import (
    XML_BASE,
    as_page,
    day,
    link,
    parse_xml,
    split_tag,
    text_of,
    words_of,
)
from riwaya.model import Address

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_RSS = (
    "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/", "http://purl.org/net/rss1.1#",
    "http://backend.userland.com/rss2",
)  # fmt: skip
_DC = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
_LINK_TAG = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml")


def parse_feed(raw: bytes, url: str, origin: str) -> list[Address]:
    """The entries of a feed that have a link, each link once, in order; none if it is empty.

    `url` is where the feed was, for links that are relative. The outlet is the feed's title.
    Raises Rejected for what is no feed; of a web page it names the feed, if the page does.
    """
    page = as_page(raw)
    if page is not None:
        raise _is_page(page, url)
    root = parse_xml(raw)
    if split_tag(root)[1] not in ("rss", "RDF", "feed"):
        raise Rejected(
            f"this is XML but no feed (its root is «{split_tag(root)[1][:40]}»)",
            "Give the address of an RSS or Atom feed",
        )
    based = _bases(root, url)
    outlet = _outlet(root)
    entries = [
        e
        for e in root.iter()
        if split_tag(e) in {(ns, "item") for ns in _RSS} | {(ns, "entry") for ns in _ATOM}
    ]
    found: dict[str, Address] = {}
    for entry in entries:
        where = _link(entry, based)
        if where is not None and where not in found:
            found[where] = Address(where, origin, outlet, _published(entry), _title(entry))
    if entries and not found:
        raise Rejected("no entry of the feed has a link", "Give the addresses of the pages")
    return list(found.values())


def _alternates(page: str) -> list[str]:
    """The feeds that a page names in its head, as they are written there."""
    found = []
    for tag in _LINK_TAG.findall(page):
        pairs = _ATTRIBUTE.findall(tag)
        named = {name.lower(): html.unescape(value.strip("\"'")) for name, value in pairs}
        relation = named.get("rel", "").lower().split()
        if "alternate" in relation and named.get("type", "").strip().lower() in _FEED_TYPES:
            found.append(named.get("href", ""))
    return found


def _is_page(page: str, url: str) -> Rejected:
    feeds = [whole for href in _alternates(page) if (whole := link(url, href))]
    if not feeds:
        return Rejected(
            "this is a web page, not a feed, and it names none",
            "Look on the site for its RSS or Atom feed",
        )
    named = ", ".join(dict.fromkeys(feeds[:3]))
    return Rejected(f"this is a web page, not a feed; it names {named}", "Give that address")


def _bases(root: Element, url: str) -> dict[Element, str]:
    """For each element the address that its relative links start from (xml:base)."""
    bases: dict[Element, str] = {}
    waiting = [(root, url)]
    while waiting:
        element, base = waiting.pop()
        own = link(base, element.get(XML_BASE)) or base
        bases[element] = own
        waiting.extend((child, own) for child in element)
    return bases


def _children(element: Element, spaces: tuple[str, ...], *names: str) -> Iterator[Element]:
    """The children of those names, in the order of the names."""
    for name in names:
        for child in element:
            space, local = split_tag(child)
            if local == name and space in spaces:
                yield child


def _outlet(root: Element) -> str | None:
    heads = [*_children(root, _RSS, "channel"), root]
    titles = (t for head in heads for t in _children(head, (*_RSS, *_ATOM), "title"))
    return words_of(next(titles, None))


def _title(entry: Element) -> str | None:
    titles = _children(entry, (*_RSS, *_ATOM), "title")
    own = words_of(next(titles, None))
    return own or words_of(next(_children(entry, _DC, "title"), None))


def _link(entry: Element, bases: dict[Element, str]) -> str | None:
    """The page of an entry: its link, else a guid that is an address, else the entry's id."""
    for child in _children(entry, _RSS, "link"):
        if whole := link(bases[child], text_of(child)):
            return whole
    for child in _children(entry, _ATOM, "link"):
        if child.get("rel", "alternate") == "alternate" and (
            whole := link(bases[child], child.get("href"))
        ):
            return whole
    for child in (*_children(entry, _RSS, "guid"), *_children(entry, _ATOM, "id")):
        written = text_of(child) or ""
        permanent = child.get("isPermaLink", "true").strip().lower() != "false"
        if permanent and written.lower().startswith(("http://", "https://")):
            return link(written, written)
    return None


def _published(entry: Element) -> date | None:
    """The day it came out; the day of a later change is none."""
    dates = (
        *_children(entry, _RSS, "pubDate"),
        *_children(entry, _ATOM, "published", "issued"),
        *_children(entry, _DC, "issued", "created", "date"),
    )
    return next((found for child in dates if (found := day(words_of(child)))), None)
