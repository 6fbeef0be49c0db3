"""Relations to whom a pronoun on the noun stands for."""

import pytest
from tests.frames.relations.relation_helper import one, related


@pytest.mark.parametrize(
    ("text", "kind", "subject", "whose"),
    [
        (
            "أعلنت حركة الشباب مقتل قائدها الميداني في بيدوا.",
            "leader_of",
            "قائدها الميداني",
            "حركة الشباب",
        ),
        (
            "نعت كتيبة الردع آمرها ناصر الفيتوري.",
            "leader_of",
            "ناصر الفيتوري",
            "كتيبة الردع",
        ),
        (
            "أعلن حزب الله مقتل 12 من مقاتليه في عيتا الشعب.",
            "member_of",
            "12 من مقاتليه",
            "حزب الله",
        ),
        ("قُتل سامي الطائي، وأصيب نجله ماهر.", "kin_of", "ماهر", "سامي الطائي"),
        ("اعتقلت الشرطة سعاد الدوسري وزوجها في الكويت.", "kin_of", "زوجها", "سعاد الدوسري"),
        ("أصيب ناجي الحميقاني وابن عمه في مأرب.", "kin_of", "ابن عمه", "ناجي الحميقاني"),
    ],
)
def test_the_pronoun_on_a_noun_is_whom_it_belongs_to(
    text: str, kind: str, subject: str, whose: str
) -> None:
    assert related(text) == [(kind, subject, whose)]


def test_all_kin_are_of_the_man_and_not_of_one_another() -> None:
    assert related("قُتل الشيخ عواد الجبوري ونجله وزوجته في الحويجة.") == [
        ("kin_of", "نجله", "عواد الجبوري"),
        ("kin_of", "زوجته", "عواد الجبوري"),
    ]
    assert related("قُتل نجله وزوجته في الحويجة.") == []


@pytest.mark.parametrize(
    "text",
    [
        "قال ناجي الحميقاني إن زوجها اعتُقل.",  # of a man «زوجها» is not said
        "قال ناجي الحميقاني إن قائدها قُتل.",
        "قالت حركة الشباب إن نجلها اعتُقل.",  # a group has no son
        "قالت سعاد الدوسري إن قائدها اعتُقل.",  # and a woman no commander
    ],
)
def test_a_pronoun_that_does_not_agree_stands_for_nobody(text: str) -> None:
    assert related(text) == []


def test_a_groups_men_are_its_fighters_not_its_prisoners() -> None:
    fighters, prisoners = (f"قال حزب الأمة إن خمسة من {w} نُقلوا." for w in ("مقاتليه", "معتقليه"))
    assert related(fighters) == [("member_of", "خمسة من مقاتليه", "حزب الأمة")]
    assert related(prisoners) == []


def test_a_name_is_meant_rather_than_a_nearer_nameless_man() -> None:
    found = one("أصيب ناجي الحميقاني برصاص جندي، وقُتل شقيقه.")
    assert (found.subject, found.object) == ("شقيقه", "ناجي الحميقاني")


def test_the_nearest_group_is_meant_rather_than_the_speaker() -> None:
    text = "قالت كتيبة الردع إن حركة الشباب فقدت قائدها الميداني."
    assert one(text).object == "حركة الشباب"


def test_a_pronoun_reaches_back_two_sentences() -> None:
    near = "أصيب العميد ناجي الحميقاني. وأُغلق الشارع. وقُتل ابن عمه أيضاً."
    far = "أصيب العميد ناجي الحميقاني. وأُغلق الشارع. وساد الهدوء. وقُتل ابن عمه أيضاً."
    found = one(near)
    assert (found.subject, found.object) == ("ابن عمه", "ناجي الحميقاني")
    assert [e.text for e in found.statement.evidence] == [
        "وقُتل ابن عمه أيضاً.",
        "أصيب العميد ناجي الحميقاني.",
    ]
    assert related(far) == []
