"""What narrows the list: each line leads to as many incidents as it says."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from riwaya.ledger import facets

_LINE = re.compile(
    r'<li><a href="([^"]*)"(?: aria-current="true")?><bdi>([^<]*)</bdi> '
    r'<span class="num">(\d+)</span>'
)


def lines(html: str) -> dict[str, list[tuple[str, str, int]]]:
    """The address, words and number of each line, by the legend of its facet."""
    side = html.partition('<div id="facets">')[2].partition("</aside>")[0]
    found = {}
    for part in side.split('<fieldset class="facet">')[1:]:
        legend = re.match(r"<legend>([^<]*)", part)
        assert legend is not None
        found[legend[1]] = [
            (unescape(href), unescape(text), int(n)) for href, text, n in _LINE.findall(part)
        ]
    return found


def total(html: str) -> int:
    """How many incidents the page says that the selection has."""
    found = re.search(r'<h1>Incidents <span class="num">(\d+)', html)
    assert found is not None
    return int(found[1])


def test_each_line_of_a_facet_leads_to_as_many_as_it_says(jasim_client: TestClient) -> None:
    """Actors, outlets and states of review could only be typed, and nothing counted them."""
    found = lines(jasim_client.get("/incidents").text)
    assert found.keys() >= {"Grade", "Sources part over", "Kind", "Actor", "Outlet", "Review"}
    for legend, listed in found.items():
        assert listed, legend
        for href, text, n in listed:
            page = jasim_client.get(href).text
            assert total(page) == n, (legend, text)
            assert '<ul class="chips"' in page and "aria-current" in page


def test_whatever_sources_part_over_is_one_choice(jasim_client: TestClient) -> None:
    """Only single fields were offered, and the grade «contested» counts something else."""
    html = jasim_client.get("/incidents").text
    href, text, n = lines(html)["Sources part over"][0]
    assert (href, text) == ("/incidents?standing=contested%3Aany", "something")
    grade = dict((text, n) for _, text, n in lines(html)["Grade"])
    assert n >= grade["contested"]
    page = jasim_client.get(href).text
    assert "<bdi>sources part over something</bdi>" in page
    assert page.count('class="incident is-contested') == n


def test_a_very_large_selection_says_why_no_actors_are_counted(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "MOST_COUNTED", 1)
    html = client.get("/incidents").text
    assert lines(html).keys().isdisjoint({"Actor", "Outlet", "Review"})
    assert "are counted in smaller selections" in html
