"""What followed from a deed, as the grammar linked them."""

import pytest
from tests.frames.causes.cause_helper import caused, one


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("قُتل طفل في غارة على الخيام.", "airstrike", "killing"),
        ("أصيب راع بانفجار لغم في مأرب.", "bombing", "injury"),
        ("قُتل مدني خلال قصف على بارا.", "shelling", "killing"),
        ("مقتل طفل بغارة على الخيام", "airstrike", "killing"),
        ("قصفت الطائرات السوق فقُتل طفل.", "airstrike", "killing"),
        ("سقطت قذيفة على منزل، فأصيبت امرأة.", "shelling", "injury"),
        ("قصفت المدفعية سوقاً موقعة قتلى.", "shelling", "killing"),
        ("قصف مدفعي أوقع ثلاثة قتلى في الخيام.", "shelling", "killing"),
    ],
)
def test_a_harm_follows_from_its_deed(text: str, cause: str, effect: str) -> None:
    found = one(text)
    assert (found.type, found.cause, found.effect) == ("because_of", cause, effect)
    assert found.rule == "result"


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات السوق، وقُتل طفل.",  # merely after it
        "سقطت قذيفة على منزل، أصيبت امرأة.",
        "قُتل مدني خلال اشتباكات في بارا.",  # only at the time of it
        "قُتل طفل بينما شن الجيش غارة.",
        "قُتل جندي في عدن. وانفجر لغم في مأرب.",
    ],
)
def test_what_only_comes_before_is_no_cause(text: str) -> None:
    assert caused(text) == []


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("هاجم مسلحون الحاجز فاندلعت اشتباكات مع الجيش.", "attack", "clash"),
        ("اعتقلت الشرطة ناشطاً، فتظاهر العشرات أمام المخفر.", "arrest", "protest"),
    ],
)
def test_what_fa_joins_to_a_deed_comes_of_it(text: str, cause: str, effect: str) -> None:
    assert caused(text) == [("because_of", cause, effect)]


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون الحاجز ثم اندلعت اشتباكات مع الجيش.",
        "اعتقلت الشرطة ناشطاً، وتظاهر العشرات أمام المخفر.",
        "قتل مسلحون شرطياً، فقتل الجيش مسلحين.",  # the same again
        "اعتقلت الشرطة ناشطاً؛ فتظاهر العشرات أمام المخفر.",
    ],
)
def test_what_another_word_joins_is_only_next(text: str) -> None:
    assert caused(text) == []
