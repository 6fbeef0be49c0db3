"""Whether an address is among the restricted reports is told to none but those who see them."""

from __future__ import annotations

from tests.ledger.ledger_helper import add, ledger_at, report

from riwaya.ledger import visits
from riwaya.ledger.database import reading
from riwaya.ledger.visits import Visit

PAGE, LINK = "https://samaq.example/1", "https://s.example/x"
TEXT = "قُتل مدني في غارة جوية على بلدة حيان بريف حلب."


def test_a_hidden_address_is_unknown_and_is_not_added_twice(database_url: str) -> None:
    """A coder who gave an address was told at once that the ledger has it, without a fetch."""
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", TEXT, url=PAGE))
        ledger.visited(Visit(LINK, PAGE, etag='"7"'))
        ledger.restrict("a", "inner", by="سمر", why="خطر")
        with reading(ledger._engine) as connection:
            for groups, there in (((), False), (("other",), False), (("inner",), True)):
                found = {PAGE, LINK} if there else set()
                assert visits.known(connection, [PAGE, LINK], groups) == found
                asked_with = ('"7"', None) if there else None
                assert visits.validators(connection, LINK, groups) == asked_with
        (again,) = add(ledger, report("a", TEXT, url=PAGE))
        assert not again.new  # type: ignore[union-attr]
    with ledger_at(database_url, "inner") as ledger:
        assert ledger.stats()["reports"] == 1
