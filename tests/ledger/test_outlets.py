"""Outlets found by name and address, in any spelling."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.ledger import Ledger
from riwaya.ledger.outlets import Outlet, Outlets
from riwaya.lexicons import load

SHIPPED = Outlets.of(load())
NEWS = {
    "name": "شبكة وادي السماق",
    "names": "السماق نت|Samaq Net",
    "sites": "samaq.example|t.me/samaq_net",
    "kind": "page",
    "side": "valley",
}
OWN = Outlets([NEWS])


def name(outlet: Outlet | None) -> str | None:
    return outlet.name if outlet else None


@pytest.mark.parametrize(
    "spelling",
    ["شبكة وادي السماق", "شبكه وادى السمــاق", "السماق نت", "SAMAQ-NET", " samaq  net (عن وكالة) "],
)
def test_a_name_is_found_in_any_spelling(spelling: str) -> None:
    assert name(OWN.find(spelling, None)) == NEWS["name"]


@pytest.mark.parametrize("spelling", ["", "السماق", "وادي", "Samaq", "شبكة وادي السماق الجديدة"])
def test_part_of_a_name_is_none(spelling: str) -> None:
    assert OWN.find(spelling, None) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://samaq.example/12?amp=1",
        "samaq.example",
        "http://user@www.SAMAQ.example:8080/a",
        "https://ar.m.samaq.example/#top",
        "https://web.archive.org/web/20221016000000/https://samaq.example/1",
        "web.archive.org/web/2022id_/http:/samaq.example/1",
        "https://web.archive.org/web/2022/samaq.example/1",
        "https://archive.ph/2022.10.16-1200/https://www.samaq.example/1",
        "https://archive.ph/newest/https%3A%2F%2Fsamaq.example%2F1",
        "https://samaq-example.cdn.ampproject.org/c/s/samaq.example/1",
        "https://t.me/samaq_net/15",
        "https://t.me/s/Samaq_Net",
        "https://telegram.me/samaq_net?before=3",
    ],
)
def test_an_address_leads_to_its_outlet(url: str) -> None:
    assert name(OWN.find(None, url)) == NEWS["name"]


@pytest.mark.parametrize(
    "url",
    [
        "https://other.example/https://samaq.example/1",
        "https://samaq.example.org/1",
        "https://notsamaq.example/1",
        "https://t.me/other/samaq_net",
        "https://t.me/",
        "https://archive.ph/AbC12",
        "https://web.archive.org/web/2022/https://other.example/?u=samaq.example",
        "http://[samaq.example",
        "not an address",
    ],
)
def test_another_address_does_not(url: str) -> None:
    assert OWN.find(None, url) is None


def test_a_name_may_be_a_host_or_a_channel() -> None:
    assert name(OWN.find("www.samaq.example", None)) == NEWS["name"]
    assert name(OWN.find("@samaq_net", None)) == NEWS["name"]


def test_the_name_given_counts_before_the_address() -> None:
    both = Outlets([NEWS, {"name": "مجلة التل", "sites": "tall.example"}])
    assert name(both.find("مجلة التل", "https://samaq.example/1")) == "مجلة التل"
    assert name(both.find("مجهول", "https://samaq.example/1")) == NEWS["name"]


@given(st.text(max_size=60), st.text(max_size=80))
def test_nothing_given_breaks_it(given_name: str, url: str) -> None:
    found = OWN.find(given_name, url)
    assert found is None or found.name == NEWS["name"]


def test_a_later_row_of_a_name_mends_the_earlier() -> None:
    mended = {"name": "شبكه وادي السماق", "names": "صوت الوادي", "side": "independent"}
    outlets = Outlets([NEWS, mended])
    (found,) = outlets
    assert len(outlets) == 1
    assert (found.kind, found.side, found.sites[0]) == ("page", "independent", "samaq.example")
    assert outlets.find("Samaq Net", None) is found
    assert outlets.find("صوت الوادي", None) is found


def test_a_later_row_takes_names_and_sites() -> None:
    outlets = Outlets([NEWS, {"name": "مجلة التل", "names": "Samaq Net", "sites": "samaq.example"}])
    assert name(outlets.find("Samaq Net", None)) == "مجلة التل"
    assert name(outlets.find(None, "samaq.example/1")) == "مجلة التل"
    assert name(outlets.find("السماق نت", None)) == NEWS["name"]


def test_agencies_are_found_as_such() -> None:
    assert name(SHIPPED.agency("وكالة سانا")) == "سانا"
    assert name(SHIPPED.agency("أ.ف.ب")) == name(SHIPPED.agency("AFP")) == "فرانس برس"
    assert SHIPPED.agency("عنب بلدي") is None
    assert SHIPPED.agency("وكالة لا يعرفها أحد") is None


@pytest.mark.parametrize(
    ("given_name", "url", "wanted"),
    [
        ("Enab Baladi", None, "عنب بلدي"),
        (None, "https://enabbaladi.net/609267/?amp=1", "عنب بلدي"),
        ("SANA", None, "سانا"),
        (None, "https://tishreen.news.sy/?p=1", "صحيفة تشرين"),
        ("وكالة سبأ", "https://www.saba.ye/ar/news1.htm", "وكالة سبأ الحوثية"),
        ("وكالة سبأ", "https://sabanew.net/story/ar/1", "وكالة سبأ الحكومية"),
        ("سبأ", None, None),
        ("الوطن", None, None),
    ],
)
def test_shipped_outlets(given_name: str | None, url: str | None, wanted: str | None) -> None:
    assert name(SHIPPED.find(given_name, url)) == wanted


def test_outlets_that_another_program_changed_count_at_once(tmp_path: Path) -> None:
    """A server went on with the table that it had read first."""
    path = tmp_path / "ledger"
    with Ledger(path, create=True) as served, Ledger(path) as elsewhere:
        assert served.outlets.find(NEWS["name"], None) is None
        elsewhere.put_outlets([NEWS])
        for seen in (served, served.viewed_by({"a"})):
            found = seen.outlets.find(NEWS["name"], None)
            assert found is not None and found.side == "valley"
