"""Words of names in hidden reports lead nobody to those whom they name."""

from __future__ import annotations

from tests.ledger.ledger_helper import add, ledger_at, report

from riwaya.ledger.filters import Filter

HIDDEN = "اعتقل داعش ثلاثة مدنيين في مدينة جاسم بريف درعا يوم 3 حزيران 2023."
PUBLIC = "قتل تنظيم الدولة الإسلامية خمسة مدنيين في بلدة حيان بريف حلب يوم 15 أيار 2023."


def test_a_name_of_a_hidden_report_finds_nobody(database_url: str) -> None:
    """Who searched for it was led to the same one under a name that all may read."""
    with ledger_at(database_url) as ledger:
        add(ledger, report("public", PUBLIC), report("hidden", HIDDEN))
        before = ledger.named("داعش"), ledger.count(Filter(actor="داعش"))
        assert before[0] and before[1] == 2
        ledger.restrict("hidden", "a", by="ع", why="خطر")
        for words in ("داعش", "داعش الدولة"):
            assert ledger.who(words) == ledger.named(words) == []
            assert ledger.count(Filter(actor=words)) == 0
        assert ledger.named("الدولة") and ledger.count(Filter(actor="الدولة")) == 1
    with ledger_at(database_url, "a") as ledger:
        assert (ledger.named("داعش"), ledger.count(Filter(actor="داعش"))) == before
