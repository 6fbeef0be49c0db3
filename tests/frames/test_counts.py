"""How many: figures of those whom a deed struck, and of their parts."""

import pytest
from tests.told import one


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        ("قُتل مدني بقصف على حيان.", "killing", [("killed", 1, 1)]),
        ("قُتل طفلان بقصف على حيان.", "killing", [("killed", 2, 2)]),
        ("قُتل أكثر من 20 جندياً في هجوم.", "killing", [("killed", 20, None)]),
        ("نزحت مئات العائلات من نيالا.", "displacement", [("displaced", 200, None)]),
        ("أصيب ما بين 10 و15 شخصاً في انفجار.", "injury", [("wounded", 10, 15)]),
        ("اعتقلت الشرطة عدداً من الشبان.", "arrest", []),
        ("قُتل القاضي سالم المحمد.", "killing", []),
    ],
)
def test_figures(text: str, kind: str, counts: list[tuple[str, int | None, int | None]]) -> None:
    assert one(text, kind).counts == counts


def test_a_part_points_at_its_whole() -> None:
    found = one("قُتل 14 شخصاً بينهم ثلاثة أطفال في غارة على صعدة.", "killing")
    whole, part = found.statement.figures
    assert (whole.low, whole.part_of) == (14, None)
    assert (part.low, part.part_of) == (3, whole.id)


def test_about_is_approximate_and_bounds_nothing() -> None:
    (figure,) = one("قُتل نحو 45 عنصراً في المعارك.", "killing").statement.figures
    assert (figure.low, figure.high, figure.approximate) == (45, 45, True)


def test_the_released_give_no_figure() -> None:
    assert one("أفرجت السلطات عن عشرة معتقلين.", "release").counts == []
