"""Nouns of a ledger to be shown, of invented reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import told_ledger

from riwaya.ledger import Ledger
from riwaya.ledger.nouns import Incident


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path: Path = told_ledger.make_ledger(tmp_path_factory.mktemp("told"))
    with Ledger(path) as ledger:
        yield ledger


@pytest.fixture(scope="session")
def hayan(told: Ledger) -> Incident:
    """Two outlets, three sources, a toll and a denial."""
    return told.incident(told.most_told())


@pytest.fixture(scope="session")
def spoofed(hayan: Incident) -> Incident:
    """The same, with signs in its words that would mislead an eye or a terminal."""
    account = hayan.accounts[0]
    named = replace(account, source=replace(account.source, name="\u202eأ\x1b[31m\nب"))
    return replace(
        hayan, id="x\u2066", title="clash · \u200fأ", grade_why="\x07",
        accounts=(named, *hayan.accounts[1:]),
    )  # fmt: skip
