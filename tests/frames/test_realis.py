"""Did it happen: plans, threats, demands, doubts, what was averted, negation."""

import pytest
from tests.frames.reading_helper import event


@pytest.mark.parametrize(
    ("text", "kind", "realis"),
    [
        ("هدد الحوثيون بقصف أبوظبي.", "shelling", "threatened"),
        ("هدد الحوثيون بتوسيع هجماتهم على الموانئ.", "attack", "threatened"),
        ("طالبت الأمم المتحدة الحوثيين بالإفراج عن المعتقلين.", "release", "demanded"),
        ("طالب المحتجون بتحسين الخدمات والإفراج عن المعتقلين.", "release", "demanded"),
        ("تعتزم فرنسا سحب جنودها من غاو.", "withdrawal", "intended"),
        ("اتفق الجانبان على سحب القوات من المدينة.", "withdrawal", "intended"),
        ("وقد يقصف الجيش المدينة غداً.", "shelling", "possible"),
        ("حذرت الأمم المتحدة من قصف المدينة.", "shelling", "possible"),
        ("أحبطت الشرطة تفجير سيارة في بغداد.", "bombing", "hypothetical"),
        ("لولا تدخل الأهالي لقتلوا السائق.", "killing", "hypothetical"),
        ("نجا الضابط من محاولة اغتيال، فيما قُتل سائقه.", "killing", "actual"),
        ("وكان الجيش قد قصف المدينة أمس.", "shelling", "actual"),
        ("تمكنت الشرطة من اعتقال مهرب في تعز.", "arrest", "actual"),
        ("طالب مجلس الأمن برفع الحصار عن الفاشر.", "siege", "actual"),
        ("تشهد المنطقة بين حين وآخر تفجيرات مماثلة.", "bombing", "generic"),
    ],
)
def test_realis(text: str, kind: str, realis: str) -> None:
    assert event(text, kind).realis == realis


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لم تسجل إصابات بين السكان.", "injury"),
        ("ولم تقصف الطائرات المدينة.", "airstrike"),
        ("سقطت قذيفة على مزرعة دون وقوع إصابات.", "injury"),
    ],
)
def test_negation(text: str, kind: str) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == ("actual", "negative")


def test_a_denied_plan_is_a_plan_that_is_not_made() -> None:
    found = event("قالت باريس إنها لا تعتزم سحب جنودها من البلاد.", "withdrawal")
    assert (found.realis, found.polarity) == ("intended", "negative")


def test_a_demand_not_to_do_is_negative() -> None:
    found = event("وحثّ المبعوث الأممي الفصائل على عدم قصف المدينة.", "shelling")
    assert (found.realis, found.polarity) == ("demanded", "negative")


def test_going_on_is_no_negation() -> None:
    found = event("لا يزال الجيش يقصف المدينة.", "shelling")
    assert (found.realis, found.polarity) == ("actual", "positive")


def test_what_was_vowed_ends_where_another_verb_of_saying_begins() -> None:
    text = "هدد الحزب بالرد، ثم أعلن قصف قاعدة عسكرية في الجولان."
    assert event(text, "shelling").realis == "actual"


def test_a_known_deed_after_a_threat_stays_actual() -> None:
    text = "توعدت سرايا القدس بمواصلة إطلاق الصواريخ بعد اغتيال قائدها."
    assert event(text, "assassination").realis == "actual"


def test_an_agreed_deed_after_its_terms_is_intended() -> None:
    found = event("توصل الطرفان إلى اتفاق يقضي بانسحاب القوات من المدينة.", "withdrawal")
    assert found.realis == "intended"
