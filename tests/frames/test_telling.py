"""What an event's own words tell of it: backdrop, place and people, a verb that may be a noun."""

import pytest
from tests.frames.reading_helper import event


@pytest.mark.parametrize(
    ("text", "doubted", "stands"),
    [
        ("لم يُقتل أحد في الغارة على بلدة حيان.", "killing", "airstrike"),
        ("نفى الجيش مقتل جنود في هجوم على الثكنة.", "killing", "attack"),
        ("ربما قُتل المهندس خلال الغارة على درنة.", "killing", "airstrike"),
        ("قد يكون عدد قتلى القصف أكبر.", "killing", "shelling"),
        ("نفت الوزارة وجود جنود بين قتلى الغارة.", "killing", "airstrike"),
    ],
)
def test_a_deed_that_is_only_the_backdrop_is_not_doubted(
    text: str, doubted: str, stands: str
) -> None:
    found = event(text, stands)
    assert (found.realis, found.polarity) == ("actual", "positive")
    other = event(text, doubted)
    assert (other.realis, other.polarity) != ("actual", "positive")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لم تقع غارة على بلدة حيان.", "airstrike"),
        ("نفى الجيش الغارة على بلدة حيان.", "airstrike"),
        ("لم يقع هجوم على الثكنة.", "attack"),
    ],
)
def test_the_deed_that_is_spoken_of_is_denied(text: str, kind: str) -> None:
    assert event(text, kind).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "kind", "realis"),
    [
        ("يعيش السكان تحت القصف.", "shelling", "generic"),
        ("يعيش السكان تحت القصف في الفاشر منذ أيام.", "shelling", "actual"),
        ("فتحت المحكمة ملف تفجير.", "bombing", "possible"),
        ("فتحت المحكمة ملف تفجير في السوق.", "bombing", "actual"),
        ("ولم يوضح المبعوث موقفه من أي هجوم.", "attack", "possible"),
    ],
)
def test_a_deed_with_its_place_or_time_is_told(text: str, kind: str, realis: str) -> None:
    assert event(text, kind).realis == realis


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("رفض الجيش سحب آلياته من تعز.", "withdrawal"),
        ("نفى حزب الله خطف السائق في البقاع.", "abduction"),
    ],
)
def test_the_word_of_a_verb_is_a_noun_behind_what_takes_one(text: str, kind: str) -> None:
    assert event(text, kind).polarity == "negative"


def test_the_vowel_of_a_passive_makes_it_a_verb() -> None:
    assert event("رفض الفصيل الهدنة وخُطف الصحفي.", "abduction").polarity == "positive"
