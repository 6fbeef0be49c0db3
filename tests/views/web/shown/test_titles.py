"""What reports are called: by their words, as long as they have any."""

from __future__ import annotations

from riwaya.model import Report
from riwaya.views.web.shown.titles import first_line, heading


def test_a_report_is_called_by_its_title_else_by_its_first_line() -> None:
    text = "\n  قصف على  حيان \nقُتل أربعة مدنيين."
    assert heading(Report(id="a1", text=text, title="قتلى في حيان")) == "قتلى في حيان"
    assert heading(Report(id="a1", text=text)) == "قصف على حيان"
    assert heading(Report(id="a1", text=" \n")) == "a1"


def test_a_long_line_ends_with_a_whole_word() -> None:
    line = first_line("قصف حيان " * 40)
    assert len(line) <= 122 and line.endswith((" حيان …", " قصف …"))
    assert first_line("س" * 500) == "س" * 120
