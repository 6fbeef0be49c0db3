"""Days and moments in pages: one spelling in both directions of writing."""

from __future__ import annotations

import re
from datetime import date, datetime

from markupsafe import Markup, escape

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_DAYS = re.compile(rf"{_DAY.pattern}(?: – {_DAY.pattern})?")


def dated(text: str) -> Markup:
    """A text with its days, each set apart, so that letters beside them do not turn them around."""
    days = _DAYS.sub(r'<span class="days">\g<0></span>', str(escape(text)))
    return Markup(_DAY.sub(r'<span class="day">\g<0></span>', days))


def day(day: date | None) -> Markup:
    """A day as YYYY-MM-DD."""
    if day is None:
        return Markup("")
    return Markup('<time dir="ltr" datetime="{0}">{0}</time>').format(day.isoformat())


def moment(moment: datetime | None) -> Markup:
    """A moment to the minute, UTC."""
    if moment is None:
        return Markup("")
    shown = f"{moment:%Y-%m-%d %H:%M}"
    return Markup('<time dir="ltr" datetime="{0}">{1} UTC</time>').format(moment.isoformat(), shown)
