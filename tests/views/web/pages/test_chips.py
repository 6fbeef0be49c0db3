"""What narrows a list is said in the words of who reads, not in the codes of the address."""

from __future__ import annotations

import re
from html import unescape
from typing import get_args

import pytest
from starlette.testclient import TestClient

from riwaya.ledger.nouns import Grade
from riwaya.views.ledger.page import FIELDS
from riwaya.views.web.asked import FIELDS as FILTERS

ARABIC = {"accept-language": "ar"}
VALUES = {
    "q": ("قصف",),
    "place": ("جاسم", "SY", "YE", "Yemen", "اليمن"),
    "type": ("bombing", "clash"),
    "actor": ("حماس",),
    "outlet": ("إذاعة البيدر",),
    "standing": (
        *get_args(Grade), "happened", "contested:any", *(f"contested:{f}" for f in FIELDS),
    ),
    "review": ("untouched", "reviewed", "differ"),
    "since": ("2023-05-16",),
    "until": ("2023-05-16",),
    "happened": ("yes", "no"),
    "bbox": ("30,30,40,40",),
    "handle": ("person:ابوحيدر",),
    "untold": ("إذاعة البيدر",),
}  # fmt: skip
"""Each filter with values that an address may give it."""


def chips(client: TestClient, path: str, **query: str) -> list[str]:
    """The words of the chips of a page in Arabic."""
    page = client.get(path, params=query, headers=ARABIC)
    assert page.status_code == 200
    listed = page.text.partition('<ul class="chips"')[2].partition("</ul>")[0]
    found = re.findall(r"<a [^>]*>(.*?)</a>", listed, re.DOTALL)
    return [" ".join(unescape(re.sub("<[^>]+>", "", one)).split()) for one in found]


def test_every_filter_has_values_here() -> None:
    assert set(VALUES) == set(FILTERS)


@pytest.mark.parametrize("name", FILTERS)
def test_no_code_is_left_in_a_chip(client: TestClient, name: str) -> None:
    """They said «الوقوع: no» and «المكان: YE»."""
    for value in VALUES[name]:
        for path in ("/incidents", "/review", "/network", "/outlets"):
            (chip,) = chips(client, path, **{name: value})
            assert not re.search("[A-Za-z]", chip), chip
            assert re.search(r":\s*\S", chip), chip


def test_what_sources_part_over_is_no_grade(client: TestClient) -> None:
    """The chip of incidents whose toll is contested said «درجة الثبوت: القتلى»."""
    (chip,) = chips(client, "/incidents", standing="contested:killed")
    assert "تختلف المصادر في القتلى" in chip


def test_a_country_is_one_filter_however_it_is_named(client: TestClient) -> None:
    """Its line at the side was not marked as chosen where its name was typed."""
    pages = [client.get("/incidents", params={"place": p}).text for p in ("SY", "Syria", "سوريا")]
    for page in pages:
        assert 'name="place" dir="auto" value="Syria"' in page
        assert re.search(r'aria-current="true"><bdi>Syria</bdi>', page)
        assert "place=SY" in page.partition('class="take')[2]
