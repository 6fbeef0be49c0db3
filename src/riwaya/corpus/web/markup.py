"""XML as it is found: repaired where a feed is a little wrong, refused where it is a trap."""

from __future__ import annotations

import html
import re
from datetime import date
from email.utils import parsedate
from html.entities import html5
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from riwaya.corpus.encoding import DecodingError, decode
from riwaya.corpus.jsonl import Rejected
from riwaya.model import LAST_DAY

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_MOST = 1_000_000  # elements of a document
_DEEPEST = 100  # elements inside one another
_EARLIEST = 1980  # a year before it is a default of some software
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"&(#?\w{1,32};)?")
_KEPT = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PREFIX = re.compile(r"<([A-Za-z][\w.-]{0,30}):\w")
_DECLARED = re.compile(r"\bxmlns:([A-Za-z][\w.-]{0,30})\s*=")
_ROOT = re.compile(r"<[A-Za-z][\w:.-]*")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HEAD = 1 << 18  # characters of a page in which its feeds are looked for
_UNDATED = re.compile(r"[A-Za-z]\s+-?0\d{3}\b")
_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_TRAP = Rejected(
    "the XML defines entities of its own, as traps do that swell when they are read",
    "It is not read: ask the site for a plain feed",
)


def as_page(raw: bytes) -> str | None:
    """The text where it is a web page, None where it is XML or whatever else."""
    try:
        text = decode(raw[:_HEAD]) if len(raw) <= _HEAD else raw[:_HEAD].decode("utf-8", "replace")
    except DecodingError:
        return None
    head = re.sub(r"(?s)<!--.*?-->|<\?xml.*?\?>", "", text[:4096]).lstrip("\ufeff \t\r\n")
    return text if _HTML.match(head) else None


def parse_xml(raw: bytes) -> Element:
    """The root of a document. Raises Rejected for what is broken beyond repair or a trap."""
    from defusedxml import DefusedXmlException

    try:
        return _tree(raw.lstrip(b"\xef\xbb\xbf \t\r\n"))
    except DefusedXmlException as error:
        raise _TRAP from error
    except Rejected:
        raise
    except (ParseError, ValueError, LookupError):
        pass
    try:
        return _tree(_repaired(decode(raw)))
    except DefusedXmlException as error:
        raise _TRAP from error
    except Rejected:
        raise
    except (ParseError, ValueError, LookupError) as error:
        what = error.what if isinstance(error, DecodingError) else str(error)
        raise Rejected(f"the XML is broken ({what})", "Check the address, or try later") from error


class _Bounded(TreeBuilder):
    """A tree that is neither endless nor bottomless."""

    def __init__(self) -> None:
        super().__init__()
        self._elements = self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST or self._depth > _DEEPEST:
            raise Rejected("the XML has more parts than can be read", "Give a smaller one")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def _tree(text: str | bytes) -> Element:
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=_Bounded())
    parser.feed(text)
    root = parser.close()
    assert isinstance(root, Element)
    return root


def _repaired(text: str) -> str:
    """Without declaration and control characters; names of HTML resolved, lone & escaped.

    Prefixes that no one declared are declared.
    """
    text = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1).lstrip()
    text = _ENTITY.sub(_entity, _CONTROL.sub("", text))
    known = {"xml", "xmlns", *_DECLARED.findall(text)}
    missing = [name for name in dict.fromkeys(_PREFIX.findall(text)) if name not in known]
    new = "".join(f' xmlns:{name}="urn:undeclared:{name}"' for name in missing[:50])
    return _ROOT.sub(lambda root: root[0] + new, text, count=1) if new else text


def _entity(found: re.Match[str]) -> str:
    name = found[1] or ""
    if name in _KEPT or name.startswith("#"):
        return found[0]
    return html5.get(name, "&amp;" + name) if name else "&amp;"


def split_tag(element: Element) -> tuple[str, str]:
    """Namespace (empty where none) and local name of an element."""
    tag = element.tag if isinstance(element.tag, str) else ""
    space, _, local = tag.rpartition("}")
    return space.removeprefix("{"), local


def text_of(element: Element | None) -> str | None:
    """The text of an element as it stands; None where there is no element."""
    return None if element is None else "".join(element.itertext()).strip()


def words_of(element: Element | None) -> str | None:
    """The text of an element on one line, without tags; None where it has none."""
    if element is None:
        return None
    text = _TAG.sub(" ", html.unescape("".join(element.itertext())))
    return " ".join(html.unescape(text).split()) or None


def link(base: str, written: str | None) -> str | None:
    """A link made whole, None for what is no http or https address."""
    plain = re.sub(r"[\t\r\n]", "", written or "").strip().replace(" ", "%20")
    if not plain or _CONTROL.search(plain):
        return None
    try:
        whole = urljoin(base, plain)
        parts = urlsplit(whole)
        return whole if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def day(written: str | None) -> date | None:
    """The day of a date of RFC 822 or ISO 8601 as it is written there; None where it is none."""
    if not written or _UNDATED.search(written):
        return None
    iso = _ISO.match(written)
    try:
        parts = tuple(map(int, iso.groups())) if iso else (parsedate(written) or ())[:3]
        found = date(*parts) if len(parts) == 3 else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found and _EARLIEST <= found.year <= LAST_DAY.year else None
