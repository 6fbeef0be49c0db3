"""The public functions and the parts that have to agree with one another."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import riwaya
from riwaya import pipeline, views
from riwaya.cli.read import FORMATS

ROOT = Path(__file__).parents[1]
ARABIC = st.text(
    st.sampled_from('قتلمدنييفأصبوا ةىإآًّـ.،؛:«»()"\n٠١٢0123-\u200f\u202eabc'), max_size=120
)


def test_read_gives_a_reading_of_the_text() -> None:
    text = "أعلن الدفاع المدني مقتل مدني في بلدة حيان أمس."
    made = riwaya.read(text, published=date(2023, 5, 16), outlet="شبكة", id="a")
    assert (made.report.id, made.report.outlet) == ("a", "شبكة")
    (killing,) = [s for s in made.statements if s.type == "killing"]
    assert killing.time and killing.time.earliest == date(2023, 5, 15)


def test_without_an_id_the_text_gives_it() -> None:
    made = riwaya.read("قُتل مدني.")
    assert made.report.id == made.report.sha256[:16]


def test_line_ends_and_byte_order_mark_are_tidied() -> None:
    assert riwaya.read("\ufeffقُتل\r\nمدني\r").report.text == "قُتل\nمدني\n"


def test_what_is_no_text_is_told() -> None:
    with pytest.raises(TypeError, match="not bytes"):
        riwaya.read(b"abc")  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["2023-05-16", 20230516])
def test_a_day_that_is_no_date_is_told(day: object) -> None:
    """A string as the day failed deep inside, with words about concatenation."""
    with pytest.raises(TypeError, match=r"datetime\.date"):
        riwaya.read("قُتل مدني أمس.", published=day)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"datetime\.date"):
        riwaya.find_times("أمس", day)  # type: ignore[arg-type]


@given(ARABIC)
@settings(max_examples=150, deadline=None)
def test_every_span_is_the_text_it_points_at(text: str) -> None:
    made = riwaya.read(text)
    given_text = made.report.text
    spans = [(m.start, m.end, m.text) for m in made.mentions]
    for statement in made.statements:
        for span in (
            statement.trigger,
            *statement.evidence,
            *(a.cue for a in statement.attribution),
        ):
            if span:
                spans.append((span.start, span.end, span.text))
    for start, end, words in spans:
        assert given_text[start:end] == words


def test_times_and_numbers() -> None:
    (time,) = riwaya.find_times("أمس", date(2023, 5, 16))
    assert (time.earliest, time.latest) == (date(2023, 5, 15), date(2023, 5, 15))
    (number,) = riwaya.find_numbers("خمسة وأربعون")
    assert number.value == 45


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert riwaya.__version__ == project["version"] == pipeline.VERSION


def test_the_formats_of_the_command_line_are_those_of_the_views() -> None:
    assert FORMATS == views.FORMATS


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_with_hashes_and_name_no_host(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        assert "://" not in line
        assert not line.startswith(("-", "."))
        assert "==" in line or line.strip().startswith("--hash=sha256:")
    assert len(lines) > 20
