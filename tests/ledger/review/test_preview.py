"""A preview shows what a judgement would change, and changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from ledger.ledger_helper import (
    add,
    everything,
    hayyan,
    jasim,
    ledger_at,
    of_report,
    others,
    report,
    told_by,
)

from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.nouns import Incident
from riwaya.ledger.review.preview import Preview
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger


def _preview(ledger: Ledger, about: Any, decision: str, one: str, other: str | None = None,
             **more: Any) -> Preview:  # fmt: skip
    """The preview of a judgement; what it says comes true, and nothing stays before it does."""
    given = Judgement(about, decision, one, "سمر", "راجعت", other, **more)
    before, said = everything(ledger), ledger.judgements()
    found = ledger.preview(given)
    assert (everything(ledger), ledger.judgements()) == (before, said)
    was = [line.incident for line in ledger.incidents()]
    number = ledger.judge(given)
    now = [line.incident for line in ledger.incidents()]
    assert _sorted(found.before) == _sorted(x for x in was if x not in now)
    assert _sorted(found.after) == _sorted(x for x in now if x not in was)
    ledger.undo(number, by="سمر", why="سهو")
    return found


def _sorted(incidents: Any) -> list[Incident]:
    return sorted(incidents, key=lambda x: str(x.id))


def _told(incidents: tuple[Incident, ...]) -> list[list[str]]:
    return sorted(sorted(x.reports) for x in incidents)


def test_two_incidents_that_would_be_one(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2], *jasim(), *others())
        found = _preview(
            ledger, "incident", "same", of_report(ledger, "net").id, of_report(ledger, "name").id
        )
        assert _told(found.before) == [["defence", "net"], ["kunya", "name"]]
        assert _told(found.after) == [["defence", "kunya", "name", "net"]]


def test_one_that_would_be_two(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        whole = of_report(ledger, "net").id
        of = {name: key for key, name in ledger.tellings_of(whole).items()}
        found = _preview(
            ledger, "incident", "different", whole, parts=(of["denial"], of["defence"])
        )
        assert _told(found.before) == [["defence", "denial", "net"]]
        assert _told(found.after) == [["defence", "denial"], ["net"]]


def test_a_statement_that_would_move_to_another_incident(database_url: str) -> None:
    wrong = "قال الدفاع المدني إن سبعة مدنيين قُتلوا في مدينة نوى بريف درعا يوم 15 أيار 2023."
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0], report("wrong", wrong), *others())
        assert ["net"] in told_by(ledger)
        (key,) = (k for k in ledger.statement_keys(["wrong"]).values() if ":killing" in k)
        where = of_report(ledger, "net").where
        place = {"name": where.name, "latitude": where.latitude, "longitude": where.longitude}
        found = _preview(ledger, "statement", "correct", key, value={"place": place})
        assert _told(found.before) == [["net"], ["wrong"]]
        assert _told(found.after) == [["net", "wrong"]]


def test_a_statement_that_would_be_told_no_more(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, jasim()[1], *others())
        found = _preview(ledger, "statement", "reject", of_report(ledger, "kunya").id)
        assert (_told(found.before), found.after) == ([["kunya"]], ())


def test_names_that_would_be_one(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        arrest = report("arrest", "اعتقلت قوات الأمن مروان الزعبي في مدينة جاسم.")
        add(ledger, jasim()[1], arrest, *others())
        handles = [p.handle for n in ("أبو خطاب", "مروان الزعبي") for p in ledger.who(n)]
        found = _preview(ledger, "entity", "same", *handles)
        assert _told(found.before) == [["arrest"], ["kunya"]]
        assert _told(found.after) == [["arrest", "kunya"]]
        assert _preview(ledger, "entity", "unsure", *handles) == Preview((), ())


def test_a_mark_is_not_spent(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        given = Judgement(
            "statement", "reject", of_report(ledger, "net").id, "سمر", "خطأ", once="a"
        )
        assert ledger.preview(given) == ledger.preview(given)
        assert ledger.judge(given) == ledger.judge(given)
        assert ledger.preview(given) == Preview((), ())


def test_only_what_a_viewer_sees_is_shown(database_url: str) -> None:
    with ledger_at(database_url, "a") as ledger, ledger_at(database_url) as public:
        add(ledger, *hayyan())
        ledger.restrict("denial", "a", by="سمر", why="خطر")
        given = Judgement("statement", "reject", of_report(public, "net").id, "سمر", "خطأ")
        assert _told(public.preview(given).before) == [["defence", "net"]]
        assert _told(ledger.preview(given).before) == [["defence", "denial", "net"]]
        hidden = max(ledger.statement_keys(["denial"]).values())
        with pytest.raises(NotFound):
            public.preview(Judgement("statement", "reject", hidden, "سمر", "خطأ"))


def test_what_cannot_be_judged_has_no_preview(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        with pytest.raises(LedgerError, match="no such decision"):
            ledger.preview(Judgement("statement", "burn", of_report(ledger, "net").id, "س", "ص"))
        with pytest.raises(NotFound):
            ledger.preview(Judgement("incident", "same", "x", "سمر", "خطأ", "y"))
