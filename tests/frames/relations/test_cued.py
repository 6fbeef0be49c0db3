"""Relations that a fixed phrase states between what stands around it."""

import pytest
from tests.frames.relations.relation_helper import one, related


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "قصف فصيل مدعوم من تركيا قرية في تل تمر.",
            ("backed_by", "فصيل", "تركيا"),
        ),
        (
            "قُتل ماهر العلواني المنتمي إلى حركة الشباب.",
            ("member_of", "ماهر العلواني", "حركة الشباب"),
        ),
        (
            "اقتحمت كتيبة الردع بقيادة سليم العمر القرية.",
            ("leader_of", "سليم العمر", "كتيبة الردع"),
        ),
        (
            "المدينة التي تديرها حركة الشباب هادئة.",
            ("controls", "حركة الشباب", "المدينة"),
        ),
        (
            "قاتلت العشائر إلى جانب الجيش السوداني.",
            ("allied_with", "العشائر", "الجيش السوداني"),
        ),
        (
            "شاركت حركة أمل، خصم حزب الأمة، في الانتخابات.",
            ("opposed_to", "حركة أمل", "حزب الأمة"),
        ),
        (
            "قُتل مزارع من أهالي كسلا.",
            ("from", "مزارع", "كسلا"),
        ),
        (
            "قُتل ماهر العلواني، أحد أبناء مدينة كسلا، في الخرطوم.",
            ("from", "ماهر العلواني", "مدينة كسلا"),
        ),
        (
            "تسلم ماهر العلواني القيادة خلفاً لسليم العمر.",
            ("succeeds", "ماهر العلواني", "سليم العمر"),
        ),
    ],
)
def test_a_phrase_states_a_relation(text: str, found: tuple[str, str, str]) -> None:
    assert related(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "هاجمت فصائل مدعومة من مدينة تعز قرية.",  # a place backs no group
        "هاجم مسلحون تابعون بلدة في هيران.",  # nothing with «لـ» behind it
        "هاجم مسلحون تابعون حركة الشباب.",
        "تابع الجيش الليبي تقدمه.",
        "أشاد المدعوم من تركيا بالاتفاق.",  # nobody before it
        "قال آدم نور للمقربين من حركة الشباب إنه بخير.",  # others than he
    ],
)
def test_a_phrase_without_both_ends_states_none(text: str) -> None:
    assert related(text) == []


def test_an_adverb_may_stand_inside_a_phrase() -> None:
    plain, former = (
        one(f"قُتل ماهر العلواني المنتمي {word} إلى حركة الشباب.") for word in ("حالياً", "سابقاً")
    )
    assert plain.type == former.type == "member_of"
    assert (plain.statement.former, former.statement.former) == (False, True)
    assert related("قُتل ماهر العلواني المنتمي بقوة إلى حركة الشباب.") == []


def test_the_longest_phrase_states_it_once() -> None:
    found = one("هاجم فصيل يحظى بدعم من تركيا قرية في تل تمر.")
    assert found.statement.trigger and found.statement.trigger.text == "يحظى بدعم من"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("هاجم اللواء السابع التابع للجيش الليبي قرية.", "part_of"),
        ("هاجم مسلحون تابعون للجيش الليبي قرية.", "affiliated_with"),
        ("هاجم اللواء السابع الموالي للجيش الليبي قرية.", "affiliated_with"),
    ],
)
def test_a_unit_that_belongs_to_a_force_is_part_of_it(text: str, kind: str) -> None:
    assert [r[0] for r in related(text)] == [kind]


def test_a_second_phrase_joined_to_a_first_is_said_of_the_same() -> None:
    text = "هاجمت الفصائل المنضوية تحت الجيش الوطني والمدعومة من تركيا قرية."
    assert related(text) == [
        ("part_of", "الفصائل", "الجيش الوطني"),
        ("backed_by", "الفصائل", "تركيا"),
    ]
    not_joined = "هاجمت الفصائل المنضوية تحت الجيش الوطني المدعومة من تركيا قرية."
    assert related(not_joined)[1:] != [("backed_by", "الفصائل", "تركيا")]


def test_in_the_hand_of_is_a_state_and_falling_into_it_a_deed() -> None:
    assert related("ما زالت مدينة نيالا بيد الدعم السريع.") == [
        ("controls", "الدعم السريع", "مدينة نيالا")
    ]
    assert related("سقطت مدينة نيالا بيد الدعم السريع.") == []


def test_a_country_stands_for_its_government_behind_a_tie() -> None:
    text = "سيّرت فرقة الحمزة الموالية لتركيا دوريات."
    assert related(text) == [("affiliated_with", "فرقة الحمزة", "تركيا")]


def test_to_leave_a_town_is_not_to_be_of_it() -> None:
    """«انسحب المقاتلون من بلدة كذا» was read as where they are from."""
    assert related("انسحب المقاتلون من بلدة حيان.") == []
