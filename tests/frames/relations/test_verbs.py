"""Relations that a verb states of its subject."""

import pytest
from tests.frames.relations.relation_helper import one, related, relations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تزعم ماهر العلواني حركة الشباب.", ("leader_of", "ماهر العلواني", "حركة الشباب")),
        ("ينحدر سامي الطائي من بلدة هيت.", ("from", "سامي الطائي", "بلدة هيت")),
        ("يقطن آدم نور في حي الجامعة.", ("present_in", "آدم نور", "حي الجامعة")),
        ("يسكن آدم نور مدينة كسلا.", ("present_in", "آدم نور", "مدينة كسلا")),
        ("تحتفظ الحركة بمدينة كيسمايو.", ("controls", "الحركة", "مدينة كيسمايو")),
        (
            "تحالف حزب الأمة مع حركة العدل والمساواة.",
            ("allied_with", "حزب الأمة", "حركة العدل والمساواة"),
        ),
        (
            "حركة الشباب التي ناهضتها الحكومة الصومالية انسحبت.",
            ("opposed_to", "الحكومة الصومالية", "حركة الشباب"),
        ),
        ("دخلت تل تمر فصائل سلحتها أنقرة.", ("backed_by", "فصائل", "أنقرة")),
        ("الكتيبة التي ترأسها ماهر العلواني انسحبت.", ("leader_of", "ماهر العلواني", "الكتيبة")),
        ("ترأس قبل عامين ماهر العلواني حركة أمل.", ("leader_of", "ماهر العلواني", "حركة أمل")),
        ("في غاو حيث تنتشر قوات الأمن هدوء.", ("present_in", "قوات الأمن", "غاو")),
    ],
)
def test_a_verb_ties_its_subject_to_what_it_takes(text: str, found: tuple[str, str, str]) -> None:
    assert related(text) == [found]


@pytest.mark.parametrize(
    ("state", "deed"),
    [
        ("تسيطر حركة الشباب على كيسمايو.", "سيطرت حركة الشباب على كيسمايو."),
        ("تستحوذ الحركة على مدينة كيسمايو.", "استحوذت الحركة على مدينة كيسمايو."),
        ("تنتشر حركة الشباب في كيسمايو.", "انتشرت حركة الشباب في كيسمايو."),
    ],
)
def test_holding_a_place_is_a_state_and_taking_it_a_deed(state: str, deed: str) -> None:
    assert one(state).type in ("controls", "present_in")
    assert related(deed) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تدعم إيران حركة أمل.", ("backed_by", "حركة أمل", "إيران")),
        ("يدعم الجيش السوداني حركة أمل.", ("backed_by", "حركة أمل", "الجيش السوداني")),
        ("يدعم حزب الأمة حركة أمل.", ("allied_with", "حزب الأمة", "حركة أمل")),
    ],
)
def test_a_state_backs_a_force_and_another_force_fights_beside_it(
    text: str, found: tuple[str, str, str]
) -> None:
    assert related(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "تزعم حركة الشباب أن مدنيين قُتلوا.",  # claims
        "قاد ماهر العلواني سيارته إلى كسلا.",
        "يسيطر الجفاف على كيسمايو.",
        "تسيطر حركة الشباب على الموقف.",
        "الكتيبة التي ترأسها القرية انسحبت.",
        "ينتمي، بحسب ماهر العلواني، إلى حركة الشباب.",  # somebody else
        "يقيم آدم نور على مدينة كسلا حداداً.",  # not «in»
        "عُين ماهر العلواني لينتمي إلى حركة الشباب.",  # an aim
        "ناقش الوفد في دعم إيران حركة أمل.",  # a verbal noun
    ],
)
def test_a_verb_without_two_ends_that_fit_states_none(text: str) -> None:
    assert related(text) == []


def test_the_clause_about_a_force_is_not_the_verb_of_its_sentence() -> None:
    assert related("القوات التي تمولها الإمارات ترابط في عدن.") == [
        ("backed_by", "القوات", "الإمارات"),
        ("present_in", "القوات", "عدن"),
    ]


@pytest.mark.parametrize(("verb", "whom"), [("موّلته", "الفصيل"), ("موّلتها", "حركة أمل")])
def test_a_pronoun_on_a_verb_is_the_force_that_agrees_with_it(verb: str, whom: str) -> None:
    text = f"اجتمع الفصيل بحركة أمل، ثم {verb} إيران."
    assert related(text) == [("backed_by", whom, "إيران")]


def test_helicopters_that_help_firemen_are_no_allies() -> None:
    assert relations("دعمت المروحيات عمال الإطفاء في إخماد حريق.") == []
