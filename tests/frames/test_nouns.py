"""Roles around verbal nouns and event nouns."""

import pytest
from tests.told import one


@pytest.mark.parametrize(
    ("text", "kind", "agent", "target"),
    [
        ("بدأت طائرات الاحتلال قصف حي الشجاعية.", "shelling", ["طائرات الاحتلال"], ["حي الشجاعية"]),
        ("تعرضت قرية العيس لقصف مدفعي.", "shelling", [], ["قرية العيس"]),
        ("هجوم الحوثيين على مأرب.", "attack", ["الحوثيين"], ["مأرب"]),
        ("الهجوم الذي شنه الحوثيون على مأرب.", "attack", ["الحوثيون"], ["مأرب"]),
        ("مقتل قائد ميداني بانفجار عبوة في درعا.", "killing", [], ["قائد ميداني"]),
        ("غارة أميركية على قاعدة في العراق.", "airstrike", ["أميركية"], ["قاعدة"]),
    ],
)
def test_who_did_it_to_whom(text: str, kind: str, agent: list[str], target: list[str]) -> None:
    found = one(text, kind)
    assert (found.who("agent"), found.who("target")) == (agent, target)


def test_the_sides_of_a_clash_stand_behind_between() -> None:
    found = one("اندلعت اشتباكات بين الجيش والحوثيين في تعز.", "clash")
    assert found.who("agent") == ["الجيش", "الحوثيين"]


def test_for_whom_a_camp_is_did_not_raid_it() -> None:
    """«مخيم السلام للنازحين» made the displaced the doers of an airstrike beside it."""
    found = one("شن الطيران غارة على مسجد قرب مخيم السلام للنازحين.", "airstrike")
    assert "لنازحين" not in found.who("agent")


def test_an_outlet_raids_nothing() -> None:
    found = one("سقط قتلى في غارات على البلدة، بحسب تصريح لوكالة رويترز.", "airstrike")
    assert found.who("agent") == []


def test_a_genitive_with_the_article_is_no_adjective() -> None:
    """«قصف المدنيين» was a civilian shelling of nobody."""
    assert one("استنكر الأهالي قصف المدنيين في إدلب.", "shelling").who("target") == ["المدنيين"]
    assert one("أدت الغارة الأميركية إلى مقتل جندي.", "airstrike").who("agent") == ["الأميركية"]


@pytest.mark.parametrize("what", ["المسيّرتين", "الصاروخين"])
def test_what_is_intercepted_intercepts_nothing(what: str) -> None:
    assert one(f"وجاء ذلك بعد اعتراض {what} فوق أربيل.", "interception").who("agent") == []
    both = one("أعلن الجيش اعتراض الدفاعات الجوية صاروخين.", "interception")
    assert both.who("agent") == ["الدفاعات الجوية"]


def test_who_is_armed_arms_nobody() -> None:
    found = one("اتهمت الهيئة القوات بتسليح المهاجمين.", "support")
    assert (found.who("agent"), found.who("target")) == (["القوات"], ["المهاجمين"])


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("قصف مدفعي لقوات النظام على بلدة حيان.", "قوات النظام"),
        ("قصف صاروخي لحزب الله على كريات شمونة.", "حزب الله"),
    ],
)
def test_whose_the_fire_is_did_it(text: str, agent: str) -> None:
    """«مدفعي لقوات النظام» was two guns of theirs, and nobody had fired."""
    assert one(text, "shelling").who("agent") == [agent]
