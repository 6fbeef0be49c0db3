"""Days set apart from the letters around them."""

from __future__ import annotations

from riwaya.views.web.shown.days import dated


def test_days_are_set_apart_and_the_rest_is_text() -> None:
    made = str(dated("<b> وكالة: 2022-10-11 – 2022-10-20"))
    day = '<span class="day">{}</span>'
    both = f"{day.format('2022-10-11')} – {day.format('2022-10-20')}"
    assert made == f'&lt;b&gt; وكالة: <span class="days">{both}</span>'
    assert str(dated("17 قتيلاً")) == "17 قتيلاً"
