"""The statements over which people differ, and what judgements are on, in words."""

from __future__ import annotations

from ledger.ledger_helper import add, hayyan, jasim, ledger_at, of_report

from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.ruling import Judgement

_DIFFER = Filter(review="differ")


def _events(ledger: Ledger, *names: str) -> list[str]:
    """The keys of statements of events."""
    found = ledger.statement_keys(names)
    return sorted(k for k in found.values() if "+" not in k)


def _judge(ledger: Ledger, key: str, *said: tuple[str, str]) -> None:
    for by, decision in said:
        ledger.judge(Judgement("statement", decision, key, by, "قرأت"))


def _listed(ledger: Ledger, wanted: Filter = _DIFFER, limit: int = 9, offset: int = 0) -> list[str]:
    found = ledger.queue(wanted, "statements", limit, offset, by="سمر")
    return [i.statement for i in found if isinstance(i, StatementItem) and i.differ]


def test_all_on_which_people_differ_and_no_others(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        one, other, agreed, single = _events(ledger, "net", "defence", "kunya")[:4]
        _judge(ledger, one, ("سمر", "accept"), ("رنا", "unsure"))
        _judge(ledger, other, ("رنا", "unsure"), ("فارس", "accept"))
        _judge(ledger, agreed, ("رنا", "accept"), ("فارس", "accept"))
        _judge(ledger, single, ("رنا", "accept"))
        assert set(_listed(ledger)) == {one, other}
        assert _listed(ledger, limit=1) + _listed(ledger, limit=1, offset=1) == _listed(ledger)
        ledger.judge(Judgement("statement", "accept", one, "رنا", "بعد نقاش"))
        assert _listed(ledger) == [other]


def test_what_was_rejected_out_of_every_incident_is_among_them(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        for key in _events(ledger, "net"):
            _judge(ledger, key, ("سمر", "accept"), ("رنا", "reject"))
        assert ledger.incidents() == []
        assert set(_listed(ledger)) == set(_events(ledger, "net"))
        assert _listed(ledger, Filter(review="differ", place="حيان")) == []


def test_restricted_statements_are_not_among_them(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        (key, *_) = _events(ledger, "net")
        _judge(ledger, key, ("سمر", "accept"), ("رنا", "unsure"))
        numbers = ledger.judgements()
        ledger.restrict("net", "فريق", by="سمر", why="حماية")
        assert _listed(ledger) == []
        assert all(not d.ends for d in ledger.decided(numbers).values())
        assert _listed(ledger.viewed_by({"فريق"})) == [key]


def test_judgements_are_described_by_words_titles_and_names(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0], *jasim()[:2])
        one, other = of_report(ledger, "net"), of_report(ledger, "kunya")
        _judge(ledger, one.id, ("سمر", "accept"))
        ledger.judge(Judgement("incident", "different", one.id, "سمر", "لا", other.id))
        said, pair = ledger.decided(ledger.judgements()).values()
        (end,) = said.ends
        assert (end.report, end.incident, end.title) == ("net", one.id, one.title)
        text = ledger.report("net").reading.report.text
        assert end.words and end.words in text
        assert {e.title for e in pair.ends} == {one.title, other.title}
