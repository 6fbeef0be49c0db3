"""Where and what, by the verb that carries a deed."""

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
