"""Who does a deed that another word governs."""

import pytest
from tests.told import one


@pytest.mark.parametrize(
    ("text", "kind", "agent"),
    [
        ("تمكنت الشرطة من اعتقال مهرب في تعز.", "arrest", "الشرطة"),
        ("هدد الحوثيون بقصف مدينة مأرب.", "shelling", "الحوثيون"),
        ("اتهمت الحكومة الحوثيين بقصف السوق.", "shelling", "الحوثيين"),
        ("طالبت الأمم المتحدة الحوثيين بالإفراج عن المعتقلين.", "release", "الحوثيين"),
        ("تعتزم فرنسا الانسحاب من غاو.", "withdrawal", "فرنسا"),
    ],
)
def test_the_doer_that_the_governing_word_implies(text: str, kind: str, agent: str) -> None:
    assert one(text, kind).who("agent") == [agent]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وحذر الصليب الأحمر من قصف السد.", "shelling"),
        ("منعت الشرطة اختطاف طفلة في صنعاء.", "abduction"),
        ("فتحت النيابة تحقيقا في اغتيال المحامي.", "assassination"),
        ("رجّح ضابط مقتل أربعة مسلحين في الغارة.", "airstrike"),
        ("لم تعلق أنقرة على قصف دهوك.", "shelling"),
        ("يشكو المزارعون من غارات.", "airstrike"),
        ("ألقى الوزير باللوم على الفصيل في قصف السوق.", "shelling"),
    ],
)
def test_who_warns_prevents_guesses_or_complains_is_no_doer(text: str, kind: str) -> None:
    assert one(text, kind).who("agent") == []


@pytest.mark.parametrize(
    ("text", "kind", "agent"),
    [
        ("فشل المسلحون في اقتحام القاعدة.", "raid", "المسلحون"),
        ("لجأت القوات إلى قصف الأحياء.", "shelling", "القوات"),
    ],
)
def test_who_fails_or_resorts_to_a_deed_is_its_doer(text: str, kind: str, agent: str) -> None:
    assert one(text, kind).who("agent") == [agent]


def test_a_number_behind_at_least_is_no_doer_of_what_killed_them() -> None:
    """«ما لا يقل عن 12 شخصاً» flew the strike that killed them."""
    assert one("مقتل ما لا يقل عن 12 شخصاً بغارة جوية.", "airstrike").who("agent") == []


@pytest.mark.parametrize(
    "text",
    [
        "أحبطت القوات الأمنية محاولة لاغتيال قاض.",
        "أحبطت القوات الأمنية، اليوم، محاولة لاغتيال قاض في بعقوبة.",
        "توعد القائد بالرد بعد اغتيال رفيقه.",
    ],
)
def test_who_averts_or_answers_a_deed_is_not_its_doer(text: str) -> None:
    """Security forces that averted an assassination were the assassins."""
    assert one(text, "assassination").who("agent") == []


def test_who_died_did_not_do_what_killed_him() -> None:
    """«قضى» is «ruled», too, and a court's verdict has a doer."""
    text = "قضى مدني وجرح اثنان آخران بقصف على بلدة حيان."
    assert one(text, "shelling").who("agent") == []
    assert one(text, "injury").who("agent") == []


def test_who_flees_from_fire_does_not_fire() -> None:
    text = "وقع ذلك أثناء محاولة الأهالي العبور هرباً من القصف."
    assert one(text, "shelling").who("agent") == []
