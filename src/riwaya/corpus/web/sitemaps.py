"""Site maps (sitemaps.org, with the news extension) as addresses of reports."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from riwaya.corpus.jsonl import Rejected
from riwaya.corpus.web.body import inflate
from riwaya.corpus.web.errors import FetchError
from riwaya.corpus.web.markup import as_page, day, link, parse_xml, split_tag, text_of, words_of
from riwaya.model import Address, Problem

MOST_MAPS = 50
MOST_ADDRESSES = 5000
LARGEST = 50 * 1024 * 1024  # bytes of a map when unpacked, as its standard has it
_NEWS = "http://www.google.com/schemas/sitemap-news/"
_HINT = "Give the address of a sitemap.xml; robots.txt of the site often names it"


@dataclass(frozen=True, slots=True)
class SiteMap:
    """What one file says: addresses of pages, and of further maps, the newest first."""

    addresses: tuple[Address, ...] = ()
    maps: tuple[str, ...] = ()


def parse_sitemap(raw: bytes, url: str, origin: str) -> SiteMap:
    """One site map or index of maps, packed with gzip or not.

    The day of publication is that of the news extension; `lastmod` is the day of any change and
    is none. Raises Rejected for what is no site map.
    """
    plain = unpacked(raw)
    if as_page(plain) is not None:
        raise Rejected("this is a web page, no site map", _HINT)
    root = parse_xml(plain)
    kind = split_tag(root)[1]
    if kind == "urlset":
        found: dict[str, Address] = {}
        for entry in root:
            address = _address(entry, url, origin) if split_tag(entry)[1] == "url" else None
            if address is not None:
                found.setdefault(address.url, address)
        return SiteMap(addresses=tuple(found.values()))
    if kind == "sitemapindex":
        maps = [entry for entry in root if split_tag(entry)[1] == "sitemap"]
        maps.sort(key=lambda entry: _text(entry, "lastmod") or "", reverse=True)
        links = (link(url, _text(entry, "loc")) for entry in maps)
        return SiteMap(maps=tuple(dict.fromkeys(whole for whole in links if whole)))
    raise Rejected(f"this is no site map (its root is «{kind[:40]}»)", _HINT)


def unpacked(raw: bytes) -> bytes:
    """The bytes, taken out of gzip if they are in it. Raises Rejected for a bomb or a ruin."""
    if not raw.startswith(b"\x1f\x8b"):
        return raw
    out = bytearray()
    try:
        for piece in inflate((raw,)):
            out += piece
            if len(out) > LARGEST:
                raise Rejected(
                    f"larger than {LARGEST // 1024 // 1024} MB when unpacked",
                    "Give the smaller maps that the site has, or the pages",
                )
    except FetchError as error:
        raise Rejected(error.what, error.remedy) from error
    return bytes(out)


def walk_sitemap(
    raw: bytes,
    url: str,
    origin: str,
    load: Callable[[str], tuple[bytes, str]],
    *,
    most_maps: int = MOST_MAPS,
    most_addresses: int = MOST_ADDRESSES,
) -> Iterator[Address | Problem]:
    """The addresses of a site map and of all it leads to, each once; Problems for bad maps.

    `load` gives the bytes of a map and where they were, and raises FetchError or Rejected. Raises
    Rejected where the first map is none. What is over the bounds is left, with a Problem.
    """
    seen, told = {url}, set[str]()
    waiting: deque[str] = deque()
    current, read = parse_sitemap(raw, url, origin), 1
    while True:
        for address in current.addresses:
            if address.url in told:
                continue
            if len(told) == most_addresses:
                what = f"more than {most_addresses:,} addresses; the rest is left out"
                yield _too_many(origin, what, "pages")
                return
            told.add(address.url)
            yield address
        fresh = [at for at in current.maps if at not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
        current = SiteMap()
        if not waiting:
            return
        if read == most_maps:
            what = f"more than {most_maps} maps; {len(waiting)} of them are left out"
            yield _too_many(origin, what, "maps")
            return
        at, read = waiting.popleft(), read + 1
        try:
            body, where = load(at)
            current = parse_sitemap(body, where, at)
        except (FetchError, Rejected) as error:
            yield error.problem(at)


def _too_many(origin: str, what: str, of: str) -> Problem:
    return Problem(origin, f"the site map has {what}", f"Give the {of} you want")


def _address(entry: Element, url: str, origin: str) -> Address | None:
    where = link(url, _text(entry, "loc"))
    if where is None:
        return None
    news: dict[str, str | None] = {}
    for element in entry.iter():
        space, local = split_tag(element)
        if space.startswith(_NEWS):
            news.setdefault(local, words_of(element))
    published = day(news.get("publication_date"))
    return Address(where, origin, news.get("name"), published, news.get("title"))


def _text(entry: Element, name: str) -> str | None:
    return text_of(next((e for e in entry if split_tag(e)[1] == name), None))
