"""Causes and aims that a phrase states."""

import pytest
from tests.frames.causes.cause_helper import caused, one


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("قصف الجيش البلدة رداً على مقتل ثلاثة جنود.", "killing", "shelling"),
        ("نزح السكان خوفاً من القصف.", "shelling", "displacement"),
        ("نزح السكان لأن الجيش قصف القرية.", "shelling", "displacement"),
        ("تظاهر العشرات تنديداً بقصف المدينة.", "shelling", "protest"),
        ("اعتقلت الشرطة ناشطاً لدوره في تفجير السوق.", "bombing", "arrest"),
        ("اندلعت اشتباكات بين عشيرتين بسبب خلاف على قطعة أرض.", "خلاف على قطعة أرض", "clash"),
        ("اعتقلت الشرطة صحفياً بتهمة التخابر مع العدو.", "التخابر مع العدو", "arrest"),
        ("اعتقل الجيش رجلاً بتهمة المشاركة في تفجير حافلة.", "bombing", "arrest"),
        ("بسبب القصف، نزح السكان من القرية.", "shelling", "displacement"),
    ],
)
def test_a_reason_stands_behind_its_phrase(text: str, cause: str, effect: str) -> None:
    assert caused(text) == [("because_of", cause, effect)]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("انفجر لغم في مأرب، ما أسفر عن إصابة راع.", "bombing", "injury"),
        ("خطف مسلحون تاجراً، ما دفع الأهالي إلى إغلاق الطريق.", "abduction", "restriction"),
        (
            "خطف مسلحون تاجراً، ما دفع عشرات من الأهالي الغاضبين في المدينة إلى إغلاق الطريق.",
            "abduction",
            "restriction",
        ),
        ("أسفر الهجوم عن مقتل جنديين في غاو.", "attack", "killing"),
        ("أشعل مقتل الشيخ عواد الجبوري اشتباكات في الحويجة.", "killing", "clash"),
    ],
)
def test_a_result_stands_behind_what_it_came_of(text: str, cause: str, effect: str) -> None:
    assert caused(text) == [("because_of", cause, effect)]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("داهمت القوات المخيم بهدف اعتقال ناشط.", "arrest"),
        ("قطع المحتجون الطريق من أجل تحسين الأجور.", "تحسين الأجور"),
        ("نشر الجيش قواته كي تفصل بين الطرفين.", "تفصل بين الطرفين"),
        ("انسحب الجنود تفادياً لمواجهة مع المسلحين.", "clash"),
        ("نشر الجيش قواته بهدف ضبط الأمن بعد مقتل جندي.", "ضبط الأمن"),
    ],
)
def test_an_aim_stands_behind_its_phrase(text: str, effect: str) -> None:
    found = one(text)
    assert (found.type, found.effect) == ("in_order_to", effect)


@pytest.mark.parametrize(
    "text",
    [
        "انتشر الجنود في إثر الخاطفين.",  # after them
        "انسحب الجنود تفادياً مواجهة مع المسلحين.",  # not «تفادياً لـ»
        "أحرق الأهالي السيارة انتقاماً من القرية.",  # only a deed is avenged
        "أغلقت الشرطة الطريق حتى وصول الإسعاف.",
        "انفجر لغم في مأرب ما أدى إلى أضرار، وأصيب راع.",
        "هدد الحزب بسبب القصف.",  # words are no deed
        "لذلك قصف الجيش البلدة.",
        "قصف الجيش البلدة، لكن المطار خال بسبب الثلوج.",
        "انفجر لغم في مأرب. وأسفر عن ذلك هدوء.",
    ],
)
def test_a_phrase_without_two_ends_tells_no_cause(text: str) -> None:
    assert caused(text) == []


def test_the_main_verb_has_the_reason_unless_a_noun_stands_right_before_it() -> None:
    far = "قتل المسلحون في هجوم على حاجز قرب تعز شرطياً بسبب خلاف شخصي."
    near = "قتل المسلحون شرطياً في هجوم بسبب خلاف شخصي."
    assert ("because_of", "خلاف شخصي", "killing") in caused(far)
    assert ("because_of", "خلاف شخصي", "attack") in caused(near)


def test_the_verb_of_a_relative_clause_has_not_the_reason_of_its_sentence() -> None:
    text = "قتل المسلح الذي هاجم الحاجز شرطياً بسبب خلاف شخصي."
    assert caused(text) == [("because_of", "خلاف شخصي", "killing")]


def test_a_relative_clause_goes_on_with_its_noun() -> None:
    text = "قصف الجيش البلدة رداً على الغارة التي استهدفت القافلة وأدت إلى مقتل ضابط."
    assert caused(text) == [
        ("because_of", "airstrike", "shelling"),
        ("because_of", "airstrike", "killing"),
    ]


def test_of_a_harm_in_an_attack_the_attack_has_the_result() -> None:
    text = "قُتل مدني في غارة، ما أدى إلى إصابة اثنين."
    assert ("because_of", "airstrike", "injury") in caused(text)
    after = "قصف الجيش البلدة بعد غارة شنتها الحركة على القاعدة وأدت إلى مقتل ضابط."
    assert caused(after) == [("because_of", "airstrike", "killing")]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("وأدت الغارة إلى مقتل طفلين.", "airstrike", "killing"),
        ("تسبب القصف بنزوح السكان.", "shelling", "displacement"),
        ("أدى قصف المخفر إلى مقتل جندي.", "shelling", "killing"),
        ("قصف الجيش البلدة رداً على خطف جندي، ما أدى إلى مقتل طفل.", "shelling", "killing"),
    ],
)
def test_a_verb_of_bringing_about_may_have_its_subject_behind_it(
    text: str, cause: str, effect: str
) -> None:
    assert ("because_of", cause, effect) in caused(text)


@pytest.mark.parametrize(
    "text",
    [
        "المعارك التي اندلعت فجر اليوم قرب وادي حوران طويلة.",
        "ردّاً على سؤال، قال ضابط إن الجيش قصف مواقع للمسلحين.",
        "توقفت الرحلات بسبب سوء الأحوال الجوية، وأفرجت النيابة عن موقوف.",
    ],
)
def test_dawn_a_valley_a_question_and_the_clause_before_are_no_causes(text: str) -> None:
    assert caused(text) == []


def test_an_aim_to_prevent_is_its_words_and_not_the_deed_prevented() -> None:
    text = "داهمت القوات المخيم بهدف منع هجوم على السوق."
    assert caused(text) == [("in_order_to", "attack", "منع هجوم على السوق")]
