"""It was not he who did it: a negated noun phrase, «من» or «الذي», and the verb."""

import pytest
from tests.frames.denied.denied_helper import denied, last_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ليس الحشد الشعبي من قصف معسكر المتظاهرين في البصرة.", "shelling"),
        ("وقال الناطق إن الجيش السوداني ليس من خطف المسعفين في نيالا.", "abduction"),
        ("لم تكن قوات حفتر هي التي اقتحمت مستشفى سرت.", "raid"),
        ("وقال قائد الفصيل: ما نحن الذين أطلقنا النار على القافلة.", "shooting"),
        ("الشرطة ليست من اعتقلت الصحفي في القاهرة.", "arrest"),
    ],
)
def test_a_negated_doer_before_the_verb_denies_the_doer_and_not_the_deed(
    text: str, kind: str
) -> None:
    assert denied(text, kind) == "agent cleft"
    assert last_of(text, kind).realis == "actual"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("الحشد الشعبي هو من قصف معسكر المتظاهرين في البصرة.", "shelling"),
        ("قوات حفتر هي التي اقتحمت مستشفى سرت.", "raid"),
        ("كتائب القسام هي من أطلق الصواريخ على عسقلان وليست نادمة.", "shelling"),
        ("ليس سرا، فالجيش هو من قصف معسكر المتظاهرين في البصرة.", "shelling"),
    ],
)
def test_a_doer_singled_out_without_a_negation_did_it(text: str, kind: str) -> None:
    assert denied(text, kind) == ""


def test_a_plain_negation_of_the_verb_denies_the_deed() -> None:
    assert denied("لم يقصف الحشد الشعبي معسكر المتظاهرين في البصرة.", "shelling") == "event"


def test_neither_this_one_nor_that_one_did_it() -> None:
    assert denied("لا الحكومة ولا الحركة قتلت الطبيبين في بيدوا.", "killing") == "agent cleft"
    assert denied("الحكومة والحركة قتلتا الطبيبين في بيدوا.", "killing") == ""


def test_who_holds_one_doer_unlikely_leaves_the_deed() -> None:
    text = (
        "واستبعد محافظ شبوة عوض الحارثي في تصريحات لإذاعة محلية مساء أمس "
        "أن يكون التحالف هو الذي قصف الميناء."
    )
    assert denied(text, "shelling") == "agent cleft"
    confirmed = text.replace("واستبعد", "وأكد")
    assert denied(confirmed, "shelling") == ""


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("لم يكن القيادي هو المستهدف بالغارة على السيارة في صور.", "airstrike", "target"),
        ("ليست الحركة المسؤولة عن تفجير المقهى.", "bombing", "agent"),
        ("أنكرت الكتيبة أن تكون هي من بدأ إطلاق النار.", "shooting", "agent"),
        ("لا الحكومة ولا الحركة خطفت القس في الجبال.", "abduction", "agent"),
        ("استبعد مسؤول أن يكون الجيش هو من أسقط الطائرة.", "interception", "agent"),
    ],
)
def test_whom_a_deed_is_denied_of_may_be_called_by_a_noun(text: str, kind: str, part: str) -> None:
    assert denied(text, kind) == f"{part} cleft"
