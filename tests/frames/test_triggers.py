"""Which words of small made sentences are events, and of which type."""

from __future__ import annotations

import pytest
from tests.frames.reading_helper import events


def told(text: str) -> list[tuple[str, str]]:
    """The triggers of a text and their types, in the order of the text."""
    return [(e.trigger.text, e.type) for e in events(text) if e.trigger is not None]


def types(text: str) -> list[str]:
    return [kind for _, kind in told(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("استولى المسلحون على ثلاث سيارات وذخائر.", "looting"),
        ("دخول قوات الجيش مدينة حلب صباح أمس.", "deployment"),
        ("أعلنت الفصائل تصفية قائد ميداني في إدلب.", "assassination"),
        ("دانت وزارة الخارجية قصف المدينة.", "condemnation"),
        ("سُلّم الأسرى إلى الصليب الأحمر.", "handover"),
        ("وقعت مشاجرة مسلحة بين عائلتين في الحي.", "clash"),
        ("نفى المتحدث استخدام الرصاص الحي ضد المتظاهرين.", "shooting"),
        ("بسطت الفصائل سيطرتها على مدينة الباب.", "capture"),
        ("سلّم المسلح نفسه للشرطة.", "surrender"),
        ("ألقى مجهولون قنبلة على حاجز للشرطة.", "bombing"),
        ("هدد التنظيم بمهاجمة القوات الحكومية.", "attack"),
        ("سقطت مدينة الباب في يد الفصائل.", "capture"),
        ("وطالب النائب العام بملاحقة الجناة.", "demand"),
        ("خرج مئات الأهالي في مظاهرة وسط المدينة.", "protest"),
    ],
)
def test_words_of_each_type_are_found(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "وصفته الوزارة بالصديق.",
        "يصف الكاتب المدينة في روايته.",
        "طالب في كلية الطب بجامعة دمشق.",
        "لم ترد أنباء عن الحادث.",
        "وصل الوفد فجرا إلى المدينة.",
        "قال مراسل «عين الحقيقة» إن الطقس معتدل.",
        "رجل يدعى سليم يعمل في المدينة.",
        "أقيم في مقر إقامته حفل صغير.",
        "البرنامج الاجتماعي للجامعة.",
        "صدر كتاب «قتلوا أخي» عن دار جديدة.",
        "يهدد الجفاف المحاصيل في المنطقة.",
        "احتفال ياسر عرفات بالعيد.",
    ],
)
def test_words_that_are_written_like_deeds_are_none(text: str) -> None:
    assert types(text) == []


def test_a_noun_behind_ba_says_how_and_is_no_second_deed() -> None:
    assert types("أصيب ثلاثة مدنيين بجروح خطيرة.") == ["injury"]
    assert types("استهدفت الفصائل موقعا للجيش بصلية صاروخية.") in (["attack"], ["shelling"])


def test_a_verb_that_says_what_a_deed_hit_is_no_second_deed() -> None:
    assert types("قتل جندي في تفجير استهدف دورية للجيش.") == ["killing", "bombing"]
    assert types("قتل جندي واستهدف قناص دورية للجيش.") == ["killing", "attack"]


def test_a_genitive_of_the_same_type_belongs_to_the_noun_before_it() -> None:
    assert types("وقعت الفصائل اتفاق تسوية مع الجيش.") == ["agreement"]


def test_the_attacker_in_the_gap_of_a_phrase_is_no_second_deed() -> None:
    assert told("فجر انتحاري نفسه داخل مقهى.") == [("فجر انتحاري نفسه", "suicide_bombing")]


def test_dual_verbs_need_two_doers() -> None:
    assert "bombing" in types("مسلحان فجرا جسرا في المدينة.")
    assert "bombing" not in types("هاجمت الفصائل فجرا موقعا للجيش.")


def test_a_written_hamza_tells_homographs_apart() -> None:
    assert "establishment" in types("أقامت القوات حاجزا في البلدة.")
    assert "establishment" not in types("زار الوفد مقر إقامته.")


def test_a_gap_does_not_reach_into_the_next_clause() -> None:
    found = types("القوات تستهدف سفينة في الخليج وتسقط طائرة تجسس.")
    assert found == ["attack", "interception"]


def test_words_in_the_gap_of_a_trap_stay_free() -> None:
    found = types("أوقف قتل الحارس مباراة الفريقين.")
    assert "killing" in found
    assert "arrest" not in found


def test_classes_of_noun_phrases_open_a_context() -> None:
    assert types("ضبط حراس الحدود 120 مهاجرا.") == ["arrest"]
    assert types("ضبط حراس الحدود حزامين ناسفين.") == ["seizure"]


def test_a_definite_noun_takes_up_a_deed_told_before() -> None:
    found = told("اقتحمت القوات مخيم جنين. وأسفرت العملية عن مقتل شاب.")
    assert ("العملية", "attack") in found
    assert "attack" not in types("تكللت العملية بالنجاح وعاد المريض.")


@pytest.mark.parametrize("what", ["خرق", "انتهاك"])
def test_a_broken_ceasefire_is_no_shooting(what: str) -> None:
    found = told(f"اتهم الوزير الحركة ب{what} وقف إطلاق النار.")
    assert [kind for _, kind in found] == ["accusation", "ceasefire_violation"]
