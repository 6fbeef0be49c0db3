"""The name that somebody is called by, where one stands for the whole person."""

from __future__ import annotations

import pytest
from ledger.ledger_helper import add, ledger_at, report

from riwaya.ledger.filters import Filter

_THERE = "في مدينة جاسم بريف درعا يوم 3 حزيران 2023."


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ((f"قُتل القيادي محمد كشلاف الملقب بـ«القصب» {_THERE}",), "محمد كشلاف"),
        ((f"قُتل القيادي سالم الحمد، المعروف باسم أبو خطاب، {_THERE}",
          f"قُتل أبو خطاب {_THERE}", f"اغتيل أبو خطاب {_THERE}"), "سالم الحمد"),
        ((f"قُتل القيادي سالم الحمد، واسمه الحقيقي ياسر العلي، {_THERE}",
          f"قُتل سالم الحمد {_THERE}"), "ياسر العلي"),
    ],
)  # fmt: skip
def test_one_name_stands_for_the_whole_person(
    database_url: str, texts: tuple[str, ...], name: str
) -> None:
    """The alphabetically first stood for all: «القصب» for «محمد كشلاف»."""
    with ledger_at(database_url) as ledger:
        add(ledger, *(report(f"r{n}", text) for n, text in enumerate(texts)))
        (person,) = ledger.who(name)
        assert len(person.names) == 2
        assert person.names[0].name == name
        assert [ns[0].name for ns in ledger.named(name)] == [name]
        within = ledger.facets(Filter()).within
        assert within is not None
        assert [a.name for a in within.actors if a.handle.startswith("person:")] == [name]
        assert [n.name for n in ledger.actors() if n.handle.startswith("person:")] == [name]
        persons = [n.name for n in ledger.network(Filter()).nodes if n.kind == "person"]
        assert persons in ([], [name])
