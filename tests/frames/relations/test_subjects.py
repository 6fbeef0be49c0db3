"""Of whom a post is said: the name in its phrase, beside it, behind it, else itself."""

import pytest
from tests.frames.relations.relation_helper import one, related


@pytest.mark.parametrize(
    "text",
    [
        "قُتل القيادي في حركة الشباب آدم نور في بيدوا.",
        "قُتل آدم نور، القيادي في حركة الشباب، في بيدوا.",
        "قُتل آدم نور (قيادي في حركة الشباب) في بيدوا.",
        "كان آدم نور القيادي في حركة الشباب معتقلاً.",
        "كان آدم نور قيادياً في حركة الشباب.",
        "قُتل آدم نور وهو قيادي في حركة الشباب.",
        "يعد آدم نور أبرز قادة حركة الشباب.",
        "وصل آدم نور إلى بيدوا، وهو قيادي في حركة الشباب.",
        "قُتل القائد الميداني في حركة الشباب، آدم نور، في بيدوا.",
    ],
)
def test_the_name_beside_a_post_bears_it(text: str) -> None:
    assert related(text) == [("leader_of", "آدم نور", "حركة الشباب")]


@pytest.mark.parametrize(
    "text",
    [
        "أصيب آدم نور، وقُتل القيادي في حركة الشباب.",
        "أصيب آدم نور وقيادي في حركة الشباب.",
        "اتصل آدم نور بقيادي في حركة الشباب.",
        "استقبل آدم نور القيادي في حركة الشباب.",
        "قُتل القيادي في حركة الشباب وآدم نور، في بيدوا.",
        "قُتل القيادي في حركة الشباب، ونجا آدم نور، في بيدوا.",
        "التقى القيادي في حركة الشباب، أمس الأحد، آدم نور، في بيدوا.",
        "اعتُقل القيادي في حركة الشباب، آدم نور غادر البلاد.",
    ],
)
def test_a_name_that_is_told_of_apart_does_not_bear_it(text: str) -> None:
    assert "قيادي في حركة الشباب" in one(text).subject


def test_an_age_with_a_pronoun_behind_it_does_not_part_them() -> None:
    text = "أصيب آدم نور (34 عاماً) وهو عضو في حركة الشباب."
    assert one(text).subject == "آدم نور"


def test_a_noun_joined_to_the_one_beside_the_name_is_his_too() -> None:
    text = "أصيب ماهر العلواني، العضو في حزب الأمة وشقيق سامي الطائي، في الرمادي."
    assert related(text) == [
        ("member_of", "ماهر العلواني", "حزب الأمة"),
        ("kin_of", "ماهر العلواني", "سامي الطائي"),
    ]
    for parted in (
        "أصيب ماهر العلواني، العضو في حزب الأمة، مع شقيق سامي الطائي.",
        "أصيب ماهر العلواني، العضو في حزب الأمة، في هجوم وشقيق سامي الطائي.",
    ):
        assert related(parted)[1] == ("kin_of", "شقيق سامي الطائي", "سامي الطائي")


def test_a_noun_of_kin_without_the_article_is_said_of_the_name_before_it() -> None:
    found = one("أصيب ماهر العلواني شقيق سامي الطائي في الرمادي.")
    assert (found.subject, found.object) == ("ماهر العلواني", "سامي الطائي")


def test_both_of_two_named_bear_it() -> None:
    text = "اعتقلت الشرطة سليم العمر وماهر العلواني، وكلاهما عضو في حزب الأمة."
    assert related(text) == [
        ("member_of", "سليم العمر", "حزب الأمة"),
        ("member_of", "ماهر العلواني", "حزب الأمة"),
    ]


def test_a_pronoun_takes_up_the_last_named() -> None:
    assert one("قُتل سليم العمر وماهر العلواني، وهو عضو في حزب الأمة.").subject == "ماهر العلواني"
