"""What may fill which role."""

import pytest
from tests.told import one


def test_a_place_that_is_hit_is_the_place_too() -> None:
    found = one("قصف الجيش بلدة حيان.", "shelling")
    assert found.who("target") == found.who("place") == ["بلدة حيان"]


def test_a_thing_is_an_object_and_its_owner_the_target() -> None:
    found = one("هاجم مسلحون حاجزاً لقوات النظام.", "attack")
    assert "قوات النظام" in found.who("target")


def test_a_time_does_nothing() -> None:
    found = one("قصف أمس الجيش بلدة حيان.", "shelling")
    assert found.who("agent") == ["الجيش"]
    assert found.time == "2023-05-15"


def test_a_capital_acts_for_its_government() -> None:
    assert one("اعتقلت طهران ثلاثة بحارة.", "arrest").who("agent") == ["طهران"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("قُتل شاب (25 عاماً) وامرأة (60 عاماً) برصاص قناص.", ["شاب", "امرأة"]),
        ("قتل رجل (40 عاماً) وطفلته (6 أعوام) بالقصف.", ["رجل", "طفلته"]),
        ("قُتل عنصران بانفجار لغم شمال غربي الرقة بنحو 20 كيلومتراً.", ["عنصران"]),
    ],
)
def test_ages_and_distances_suffer_and_do_nothing(text: str, targets: list[str]) -> None:
    """An age in brackets made the first of the dead the killer of the second."""
    found = one(text, "killing")
    assert (found.who("target"), found.who("agent")) == (targets, [])


@pytest.mark.parametrize(
    "said", ["وفقاً لمصدر طبي", "طبقاً لوزارة الصحة", "وفقا لشهود عيان", "استنادا إلى مصادر محلية"]
)
def test_who_says_so_is_not_among_the_dead(said: str) -> None:
    """«19 قتيلاً، وفقاً لمصدر طبي» had the source killed, too, and the toll was 20."""
    found = one(f"وبلغت الحصيلة 19 قتيلاً، {said}.", "killing")
    assert found.who("target") == ["19 قتيلاً"]
    assert found.counts == [("killed", 19, 19)]


def test_people_are_nothing_that_one_fires_with() -> None:
    """«منطقة مكتظة بالمدنيين»: civilians were the instrument of the shelling."""
    found = one("قصف على منطقة مكتظة بالمدنيين في إدلب.", "shelling")
    assert found.who("instrument") == []


@pytest.mark.parametrize(
    ("text", "kind", "targets"),
    [
        ("قصف مدفعي على وسط مدينة تعز.", "shelling", ["وسط مدينة تعز"]),
        ("قُتل رجل وسط مدينة تعز.", "killing", ["رجل"]),
        ("انفجرت عبوة ناسفة وسط المدينة.", "bombing", []),
    ],
)
def test_the_middle_of_a_town_is_hit_where_a_preposition_says_so(
    text: str, kind: str, targets: list[str]
) -> None:
    """«قُتل رجل وسط مدينة كذا» was a man of that town's middle, killed nowhere."""
    found = one(text, kind)
    assert found.who("target") == targets
    assert found.who("place")[0].startswith("وسط")
