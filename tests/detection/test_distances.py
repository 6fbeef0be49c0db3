"""How far from a place, and which way: the distance beside a place phrase."""

from __future__ import annotations

import pytest
from tests.detection.chunk_helper import text_of

from riwaya.detection.chunker import chunks
from riwaya.detection.distances import Offset, offset_of


def _offset(words: str) -> Offset | None:
    """The distance that the first place phrase with one has."""
    text = text_of(words)
    (sentence,) = text.sentences
    found = [c for c in chunks(text, sentence) if c.kind == "place"]
    offsets = [offset_of(text, c, sentence.first, sentence.last) for c in found]
    return next((o for o in offsets if o), None)


@pytest.mark.parametrize(
    ("text", "kilometres", "bearing"),
    [
        ("قصفوا موقعا على بعد 20 كم شمال شرقي حلب", 20, 45),
        ("انفجار على بعد 20 كيلومترا شمال شرق حلب", 20, 45),
        ("قرية تبعد 15 كيلومترا جنوب الموصل", 15, 180),
        ("كمين على مسافة 12 كلم غربي تدمر", 12, 270),
        ("على بعد 500 متر شرق درعا", 0.5, 90),
        ("على بعد 30 كيلومترا من صنعاء", 30, None),
        ("على بعد ١٠ كم شمال غرب إدلب", 10, 315),
    ],
)
def test_a_distance(text: str, kilometres: float, bearing: float | None) -> None:
    found = _offset(text)
    assert found is not None
    assert (found.kilometres, found.bearing) == (pytest.approx(kilometres), bearing)


@pytest.mark.parametrize(
    "text", ["قتل 20 شخصا شمال حلب", "شمال حلب", "قصفوا 20 موقعا شمال حلب", "سار 20 كم"]
)
def test_no_distance(text: str) -> None:
    assert _offset(text) is None
