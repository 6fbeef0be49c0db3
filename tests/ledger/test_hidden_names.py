"""Whose other name stands in hidden reports alone is told to nobody who does not see these."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from ledger.ledger_helper import add, everything, jasim, ledger_at, report

from riwaya.ledger.errors import NotFound
from riwaya.ledger.filters import Filter
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger

PUBLIC = "person:سالمالحمد"


def _secret(name: str) -> Any:
    text = f"قُتل القيادي {name} برصاص مسلحين مجهولين في مدينة نوى بريف درعا يوم 9 أيار 2022."
    return report("secret", text)


def _handle(ledger: Ledger, name: str) -> str:
    ((found,),) = ledger.named(name)
    return found.handle


@contextmanager
def _joined(url: str, name: str) -> Iterator[tuple[Ledger, str]]:
    """A ledger in which someone of a group joined a hidden name with a public person."""
    with ledger_at(url) as ledger:
        add(ledger, *jasim(), _secret(name))
        ledger.restrict("secret", "a", by="ع", why="خطر")
    with ledger_at(url, "a") as inside:
        hidden = _handle(inside, name)
        inside.judge(Judgement("entity", "same", hidden, "سمر", "من الملف", PUBLIC))
        assert {n.handle for n in inside.actor(hidden).names} > {hidden, PUBLIC}
    with ledger_at(url) as ledger:
        yield ledger, hidden


NAMES = pytest.mark.parametrize("name", ["زعفران البركاوي", "إبراهيم البركاوي"])
"""After the public name in the alphabet, and before it."""


@NAMES
def test_a_hidden_name_leads_to_nobody(database_url: str, name: str) -> None:
    """Anybody could ask by its handle whose it is."""
    with _joined(database_url, name) as (ledger, hidden):
        for handle in (hidden, "person:لااحد"):
            with pytest.raises(NotFound):
                ledger.actor(handle)
            wanted = Filter(handle=handle)
            assert ledger.incidents(wanted) == []
            assert ledger.network(wanted).edges == ()
            assert ledger.calls(handle).calls == ()
            assert ledger.name_history(handle) == []


@NAMES
def test_it_is_shown_nowhere(database_url: str, name: str) -> None:
    with _joined(database_url, name) as (ledger, hidden):
        ((line, *_), told) = ledger.incidents(), ledger.actor(PUBLIC)
        shown = [
            *ledger.each_incident(), ledger.network(), ledger.facets(), ledger.actors(), told,
            ledger.who("سالم"), ledger.named("سالم"), ledger.incidents(Filter(actor="سالم")),
            ledger.network(Filter(handle=PUBLIC)), ledger.calls(PUBLIC), ledger.judgements(),
            ledger.tellings_of(line.incident.id), ledger.queue(by="سمر"),
        ]  # fmt: skip
        for part in shown:
            assert hidden not in repr(part)
            assert "البركاوي" not in repr(part)
        assert ledger.incidents(Filter(handle=PUBLIC)) != []
        assert {n.name for n in told.names} == {"أبو خطاب", "سالم الحمد"}
        ledger.rebuild()
        assert all(hidden not in repr(part) for part in ledger.each_incident())


@NAMES
def test_what_becomes_hidden_or_open_is_as_if_it_had_been_from_the_start(
    database_url: str, name: str
) -> None:
    """The first of joined names leads them in incidents; a hidden one must not."""
    with _joined(database_url, name) as (ledger, _):
        for change in (
            lambda: ledger.restrict("secret", None, by="ع", why="زال الخطر"),
            lambda: ledger.restrict("secret", "b", by="ع", why="خطر"),
            lambda: add(ledger, report("open", _secret(name).report.text + " انتهى.")),
            lambda: ledger.restrict("open", "b", by="ع", why="خطر"),
            lambda: ledger.restrict("secret", None, by="ع", why="زال الخطر"),
            lambda: ledger.purge("secret", by="ع", why="خطر"),
        ):
            change()
            made = everything(ledger)
            ledger.rebuild()
            assert everything(ledger) == made
