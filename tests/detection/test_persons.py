"""Persons: kunyas, chains of names, names behind titles, and words that only look like names."""

from __future__ import annotations

import pytest
from tests.detection.chunk_helper import names, top


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وصل العميد ماهر الجبوري إلى المقر", ["ماهر الجبوري"]),
        ("قتل أبو عمر الأنصاري فجرا", ["أبو عمر الأنصاري"]),
        ("بايعوا أبوالحسن القرشي أميرا", ["أبوالحسن القرشي"]),
        ("وأعلن أبو عبيدة ذلك", ["أبو عبيدة"]),
        ("استقبل محمد ولد عبد العزيز الوفد", ["محمد ولد عبد العزيز"]),
        ("وصل حمد بن خليفة آل ثاني", ["حمد بن خليفة آل ثاني"]),
        ("اغتيل عبدالرحمن الدوسري قرب منزله", ["عبدالرحمن الدوسري"]),
        ("يقودها إياد أغ غالي منذ سنوات", ["إياد أغ غالي"]),
        ("قال محمد حمدان دقلو (حميدتي) ذلك", ["محمد حمدان دقلو", "حميدتي"]),
        ("التقى الرئيس الروسي فلاديمير بوتين الوفد", ["فلاديمير بوتين"]),
        ("وقال أنتوني بلينكن للصحفيين", ["أنتوني بلينكن"]),
        ("استقبل الملك عبد الله الثاني الوفد", ["عبد الله الثاني"]),
        ("قتل اللواء ياسر فضل الله الخضر", ["ياسر فضل الله الخضر"]),
        ("تحدث صلاح الدين الأيوبي إليهم", ["صلاح الدين الأيوبي"]),
    ],
)
def test_full_names(text: str, found: list[str]) -> None:
    assert names(text, "person") == found


def test_two_listed_names_of_doubtful_words_are_a_name() -> None:
    assert names("التقى محمود عباس الوفد", "person") == ["محمود عباس"]


def test_a_joined_conjunction_stays_outside_the_name() -> None:
    assert names("قتل هادي العامري وقاسم سليماني", "person") == ["هادي العامري", "قاسم سليماني"]


def test_a_given_name_that_is_a_rank_too_opens_a_name() -> None:
    assert names("نعت الحركة رائد سعد أمس", "person") == ["رائد سعد"]


@pytest.mark.parametrize(
    "text",
    [
        "اجتمعوا بغية خلق منافسة غير مشروعة",
        "صدر بيان رقم سبعة عن القيادة",
        "قام بزيارة أولى إلى البلاد",
        "رسالة من وزير الداخلية الأردني إلى المجلس",
        "التركيز على التنوع في المناهج",
        "أفضل طريقة لحل النزاع",
        "ألقى خطابا متلفزا مساء",
        "حديث عن ثورة فلسطين القديمة",
        "تحدث باسم المعارضة",
    ],
)
def test_ordinary_words_are_no_persons(text: str) -> None:
    assert names(text, "person") == []


def test_a_post_behind_a_name_is_no_part_of_it() -> None:
    assert names("قال عمرو موسى الأمين العام للجامعة", "person") == ["عمرو موسى"]


def test_a_nisba_before_a_name_is_no_part_of_it() -> None:
    assert names("أعلن الرئيس اللبناني ميشال عون ذلك", "person") == ["ميشال عون"]


def test_an_unlisted_epithet_between_title_and_name_is_passed_over() -> None:
    assert names("عاد القائد المخضرم فلاديمير بوتين", "person") == ["فلاديمير بوتين"]


def test_the_name_behind_a_title_is_kept_apart_from_it() -> None:
    [(wording, chunk)] = [x for x in top("وصل العقيد ميلود بلعيد") if x[1].kind == "person"]
    assert wording == "العقيد ميلود بلعيد"
    assert chunk.name is not None
    assert chunk.best is chunk.name


def test_a_spokesman_owns_the_group_he_speaks_for() -> None:
    [(_, chunk)] = [x for x in top("نفى الناطق العسكري باسم سرايا القدس") if x[1].kind == "person"]
    assert chunk.owner is not None
    assert chunk.owner.row["name"]
    assert names("نفى الناطق العسكري باسم سرايا القدس", "group") == ["سرايا القدس"]


def test_a_doubtful_single_name_counts_once_the_report_has_named_the_man_in_full() -> None:
    assert names("وصل محمود عباس أمس، ثم غادر محمود", "person") == ["محمود عباس", "محمود"]
    assert names("ثم غادر محمود", "person") == []


def test_a_doubtful_name_joined_to_a_full_one_is_a_name() -> None:
    assert names("اشتبكوا مع عمر وعلي الدليمي", "person") == ["عمر", "علي الدليمي"]


def test_a_foreign_family_name_may_begin_like_a_joined_particle() -> None:
    assert names("التقى الوزير جون بريسكوت", "person") == ["جون بريسكوت"]


_NAMED = "اغتيل الشيخ ميزر الزنتوتي في سبها. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ونجا الزنتوتي قبل عام", "الزنتوتي"),
        ("وأحرق شبان منزل الزنتوتي", "الزنتوتي"),
        ("وكان ميزر معلما", "ميزر"),
        ("ورحب سكان بميزر أمس", "ميزر"),
        ("ورحب سكان بالزنتوتي أمس", "الزنتوتي"),
        ("وقرأ سكان وميزر البيان", "ميزر"),
        ("ولميزر ثلاثة أبناء", "ميزر"),
    ],
)
def test_an_unlisted_name_alone_counts_once_the_report_has_named_the_man(
    text: str, name: str
) -> None:
    assert names(_NAMED + text, "person") == ["ميزر الزنتوتي", name]
    assert names(text, "person") == []


@pytest.mark.parametrize("text", ["وكان المطبخ الزنتوتي مشهورا", "وكان كميزر معلما"])
def test_an_adjective_or_a_likeness_is_no_name_alone(text: str) -> None:
    assert names(_NAMED + text, "person") == ["ميزر الزنتوتي"]


def test_a_known_word_that_is_a_last_name_too_stays_the_word() -> None:
    assert names("اغتيل عمر الجندي في سبها. وغادر الجندي الثكنة", "person") == ["عمر الجندي"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("عُثر على جثة خالد المبيض قرب البلدة", "خالد المبيض"),
        ("عُثر على جثة نذير العمر قرب البلدة", "نذير العمر"),
        ("التقى عباس كاظمي وجهاء المدينة", "عباس كاظمي"),
    ],
)
def test_a_family_name_that_no_table_knows_goes_on_behind_kin_or_a_body(
    text: str, name: str
) -> None:
    assert name in names(text, "person")


def test_a_kunya_of_a_servant_s_name_is_whole() -> None:
    """«أبو عبد الله» was cut to «أبو عبد»."""
    assert "أبو عبد الله الحلبي" in names("اعتقل الجهاز أبو عبد الله الحلبي", "person")


def test_a_preposition_is_no_part_of_a_post() -> None:
    """«المدير إلى المدينة» was read as «المدير آلي»."""
    assert next(words for words, _ in top("وصل المدير إلى حلب")) == "المدير"
