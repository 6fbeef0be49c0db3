"""Who tells of a deed is its doer only where the words allow it; victims are never made doers."""

import pytest
from tests.told import one


def test_an_army_that_tells_of_an_attack_on_itself_did_not_make_it() -> None:
    text = "أعلن الجيش، السبت، عن مقتل أربعة جنود وشرطي في هجومين على موقعين للجيش بشمال البلاد."
    attack = one(text, "attack")
    assert attack.who("agent") == []
    assert attack.statement.realis == "actual"  # «شرطي» was read as a condition


@pytest.mark.parametrize(
    "text", ["نصب مسلحون كمينا للجنود.", "وقعت دورية للجنود في كمين قرب البلدة."]
)
def test_who_walks_into_an_ambush_did_not_lay_it(text: str) -> None:
    ambush = one(text, "ambush")
    assert all("جنود" not in agent for agent in ambush.who("agent"))
    assert ambush.who("target")


def test_a_country_where_attacks_kill_is_not_their_doer() -> None:
    text = "خلفت الهجمات في بوركينا فاسو ومالي والنيجر ما يقرب من 4 آلاف قتيل العام الماضي."
    assert one(text, "killing").who("agent") == []
