"""Reports added for one group alone: never seen by others, and as if they were restricted later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from ledger.ledger_helper import (
    HAYYAN,
    add,
    everything,
    hayyan,
    ledger_at,
    place_of,
    read_all,
    report,
    told_by,
)
from sqlalchemy import event

from riwaya.ledger.adding import Added, RestrictTo
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.store import Ledger
from riwaya.model import Problem, Report

TO = RestrictTo("a", "ع", "خطر على حياته")


def _add(ledger: Ledger, *names: str) -> list[Added | Problem]:
    given = [report(name, HAYYAN[name]) for name in names]
    return list(ledger.add(given, read_all, restrict_to=TO))


def _seen(url: str, *groups: str) -> set[str]:
    """What any list, search or count shows of the reports."""
    with Ledger(place_of(url), groups=groups) as other:
        told = {name for names in told_by(other) for name in names}
        found = {f.report for f in other.search("حيان")}
        assert other.stats()["reports"] == len(told | found)
        return told | found


def test_at_no_moment_do_others_see_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("net", HAYYAN["net"]))
        looks: list[set[str]] = []
        # what others see changes with a commit alone; the last one is looked at below
        event.listen(ledger._engine, "commit", lambda c: looks.append(_seen(database_url)))
        _add(ledger, "defence", "denial")
    assert len(looks) > 2
    assert [*looks, _seen(database_url)] == [{"net"}] * (len(looks) + 1)
    assert _seen(database_url, "a") == {"net", "defence", "denial"}


def test_it_is_as_if_it_were_restricted_afterwards(
    database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with ledger_at(str(tmp_path_factory.mktemp("later") / "ledger.db")) as later:
        add(later, *hayyan())
        later.restrict("defence", TO.group, by=TO.by, why=TO.why)
        wanted = everything(later)
    with ledger_at(database_url) as ledger:
        add(ledger, report("net", HAYYAN["net"]))
        _add(ledger, "defence")
        add(ledger, report("denial", HAYYAN["denial"]))
        assert everything(ledger) == wanted
        ledger.rebuild()
        assert everything(ledger) == wanted
        ledger.restrict("defence", None, by="ع", why="زال الخطر")
        assert _seen(database_url) == {"net", "defence", "denial"}


def test_what_is_known_already_stays_as_it_is(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("net", HAYYAN["net"]))
        assert _add(ledger, "net") == [Added("net", new=False)]
    assert _seen(database_url) == {"net"}


def test_a_restricted_later_text_does_not_say_what_it_replaces(database_url: str) -> None:
    where = "https://a.example/1"
    with ledger_at(database_url) as ledger:
        add(ledger, report("one", HAYYAN["net"], outlet="شبكة", url=where))
        later = report("two", HAYYAN["defence"], outlet="شبكة", url=where)
        assert list(ledger.add([later], read_all, restrict_to=TO)) == [Added("two", new=True)]
    assert _seen(database_url) == {"one"}


@pytest.mark.parametrize(
    "to", [("", "ع", "خطر"), ("a\nb", "ع", "خطر"), ("a", " ", "x"), ("a", "x", "")]
)
def test_what_is_no_restriction_is_refused_before_anything_is_read(
    to: tuple[str, str, str], database_url: str
) -> None:
    def never(items: Iterable[Report | Problem]) -> Iterator[Problem]:
        pytest.fail("something was read")

    with ledger_at(database_url) as ledger:
        for to in (("", "ع", "خطر"), ("a\nb", "ع", "خطر"), ("a", " ", "خطر"), ("a", "ع", "")):
            with pytest.raises(LedgerError):
                ledger.add([report("net", HAYYAN["net"])], never, restrict_to=RestrictTo(*to))
        assert ledger.stats()["reports"] == 0
