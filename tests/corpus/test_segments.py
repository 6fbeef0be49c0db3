"""Segments: the parts of a report as they come from pages."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.corpus import fold, segment
from riwaya.lexicons import load
from riwaya.model import Report

SEED = Path(__file__).parents[3] / "shared" / "seed" / "jasim.txt"
TITLE = "قتلى وجرحى في قصف على ريف حلب"
FIRST = "قتل ثلاثة مدنيين بقصف مدفعي على بلدة الأتارب غربي حلب."
SECOND = "وأكدت مصادر طبية وصول عشرة جرحى إلى المشفى الميداني في المنطقة."


def parts(text: str, kind: str = "", **known: str) -> list[tuple[str, str]]:
    folded = fold(text)
    found = segment(folded, Report(text, "r", **known))  # type: ignore[arg-type]
    pairs = [(s.kind, folded.text[s.start : s.end]) for s in found]
    return [pair for pair in pairs if kind in ("", pair[0])]


def texts(text: str, kind: str, **known: str) -> list[str]:
    return [words for _, words in parts(text, kind, **known)]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("قتل جندي. وأصيب آخر.", 2),
        ("قتل جندي؟ لا! نعم… ثم مضى.", 4),
        ("بلغت السرعة 3.5 كم في الساعة.", 1),
        ("قال د. محمد العلي لوكالة أ.ف.ب إن م. خالد قتل.", 1),
        ("أعلن ذلك في 12.10.2022 أمس.", 1),
        ("وقع ذلك عام 2018. وقتل فيه جندي.", 2),
        ("عاد إلى المدينة.وقالت الشرطة إنه حر.", 2),
        ("1. قتل جندي في حلب.", 1),
        ("زار www.example.com أمس.", 1),
        ("قصف مستمر.. والأهالي ينزحون", 2),
    ],
)
def test_sentences(line: str, count: int) -> None:
    assert len(texts(line, "body")) == count


def test_closing_quotes_belong_to_the_sentence() -> None:
    assert texts("قال «لن نعود.» ثم مضى.", "body") == ["قال «لن نعود.»", "ثم مضى."]


@pytest.mark.parametrize(
    ("line", "prefix"),
    [
        (f"دمشق - سانا: {FIRST}", "دمشق - سانا:"),
        (f"بغداد/ واع\n{FIRST}", "بغداد/ واع"),
        (f"عدن – خاص\n{FIRST}", "عدن – خاص"),
        (f"(رويترز) - {FIRST}", "(رويترز) -"),
        (f"غزة – «القدس العربي»: {FIRST}", "غزة – «القدس العربي»:"),
        (f"بغداد(أ ش أ)\n{FIRST}", "بغداد(أ ش أ)"),
        (f"كريتر نيوز/خاص: {FIRST}", "كريتر نيوز/خاص:"),
        (f"لندن ـ الشرق الأوسط: {FIRST}", "لندن - الشرق الأوسط:"),
    ],
)
def test_datelines(line: str, prefix: str) -> None:
    assert parts(line) == [("dateline", prefix), ("body", FIRST)]


def test_the_outlets_own_name_makes_a_dateline() -> None:
    assert texts(f"صنعاء - المسار: {FIRST}", "dateline", outlet="المسار") == ["صنعاء - المسار:"]
    assert texts(f"صنعاء - المسار: {FIRST}", "dateline") == []


@pytest.mark.parametrize(
    "line", ["كتب: أحمد علي", "إعداد: سعاد محمد", "مراسلنا في حلب", "بقلم سعيد علي"]
)
def test_bylines(line: str) -> None:
    assert texts(f"{TITLE}\n{line}\n{FIRST}", "byline") == [line]


def test_title_and_given_title() -> None:
    assert texts(f"{TITLE}\n{FIRST}", "title") == [TITLE]
    assert texts(TITLE, "title") == []
    assert texts(FIRST, "title") == []
    assert texts(f"{FIRST}\n{SECOND}", "title", title=FIRST) == [FIRST]


def test_a_title_told_twice_is_a_quote() -> None:
    assert texts(f"{TITLE}\n{TITLE}\n{FIRST}", "quote") == [TITLE]


def test_headings_of_a_digest() -> None:
    text = f"{TITLE}\nحلب:\n{FIRST}\nريف دمشق\n{SECOND}\nوأضاف:\n{FIRST[:-1]} أيضا بعد ذلك."
    assert texts(text, "heading") == ["حلب:", "ريف دمشق"]


def test_a_day_over_its_items_is_a_heading() -> None:
    text = f"{TITLE}\n{FIRST}\nالثلاثاء 5 آذار 2024\n{SECOND}"
    assert texts(text, "heading") == ["الثلاثاء 5 آذار 2024"]


@pytest.mark.parametrize(
    "line",
    [
        "شارك الخبر: فيسبوك تويتر واتساب", "فيسبوك | تويتر | تليغرام", "تابعونا على تليغرام",
        "جميع الحقوق محفوظة © 2024", "الوسوم: حلب، سوريا", "#حلب #سوريا", "الرئيسية > أخبار > حلب",
        "مصدر الصورة: وكالة", "اشترك في النشرة البريدية", "5 دقائق قراءة", "https://example.org/a",
        "شاهد أيضاً: انفجار في عفرين", "لن يتم نشر عنوان بريدك الإلكتروني.", "0:00",
        "نستخدم ملفات تعريف الارتباط لتحسين تجربتك.", "عمال إنقاذ في حلب (رويترز)",
        "آخر تحديث: 12 أكتوبر 2022", "FacebookTwitterEmail",
    ],
)  # fmt: skip
def test_clutter(line: str) -> None:
    assert texts(f"{TITLE}\n{FIRST}\n{line}\n{SECOND}", "clutter") == [fold(line).text]


def test_a_clock_line_is_clutter() -> None:
    assert texts(f"{TITLE}\n12/10/2022 - 14:30\n{FIRST}", "clutter") == ["12/10/2022 - 14:30"]


def test_headlines_after_a_cue_are_clutter_and_the_article_goes_on() -> None:
    others = ["مقتل قيادي في داعش بريف حمص", "انفجار في عفرين يودي بحياة مدنيين"]
    text = "\n".join([TITLE, FIRST, "اقرأ أيضاً:", *others, SECOND])
    assert texts(text, "clutter") == ["اقرأ أيضا:", *others]
    assert texts(text, "body") == [FIRST, SECOND]


def test_headlines_after_the_end_need_to_be_three() -> None:
    others = ["مقتل قيادي في داعش بريف حمص", "انفجار في عفرين يودي بحياة مدنيين"]
    third = "اعتقال خمسة أشخاص في مدينة الباب"
    assert texts("\n".join([TITLE, FIRST, SECOND, *others, third]), "clutter") == [*others, third]
    assert texts("\n".join([TITLE, FIRST, SECOND, *others]), "clutter") == []


@pytest.mark.parametrize(
    "line",
    [
        "شاهد عيان قال إن الطائرات قصفت السوق.",
        "علامات التعذيب بدت على الجثث.",
        "اقرؤوا بيان الفصائل، قال القائد.",
        "نشر في المدينة نحو مئة جندي.",
        "إعلان حالة الطوارئ في المدينة جاء بعد القصف.",
        "عاجل: مقتل جنديين في كمين قرب الحدود.",
        "المزيد من القتلى سقطوا في حلب اليوم.",
    ],
)
def test_reports_that_begin_like_clutter_stay(line: str) -> None:
    assert texts(f"{TITLE}\n{line}\n{SECOND}", "body") == [line, SECOND]


def test_pull_quotes() -> None:
    quote = "ثلاثة مدنيين قتلوا بقصف مدفعي على بلدة الأتارب"
    told = "وقال الدفاع المدني إن ثلاثة مدنيين قتلوا بقصف مدفعي على بلدة الأتارب صباح أمس."
    assert texts(f"{TITLE}\n{SECOND}\n{quote}\n{told}", "quote") == [quote]
    other = "خمسة جنود قتلوا بقصف جوي على مدينة سراقب"
    assert texts(f"{TITLE}\n{SECOND}\n{other}\n{told}", "quote") == []


def test_the_seed_article() -> None:
    if not SEED.exists():
        pytest.skip("the seed article is not beside this checkout")
    text = SEED.read_text(encoding="utf-8")
    kinds = [kind for kind, _ in parts(text)]
    assert kinds[0] == "title"
    assert kinds.count("quote") == 2
    assert set(kinds) == {"title", "quote", "body"}


@settings(deadline=None)
@given(st.text("قتل مدني.؟!:\n-–/()«»0123abد # ـ", max_size=120))
def test_segments_are_ordered_and_hold_all_that_is_no_space(text: str) -> None:
    folded = fold(text)
    found = segment(folded, Report(text, "r"))
    at = 0
    for s in found:
        assert at <= s.start < s.end <= len(folded.text)
        assert not folded.text[at : s.start].strip(" \n-–/:()")
        at = s.end
    assert not folded.text[at:].strip()


def test_the_table_of_clutter_is_well_formed() -> None:
    rows = load().rows("clutter")
    assert len(rows) >= 120
    assert {row["where"] for row in rows} == {"line_start", "line_whole", "anywhere"}
    assert {row["takes"] for row in rows} == {"line", "following"}
    assert all(row["phrase"] and row["source"] for row in rows)
