"""A report that tells of very many events is refused whole: it would hold up all who write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from tests.ledger.ledger_helper import ledger_at, read_all, report, told_by

from riwaya.ledger import adding
from riwaya.model import Problem, Reading, Report


def _times(n: int, kind: str = "event") -> object:
    """A reader that reads the first statement of a report so many times over."""

    def read(items: Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
        for made in read_all(items):
            assert isinstance(made, Reading)
            said = made.statements[0]
            many = tuple(replace(said, id=f"s{k}", kind=kind) for k in range(n))
            yield replace(made, statements=many)

    return read


def test_too_many_events_are_a_problem_and_leave_nothing(database_url: str) -> None:
    """One text of some thousand lines held the writer for minutes; decisions and logins waited."""
    given = report("digest", "قُتل مدني في غارة جوية على بلدة حيان بريف حلب.")
    with ledger_at(database_url) as ledger:
        before = ledger.state()
        (told,) = ledger.add([given], _times(adding.MOST_EVENTS + 1))  # type: ignore[arg-type]
        assert isinstance(told, Problem)
        assert (told.where, "2,001" in told.what, "Split" in told.remedy) == ("digest", True, True)
        assert (ledger.state(), ledger.stats()["reports"]) == (before, 0)
        other = _times(adding.MOST_EVENTS + 1, "identity")
        (added,) = ledger.add([given], other)  # type: ignore[arg-type]
        assert not isinstance(added, Problem)


@pytest.mark.parametrize("more", [0, 1])
def test_the_limit_is_what_it_says(
    more: int, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "MOST_EVENTS", 3)
    given = report("digest", "قُتل مدني في غارة جوية على بلدة حيان بريف حلب.")
    with ledger_at(database_url) as ledger:
        (told,) = ledger.add([given], _times(3 + more))  # type: ignore[arg-type]
        assert isinstance(told, Problem) is bool(more)
        assert bool(told_by(ledger)) is not bool(more)
