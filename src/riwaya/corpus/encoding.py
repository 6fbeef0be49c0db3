"""From bytes to text: the encoding is found out by how Arabic the result looks, never assumed."""

from __future__ import annotations

import codecs
import math
import re

_SAMPLE = 1 << 16  # bytes that are looked at to choose an encoding
_FREQUENT = "اليمونرتبعدسفهقكحجةأشصطخذىزضغثئءظإؤآ"
_PAIRS = re.compile("ال|في|من|ات|ين|ية|ها|وا|ون|لم|عل|ان")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ARABIC = re.compile("[\u0621-\u064a]")
_LEAST = 0.55  # score under which a text in a one-byte encoding is not taken for Arabic
_SIGNATURES = {
    b"%PDF": "a PDF document", b"PK\x03\x04": "a zip archive or Office document",
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive", b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite": "a database", b"7z\xbc\xaf": "a 7z archive", b"Rar!": "a rar archive",
}  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_WEIGHT = {c: 1.0 - 0.8 * math.sqrt(i / len(_FREQUENT)) for i, c in enumerate(_FREQUENT)}


class DecodingError(ValueError):
    """Bytes that are no text we can read; `what` is wrong and `remedy` says what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}. {remedy}")
        self.what = what
        self.remedy = remedy


def decode(raw: bytes) -> str:
    """The text of the bytes, without a byte order mark; line ends as they are.

    UTF-8, UTF-16 of both orders, Windows-1256 and ISO-8859-6 are told apart. Up to one byte in a
    thousand that breaks UTF-8 becomes U+FFFD. Raises DecodingError for anything else.
    """
    for signature, name in _SIGNATURES.items():
        if raw.startswith(signature):
            raise DecodingError(f"this is {name}, not text", "Save its text as UTF-8 and give that")
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding)
    sample = raw[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) // 100:
        return _without_mark(raw, sample)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(raw)


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodingError(
            f"the text says it is {encoding.upper()} but byte {error.start} is not",
            "Save it again as UTF-8",
        ) from error


def _without_mark(raw: bytes, sample: bytes) -> str:
    """UTF-16 without a byte order mark, or binary."""
    even = sample[: len(sample) // 2 * 2]
    scores = {
        encoding: score(even.decode(encoding, "replace")) for encoding in ("utf-16-le", "utf-16-be")
    }
    best = max(scores, key=lambda encoding: scores[encoding])
    if len(raw) % 2 or scores[best] < _LEAST:
        raise DecodingError("this is binary data, not text", "Give text, HTML or JSON lines")
    return _strict(raw, best)


def _one_byte(raw: bytes) -> str:
    """Damaged UTF-8, Windows-1256 or ISO-8859-6, by the Arabic they give."""
    damaged = raw.decode("utf-8", "replace")
    if damaged.count("\ufffd") <= max(1, len(raw) // 1000) and _ARABIC.search(damaged):
        return damaged
    scores = {}
    sample = _odd_part(raw)
    for encoding in ("cp1256", "iso8859-6"):
        scores[encoding] = score(sample.decode(encoding, "replace"))
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] < _LEAST:
        raise DecodingError(
            "the encoding is unknown (not UTF-8, UTF-16, Windows-1256 or ISO-8859-6 Arabic)",
            "Save it again as UTF-8",
        )
    return raw.decode(best, "replace")


def _odd_part(raw: bytes) -> bytes:
    """A sample from where the first byte beyond ASCII stands."""
    first = re.search(rb"[\x80-\xff]", raw)
    start = first.start() if first else 0
    return raw[start : start + _SAMPLE]


def score(text: str) -> float:
    """How much the characters beyond ASCII look like Arabic prose: 0 not at all, about 1 quite."""
    foreign = [c for c in text if c > "\x7f" and not "\u064b" <= c <= "\u0652"]
    if not foreign:
        return 0.0
    letters = sum(_WEIGHT.get(c, 0.25 if c in "،؛؟«»ـ“”–" else -1.0) for c in foreign)
    return (letters + 2.5 * len(_PAIRS.findall(text))) / len(foreign)
