"""Other libraries asked the same: what the stand-ins give."""

from datetime import date

import pytest

from peers import dateparser_times, pyarabic_numbers

pytestmark = pytest.mark.filterwarnings("ignore")
REFERENCE = date(2023, 5, 16)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014-03-05", date(2014, 3, 5), date(2014, 3, 5)),
        ("أمس", date(2023, 5, 15), date(2023, 5, 15)),
        ("مارس 2014", date(2014, 3, 1), date(2014, 3, 31)),
    ],
)
def test_dateparser_is_asked_for_periods_too(text: str, first: date, last: date) -> None:
    found = dateparser_times(text, REFERENCE)
    assert (first, last) in {(t.earliest, t.latest) for t in found}


def test_pyarabic_reads_words() -> None:
    assert [n.value for n in pyarabic_numbers("خمسة وأربعون رجلا")] == [45]
