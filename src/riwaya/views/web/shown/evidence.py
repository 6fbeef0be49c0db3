"""Links to the words that values rest on; a page may have thousands, so each is made once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from markupsafe import Markup, escape

from riwaya.ledger.kept import Titled
from riwaya.ledger.nouns import Words
from riwaya.views.visible import visible
from riwaya.views.web.language import way_of
from riwaya.views.web.shown.days import day
from riwaya.views.web.shown.titles import cut, first_line

_LONGEST = 140  # characters of the words that a pointer on a link shows
_NAMES, _LINKS = 4_000, 20_000  # that are remembered


@lru_cache(maxsize=_NAMES)
def report_called(
    name: str, titled: Titled | None, outlet: str = "", published: date | None = None
) -> Markup:
    """A report as pages name it: by its outlet and day where these are given, else by its title,
    its outlet and day, its first line, at last its id."""
    title = titled.title if titled and not outlet else ""
    by = outlet or (titled.outlet if titled else "")
    at = published or (titled.published if titled else None)
    called = title or by or (first_line(titled.begins) if titled else "") or name
    shown = Markup('<bdi dir="{}">{}</bdi>').format(way_of(called), visible(called))
    return shown if title or at is None else shown + Markup(" ") + day(at)


class EvidenceLinks:
    """Makes the links of pages in one language; `said` stands before the report's name."""

    def __init__(self, said: str) -> None:
        self._said = said
        self._before = lru_cache(maxsize=_LINKS)(self._make_before)

    def __call__(
        self, w: Words, n: object, titles: Mapping[str, Titled] | None, number: object = None
    ) -> Markup:
        """A link that shows `n`; on paper the `number` under which the page lists the words."""
        numbered = "" if number is None else f' data-n="{escape(number)}"'
        before = self._before(w, titles.get(w.report) if titles else None)
        return Markup(
            f'<a class="ev" data-evidence{numbered}{before}'
            f'<span aria-hidden="true">{escape(n or "¶")}</span></a>'
        )

    def _make_before(self, w: Words, titled: Titled | None) -> str:
        where = {"report": w.report, "start": w.start, "end": w.end, "statement": w.statement}
        asked = urlencode({k: v for k, v in where.items() if v != ""}, errors="replace")
        outlet = titled.outlet or "" if titled else ""
        called = report_called(w.report, titled, outlet, titled.published if titled else None)
        return (
            f' href="/evidence?{escape(asked)}" title="{escape(cut(visible(w.text), _LONGEST))}">'
            f'<span class="unseen">{escape(self._said)} {called} </span>'
        )
