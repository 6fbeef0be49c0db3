"""Links to words, and what reports are called."""

from __future__ import annotations

from datetime import date

from riwaya.ledger.kept import Titled
from riwaya.ledger.nouns import Words
from riwaya.views.web.shown.evidence import EvidenceLinks, report_called

DAY = date(2023, 5, 17)
WORDS = Words("r&1", 3, 9, "قُتل <b>\u202e", "s2")


def test_a_report_is_called_by_its_outlet_and_day_else_by_its_title_or_first_line() -> None:
    titled = Titled("قصف على حيان", "إذاعة البيدر", DAY, "قُتل أربعة.\nوأصيب ستة.")
    assert "قصف على حيان" in report_called("r", titled)
    assert "2023" not in report_called("r", titled)
    by = report_called("r", titled, "شبكة السماق", DAY)
    assert "شبكة السماق" in by and 'datetime="2023-05-17"' in by
    bare = Titled(None, None, None, "قُتل أربعة.\nوأصيب ستة.")
    assert ">قُتل أربعة.<" in report_called("r", bare)
    assert report_called("<r>", None) == '<bdi dir="ltr">&lt;r&gt;</bdi>'


def test_a_link_leads_to_the_words_and_escapes_what_reports_say() -> None:
    link = EvidenceLinks("evidence in")(WORDS, 4, {"r&1": Titled(None, "<i>", DAY, "")})
    assert 'href="/evidence?report=r%261&amp;start=3&amp;end=9&amp;statement=s2"' in link
    assert 'title="قُتل &lt;b&gt;⟨RLO⟩"' in link
    assert "&lt;i&gt;" in link and "<i>" not in link
    assert '<span aria-hidden="true">4</span>' in link and "data-n" not in link


def test_the_same_words_keep_the_number_that_each_page_gives_them() -> None:
    links = EvidenceLinks("evidence in")
    assert 'data-n="7"' in links(WORDS, 1, None, 7)
    assert 'data-n="…"' in links(WORDS, 2, {}, "…")


def test_a_report_that_was_named_anew_is_shown_by_its_name_of_now() -> None:
    links = EvidenceLinks("evidence in")
    for outlet in ("إذاعة البيدر", "شبكة السماق"):
        assert outlet in links(WORDS, 1, {"r&1": Titled(None, outlet, DAY, "")})
