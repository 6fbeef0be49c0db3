"""All rules of causes over a report: in order, no more real than their ends."""

import pytest
from tests.frames.causes.cause_helper import caused, causes, one


def test_a_stated_reason_comes_before_one_that_the_grammar_links() -> None:
    text = "قُتل شرطي إثر انفجار عبوة ناسفة في كركوك."
    assert one(text).rule == "cued-reason"


def test_the_causes_of_a_report_stand_in_the_order_of_its_sentences() -> None:
    text = (
        "قصف الجيش البلدة رداً على خطف جندي. "
        "وقُتل طفل في غارة على المخيم. "
        "ونشرت الشرطة دوريات لضبط الأمن."
    )
    assert caused(text) == [
        ("because_of", "abduction", "shelling"),
        ("because_of", "airstrike", "killing"),
        ("in_order_to", "deployment", "ضبط الأمن"),
    ]


def test_a_deed_may_be_the_effect_of_one_and_the_cause_of_another() -> None:
    found = causes("توفي شرطي متأثراً بإصابته في هجوم على المخفر.")
    assert [(c.cause, c.effect) for c in found] == [("injury", "killing"), ("attack", "injury")]
    assert found[0].statement.roles[0].statement == found[1].statement.roles[1].statement


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("قصف الجيش البلدة بسبب خطف جندي.", "actual"),
        ("هددت الحركة بقصف المطار رداً على الغارات.", "threatened"),
        ("يعتزم الجيش قصف البلدة بسبب خطف جندي.", "intended"),
        ("يعتزم الجيش قصف البلدة بهدف اعتقال المطلوبين.", "intended"),
        ("داهمت القوات المخيم بهدف اعتقال ناشط.", "actual"),  # only the aim is not yet
    ],
)
def test_a_cause_is_no_more_real_than_what_it_ties(text: str, realis: str) -> None:
    assert one(text).statement.realis == realis


def test_a_cause_of_what_did_not_happen_is_negative() -> None:
    found = one("لم يقصف الجيش البلدة بسبب الأمطار.").statement
    assert (found.polarity, found.negates) == ("negative", "event")
    assert one("قصف الجيش البلدة بسبب الأمطار.").statement.polarity == "positive"
