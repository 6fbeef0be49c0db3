"""Groups: institutions by the grammar of their names, unlisted units, described people."""

from __future__ import annotations

import pytest
from tests.detection.chunk_helper import names, top
from tests.told import one


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("اجتمعت اللجنة القومية العربية أمس", ["اللجنة القومية العربية"]),
        ("بيان من اتحاد نقابات العمال", ["اتحاد نقابات العمال"]),
        ("قالت وزارة التربية والتعليم", ["وزارة التربية والتعليم"]),
        ("طلبة جامعة بيرزيت", ["جامعة بيرزيت"]),
        ("قررت هيئة سوق رأس المال الفلسطينية", ["هيئة سوق رأس المال الفلسطينية"]),
        ("ذكرت وكالة الأنباء الجزائرية", ["وكالة الأنباء الجزائرية"]),
        ("رسالة إلى رئيس بلدية نابلس", ["بلدية نابلس"]),
    ],
)
def test_institutions(text: str, found: list[str]) -> None:
    assert names(text, "group") == found


def test_a_place_inside_an_institution_is_a_mention_too() -> None:
    assert names("رسالة إلى رئيس بلدية نابلس", "place") == ["نابلس"]


@pytest.mark.parametrize(
    "text",
    [
        "شكلت لجنة تحقيق في الحادث",
        "وصلت وحدة متكاملة من الجنود",
        "عند صناديق الاقتراع",
        "قررت الهيئة ذلك",
        "توقفت حركة المرور",
        "نشرت قائمة الاغتيالات",
    ],
)
def test_descriptions_are_no_names(text: str) -> None:
    assert names(text, "group") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تبنت حركة «كفاية» البيان", "حركة «كفاية»"),
        ("هاجمت كتيبة شهداء الوادي الموقع", "كتيبة شهداء الوادي"),
        ("قائد الفرقة الـ16 مشاة", "الفرقة ال16 مشاة"),
        ("انشق لواء 93 عن الجيش", "لواء 93"),
    ],
)
def test_unlisted_units(text: str, found: str) -> None:
    wordings = [w.replace("ـ", "") for w in names(text, "group")]
    assert found in wordings


def test_a_drone_does_not_own_whom_it_killed() -> None:
    found = dict(top("اغتالت طائرة مسيرة أبومهدي المهندس"))
    assert "طائرة مسيرة" in found
    assert found["أبومهدي المهندس"].kind == "person"


def test_a_preposition_is_no_adjective_of_a_group() -> None:
    wordings = [w for w, _ in top("انسحب مقاتلو الفصيل إلى المزارع")]
    assert "مقاتلو الفصيل" in wordings


def test_men_belong_to_the_group_behind_them() -> None:
    [(_, chunk)] = [x for x in top("قتل مقاتلو تنظيم الدولة أسيرا") if x[0].startswith("مقاتلو")]
    assert chunk.owner is not None
    assert chunk.owner.proper


def test_a_vehicle_does_not_own_the_officer_behind_it() -> None:
    wordings = [w for w, _ in top("اغتال مسلحان على دراجة نارية العقيد أبا أسامة")]
    assert "العقيد أبا أسامة" in wordings


def test_a_province_is_no_institution() -> None:
    assert names("في مديرية المنصورة", "group") == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("دمر الجيش 3 آليات", "الجيش"),
        ("أطلقت الحركة 50 صاروخا", "الحركة"),
        ("أوقفت القوات الأمنية 25 متظاهرا", "القوات الأمنية"),
        ("هاجموا اللواء 93 فجرا", "اللواء 93"),
    ],
)
def test_a_count_behind_a_force_is_no_name_of_a_unit(text: str, unit: str) -> None:
    assert unit in [words for words, _ in top(text)]


def test_a_deed_joined_to_a_unit_is_no_part_of_its_name() -> None:
    """«مقتل قائد كتيبة وإصابة ثلاثة» lost the wounded."""
    assert not any("إصابة" in words for words, _ in top("مقتل قائد كتيبة وإصابة ثلاثة جنود"))


@pytest.mark.parametrize("text", ["قتل شرطي في انفجار عبوة.", "لقي شرطي مصرعه."])
def test_a_policeman_is_not_two_conditions(text: str) -> None:
    assert one(text, "killing").who("target") == ["شرطي"]
