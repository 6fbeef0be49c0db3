"""Where and what, by the verb that carries a deed."""

from typing import Any

import pytest
from tests.told import one, told


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("شهدت مدينة الزاوية اشتباكات مسلحة.", "clash", "مدينة الزاوية"),
        ("مدينة درعا شهدت اشتباكات.", "clash", "مدينة درعا"),
        ("هز انفجار عنيف مدينة حلب.", "bombing", "مدينة حلب"),
    ],
)
def test_a_town_that_sees_or_is_shaken_by_a_deed_is_its_place(
    text: str, kind: str, place: str
) -> None:
    """«شهدت المدينة اشتباكات» told of clashes nowhere."""
    found = one(text, kind)
    assert (found.who("place"), found.who("target")) == ([place], [])


def test_deeds_joined_behind_such_a_verb_share_its_place() -> None:
    deeds = told("شهدت محافظة درعا مقتل ثلاثة أشخاص واعتقال اثنين.")
    assert [(e.statement.type, e.who("place")) for e in deeds] == [
        ("killing", ["محافظة درعا"]), ("arrest", ["محافظة درعا"]),
    ]  # fmt: skip


def test_what_a_deed_reaches_was_hit() -> None:
    found = one("طال القصف بلدة كفرعمة.", "shelling")
    assert found.who("target") == found.who("place") == ["بلدة كفرعمة"]


def test_a_verb_that_reaches_nothing_takes_no_object() -> None:
    found = one("اندلعت اشتباكات بين الجيش والمسلحين في حمص.", "clash")
    assert (found.who("target"), found.who("place")) == ([], ["حمص"])


@pytest.mark.parametrize(
    ("text", "kind", "role", "what"),
    [
        ("استهدف القصف مواقع للجيش في درعا.", "shelling", "target", "مواقع للجيش"),
        ("استهدفت الغارة منزلاً في النبطية.", "airstrike", "object", "منزلاً"),
        ("استهدف انفجار عبوة ناسفة دورية للشرطة.", "bombing", "target", "دورية للشرطة"),
        ("استهدفت غارات إسرائيلية محيط دمشق.", "airstrike", "place", "محيط دمشق"),
        ("استهدفت غارة جوية الجيش في حلب.", "airstrike", "target", "الجيش"),
        ("استهدف هجوم القوات الأميركية.", "attack", "target", "القوات الأميركية"),
        ("طال قصف النظام أمس بلدة سرمين.", "shelling", "target", "بلدة سرمين"),
        ("طال قصف النظام أمس بلدة سرمين.", "shelling", "agent", "النظام"),
        ("قصف طال بلدة حيان.", "shelling", "target", "بلدة حيان"),
        ("قصف مدفعي لقوات النظام طال بلدة حيان.", "shelling", "target", "بلدة حيان"),
    ],
)
def test_a_deed_that_is_the_subject_has_the_object_of_its_verb(
    text: str, kind: str, role: Any, what: str
) -> None:
    """«استهدف القصف مقرا» was an attack by nobody on nothing, and a shelling of no one place."""
    (found,) = told(text)
    assert found.statement.type == kind
    assert found.who(role) == [what]
    assert found.statement.realis == "actual"


@pytest.mark.parametrize("text", ["لم تستهدف الغارة المدرسة.", "ولم يستهدف القصف المدرسة."])
def test_a_target_that_was_not_hit_leaves_the_deed_as_it_is(text: str) -> None:
    strikes = [e for e in told(text) if e.statement.type in ("airstrike", "shelling")]
    assert [e.statement.polarity for e in strikes] == ["positive"]
