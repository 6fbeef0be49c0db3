"""Who is meant by a party's word for the other side; the word stays the outlet's."""

from __future__ import annotations

from datetime import date

import pytest

import riwaya


def _meant(text: str, word: str, published: date | None = date(2023, 5, 16)) -> str | None:
    made = riwaya.read(text, published=published)
    found = [m for m in made.mentions if m.kind == "group" and m.text == word]
    assert found, [(m.kind, m.text) for m in made.mentions]
    by_id = {e.id: e for e in made.entities}
    entity = by_id[found[0].entity or ""]
    return entity.english or entity.meant


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("استهدف الاحتلال منزلا في مدينة غزة وقتل خمسة.", "الاحتلال", "إسرائيل"),
        ("قصف العدو بلدة عيترون في جنوب لبنان.", "العدو", "إسرائيل"),
        ("قصفت المليشيا أحياء مدينة تعز اليمنية.", "المليشيا", "Houthis (Ansar Allah)"),
        ("شن طيران العدوان غارة على صعدة باليمن.", "العدوان", "Saudi-led coalition"),
    ],
)
def test_the_report_tells_who_is_meant(text: str, word: str, who: str) -> None:
    assert _meant(text, word) == who


def test_what_the_report_does_not_settle_stays_open() -> None:
    assert _meant("قصف العدو القرية.", "العدو") is None


@pytest.mark.parametrize(
    "text",
    ["انهار النظام الصحي في غزة.", "دعا إلى إنهاء الاحتلال.", "أدان العدوان على غزة."],
)
def test_the_word_for_a_thing_is_no_side(text: str) -> None:
    made = riwaya.read(text)
    sides = [m.text for m in made.mentions if m.kind == "group"]
    assert not any(s in ("النظام", "الاحتلال", "العدوان") for s in sides)


@pytest.mark.parametrize(
    ("published", "who"), [(date(2024, 12, 1), "روسيا"), (date(2024, 12, 20), None), (None, None)]
)
def test_a_word_means_somebody_only_in_its_days(published: date | None, who: str | None) -> None:
    text = "أقلعت من حميميم طائرات وقصف الاحتلال بلدة كفر نوران في سوريا."
    assert _meant(text, "الاحتلال", published) == who
