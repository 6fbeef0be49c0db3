"""Relations inside a noun phrase: posts, members, kin, brothers, offices."""

import pytest
from tests.frames.relations.relation_helper import one, related


@pytest.mark.parametrize(
    ("text", "kind", "subject", "owner"),
    [
        (
            "قُتل آمر كتيبة الردع ناصر الفيتوري في غريان.",
            "leader_of",
            "ناصر الفيتوري",
            "كتيبة الردع",
        ),
        ("التقى قائد الجيش الليبي بالوفد.", "leader_of", "قائد الجيش الليبي", "الجيش الليبي"),
        (
            "وصل قائد المنطقة العسكرية الرابعة إلى عدن.",
            "leader_of",
            "قائد المنطقة العسكرية الرابعة",
            "المنطقة العسكرية الرابعة",
        ),
        (
            "اعتقلت الشرطة عنصراً في حركة الشباب قرب كيسمايو.",
            "member_of",
            "عنصراً في حركة الشباب",
            "حركة الشباب",
        ),
        (
            "قال المتحدث باسم الجيش الليبي ناصر الفيتوري إن الهدوء عاد.",
            "spokesperson_of",
            "ناصر الفيتوري",
            "الجيش الليبي",
        ),
        (
            "أصيب والد الجندي سامي الطائي في بعقوبة.",
            "kin_of",
            "والد الجندي سامي الطائي",
            "سامي الطائي",
        ),
        (
            "قُتل ثلاثة من عناصر الدعم السريع قرب بارا.",
            "member_of",
            "ثلاثة من عناصر الدعم السريع",
            "الدعم السريع",
        ),
        (
            "قُتل ثلاثة من قادة حركة الشباب.",
            "leader_of",
            "ثلاثة من قادة حركة الشباب",
            "حركة الشباب",
        ),
    ],
)
def test_a_noun_of_people_says_to_what_they_belong(
    text: str, kind: str, subject: str, owner: str
) -> None:
    assert related(text) == [(kind, subject, owner)]


@pytest.mark.parametrize(
    ("with_preposition", "in_construct"),
    [
        ("أفرجت السلطات عن معتقل من حركة الشباب.", "أفرجت السلطات عن معتقل حركة الشباب."),
        ("دفن الأهالي قتيلاً من حركة الشباب.", "دفن الأهالي قتيل حركة الشباب."),
    ],
)
def test_a_victim_is_of_a_group_only_behind_a_preposition(
    with_preposition: str, in_construct: str
) -> None:
    assert one(with_preposition).type == "member_of"
    assert related(in_construct) == []


@pytest.mark.parametrize(
    "text",
    [
        "التقى قادة حركة الشباب بالوفد.",  # not counted: they stand for the group
        "أصيب ضحايا من حركة الشباب قرب بيدوا.",
        "أصيب مدني من الجيش السوداني في نيالا.",
        "اجتمع زعيم العائلة بالتجار.",
        "قُتل والد جندي في الرمادي.",
        "هتف المحتجون: نحن أبناء الجيش السوداني.",
    ],
)
def test_a_crowd_or_no_body_has_no_relation(text: str) -> None:
    assert related(text) == []


def test_the_body_of_a_post_of_two_words_is_its_second_word() -> None:
    text = "استهدف مسلحون قائد شرطة مأرب العميد ناجي الحميقاني."
    assert related(text) == [("leader_of", "ناجي الحميقاني", "شرطة مأرب")]
    no_body = related("وصل رئيس وزراء العراق إلى عمّان.")
    assert "وزراء العراق" not in [body for _, _, body in no_body]


def test_two_names_behind_a_word_for_brothers_are_kin() -> None:
    assert related("خطف مسلحون الشقيقين كريم وماهر العلواني من الرمادي.") == [
        ("kin_of", "كريم", "ماهر العلواني")
    ]
    assert related("خطف مسلحون الصحفيين كريم وماهر العلواني من الرمادي.") == []
    assert related("خطف مسلحون الأخوين كريم العلواني ثم ماهر الطائي.") == []


def test_an_office_of_any_name_is_of_the_group_behind_it() -> None:
    text = "اعتقلت المخابرات مسؤول التموين في حركة الشباب آدم نور."
    assert related(text) == [("leader_of", "آدم نور", "حركة الشباب")]
    assert one("قُتل مسؤول الإمداد في الحزب قرب النبطية.").subject == "مسؤول"
    assert related("التقى مسؤول الإغاثة مع حركة الشباب في بيدوا.") == []


def test_a_phrase_inside_another_says_its_own() -> None:
    assert related("أصيب شقيق زعيم حركة الشباب في بيدوا.") == [
        ("kin_of", "شقيق زعيم حركة الشباب", "زعيم حركة الشباب"),
        ("leader_of", "زعيم حركة الشباب", "حركة الشباب"),
    ]


def test_a_tie_that_an_adjective_states_is_no_membership() -> None:
    found = one("هاجم ثلاثة موالين لحركة الشباب نقطة تفتيش.")
    assert (found.type, found.object) == ("affiliated_with", "حركة الشباب")


def test_a_unit_in_a_force_is_part_of_it_and_the_name_behind_is_its_leader_s() -> None:
    text = "زار قائد الفرقة 43 في الجيش الصومالي العميد عبدي نور الجرحى."
    assert related(text) == [
        ("part_of", "الفرقة 43", "الجيش الصومالي"), ("leader_of", "عبدي نور", "الفرقة 43"),
    ]  # fmt: skip


def test_one_of_the_leaders_is_a_leader() -> None:
    assert [r[0] for r in related("اعتقلت الشرطة أحد قادة حركة الشباب.")] == ["leader_of"]
