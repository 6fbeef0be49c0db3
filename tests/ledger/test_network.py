"""The network of a selection: deeds, relations, causes, and what of them is denied."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.ledger_helper import OTHERS, add, hayyan, jasim, ledger_at, of_report, report

from riwaya.ledger.edges import Edge
from riwaya.ledger.filters import Filter
from riwaya.ledger.network import Network
from riwaya.ledger.store import Ledger
from riwaya.model import Arrival

_STRIKE = "قصف الجيش السوري مواقع جيش خالد بن الوليد في مدينة نوى بريف درعا يوم 20 أيار 2023."
_LEFT = (
    "انسحب مقاتلو جيش خالد بن الوليد من مدينة نوى يوم 22 أيار 2023 بسبب قصف الجيش السوري "
    "للمدينة يوم 20 أيار 2023."
)
_LEADER = "قال مروان الزعبي، قائد جيش خالد بن الوليد، إن مقاتليه انسحبوا من مدينة نوى."
_APART = "نفت الشرطة أن يكون أبو خطاب هو نفسه ماهر الجبوري."


def _war() -> list[Arrival]:
    return [report("strike", _STRIKE), report("left", _LEFT), report("leader", _LEADER)]


def _named(n: Network, edges: Sequence[Edge]) -> list[tuple[str, str, str]]:
    names = {node.id: node.name for node in n.nodes}
    return sorted((names[e.source], e.type, names[e.target]) for e in edges)


def _of(n: Network, kind: str) -> list[Edge]:
    return [e for e in n.edges if e.kind == kind]


def _reports(e: Edge) -> set[str]:
    return {w.report for w in e.words}


def test_a_deed_leads_from_its_doer_to_whom_it_was_done_with_its_words(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *_war())
        n = ledger.network()
        (deed,) = [e for e in _of(n, "deed") if e.type == "shelling"]
        assert _named(n, [deed]) == [("الجيش السوري", "shelling", "جيش خالد بن الوليد")]
        assert (deed.count, deed.contested, deed.denied) == (1, False, False)
        assert deed.words[0].text in _STRIKE
        assert deed.incidents == (of_report(ledger, "strike").id,)
        assert (str(deed.since), str(deed.until)) == ("2023-05-20", "2023-05-20")


def test_without_a_named_doer_the_deed_leads_from_the_incident(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim())
        n = ledger.network()
        (deed,) = n.edges
        assert deed.source == of_report(ledger, "name").id
        assert _reports(deed) == {"name", "kunya"}
        (person,) = [x for x in n.nodes if x.kind == "person"]
        assert deed.target == person.id == ledger.who("أبو خطاب")[0].handle


def test_a_denial_marks_the_deed_of_that_side_and_is_no_deed(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        n = ledger.network()
        (denied,) = [e for e in n.edges if e.denied]
        assert (denied.count, denied.contested) == (1, True)
        assert {w.report for w in denied.against} == {"denial"}
        assert "denial" not in _reports(denied)
        assert denied.deniers == ("وزارة الدفاع الروسية",)


def test_a_denial_alone_counts_nothing(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[2])
        (edge,) = ledger.network().edges
        assert (edge.count, edge.words, edge.denied) == (0, (), True)


def test_what_was_threatened_is_told_apart_from_what_was_done(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("threat", OTHERS["threat"]))
        (edge,) = ledger.network().edges
        assert (edge.type, edge.realis) == ("shelling", "threatened")


def test_relations_lead_to_others_and_causes_between_incidents(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *_war())
        n = ledger.network()
        leads = ("مروان الزعبي", "leader_of", "جيش خالد بن الوليد")
        assert leads in _named(n, _of(n, "relation"))
        (cause,) = _of(n, "cause")
        told = {x.incident.type: x.incident.id for x in ledger.incidents()
                if "left" in x.incident.reports}  # fmt: skip
        assert (cause.source, cause.target) == (told["shelling"], told["withdrawal"])
        assert _reports(cause) == {"left"}


def test_names_of_which_a_source_says_that_they_are_not_one(database_url: str) -> None:
    killed = report("killed", "قُتل ماهر الجبوري بقصف الجيش السوري على مدينة نوى يوم 9 أيار 2023.")
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim(), killed)
        assert _of(ledger.network(), "identity") == []
        add(ledger, report("apart", _APART))
        (apart,) = _of(ledger.network(), "identity")
        one, other = ledger.who("أبو خطاب")[0].handle, ledger.who("ماهر الجبوري")[0].handle
        assert {apart.source, apart.target} == {one, other}
        assert _reports(apart) == {"apart"}


def test_it_is_bounded_and_says_so(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *_war(), *hayyan())
        n = ledger.network(most=1)
        assert (n.shown, n.total) == (1, ledger.count())
        assert n.total > 1
        assert {i for e in _of(n, "deed") for i in e.incidents} <= {
            ledger.incidents(Filter(limit=1))[0].incident.id
        }


def test_a_handle_selects_its_incidents_and_the_reports_that_name_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *_war(), *hayyan(), *jasim())
        handle = ledger.who("سالم الحمد")[0].handle
        assert {x.incident.id for x in ledger.incidents(Filter(handle=handle))} == {
            of_report(ledger, "name").id
        }
        kunya = next(n.handle for n in ledger.who("أبو خطاب")[0].names if n.handle != handle)
        assert ledger.count(Filter(handle=kunya)) == ledger.count(Filter(handle=handle)) == 1
        assert ledger.count(Filter(handle="person:لاأحد")) == 0
        assert {e.kind for e in ledger.network(Filter(handle=handle)).edges} == {"deed"}


def _shown(ledger: Ledger) -> tuple[object, ...]:
    n = ledger.network()
    edges = [(e.source, e.target, e.type, e.count, e.sources, e.deniers, e.words) for e in n.edges]
    return n.nodes, edges, n.total, n.reports


def test_a_hidden_report_leaves_nothing_in_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), report("strike", _STRIKE))
        without = _shown(ledger)
        add(ledger, report("left", _LEFT), report("leader", _LEADER))
        whole = _shown(ledger)
        assert whole != without
        for name in ("left", "leader"):
            ledger.restrict(name, "a", by="ع", why="خطر")
        assert _shown(ledger) == without
    with ledger_at(database_url, "a") as ledger:
        assert _shown(ledger) == whole
