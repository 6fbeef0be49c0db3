"""What scripts draw on maps and texts says what the data says: contested, denied, linked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import told_ledger
from browsing import served
from playwright.sync_api import expect
from views.web.browser.visiting import Visitor

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.workers import read_all

Visit = Callable[[str], Visitor]
REPORT = "/report?id=jasim-01"
ONE, OTHER = "إذاعة البيدر", "شبكة وادي السماق"
TOLD = {
    "shelling": (ONE, "قُتل ثلاثة مدنيين بقصف قوات النظام بلدة حيان يوم 3 أيار 2023."),
    "no-shelling": (OTHER, "نفت وزارة الدفاع أن تكون قوات النظام قد قصفت بلدة حيان يوم 3 أيار "
                           "2023."),
    "threat": (ONE, "هددت قوات النظام بقصف مدينة الباب يوم 9 حزيران 2023."),
    "arrest": (ONE, "اعتقلت قوات النظام خمسة شبان في ناحية جاسم يوم 5 تشرين الأول 2022."),
    "no-arrest": (OTHER, "نفت وزارة الدفاع أن تكون قوات النظام قد اعتقلت شباناً في ناحية جاسم "
                         "يوم 5 تشرين الأول 2022."),
    "plain": (ONE, "قُتل ستة مدنيين بانفجار سيارة مفخخة في مدينة إدلب يوم 8 آذار 2021."),
    "area": (ONE, "قُتل سبعة مدنيين بقصف جوي في محافظة الرقة يوم 11 آذار 2022."),
}  # fmt: skip
"""By what each tells: its outlet and its text."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a workspace on TOLD."""
    folder = tmp_path_factory.mktemp("drawn")
    reports = [
        {"id": id, "outlet": outlet, "published": "2023-11-01", "text": text}
        for id, (outlet, text) in TOLD.items()
    ]
    source = told_ledger.write_reports(folder / "told.jsonl", *reports)
    with Ledger(folder / "told.ledger", create=True) as ledger:
        list(ledger.add(open_arrivals([str(source)]), read_all))  # type: ignore[arg-type]
    with served(folder / "told.ledger") as base:
        yield base


@pytest.mark.parametrize(
    ("query", "contested", "happened"),
    [("place=حيان", True, True), ("happened=no", False, False), ("place=إدلب", False, True)],
)
def test_a_marker_says_whether_it_is_contested_or_did_not_happen(
    visit: Visit, drawn: str, query: str, contested: bool, happened: bool
) -> None:
    page = visit(drawn).open(f"/incidents?{query}")
    marker = page.locator(".map-marker.is-incident")
    expect(marker).to_have_count(1)
    _has(marker, "is-contested", contested)
    _has(marker, "is-unhappened", not happened)
    spoken = str(marker.get_attribute("aria-label"))
    assert ("contested" in spoken) is contested
    assert ("not said to have happened" in spoken) is not happened


@pytest.mark.parametrize(("place", "contested"), [("جاسم", True), ("الرقة", False)])
def test_an_area_says_whether_it_is_contested(
    visit: Visit, drawn: str, place: str, contested: bool
) -> None:
    page = visit(drawn).open(f"/incidents?place={place}")
    label = page.locator(".map-area-label")
    expect(label).to_have_count(1)
    _has(label, "is-contested", contested)


def test_a_cluster_with_a_contested_incident_is_marked(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents?standing=contested:any")
    cluster = page.locator(".map-marker.is-cluster").first
    cluster.wait_for()
    _has(cluster, "is-contested", True)


def test_text_and_statements_point_at_each_other(visit: Visit, demo: str) -> None:
    page = visit(demo).open(REPORT)
    words = page.locator(".report-text [data-s]").first
    id = str(words.get_attribute("data-s")).split()[0]
    statement = page.locator(f'[data-statement="{id}"]')
    _has(statement, "is-linked", False)
    words.hover()
    _has(statement, "is-linked", True)
    _has(words, "is-linked", True)
    page.locator("h1").hover()
    _has(statement, "is-linked", False)
    statement.locator("dt").first.click()
    _has(words, "is-pinned", True)
    expect(words).to_be_in_viewport()
    other = page.locator("[data-statement]").last
    other.locator("dt").first.click()
    _has(statement, "is-pinned", False)
    _has(other, "is-pinned", True)


def test_an_address_with_a_statement_pins_it(visit: Visit, demo: str) -> None:
    page = visit(demo).open(REPORT)
    id = str(page.locator("[data-statement]").nth(1).get_attribute("data-statement"))
    page.goto("/add")
    page.goto(f"{REPORT}&statement={id}#t-{id}")
    _has(page.locator(f'[data-statement="{id}"]'), "is-pinned", True)
    _has(page.locator(f'.report-text [data-s~="{id}"]').first, "is-pinned", True)


def _has(locator: Any, name: str, wanted: bool) -> None:
    expected = re.compile(rf"\b{name}\b")
    if wanted:
        expect(locator).to_have_class(expected)
    else:
        expect(locator).not_to_have_class(expected)
