"""A person says who did it and to whom, by the words of the report; all else follows."""

from __future__ import annotations

from typing import Any

import pytest
from ledger.ledger_helper import add, everything, ledger_at, of_report, report

from riwaya.ledger.errors import LedgerError
from riwaya.ledger.nouns import Incident
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger

TEXT = (
    "قال ناشطون إن الطيران الروسي قتل القيادي سالم الحمد وشقيقه في مدينة جاسم بريف درعا يوم "
    "3 حزيران 2023، قرب آلية للجيش السوري."
)
_SALEM = "person:سالمالحمد"


def _span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def _killing(ledger: Ledger) -> str:
    found = [k for k in ledger.statement_keys(["a"]).values() if k.endswith(":killing")]
    return found[0]


def _correct(ledger: Ledger, **value: Any) -> int:
    given = Judgement("statement", "correct", _killing(ledger), "سمر", "راجعت", value=value)
    return ledger.judge(given)


def _words(incident: Incident, field: str) -> set[str]:
    return {
        w.text for a in incident.accounts for said in a.fields.get(field, ()) for w in said.words
    }


def test_another_did_it_and_the_words_show_who(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", TEXT))
        before = everything(ledger)
        assert of_report(ledger, "a").agents == ("سلاح الجو الروسي",)
        number = _correct(ledger, agents=[_span("للجيش السوري")])
        made = of_report(ledger, "a")
        assert made.agents == ("الجيش السوري",)
        assert _words(made, "agent") == {"للجيش السوري"}
        assert ("agent", "actor:الجيش السوري") in made.handles
        kept = everything(ledger)
        ledger.rebuild()
        assert everything(ledger) == kept
        ledger.undo(number, by="سمر", why="سهو")
        assert everything(ledger) == before


def test_nobody_did_it_as_far_as_is_told(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", TEXT))
        _correct(ledger, agents=[])
        made = of_report(ledger, "a")
        assert made.agents == ()
        assert "agent" not in made.accounts[0].fields
        assert made.targets


def test_who_the_reader_did_not_find_is_a_name(database_url: str) -> None:
    text = "قُتل ثلاثة مدنيين في مدينة جاسم بريف درعا يوم 3 حزيران 2023، والفاعل هو «الفجر الأخضر»."
    start = text.index("الفجر الأخضر")
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", text))
        (key,) = (k for k in ledger.statement_keys(["a"]).values() if k.endswith(":killing"))
        value = {"agents": [[start - 1, start + len("الفجر الأخضر") + 1]]}
        ledger.judge(Judgement("statement", "correct", key, "سمر", "راجعت", value=value))
        (kept,) = ledger.judgements()
        (found,) = kept.value["agents"]
        assert (found["start"], found["text"]) == (start - 1, "«الفجر الأخضر»")
        assert found["handle"] == "name:الفجر الاخضر"
        assert (found["kind"], found["form"]) == ("group", "name")
        assert ("agent", "name:الفجر الاخضر") in of_report(ledger, "a").handles


@pytest.mark.parametrize(
    "words", ["سالم الحمد", "القيادي سالم الحمد", "الحمد", "قتل القيادي سالم الحمد"]
)
def test_whom_the_reader_found_there_it_is(database_url: str, words: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", TEXT))
        _correct(ledger, agents=[_span(words)])
        (kept,) = ledger.judgements()
        (found,) = kept.value["agents"]
        assert (found["text"], found["handle"]) == (words, _SALEM)
        assert (found["kind"], found["form"]) == ("person", "name")


def test_a_corrected_victim_is_counted_by_name(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", TEXT))
        person = of_report(ledger, "a")
        assert ("target", _SALEM) in person.handles
        _correct(ledger, targets=[_span("وشقيقه")], agents=[_span("سالم الحمد")])
        made = of_report(ledger, "a")
        assert ("agent", _SALEM) in made.handles
        assert ("target", _SALEM) not in made.handles
        assert of_report(ledger, "a").targets == ("شقيقه",)


@pytest.mark.parametrize(
    "spans",
    [
        "مسلحون", [3, 5], [[3]], [[5, 3]], [[3, 3]], [[-1, 4]], [[0, 100_000]], [["0", "4"]],
        [[True, 4]], [{"start": 0, "end": 4}], [[TEXT.index(" "), TEXT.index(" ") + 1]], None,
    ],
    ids=str,
)  # fmt: skip
def test_spans_that_are_no_words_of_the_report_are_refused(database_url: str, spans: Any) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", TEXT))
        before = everything(ledger)
        with pytest.raises(LedgerError, match="begin and end"):
            _correct(ledger, agents=spans)
        assert (everything(ledger), ledger.judgements()) == (before, [])
