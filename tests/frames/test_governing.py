"""Which deeds a word of doubt or denial governs."""

import pytest
from tests.told import one


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لم تقع إصابات.", "injury"),
        ("ولم يسفر القصف عن إصابات.", "injury"),
        ("لم يشن الطيران أي غارة أمس.", "airstrike"),
    ],
)
def test_a_negated_verb_negates_the_deed_it_carries(text: str, kind: str) -> None:
    assert one(text, kind).statement.polarity == "negative"


def test_a_deed_that_did_not_stop_happens() -> None:
    assert one("لم تتوقف الاشتباكات منذ الصباح.", "clash").statement.polarity == "positive"


@pytest.mark.parametrize("verb", ["تتجدد", "تندلع", "تستأنف"])
def test_qad_doubts_the_imperfect_that_carries_a_deed(verb: str) -> None:
    text = f"قد {verb} المعارك في حي الطيرة."
    assert one(text, "clash").statement.realis == "possible"


@pytest.mark.parametrize(
    "between", ["", "، مساء الخميس،", "، في مدينة بعقوبة،", "، فجر الأحد، في الحسكة،"]
)
def test_when_and_where_between_commas_part_nothing(between: str) -> None:
    """«أحبطت القوات، مساء الخميس، هجوماً» told of an attack that happened."""
    found = one(f"أحبطت القوات الأمنية{between} هجوماً على ثكنة.", "attack")
    assert found.statement.realis == "hypothetical"


def test_another_clause_between_commas_still_parts() -> None:
    found = one("أحبطت القوات محاولة تهريب، وقالت إنها ستلاحقهم، وشن مسلحون هجوماً.", "attack")
    assert found.statement.realis == "actual"
