"""A party's word for a side, told from the same word for a thing."""

from __future__ import annotations

import pytest
from tests.detection.chunk_helper import top


def _sides(text: str) -> list[str]:
    return [words for words, chunk in top(text) if chunk.rule == "party-word"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("قصف العدو القرية", "العدو"),
        ("اقتحمت قوات الاحتلال الإسرائيلي المخيم", ""),
        ("هاجم المرتزقة الموقع", "المرتزقة"),
        ("قالت المليشيا الإرهابية إنها انسحبت", "المليشيا الإرهابية"),
    ],
)
def test_a_side(text: str, side: str) -> None:
    assert _sides(text) == ([side] if side else [])


@pytest.mark.parametrize(
    "text", ["انهار النظام الصحي", "دعوا إلى إنهاء الاحتلال", "أدانوا العدوان على غزة"]
)
def test_a_thing(text: str) -> None:
    assert _sides(text) == []
