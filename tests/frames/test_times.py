"""Which time belongs to which deed."""

from __future__ import annotations

import pytest
from tests.frames.reading_helper import event

import riwaya


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("قُتل مدني أمس بقصف على حيان.", "killing", "2023-05-15"),
        ("أعلن الجيش اليوم مقتل قيادي بغارة نفذها أمس.", "airstrike", "2023-05-15"),
        ("قُتل مدني في اليوم الثالث من الحملة.", "killing", ""),
        ("منذ الأحد يحاصر الجيش بلدة نوى.", "siege", "2023-05-14/2023-05-16"),
    ],
)
def test_the_day_of_a_deed(text: str, kind: str, edtf: str) -> None:
    found = event(text, kind)
    assert (found.time.edtf if found.time else "") == edtf


def test_a_report_without_its_day_keeps_the_words_of_its_times() -> None:
    made = riwaya.read("قصف الجيش بلدة حيان أمس.")
    (shelling,) = [s for s in made.statements if s.type == "shelling"]
    assert shelling.time is not None
    assert (shelling.time.earliest, shelling.time.latest) == (None, None)
    assert {m.id: m.text for m in made.mentions}[shelling.time.mention or ""] == "أمس"
