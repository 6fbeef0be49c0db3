"""Ledgers that hold what should not be: texts that attack, texts too long, one that few may see."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from riwaya.ledger import Ledger, adding
from riwaya.ledger.adding import RestrictTo
from riwaya.model import Arrival, Entity, Mention, Problem, Reading, Report, Role, Span, Statement
from riwaya.workers import read_all

GROUP = "inner"
SECRET = "ghadir-secret-1"
SECRET_WORDS = ("ghadir", "الغدير", "القصاب", "زهير", "بئر الغزلان")
"""Words that stand in the restricted report alone."""
SECRET_REPORT = Report(
    "قُتل تسعة مدنيين بقصف مدفعي لقوات النظام على بلدة حيان بريف حلب الشمالي يوم الثلاثاء "
    "16 أيار 2023. واعتقل مسلحون مجهولون الناشط زهير القصاب في مدينة جاسم يوم 17 أيار 2023.",
    SECRET, date(2023, 5, 18), "مرصد الغدير", "https://ghadir.example/secret/1",
    "شهادة الغدير من بئر الغزلان",
)  # fmt: skip


def add(path: Path, reports: Iterable[Report], restrict_to: RestrictTo | None = None) -> Path:
    """Adds reports as the reader reads them."""
    with Ledger(path, create=True) as ledger:
        given = [Arrival(r, f"{n}.txt") for n, r in enumerate(reports)]
        kept = list(ledger.add(given, read_all, restrict_to=restrict_to))  # type: ignore[arg-type]
    assert not [k for k in kept if isinstance(k, Problem)]
    return path


def add_readings(path: Path, readings: Iterable[Reading]) -> Path:
    """Adds reports with readings made by hand, as full as older ledgers may have them."""
    by_id = {r.report.id: r for r in readings}

    def read(items: Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
        for item in items:
            yield item if isinstance(item, Problem) else by_id[item.id]

    with Ledger(path, create=True) as ledger, pytest.MonkeyPatch.context() as patch:
        patch.setattr(adding, "MOST_EVENTS", 10**6)
        given = [Arrival(r.report, f"{r.report.id}.txt") for r in by_id.values()]
        kept = list(ledger.add(given, read))
    assert not [k for k in kept if isinstance(k, Problem)]
    return path


def with_secret(base: Path, path: Path) -> Path:
    """A copy of a ledger to which a report was added that one group alone sees."""
    shutil.copy(base, path)
    return add(path, [SECRET_REPORT], RestrictTo(GROUP, "سلمى", "حماية الشاهد"))


def crowded(id: str, deeds: int) -> Reading:
    """A report of so many killings of people with a name each, read by hand."""
    parts, mentions, entities, statements = [], [], [], []
    at = 0
    for n in range(deeds):
        sentence = f"قُتل الشاب رقم{n} في ساحة جاسم. "
        who, verb = sentence.index("الشاب"), sentence.index("قُتل")
        name = f"الشاب رقم{n}"
        mentions.append(
            Mention(f"m{n}", "person", "name", at + who, at + who + len(name), name, f"e{n}")
        )
        entities.append(Entity(f"e{n}", "person", name))
        trigger = Span(at + verb, at + verb + 4, "قُتل")
        whole = Span(at, at + len(sentence.rstrip()), sentence.rstrip())
        statements.append(
            Statement(
                f"s{n}", "event", "killing", (whole,), trigger, roles=(Role("target", f"m{n}"),)
            )
        )
        parts.append(sentence)
        at += len(sentence)
    report = Report("".join(parts), id, date(2023, 6, 3), "إذاعة البيدر")
    return Reading(report, "by hand", "1", tuple(mentions), tuple(entities), tuple(statements))
