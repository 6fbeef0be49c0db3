"""Whether words say a figure already."""

from __future__ import annotations

from pathlib import Path

import pytest
import told_ledger
from views.web.conftest import client_on

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.views.web.shown.figures import said_in
from riwaya.workers import read_all


@pytest.mark.parametrize(
    ("words", "low", "high", "said"),
    [
        ("19 قتيلاً", 19, 19, True),
        ("١٩ قتيلاً", 19, 19, True),
        ("1,200 نازح", 1200, 1200, True),
        ("بين 12 و15 قتيلاً", 12, 15, True),
        ("19 قتيلاً", 19, None, False),
        ("19 قتيلاً", None, 19, False),
        ("12 من أصل 15", 12, 12, False),
        ("قتيلان", 2, 2, False),
        ("119 قتيلاً", 19, 19, False),
        ("قتلى", None, None, False),
    ],
)
def test_words_say_a_figure_where_they_have_its_number_and_no_other(
    words: str, low: int | None, high: int | None, said: bool
) -> None:
    assert said_in(words, low, high) is said


def test_pages_write_a_number_once(tmp_path: Path) -> None:
    """The queue wrote «19 قتيلاً 19», a report «12 (12 مدنياً)»."""
    text = "قُتل 19 مدنياً بقصف على بلدة حيان أمس، وأصيب خمسة أطفال."
    told = {"id": "f-1", "outlet": "إذاعة البيدر", "text": text, "published": "2023-05-16"}
    source = told_ledger.write_reports(tmp_path / "f.jsonl", told)
    with Ledger(tmp_path / "f.ledger", create=True) as ledger:
        list(ledger.add(open_arrivals([str(source)]), read_all))  # type: ignore[arg-type]
    with client_on(tmp_path / "f.ledger") as client:
        queue, report = (client.get(p).text for p in ("/review", "/report?id=f-1"))
    assert "<dd><bdi>19 مدنياً</bdi></dd>" in queue
    assert "<dd><bdi>19 مدنياً</bdi></dd>" in report
    assert '</bdi> <bdi class="num">5</bdi>' in queue
    assert '<bdi class="num">5</bdi> (<bdi>' in report
