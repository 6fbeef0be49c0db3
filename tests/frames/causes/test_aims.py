"""Aims that only «لـ» opens, and what somebody is punished for."""

import pytest
from tests.frames.causes.cause_helper import caused, one


@pytest.mark.parametrize(
    ("text", "deed", "aim"),
    [
        ("أرسل الجيش تعزيزات لفك الحصار عن الفاشر.", "deployment", "فك الحصار عن الفاشر"),
        ("نشرت الشرطة دوريات لضبط الأمن.", "deployment", "ضبط الأمن"),
        ("نصب المسلحون حاجزاً لخطف المسافرين.", "establishment", "abduction"),
        ("نصب المسلحون كميناً ليقتلوا الضابط.", "ambush", "killing"),
        ("انتشر الجنود ليشرفوا على الطريق.", "deployment", "يشرفوا على الطريق"),
    ],
)
def test_la_before_a_purpose_opens_the_aim_of_the_deed(text: str, deed: str, aim: str) -> None:
    assert caused(text) == [("in_order_to", deed, aim)]


@pytest.mark.parametrize(
    "text",
    [
        "نشرت الشرطة دوريات لمدة أسبوع.",
        "انتشر الجنود ليلاً على الطريق.",
        "أرسل الجيش تعزيزات لقواته في بارا.",
        "خطط التنظيم لتفجير سوق في بغداد.",  # a plan, and nothing done for it
        "دعا الحزب لقصف البلدة.",
        "قصف الجيش البلدة، لكن الوفد متوجه لبحث الهدنة.",
    ],
)
def test_another_la_opens_none(text: str) -> None:
    assert caused(text) == []


def test_an_aim_too_far_from_a_deed_is_not_its() -> None:
    far = "الكبيرة في وسط المدينة القديمة قرب الجسر الحجري على الضفة الغربية من النهر الكبير"
    assert caused("قصف الجيش السوق الكبيرة لفتح الطريق.") != []
    assert caused(f"قصف الجيش السوق {far} لفتح الطريق.") == []


@pytest.mark.parametrize(
    ("text", "words", "deed"),
    [
        ("أعدمت الحركة رجلاً لتعاونه مع الحكومة.", "تعاونه مع الحكومة", "execution"),
        ("اعتقلت الشرطة معلماً لانتقاده المحافظ.", "انتقاده المحافظ", "arrest"),
        ("خطف مسلحون طبيبين لرفضهما دفع الفدية.", "رفضهما دفع الفدية", "abduction"),
    ],
)
def test_somebody_is_punished_for_what_he_did(text: str, words: str, deed: str) -> None:
    found = one(text)
    assert (found.type, found.cause, found.effect) == ("because_of", words, deed)


@pytest.mark.parametrize(
    "text",
    [
        "أفرجت الشرطة عن معلم لانتقاده المحافظ.",  # no punishment
        "انسحب الجيش لاستكماله المهمة.",
        "اعتقلت الشرطة معلماً لساعات.",
        "قتل مسلحون معلماً للحكومة.",
    ],
)
def test_la_behind_another_deed_tells_no_punishment(text: str) -> None:
    assert caused(text) == []
