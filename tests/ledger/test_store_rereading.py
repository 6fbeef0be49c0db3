"""Reading again with another reader: what changed is told, and judgements stay where they hang."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ledger.ledger_helper import (
    add,
    changing,
    everything,
    hayyan,
    jasim,
    ledger_at,
    of_report,
    others,
    read_all,
    report,
    told_by,
    with_statements,
)

from riwaya.ledger.rereading import Reread
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger
from riwaya.model import Problem, Reading, Statement


def _reread(ledger: Ledger, reader: Any) -> dict[str, Reread]:
    found = list(ledger.reread(reader))
    assert all(isinstance(r, Reread) for r in found)
    return {r.report: r for r in found if isinstance(r, Reread)}


def _killing(ledger: Ledger, name: str) -> str:
    return next(
        key for (_, _), key in ledger.statement_keys([name]).items() if key.endswith(":killing")
    )


def _without_killings(made: Reading) -> Reading:
    return with_statements(made, lambda s: None if s.type == "killing" else s)


def _eleven(made: Reading) -> Reading:
    def change(s: Statement) -> Statement:
        return replace(s, figures=tuple(replace(f, low=11, high=11) for f in s.figures))

    return with_statements(made, change)


def _renumbered(made: Reading) -> Reading:
    """The same with other ids for everything."""

    def mention(id: str | None) -> str | None:
        return None if id is None else f"x{id}"

    def entity(m: Any) -> Any:
        return replace(m, id=f"x{m.id}", entity=mention(m.entity))

    def statement(s: Statement) -> Statement:
        return replace(
            s, id=f"y{s.id}", happening=s.happening and f"z{s.happening}",
            roles=tuple(
                replace(r, mention=mention(r.mention), statement=r.statement and f"y{r.statement}")
                for r in s.roles
            ),
            time=s.time and replace(s.time, mention=mention(s.time.mention)),
            figures=tuple(
                replace(f, id=mention(f.id), counted=mention(f.counted), part_of=mention(f.part_of),
                        mention=mention(f.mention))
                for f in s.figures
            ),
            attribution=tuple(replace(a, source=mention(a.source)) for a in s.attribution),
        )  # fmt: skip

    return replace(
        made, version="2", mentions=tuple(map(entity, made.mentions)),
        entities=tuple(replace(e, id=f"x{e.id}") for e in made.entities),
        statements=tuple(map(statement, made.statements)),
    )  # fmt: skip


def test_the_same_reader_changes_nothing(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        before = everything(ledger)
        assert _reread(ledger, read_all) == {}
        assert everything(ledger) == before


def test_other_ids_are_no_change(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        told = told_by(ledger)
        assert _reread(ledger, changing(_renumbered)) == {}
        assert told_by(ledger) == told


def test_what_a_newer_reader_says_otherwise_is_told_and_counts(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        key = _killing(ledger, "net")
        found = _reread(ledger, changing(_eleven))
        assert found.keys() == {"net", "defence"}
        assert (found["net"].gone, found["net"].fresh, found["net"].changed) == ((), (), (key,))
        assert of_report(ledger, "net").killed == (11, 11)
        made = everything(ledger)
        ledger.rebuild()
        assert everything(ledger) == made


def test_statements_that_come_and_go_are_told(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        key, before = _killing(ledger, "net"), everything(ledger)
        gone = _reread(ledger, changing(_without_killings))["net"]
        assert key in gone.gone
        assert gone.fresh == gone.changed == gone.loose == ()
        back = _reread(ledger, read_all)["net"]
        assert key in back.fresh
        assert back.gone == ()
        assert everything(ledger) == before


def test_judgements_stay_and_those_without_their_words_are_listed(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        key = _killing(ledger, "net")
        number = ledger.judge(Judgement("statement", "reject", key, "ع", "خطأ"))
        taken_back = ledger.judge(Judgement("statement", "accept", key, "ع", "صحيح"))
        ledger.undo(taken_back, by="ع", why="سهو")
        assert _reread(ledger, changing(_eleven))["net"].loose == ()
        assert of_report(ledger, "net").killed == (11, 11)  # of the one that nobody rejected
        assert _reread(ledger, changing(_without_killings))["net"].loose == (number,)
        _reread(ledger, read_all)
        assert of_report(ledger, "net").killed == (7, 7)


def _later_first(made: Reading) -> Reading:
    """Without the event that comes first, so that tellings begin with another."""
    events = [s for s in made.statements if s.kind == "event" and s.trigger]
    first = min(events, key=lambda s: s.trigger.start if s.trigger else 0)
    return with_statements(made, lambda s: None if s.id == first.id else s)


def test_judgements_on_incidents_stay_with_a_claim_that_leads_no_more(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0], others()[0])
        _reread(ledger, changing(_later_first))
        one, other = of_report(ledger, "net").id, of_report(ledger, "idlib").id
        number = ledger.judge(Judgement("incident", "same", one, "ع", "واحد", other))
        assert told_by(ledger) == [["idlib", "net"]]
        _reread(ledger, read_all)
        assert one not in of_report(ledger, "net").reasons
        assert told_by(ledger) == [["idlib", "net"]]
        assert ledger.incident(one) == ledger.incident(other)
        made = everything(ledger)
        ledger.rebuild()
        assert everything(ledger) == made
        ledger.undo(number, by="ع", why="سهو")
        assert told_by(ledger) == [["idlib"], ["net"]]


def test_a_report_that_cannot_be_read_again_keeps_its_reading(database_url: str) -> None:
    def failing(items: Any) -> Any:
        for n, made in enumerate(changing(_eleven)(items)):
            yield Problem("net", "could not be read", "Tell us") if n == 0 else made

    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2], report("other", "الطقس غائم."))
        first, second = ledger.reread(failing)
        assert isinstance(first, Problem)
        assert isinstance(second, Reread)
        assert second.report == "defence"
        assert of_report(ledger, "net").killed == (5, 11)
