"""A deed told of by a noun, and what is said of it: not there, not then, not at him, not so."""

import pytest
from tests.frames.denied.denied_helper import denied


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("الغارة على مزرعة البصل لم تحدث أمس.", "airstrike", "time"),
        ("الانفجار لم يقع داخل مطار بنينا.", "bombing", "place"),
        ("الكمين لم يكن في وادي حوران، بحسب ضابط.", "ambush", "place"),
        ("الانفجار الذي هز المدينة لم يكن يوم الخميس.", "bombing", "time"),
        ("الهجوم ليس في مقديشو كما نشرت صفحات.", "attack", "place"),
        ("ليس في القصر الجمهوري دارت الاشتباكات.", "clash", "place"),
        ("ليس في بلدة الزهراء قُتل الصحفي.", "killing", "place"),
        ("ليس يوم الجمعة قُتل الصحفي في تعز.", "killing", "time"),
    ],
)
def test_where_or_when_a_deed_was_not(text: str, kind: str, part: str) -> None:
    assert denied(text, kind) == f"{part} misplaced"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("الغارة وقعت أمس في مدينة الحديدة.", "airstrike"),
        ("يوم الجمعة قُتل الصحفي في تعز.", "killing"),
        ("الانفجار هز مطار بنينا؛ لم يكن المطار مزدحماً.", "bombing"),
        ("القصف على الحي لم يكن كثيفاً.", "shelling"),
    ],
)
def test_a_deed_of_which_no_circumstance_is_denied_stays(text: str, kind: str) -> None:
    assert denied(text, kind) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("القصف لم يكن موجهاً ضد الصيادين في خان يونس.", "shelling"),
        ("الغارة ليست ضد المدنيين، بل ضد مخازن السلاح.", "airstrike"),
        ("إطلاق النار لم يكن موجهاً ضد الموكب، قال قائد الشرطة.", "shooting"),
        ("الرصاص لم يستهدف القاضي.", "attack"),
    ],
)
def test_others_were_meant(text: str, kind: str) -> None:
    assert denied(text, kind) == "target misdirected"


def test_of_a_force_that_did_not_aim_at_somebody_the_whole_deed_is_denied() -> None:
    assert denied("لم يستهدف الرصاص القاضي.", "attack") == "target misdirected"
    assert denied("لم يستهدف الجيش القاضي.", "attack") == "event"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("الأنباء عن فرار سجناء من سجن غويران عارية عن الصحة.", "flight"),
        ("ما يشاع عن اتفاق بين الفصيلين كلام لا أساس له.", "agreement"),
        ("لا صحة لما تنشره صفحات عن خطف طالبات في نيامي.", "abduction"),
    ],
)
def test_a_rumour_that_is_untrue_denies_its_deed(text: str, kind: str) -> None:
    assert denied(text, kind) == "event untrue"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نشرت صفحات أنباء عن خطف طالبات في نيامي.", "abduction"),
        ("فرار سجناء من سجن غويران؛ صور الحريق عارية عن الصحة.", "flight"),
        ("الأنباء عن فرار سجناء من سجن غويران أقلقت الأهالي.", "flight"),
    ],
)
def test_a_rumour_that_nobody_calls_untrue_stays(text: str, kind: str) -> None:
    assert denied(text, kind) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("الهجوم لم يستهدف المدنيين.", "attack"),
        ("أكد الجيش أن الغارة لم تستهدف المدرسة.", "airstrike"),
        ("العبوة التي انفجرت في عدن لم تكن تستهدف موكب الوزير.", "attack"),
    ],
)
def test_a_deed_that_did_not_aim_at_somebody_denies_the_target(text: str, kind: str) -> None:
    assert denied(text, kind) == "target misdirected"


def test_a_rumour_of_one_death_that_is_not_so_denies_the_death_and_no_figure() -> None:
    assert denied("خبر مقتل القائد غير دقيق.", "killing") == "event untrue"


def test_a_shooting_that_was_not_aimed_at_somebody_denies_the_target() -> None:
    text = "إطلاق النار في السوق لم يكن موجّها إلى موكب المحافظ."
    assert denied(text, "shooting") == "target misdirected"
