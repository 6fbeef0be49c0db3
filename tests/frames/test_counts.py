"""How many: figures of those whom a deed struck, and of their parts."""

import pytest
from tests.told import one, told


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


@pytest.mark.parametrize(
    ("text", "kind", "figures"),
    [
        ("قُتل 14 شخصاً، أحدهم طفل، في غارة.", "killing", [(14, None), (1, 0)]),
        ("قُتل 14 شخصاً منهم 7 أطفال في غارة.", "killing", [(14, None), (7, 0)]),
        ("قُتل 14 شخصاً، 7 منهم أطفال، في غارة.", "killing", [(14, None), (7, 0)]),
        ("قُتل 9 أشخاص بينهم طفلان وامرأة بغارة.", "killing", [(9, None), (2, 0), (1, 0)]),
        ("أصيب 12 مدنياً، معظمهم نساء، في القصف.", "injury", [(12, None)]),
        ("أودى الانفجار بحياة 11 شخصاً.", "killing", [(11, None)]),
        ("ارتفع عدد القتلى إلى 17 في التفجير.", "killing", [(17, None)]),
        ("ارتفع عدد القتلى من 10 إلى 15 في التفجير.", "killing", [(15, None)]),
        ("سقوط 140 قتيلاً في معارك الفاشر.", "killing", [(140, None)]),
        ("قُتل ما لا يقل عن 20 شخصاً في الهجوم.", "killing", [(20, None)]),
        ("مقتل (3) نازحين بقصف على مخيم.", "killing", [(3, None)]),
        ("سقط قتيلان هما دركي ومدني في الهجوم.", "killing", [(2, None), (1, 0), (1, 0)]),
        ("قُتل 11 مدنياً، ثمانية بنيران قناص.", "killing", [(11, None), (8, 0)]),
        ("قُتل 12 شخصاً بينهم 5 في نيالا و7 في زالنجي.", "killing", [(12, None), (5, 0), (7, 0)]),
        ("قُتل قيادي وحارساه في الكمين.", "killing", [(1, None), (2, None)]),
        ("قُتل شاب وشقيقته في القصف.", "killing", [(1, None), (1, None)]),
        ("بلغ عدد الشهداء 63 مواطناً في القصف.", "killing", [(63, None)]),
        ("ارتفع عدد القتلى بواقع 12 ليصل إلى 80 في التفجير.", "killing", [(80, None)]),
        ("قُتل ما يربو على 1200 شخص في المعارك.", "killing", [(1200, None)]),
        ("لقي تسعة مدنيين مصارعهم في القصف.", "killing", [(9, None)]),
        ("قتيل وجريحان بانفجار لغم.", "killing", [(1, None)]),
        ("وقع الهجوم الذي راح ضحيته 30 مدنياً.", "killing", [(30, None)]),
        ("أدين بتفجير سوق مدينة الصدر عام 2016 الذي راح ضحيته 30 مدنياً.", "killing", [(30, None)]),
    ],
)
def test_wholes_and_their_parts(
    text: str, kind: str, figures: list[tuple[int, int | None]]
) -> None:
    found = one(text, kind).statement.figures
    ids = [figure.id for figure in found]
    at = {name: n for n, name in enumerate(ids)}
    assert [(f.low, at.get(f.part_of or "")) for f in found] == figures


def test_a_toll_that_names_the_dead_twice_counts_them_once() -> None:
    found = [e.statement for e in told("ارتفعت حصيلة قتلى القصف من 10 إلى 15 قتيلاً.")]
    killings = [s for s in found if s.type == "killing"]
    assert [f.low for s in killings for f in s.figures] == [15]
    assert len({s.happening for s in killings}) == 1 and killings[0].happening


def test_the_toll_before_is_nobody() -> None:
    assert "10" not in one("ارتفع عدد القتلى من 10 إلى 15 في التفجير.", "killing").who("target")


def test_out_of_them_behind_a_verb_opens_no_part() -> None:
    """«طرد منها فصائل» was read as a part of a count, and the deed was lost."""
    text = "اقتحم الجيش بلدة تسيل وطرد منها فصائل المعارضة."
    assert one(text, "capture").statement.figures == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [("مقتل وإصابة 18 عنصراً في كمين.", "injury"), ("قُتل وأُصيب 12 مدنياً بقصف.", "injury")],
)
def test_one_number_for_two_fates_is_neither(text: str, kind: str) -> None:
    assert [c[0] for c in one(text, kind).counts] == ["other"]
    assert one(text, "killing").counts == []


def test_each_victim_noun_has_its_own_number() -> None:
    assert one("سقط قتيل وجريحان في القصف.", "killing").counts == [("killed", 1, 1)]


def test_a_part_is_of_the_nearest_whole() -> None:
    """Four workers of 16 wounded were four of three killed too."""
    text = "مقتل ثلاثة وإصابة 16، بينهم أربعة عمال، في القصف."
    assert one(text, "killing").counts == [("killed", 3, 3)]
    assert one(text, "injury").counts == [("wounded", 16, 16), ("wounded", 4, 4)]


@pytest.mark.parametrize(
    "text",
    ["سقط 18 قتيلاً و7 مفقودين في الهجوم.", "خلّف القصف 18 قتيلاً و7 مفقودين."],
)
def test_those_missing_are_no_dead(text: str) -> None:
    assert one(text, "killing").counts == [("killed", 18, 18), ("missing", 7, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "قالوا إن سبعة أشخاص بينهم ثلاثة أطفال قُتلوا في القصف.",
        "قالوا إن سبعة أشخاص، بينهم ثلاثة أطفال، قُتلوا في القصف.",
        "سبعة أشخاص من بينهم ثلاثة أطفال لقوا مصرعهم في القصف.",
    ],
)
def test_a_whole_before_its_verb_is_not_lost_for_its_part(text: str) -> None:
    """The part that stands next to the verb was taken for all who died."""
    whole, part = one(text, "killing").statement.figures
    assert (whole.low, part.low, part.part_of) == (7, 3, whole.id)


def test_verbs_in_the_plural_follow_those_who_suffered() -> None:
    assert one("قالوا إن 23 عسكرياً قُتلوا و31 جُرحوا.", "killing").counts == [("killed", 23, 23)]


def test_the_dead_and_the_wounded_of_one_toll_are_counted_apart() -> None:
    """Of «أربعة شهداء وثمانية جرحى» the second number was taken for the dead."""
    text = "قالت الشرطة إن حصيلة التفجير بلغت أربعة شهداء وثمانية جرحى."
    assert one(text, "killing").counts == [("killed", 4, 4)]
    assert one(text, "injury").counts == [("wounded", 8, 8)]


def test_a_part_of_a_part_belongs_to_the_part() -> None:
    event = one("سقط 123 قتيلاً، بينهم 54 مدنياً، منهم 39 طفلاً.", "killing")
    whole, part, inner = event.statement.figures
    assert [f.low for f in (whole, part, inner)] == [123, 54, 39]
    assert (part.part_of, inner.part_of) == (whole.id, part.id)
