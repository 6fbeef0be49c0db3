"""Whether and when a relation holds: once, since when, until when, denied, possible."""

from datetime import date

import pytest
from tests.frames.relations.relation_helper import DAY, one, relations


@pytest.mark.parametrize(
    "text",
    [
        "قُتل آدم نور، القيادي السابق في حركة الشباب، في بيدوا.",
        "قُتل آدم نور، القيادي في حركة الشباب سابقاً.",
        "كان آدم نور ينتمي إلى حركة الشباب.",
        "كان ينتمي آدم نور إلى حركة الشباب.",
        "قُتل ضابط منشق عن الجيش السوري.",
        "اعتقلت الشرطة قائدها السابق في بيدوا.",
    ],
)
def test_what_was_once_is_former(text: str) -> None:
    assert one(text).statement.former


@pytest.mark.parametrize(
    "text",
    [
        "قُتل آدم نور، القيادي في حركة الشباب، في بيدوا.",
        "ينتمي آدم نور إلى حركة الشباب.",
        "وصل آدم نور، القيادي في حركة الشباب، والوزير السابق إلى بيدوا.",
        "كان القيادي في حركة الشباب آدم نور في بيدوا.",  # where he was, not what he was
    ],
)
def test_what_is_told_without_a_past_is_not(text: str) -> None:
    assert not one(text).statement.former


@pytest.mark.parametrize(
    ("text", "edtf", "earliest", "latest"),
    [
        (
            "تسيطر حركة الشباب على كيسمايو منذ عام 2012.",
            "2012/2023-05-16",
            date(2012, 1, 1),
            DAY,
        ),
        ("يقود ماهر العلواني كتيبة الردع منذ 2018.", "2018/2023-05-16", date(2018, 1, 1), DAY),
        ("قاد آدم نور حركة الشباب حتى عام 2012.", "../2012-12-31", None, date(2012, 12, 31)),
    ],
)
def test_since_and_until_date_it(
    text: str, edtf: str, earliest: date | None, latest: date | None
) -> None:
    time = one(text).statement.time
    assert time and (time.edtf, time.earliest, time.latest) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "تسيطر حركة الشباب على كيسمايو، وقصفت بلدوين منذ يومين.",
        "قاد آدم نور حركة الشباب، وحوصرت كيسمايو حتى الأحد.",
        "تسيطر حركة الشباب على كيسمايو يوم الأحد.",
        "منذ يومين تقصف الطائرات كيسمايو التي تسيطر عليها حركة الشباب.",
    ],
)
def test_the_time_of_a_deed_is_not_its(text: str) -> None:
    assert one(text).statement.time is None


@pytest.mark.parametrize(
    "text",
    [
        "لا ينتمي آدم نور إلى حركة الشباب.",
        "لم يعد آدم نور ينتمي إلى حركة الشباب.",
        "ليس آدم نور قيادياً في حركة الشباب.",
        "لا تسيطر حركة الشباب على كيسمايو.",
    ],
)
def test_what_is_denied_is_negative(text: str) -> None:
    found = one(text).statement
    assert (found.polarity, found.negates, found.realis) == ("negative", "event", "actual")


def test_what_is_doubted_is_possible() -> None:
    assert one("ربما ينتمي آدم نور إلى حركة الشباب.").statement.realis == "possible"
    assert one("قد تسيطر حركة الشباب على كيسمايو.").statement.realis == "possible"


@pytest.mark.parametrize(
    "text",
    [
        "لم تقصف الطائرات القرية أمس، لكن حركة الشباب تسيطر على كيسمايو.",
        "لم تقع هدنة في المدينة أمس، وينتمي آدم نور إلى حركة الشباب.",
        "قد تبدأ الهدنة غداً في المدينة، وينتمي آدم نور إلى حركة الشباب.",
        "لا هدنة، بينما ينتمي آدم نور إلى حركة الشباب.",
    ],
)
def test_a_negation_or_doubt_of_something_else_does_not_reach_it(text: str) -> None:
    found = one(text).statement
    assert (found.polarity, found.realis) == ("positive", "actual")


def test_what_may_come_is_no_tie_of_the_past() -> None:
    """«قد ينضم» was read as former."""
    found = one("قد ينضم آدم نور إلى حركة الشباب.")
    assert (found.statement.former, found.statement.realis) == (False, "possible")


@pytest.mark.parametrize(
    "text",
    [
        "كان آدم نور قيادياً في حركة الشباب.",
        "كانت قوات الدعم السريع تسيطر على نيالا.",
    ],
)
def test_what_somebody_was_is_former(text: str) -> None:
    assert one(text).statement.former


def test_kin_stays_kin_where_an_office_is_of_the_past() -> None:
    found = [r for r in relations("اغتيل خالد ديان، عم محافظ شبوة السابق صالح ديان.")
             if r.type == "kin_of"]  # fmt: skip
    assert [r.statement.former for r in found] == [False]
