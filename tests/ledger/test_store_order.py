"""In whatever order and runs reports come, the ledger is the one that a rebuild gives."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from ledger.ledger_helper import (
    HAYYAN,
    JASIM,
    OTHERS,
    add,
    everything,
    hayyan,
    jasim,
    later,
    ledger_at,
    of_report,
    others,
    report,
)

from riwaya.ledger.database import writing
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.search import index
from riwaya.ledger.store import Ledger
from riwaya.model import Arrival

_LONG = (
    "أفاد ناشطون بأن ثلاثة من عناصر الجيش السوري قُتلوا مساء السبت بهجوم شنه مسلحون مجهولون على "
    "حاجز عسكري قرب مدينة نوى بريف درعا الغربي، ثم انسحب المهاجمون إلى جهة لا تُعرف."
)
_TWO = (
    f"{HAYYAN['net']}\nقُتل أربعة أشخاص بانفجار سيارة مفخخة في مدينة الباب بريف حلب يوم "
    "20 نيسان 2023.\nأعلن سالم الحمد في مدينة جاسم بريف درعا انشقاقه يوم 1 حزيران 2023."
)


def _reports() -> list[Arrival]:
    """Strikes, a denial, a threat, copies, versions of one address, names that one joins."""
    june = date(2023, 6, 4)
    page = "https://example.org/nawa"
    return [
        *hayyan(), *jasim(), *others(),
        report("two", _TWO, published=june),
        report("long", _LONG), report("copy", f"{_LONG} نقلاً عن شهود."),
        report("copied", f"عاجل: {_LONG} نقلاً عن شهود عيان.", published=date(2023, 5, 17)),
        report("v1", "قُتل جنديان بهجوم على حاجز قرب مدينة نوى.", url=page, fetched=later(0)),
        report("v2", "قُتل ثلاثة جنود بهجوم على حاجز قرب مدينة نوى.", url=page, fetched=later(1)),
        report("family", "قُتل سالم الحمد في مدينة جاسم بريف درعا يوم 3 حزيران 2023.",
               published=june),
        report("said", "قال أبو خطاب إن ستة مدنيين قُتلوا في غارة جوية على بلدة حيان بريف حلب "
               "يوم 15 أيار 2023."),
        report("again", f"عاجل. {JASIM['name']}", outlet="شبكة name", published=june),
        report("undated", "أدى قصف مدفعي إلى مقتل خمسة مدنيين في بلدة حيان بريف حلب.",
               published=None),
    ]  # fmt: skip


def _runs(given: list[Arrival], order: random.Random) -> list[list[Arrival]]:
    """Some reports in any order, in runs of any length."""
    left = order.sample(given, len(given))
    made = []
    while left:
        size = order.randint(1, 6)
        made.append(left[:size])
        left = left[size:]
    return made


def _rebuilt(ledger: Ledger) -> list[str]:
    ledger.rebuild()
    return everything(ledger)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    with ledger_at(str(tmp_path_factory.mktemp("expected") / "ledger.db")) as ledger:
        add(ledger, *_reports())
        made = _rebuilt(ledger)
        assert of_report(ledger, "kunya").id == of_report(ledger, "name").id
        assert of_report(ledger, "v2").id == of_report(ledger, "long").id
        return made


@pytest.mark.parametrize("seed", range(20))
def test_any_order_gives_the_same_ledger(database_url: str, seed: int, expected: list[str]) -> None:
    if seed % 4 and database_url.startswith("postgresql"):
        pytest.skip("five orders there")
    with ledger_at(database_url) as ledger:
        for run in _runs(_reports(), random.Random(seed)):
            add(ledger, *run)
        assert everything(ledger) == expected
        if seed % 4 == 0:
            assert _rebuilt(ledger) == expected


_DEEDS = (
    "قُتل {n} مدنيين بقصف مدفعي على {where} يوم {day} أيار 2023.",
    "قُتل {n} أشخاص وأصيب آخرون في غارة جوية للطيران الروسي على {where} يوم {day} أيار 2023.",
    "انفجرت عبوة ناسفة في {where} يوم {day} أيار 2023، ما أدى إلى مقتل {n} عناصر من الجيش.",
    "أدى قصف على {where} إلى مقتل {n} مدنيين بينهم سالم الحمد.",
    "اغتال مجهولون مروان الزعبي في {where} يوم {day} أيار 2023.",
    "نفى الجيش السوري قصف {where} يوم {day} أيار 2023.",
    "قُتل أبو خطاب في {where} يوم {day} أيار 2023، وأعلن الأهالي مقتل {n} آخرين.",
)
_WHERE = ("بلدة حيان بريف حلب", "بلدة عندان بريف حلب", "بلدة حريتان بريف حلب", "ريف حلب",
          "مدينة نوى بريف درعا", "بلدة تسيل بريف درعا", "ريف درعا")  # fmt: skip


def _many(order: random.Random) -> list[Arrival]:
    """Forty reports of happenings that are hard to tell apart."""
    texts = [
        order.choice(_DEEDS).format(
            n=order.randint(3, 9), where=order.choice(_WHERE), day=order.randint(12, 15)
        )
        for _ in range(40)
    ]
    days = [date(2023, 5, order.randint(15, 18)) for _ in texts]
    return [
        report(f"r{n}", t, published=d) for n, (t, d) in enumerate(zip(texts, days, strict=True))
    ]


@pytest.mark.parametrize("seed", range(8))
def test_what_is_hard_to_tell_apart_is_told_apart_the_same_way(tmp_path: Path, seed: int) -> None:
    order = random.Random(1000 + seed)
    given = _many(order)
    found = []
    for turn in range(3):
        with ledger_at(str(tmp_path / f"{turn}.db")) as ledger:
            for run in _runs(given, order):
                add(ledger, *run)
            found.append(everything(ledger))
            if turn == 0:
                found.append(_rebuilt(ledger))
                for name in order.sample([a.report.id for a in given], 8):
                    ledger.purge(name, by="ع", why="طلب")
                assert everything(ledger) == _rebuilt(ledger)
    assert found[1:] == found[:-1]


@pytest.mark.parametrize("seed", range(12))
def test_decisions_on_what_is_hard_to_tell_apart_give_what_a_rebuild_gives(
    database_url: str, seed: int
) -> None:
    if seed % 4 and database_url.startswith("postgresql"):
        pytest.skip("three of them there")
    order = random.Random(2000 + seed)
    with ledger_at(database_url) as ledger:
        runs = _runs(_many(order), order)
        add(ledger, *runs[0], *jasim())
        for run in runs[1:]:
            for change in order.sample([_judge, _apart, _mend, _undo, _undo, _join, _purge], 3):
                change(ledger, order)
            add(ledger, *run)
            if order.random() < 0.3:
                kept = everything(ledger)
                assert kept == _rebuilt(ledger)
        kept = everything(ledger)
        assert kept == _rebuilt(ledger)


def test_components_come_apart_and_go_by_their_first_telling(database_url: str) -> None:
    """Of two that a person said are one, and that nothing else ties, each has its own again."""
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2], *others())
        before = everything(ledger)
        one, other = of_report(ledger, "net").id, of_report(ledger, "idlib").id
        number = ledger.judge(Judgement("incident", "same", one, "ع", "واحد", other))
        assert of_report(ledger, "net").id == of_report(ledger, "idlib").id
        ledger.undo(number, by="ع", why="سهو")
        assert everything(ledger) == before


@pytest.mark.parametrize("seed", range(8))
def test_what_changes_later_gives_what_a_rebuild_gives(database_url: str, seed: int) -> None:
    order = random.Random(100 + seed)
    changes = [_restrict, _judge, _purge, _join, _undo, _judge, _join]
    order.shuffle(changes)
    with ledger_at(database_url, "a") as ledger:
        given = order.sample(_reports(), len(_reports()))
        add(ledger, *given[:6])
        for n, change in enumerate(changes):
            change(ledger, order)
            add(ledger, *given[6 + n : 7 + n])
            if seed % 2:  # else what is made of one change is made of by the next
                kept = everything(ledger)
                assert kept == _rebuilt(ledger), change.__name__
        add(ledger, *given[6 + len(changes) :])
        kept = everything(ledger)
        assert kept == _rebuilt(ledger)


def _names(ledger: Ledger) -> list[str]:
    return sorted({name for line in ledger.incidents() for name in line.incident.reports})


def _restrict(ledger: Ledger, order: random.Random) -> None:
    for name in order.sample(_names(ledger), 2):
        ledger.restrict(name, order.choice(["a", "b"]), by="ع", why="خطر")


def _purge(ledger: Ledger, order: random.Random) -> None:
    ledger.purge(order.choice(_names(ledger)), by="ع", why="طلب أهله")


def _judge(ledger: Ledger, order: random.Random) -> None:
    lines = ledger.incidents()
    keys = sorted({key for x in lines for key in (x.incident.id, *x.incident.reasons)})
    ledger.judge(Judgement("statement", "reject", order.choice(keys), "ع", "خطأ"))
    lines = ledger.incidents()  # what is rejected whole tells of nothing any more
    told = sorted(line.incident.id for line in lines)
    if len(told) > 1:
        one, other = order.sample(told, 2)
        ledger.judge(Judgement("incident", "same", one, "ع", "واحد", other))
    apart = sorted(order.choice(lines).incident.reasons)
    if len(apart) > 1:
        ledger.judge(Judgement("incident", "different", apart[0], "ع", "اثنان", apart[1]))


def _apart(ledger: Ledger, order: random.Random) -> None:
    """Says of two of one incident that they are not one, or of two of any that they are."""
    found = [line.incident for line in ledger.incidents()]
    told = [sorted({i.id, *i.reasons}) for i in found]
    pairs = [(a, b) for keys in told for a, b in pairwise(keys)]
    both = [(order.choice(a), order.choice(b)) for a, b in pairwise(order.sample(told, len(told)))]
    for said, some in (("different", pairs), ("same", both)):
        if some:
            one, other = order.choice(some)
            ledger.judge(Judgement("incident", said, one, "ع", "رأي", other))


def _mend(ledger: Ledger, order: random.Random) -> None:
    found = [line.incident for line in ledger.incidents()]
    keys = sorted({key for i in found for key in (i.id, *i.reasons)})
    value: dict[str, object] = order.choice([
        {"killed": [4, 4]}, {"earliest": "2023-05-13", "latest": "2023-05-13"},
        {"type": "shelling"},
    ])  # fmt: skip
    ledger.judge(Judgement("statement", "correct", order.choice(keys), "ع", "رأي", value=value))


def _join(ledger: Ledger, order: random.Random) -> None:
    handles = sorted({
        n.handle for name in ("سالم", "خطاب", "الجيش", "الطيران") for p in ledger.who(name)
        for n in p.names
    })  # fmt: skip
    if len(handles) > 1:
        one, other = order.sample(handles, 2)
        decision = order.choice(["same", "different"])
        ledger.judge(Judgement("entity", decision, one, "ع", "يُعرف", other))


def _undo(ledger: Ledger, order: random.Random) -> None:
    standing = [j.number for j in ledger.judgements() if j.undoes is None and not j.undone]
    if standing:
        ledger.undo(order.choice([n for n in standing if n is not None]), by="ع", why="سهو")


def test_names_that_a_report_joins_join_what_was_there_before(database_url: str) -> None:
    joining = report("join", "قال ناشطون إن سالم الحمد هو نفسه المعروف باسم أبو خطاب.")
    with ledger_at(database_url) as ledger:
        add(ledger, report("kunya", JASIM["kunya"]), report("other", OTHERS["idlib"]))
        add(ledger, report("family", "اعتقلت قوات الأمن سالم الحمد في مدينة جاسم أمس."))
        add(ledger, joining)
        before = everything(ledger)
        assert before == _rebuilt(ledger)
        ledger.purge("join", by="ع", why="خطأ")
        before = everything(ledger)
        assert before == _rebuilt(ledger)


def test_a_rebuild_makes_all_texts_found_again(database_url: str) -> None:
    """A rebuild left the words of searches as an older program had cut them."""
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        with writing(ledger._engine) as connection:
            index.clear(connection)
        assert ledger.search("حيان") == []
        ledger.rebuild()
        assert {f.report for f in ledger.search("حيان")} == {"net", "defence", "denial"}
