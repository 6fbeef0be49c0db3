"""Times: the days they mean, their EDTF, and what is no time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.detection.times import find_times

REFERENCE = date(2022, 10, 18)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("15 تشرين الأول/أكتوبر 2022", "2022-10-15"),
        ("يناير (كانون الثاني) 2020", "2020-01"),
        ("12 جويلية 2021", "2021-07-12"),
        ("غشت 2019", "2019-08"),
        ("السابع والعشرين من تشرين الثاني عام ألفين وأربعة عشر", "2014-11-27"),
        ("12/10/2022", "2022-10-12"),
        ("5/17/2018", "2018-05-17"),
        ("2018/5/17", "2018-05-17"),
        ("بتاريخ 5/9", "2022-09-05"),
        ("في 2013", "2013"),
        ("عام ٢٠١٤", "2014"),
        ("3 رمضان 1443", "2022-04-04"),
        ("رمضان الماضي", "2022-04-02/2022-05-01"),
        ("عيد الفطر", "2022-05-02"),
        ("ثاني أيام عيد الأضحى", "2022-07-10"),
        ("صيف 2014", "2014-22"),
        ("تسعينيات القرن الماضي", "199X"),
        ("أمس", "2022-10-17"),
        ("أول من أمس", "2022-10-16"),
        ("اليوم الثلاثاء", "2022-10-18"),
        ("الثلاثاء", "2022-10-18"),
        ("الثلاثاء الماضي", "2022-10-11"),
        ("الثلاثاء المقبل", "2022-10-25"),
        ("سيلتقي الوزير الخميس", "2022-10-20"),
        ("يوم الأحد، 16 أكتوبر", "2022-10-16"),
        ("الشهر الجاري", "2022-10"),
        ("العام المنصرم", "2021"),
        ("حزيران الماضي", "2022-06"),
        ("نوفمبر", "2021-11"),
        ("15 الشهر الماضي", "2022-09-15"),
        ("مطلع أكتوبر", "2022-10-01/2022-10-10"),
        ("منتصف أكتوبر", "2022-10-11/2022-10-20"),
        ("أواخر تشرين الأول 2021", "2021-10-21/2021-10-31"),
        ("أول جمعة من يوليو", "2022-07-01"),
        ("الثلاثاء الأخير من آذار", "2022-03-29"),
        ("فجر اليوم", "2022-10-18"),
        ("مساء أمس", "2022-10-17"),
        ("ليل الاثنين - الثلاثاء", "2022-10-17/2022-10-18"),
        ("15-17 أكتوبر", "2022-10-15/2022-10-17"),
        ("بين 3 و9 يناير 2025", "2025-01-03/2025-01-09"),
        ("من كانون الثاني 2014 حتى آذار 2016", "2014-01-01/2016-03-31"),
        ("بين عامي 2013 و2015", "2013/2015"),
        ("منذ يوليو", "2022-07/2022-10-18"),
        ("حتى 15 يوليو 2018", "../2018-07-15"),
        ("قرابة 15 أكتوبر", "2022-10-15~"),
        ("قبل ثلاثة أيام", "2022-10-15"),
        ("قبل عام 2011", "../2010-12-31"),
        ("بعد أيار 2021", "2021-06-01/2022-10-18"),
        ("عام 73", "1973"),
        ("بين يومي الجمعة والأحد", "2022-10-14/2022-10-16"),
        ("قبل أيام", "2022-10-08/2022-10-16"),
        ("خلال شهر آذار", "2022-03"),
        ("الأشهر الماضية", "2021-10-18/2022-10-18"),
        ("الأسبوع الماضي", "2022-10-10/2022-10-16"),
        ("النصف الأول من أكتوبر", "2022-10-01/2022-10-15"),
        ("آب/أغسطس 2013", "2013-08"),
        ("15\\10\\2021", "2021-10-15"),
        ("22/3/1437هـ", "2016-01-02"),
        ("دجمبر 2019", "2019-12"),
        ("2 مايس 2003", "2003-05-02"),
        ("15 تشرين 2 2014", "2014-11-15"),
        ("الأحد الماضي الموافق 16 أكتوبر", "2022-10-16"),
        ("الأحد قبل الماضي", "2022-10-09"),
        ("الأسبوع قبل الماضي", "2022-10-03/2022-10-09"),
        ("العام بعد المقبل", "2024"),
        ("قبل شهر ونصف", "2022-09-03~"),
        ("قبل عام وثلاثة أشهر", "2021-07~"),
        ("خلال الـ24 ساعة الماضية", "2022-10-17/2022-10-18"),
        ("آخر 48 ساعة", "2022-10-16/2022-10-18"),
        ("آخر يومين", "2022-10-16/2022-10-18"),
        ("العشر سنوات الأخيرة", "2012-10-18/2022-10-18"),
        ("وصلوا من أسبوع", "2022-10-11~"),
        ("ثالث ثلاثاء بعد 15 أيلول", "2022-10-04"),
        ("قبل عيد الأضحى بيومين", "2022-07-07"),
        ("قبل يومين من عيد الأضحى", "2022-07-07"),
        ("عشية عيد الأضحى", "2022-07-08"),
        ("يومي السبت والأحد", "2022-10-15/2022-10-16"),
        ("ليلة الأحد على الاثنين", "2022-10-16/2022-10-17"),
        ("شتاء 2018-2019", "2018-24"),
        ("شتاء العام الماضي", "2021-24"),
        ("هذا الصيف", "2022-22"),
        ("الصيف المقبل", "2023-22"),
        ("الربع الثالث", "2022-07-01/2022-09-30"),
        ("الخميس 20 أكتوبر", "2022-10-20"),
        ("الأربعاء 20 أكتوبر", "2021-10-20"),
        ("الخميس 20/10/2021", "2021-10-20"),
        ("حتى نهاية العام", "2022-10-18/2022-12-31"),
        ("أمس الأحد", "2022-10-17"),
        ("من 15 إلى 20 أكتوبر الجاري", "2022-10-15/2022-10-20"),
        ("16-19 أكتوبر", "2022-10-16/2022-10-19"),
        ("20 ديسمبر الجاري", "2022-12-20"),
        ("يومي 5 و6 أكتوبر", "2022-10-05/2022-10-06"),
        ("أيام 12 و13 و14 أكتوبر", "2022-10-12/2022-10-14"),
        ("في تموز وآب 2014", "2014-07-01/2014-08-31"),
        ("خلال عطلة نهاية الأسبوع", "2022-10-14/2022-10-16"),
        ("أمهلت السكان في غضون 72 ساعة", "2022-10-19/2022-10-21"),
        ("في اليوم السابع من أكتوبر", "2022-10-07"),
        ("منذ ساعات الفجر الأولى", "2022-10-18"),
        ("منذ بداية العام وحتى منتصف آب", "2022-01-01/2022-08-20"),
        ("منذ مساء الجمعة وحتى فجر السبت", "2022-10-14/2022-10-15"),
        ("ثالث أيام رمضان", "2022-04-04"),
        ("فاتح ماي", "2022-05-01"),
        ("يوم الثلثاء", "2022-10-18"),
        ("يناير 12، 2016", "2016-01-12"),
        ("في 2015/3", "2015-03"),
        ("بقية الأسبوع", "2022-10-18/2022-10-23"),
        ("خلال 3 أشهر الماضية", "2022-07-18/2022-10-18"),
        ("من اليوم حتى 22 كانون الثاني", "2022-10-18/2023-01-22"),
    ],
)
def test_one_time(text: str, edtf: str) -> None:
    assert [time.edtf for time in find_times(text, REFERENCE)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "شارع 14 تموز", "جامع 17 رمضان", "حركة 23 مارس", "ثورة 25 يناير", "سوق الجمعة",
        "مارس ضغوطا", "رمضان قديروف", "كل يوم جمعة", "أكثر من 2000 شخص", "فجّر انتحاري نفسه",
        "اللواء 2015", "صحيفة اليوم", "جمعة وخميس", "الربيع العربي",
        "بعد أسبوع على مقتله", "في عام واحد", "اليوم العالمي للصحافة",
        "في اليوم الثالث للهجوم", "في اليوم الـ15 للحرب", "اليوم الثاني من الهدنة",
        "قبل ثلاثة أيام من مقتله", "«شارع» 14 تموز",
    ],
)  # fmt: skip
def test_no_time(text: str) -> None:
    assert find_times(text, REFERENCE) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("أوقفه يوم الأحد ثم أخلى سبيله بعد يومين", "2022-10-18"),
        ("دخلوها الاثنين وانسحبوا في اليوم التالي", "2022-10-18"),
        ("قتل في أواخر آب، وأصيب في الثامن من الشهر نفسه", "2022-08-08"),
        ("سقطت في 3 أيلول، ومنذ ذلك الحين حوصرت", "2022-09-03/2022-10-18"),
        ("خطف السبت وأفرج عنه بعد ذلك بيوم", "2022-10-16"),
        ("مساء السبت. وفي اليوم نفسه اعتقل", "2022-10-15"),
    ],
)
def test_a_time_that_hangs_on_the_one_before(text: str, edtf: str) -> None:
    first, second = find_times(text, REFERENCE)
    assert not first.edtf.startswith("XXXX")
    assert (second.edtf, second.relative) == (edtf, True)


def test_a_deed_that_has_been_is_not_put_into_the_future() -> None:
    """«بعد يومين على …» was counted from the day told before, and fell behind publication."""
    _, after = find_times("وقع الهجوم الثلاثاء بعد يومين فقط على قصف البلدة", REFERENCE)
    assert (after.earliest, after.latest) == (None, None)


@pytest.mark.parametrize(
    "text", ["أمس", "الثلاثاء", "أكتوبر", "قبل أيام", "الشهر الماضي", "اليوم التالي", "عيد الفطر"]
)
def test_without_a_reference_there_are_no_days(text: str) -> None:
    (time,) = find_times(text, None)
    assert (time.earliest, time.latest, time.relative) == (None, None, True)


@pytest.mark.parametrize("text", ["قتل السبت 10، بينهم طفلان", "قتل السبت 29 شخصا"])
def test_a_count_behind_a_weekday_is_no_day_of_a_month(text: str) -> None:
    """The dead of Saturday were put into a month to come."""
    (time,) = find_times(text, REFERENCE)
    assert (time.text, time.edtf) == ("السبت", "2022-10-15")


def test_a_number_of_people_after_a_weekday_is_no_day() -> None:
    (time,) = find_times("قتل الجمعة 14 شخصا", REFERENCE)
    assert (time.text, time.edtf) == ("الجمعة", "2022-10-14")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("وتعتزم الهيئة إرسال قافلة السبت", "2022-10-22"),
        ("ويصل الوفد الأربعاء", "2022-10-12"),
        ("سأل الوزير الخميس", "2022-10-13"),
        ("وستستأنف المحادثات في نوفمبر", "2022-11"),
        ("سيعود خلال أسبوعين", "2022-10-19/2022-11-01"),
    ],
)
def test_only_verbs_of_the_future_turn_a_time_ahead(text: str, edtf: str) -> None:
    """«سأل» opens with «س» and is no future."""
    assert [time.edtf for time in find_times(text, REFERENCE)] == [edtf]


_MONTHS = {
    "levant": "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني"
    "|كانون الأول",
    "gulf": "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "maghreb": "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "morocco": "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر",
    "libya": "أي النار|النوار|الربيع|الطير|الماء|الصيف|ناصر|هانيبال|الفاتح|التمور|الحرث|الكانون",
}
_DATES = st.dates(date(1990, 1, 1), date(2049, 12, 31))


@settings(deadline=None)
@given(_DATES, st.sampled_from(sorted(_MONTHS)), st.booleans(), st.booleans())
def test_a_written_date_is_read_back(day: date, names: str, eastern: bool, of: bool) -> None:
    month = _MONTHS[names].split("|")[day.month - 1]
    text = f"قصف في {day.day} {'من ' if of else ''}{month} {day.year} المدينة"
    if eastern:
        text = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    (time,) = find_times(text, REFERENCE)
    assert (time.earliest, time.latest) == (day, day)
    assert time.edtf == day.isoformat()


_ONES = "الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر"
_TEENS = "الحادي|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع"


def _ordinal(day: int) -> str:
    """The ordinal of a day of a month in words."""
    ones, teens = _ONES.split("|"), _TEENS.split("|")
    if day <= 10:
        return ones[day - 1]
    if day < 20:
        return f"{teens[day - 11]} عشر"
    tens = "العشرين" if day < 30 else "الثلاثين"
    return tens if day % 10 == 0 else f"{teens[day % 10 - 1]} و{tens}"


_FORMS = {
    "two names": "في {day} {levant}/{gulf} {year}",
    "named in brackets": "في {day} {gulf} ({levant}) {year}",
    "numbered": "في {day} من شهر {month} عام {year}",
    "in words": "في {ordinal} من {levant} عام {spelled}",
    "with its weekday": "يوم {weekday} {day} {gulf} {year}",
    "with a comma": "{weekday}، {day} {levant}، {year}",
    "of the era": "بتاريخ {day}/{month}/{year}م",
}
_WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]


@settings(deadline=None)
@given(_DATES, st.sampled_from(sorted(_FORMS)))
def test_a_date_in_any_form_is_read_back(day: date, form: str) -> None:
    num2words = pytest.importorskip("num2words").num2words
    text = _FORMS[form].format(
        day=day.day, month=day.month, year=day.year, ordinal=_ordinal(day.day),
        levant=_MONTHS["levant"].split("|")[day.month - 1],
        gulf=_MONTHS["gulf"].split("|")[day.month - 1],
        spelled=num2words(day.year, lang="ar"), weekday=_WEEKDAYS[day.weekday()],
    )  # fmt: skip
    (time,) = find_times(f"{text} قصف", REFERENCE)
    assert (time.earliest, time.latest) == (day, day), text


@settings(deadline=None)
@given(_DATES)
def test_a_hijri_date_is_read_back(day: date) -> None:
    from hijridate import Gregorian

    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    (time,) = find_times(f"في {hijri.day}/{hijri.month}/{hijri.year} هـ", REFERENCE)
    assert time.earliest == day


@settings(deadline=None)
@given(_DATES, st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%Y/%m/%d", "%d-%m-%Y"]))
def test_a_date_in_digits_is_read_back(day: date, form: str) -> None:
    (time,) = find_times(f"يوم {day.strftime(form)}", None)
    assert (time.earliest, time.latest) == (day, day)


@settings(deadline=None)
@given(_DATES, st.integers(0, 6))
def test_an_unmarked_weekday_is_the_latest_one(reference: date, number: int) -> None:
    name = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"][number]
    (time,) = find_times(f"وقع {name} انفجار", reference)
    assert time.earliest is not None and time.earliest.weekday() == number
    assert timedelta(0) <= reference - time.earliest < timedelta(7)


_PIECES_TEXT = (
    "اليوم أمس قبل بعد منذ حتى من إلى بين و ذلك بيومين 3 15 2014 1444 99999 31 شباط "
    "رمضان هـ عام الشهر الماضي المقبل نفسه أيام سنوات عقود قرون مطلع آخر أول جمعة "
    "الجمعة - / ( ) ، عيد الأضحى شتاء السبعينيات القرن التاسع عشر نهاية الأسبوع الثلث "
    "الأول خلال نحو 9999 1/1/1 31/2/2020"
)
_PIECES = st.sampled_from(_PIECES_TEXT.split())


@settings(max_examples=400, deadline=None)
@given(
    st.lists(_PIECES, max_size=9),
    st.text(max_size=15),
    st.sampled_from([None, REFERENCE, date.min, date.max]),
)
def test_no_text_raises_and_offsets_are_true(
    pieces: list[str], odd: str, reference: date | None
) -> None:
    text = " ".join(pieces) + odd
    end = 0
    for time in find_times(text, reference):
        assert text[time.start : time.end] == time.text
        assert time.text and time.start >= end
        if time.earliest and time.latest:
            assert time.earliest <= time.latest
        end = time.end
