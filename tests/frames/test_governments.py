"""A capital or country that stands for its government."""

from __future__ import annotations

import pytest

import riwaya


def _kinds(text: str, words: str) -> set[str]:
    return {m.kind for m in riwaya.read(text).mentions if m.text == words}


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("رفضت دمشق المقترح الأممي.", "دمشق"),
        ("بغداد تندد بالقصف التركي على دهوك.", "بغداد"),
        ("ورحبت الرياض باتفاق الهدنة.", "الرياض"),
        ("تدرس واشنطن فرض عقوبات على قادة الدعم السريع.", "واشنطن"),
        ("ساندت كيغالي الحركة.", "كيغالي"),
        ("منحت الجزائر الوفد مهلة.", "الجزائر"),
        ("جددت طهران دعوتها إلى الحوار.", "طهران"),
        ("خاطبت أسمرة الأمم المتحدة.", "أسمرة"),
        ("استدعت باريس السفير الروسي.", "باريس"),
        ("لم ترد كيغالي على الاتهام.", "كيغالي"),
        ("وأسمرة تنفي إرسال جنود إلى تيغراي.", "أسمرة"),
        ("أسمرة لا تعترف بالاتفاق.", "أسمرة"),
        ("قال الوزير إن القاهرة ستستضيف القمة.", "القاهرة"),
        ("طرابلس لم تعلن موقفها.", "طرابلس"),
    ],
)
def test_a_capital_that_takes_a_stance_is_a_group(text: str, capital: str) -> None:
    assert "group" in _kinds(text, capital)


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("شهدت دمشق انفجارا أمس.", "دمشق"),
        ("استيقظت بغداد على انفجار سيارة مفخخة.", "بغداد"),
        ("وصل الوفد إلى الرياض.", "الرياض"),
        ("احتضنت الدوحة جولة من المحادثات.", "الدوحة"),
        ("تشهد بيروت هدوءا حذرا.", "بيروت"),
        ("لم تشهد كيغالي أي احتجاج.", "كيغالي"),
        ("أسمرة تستيقظ على انفجار.", "أسمرة"),
        ("انقطعت الكهرباء عن صيدا.", "صيدا"),
        ("إلى طرابلس تصل غدا السفن.", "طرابلس"),
        ("دخلت القوات دمشق وأعلنت حظر التجول.", "دمشق"),
        ("هزت الخرطوم انفجارات عنيفة.", "الخرطوم"),
    ],
)
def test_a_capital_where_something_happens_is_a_place(text: str, capital: str) -> None:
    assert _kinds(text, capital) == {"place"}


def test_a_palace_is_the_government_of_its_country() -> None:
    made = riwaya.read("قال البيت الأبيض إن الضربة قتلت قياديا في درعا.")
    (palace,) = [m for m in made.mentions if "البيت الأبيض" in m.text]
    (entity,) = [e for e in made.entities if e.id == palace.entity]
    assert palace.kind == "group"
    assert entity.meant == "الولايات المتحدة"


def test_a_town_named_as_a_town_is_none() -> None:
    assert _kinds("مدينة طرابلس رفضت القرار.", "مدينة طرابلس") == {"place"}


def test_a_town_without_a_government_stays_a_place() -> None:
    assert _kinds("ودعت صيدا قتلاها.", "صيدا") == {"place"}
