"""That a correction changed the incident of a statement, in words and with a link."""

from __future__ import annotations

from urllib.parse import quote

from riwaya.ledger.review.stands import Stands
from riwaya.views.visible import visible
from riwaya.views.web.shown.words import Words


def moved_on(words: Words, now: Stands | None) -> dict[str, str] | None:
    """`text`, and `href` and `title` of the incident where it is in one; None of what stayed."""
    if now is None:
        return None
    if not now.incident:
        return {"text": words.gettext("It belongs to no incident now.")}
    return {
        "text": words.gettext("It now belongs to an incident with other reports than before:"),
        "href": f"/incidents/{quote(now.incident)}",
        "title": visible(words.title(now.title)),
    }
