"""Who tells of a deed is its doer only where the words allow it; victims are never made doers."""

import pytest
from tests.frames.reading_helper import event, sources
from tests.told import Told, one, told


def one_done(text: str, kind: str) -> Told:
    """The only event of a type that is no threat."""
    (found,) = [
        e for e in told(text) if e.statement.type == kind and e.statement.realis == "actual"
    ]
    return found


def test_an_army_that_tells_of_an_attack_on_itself_did_not_make_it() -> None:
    text = "أعلن الجيش، السبت، عن مقتل أربعة جنود وشرطي في هجومين على موقعين للجيش بشمال البلاد."
    attack = one(text, "attack")
    assert attack.who("agent") == []
    assert attack.statement.realis == "actual"  # «شرطي» was read as a condition


@pytest.mark.parametrize(
    "text", ["نصب مسلحون كمينا للجنود.", "وقعت دورية للجنود في كمين قرب البلدة."]
)
def test_who_walks_into_an_ambush_did_not_lay_it(text: str) -> None:
    ambush = one(text, "ambush")
    assert all("جنود" not in agent for agent in ambush.who("agent"))
    assert ambush.who("target")


def test_a_country_where_attacks_kill_is_not_their_doer() -> None:
    text = "خلفت الهجمات في بوركينا فاسو ومالي والنيجر ما يقرب من 4 آلاف قتيل العام الماضي."
    assert one(text, "killing").who("agent") == []


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        (
            "أعلنت وزارة الداخلية العراقية اعتقال مهرب في القائم.",
            "arrest",
            "وزارة الداخلية العراقية",
        ),
        ("أعلنت فرنسا اعتقال صحفي في باريس.", "arrest", "فرنسا"),
        ("تبنت سرايا أولياء الدم تفجير مدرعة في بعقوبة.", "bombing", "سرايا أولياء الدم"),
        ("أعلنت حركة الشباب مسؤوليتها عن تفجير الفندق.", "bombing", "حركة الشباب"),
    ],
)
def test_a_force_that_announces_or_claims_a_deed_did_it(text: str, kind: str, doer: str) -> None:
    assert one(text, kind).who("agent") == [doer]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أعلن مستشفى المدينة اعتقال ممرض في القائم.", "arrest"),
        ("أدانت فرنسا اعتقال صحفي في باماكو.", "arrest"),
        ("أعلن الدفاع المدني مقتل ضابط قرب العريش.", "killing"),
        ("أعلنت فرنسا أن صحفياً اعتُقل في باماكو.", "arrest"),
    ],
)
def test_who_only_tells_of_a_deed_or_condemns_it_did_not_do_it(text: str, kind: str) -> None:
    assert one(text, kind).who("agent") == []


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("اتهم والي جنوب دارفور الدعم السريع بنهب مخازن الإغاثة.", "looting", "الدعم السريع"),
        ("حمّل الائتلاف قوات النظام مسؤولية قصف المخيم.", "shelling", "قوات النظام"),
        ("وتتهم الشرطة حركة الشباب بقتل تاجر في لامو.", "killing", "حركة الشباب"),
    ],
)
def test_the_accused_did_it(text: str, kind: str, doer: str) -> None:
    assert one(text, kind).who("agent") == [doer]


@pytest.mark.parametrize(
    ("text", "kind", "negates", "doers"),
    [
        ("نفى حزب الله ضلوعه في خطف السائق في البقاع.", "abduction", "agent", ["حزب الله"]),
        ("تبرأت القبيلة من قتل السائق.", "killing", "agent", ["القبيلة"]),
        ("نفت الحركة مسؤوليتها عن تفجير الحافلة.", "bombing", "agent", ["الحركة"]),
        ("نفت القيادة صحة الأنباء عن مقتل ضابط في سرت.", "killing", "event", []),
    ],
)
def test_what_a_denial_is_about(text: str, kind: str, negates: str, doers: list[str]) -> None:
    found = one(text, kind)
    assert (found.statement.polarity, found.statement.negates) == ("negative", negates)
    assert found.who("agent") == doers


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("نفت سرايا الفجر أن تكون قد قصفت المخيم في سرت.", "shelling", ["سرايا الفجر"]),
        ("نفى الجيش السوداني أن يكون قصف المخيم في نيالا.", "shelling", ["الجيش السوداني"]),
        ("أنكر الحوثيون أن يكونوا قد أعدموا الأسير في إب.", "execution", ["الحوثيون"]),
        ("نفت الشرطة أن تكون أطلقت النار على المحتجين في قفصة.", "shooting", ["الشرطة"]),
        ("نفى الناطق باسم الحركة أن تكون قد قصفت المخيم.", "shelling", ["الحركة"]),
        ("نفت الحركة تنفيذها الهجوم على الثكنة في غاو.", "attack", ["الحركة"]),
        ("نفى الفصيل ارتكاب المجزرة في القرية.", "killing", ["الفصيل"]),
    ],
)
def test_who_denies_to_have_done_it_is_the_doer_denied(
    text: str, kind: str, doers: list[str]
) -> None:
    """«نفت … أن تكون قد قصفت» named no doer, so that it read as a denial of the deed itself."""
    found = one(text, kind)
    assert found.statement.polarity == "negative"
    assert found.who("agent") == doers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نفت القوات الروسية أن يكون قد قُتل مدنيون في كفرنبل.", "killing"),
        ("نفت السلطات أن يكون قد اعتقل أي محام في صفاقس.", "arrest"),
        ("نفى الجيش أن يكون قد قُتل أي من جنوده في سيناء.", "killing"),
        ("نفى مصدر أمني أن يكون قد قتل أحد في درنة.", "killing"),
        ("نفى الجيش أن تكون قد وقعت اشتباكات في عطبرة.", "clash"),
    ],
)
def test_a_denial_that_anything_was_suffered_makes_nobody_its_doer(text: str, kind: str) -> None:
    found = one(text, kind)
    assert (found.statement.polarity, found.statement.negates) == ("negative", "event")
    assert found.who("agent") == []


@pytest.mark.parametrize("text", [
    "نفى الجيش وقوع قصف على المخيم في نيالا.", "نفت سرايا الفجر حدوث قصف في سرت.",
])  # fmt: skip
def test_a_denial_that_a_deed_occurred_makes_who_denies_no_doer(text: str) -> None:
    """«قصف» was read as a verb of who denies."""
    found = one(text, "shelling")
    assert (found.statement.polarity, found.who("agent")) == ("negative", [])


@pytest.mark.parametrize("text", [
    "نفى الحزب أن يكون وراء اغتيال المحامي في البصرة.",
    "نفت الجماعة أن تكون خلف اغتيال المحامي في عدن.",
])  # fmt: skip
def test_who_denies_to_be_behind_a_deed_leaves_it_standing(text: str) -> None:
    assert one(text, "assassination").statement.negates == "agent"
    assert len(one(text, "assassination").who("agent")) == 1


def test_a_denial_leaves_what_a_relative_clause_tells() -> None:
    text = "نفت الوزارة مقتل الجندي الذي خُطف في حضرموت."
    assert one(text, "killing").statement.polarity == "negative"
    assert one(text, "abduction").statement.polarity == "positive"


def test_nobody_denies_it_means_that_it_is_so() -> None:
    assert one("لا أحد ينكر أن الجماعة قصفت السوق.", "shelling").statement.polarity == "positive"
    denied = one("أنكر التاجر أن الجماعة قصفت السوق.", "shelling")
    assert denied.statement.polarity == "negative"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أعلن الجيش المصري مقتل ضابط في هجوم قرب العريش.", "attack"),
        ("أعلن الجيش اللبناني اختطاف جندي في عرسال.", "abduction"),
        ("أعلنت وزارة الداخلية إصابة ثلاثة مارة.", "injury"),
    ],
)
def test_who_announces_what_was_done_to_his_own_did_not_do_it(text: str, kind: str) -> None:
    assert sources(text, kind)[-1][1] == "say"
    assert not any(r.role == "agent" for r in event(text, kind).roles)


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت حركة الشباب مسؤوليتها عن الهجوم على القاعدة.",
        "أعلن تنظيم القاعدة المسؤولية عن الهجوم على القاعدة.",
    ],
)
def test_responsibility_for_a_definite_deed_is_claimed_over_the_speaker(text: str) -> None:
    ((_, act),) = sources(text, "attack")
    assert act == "claim"
    assert any(r.role == "agent" for r in event(text, "attack").roles)


def test_who_adopts_a_resolution_claims_no_deed() -> None:
    text = "تبنى مجلس الأمن قرارا بشأن قتل المدنيين في دارفور."
    assert sources(text, "killing") == []


def test_a_denied_denial_confirms_the_deed() -> None:
    found = event("كذّب ناشطون نفي الجماعة قصف السوق.", "shelling")
    assert (found.polarity, found.negates) == ("positive", None)


def test_a_denial_ends_where_somebody_else_confirms_in_a_clause_of_his_own() -> None:
    text = "أنكرت القوات حرق المخازن، بعدما أكد البرنامج خطف سائق منها."
    assert event(text, "abduction").polarity == "positive"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نعت الكتيبة ثلاثة من مجاهديها ارتقوا في الغارة على طولكرم، وتوعدت بالرد على قتل الأهالي.",
         "airstrike"),
        ("نعت سرايا الفجر أربعة من مقاتليها قضوا في قصف على خان يونس.", "shelling"),
        ("شيّع الحزب اثنين من عناصره قتلا في قصف على عيترون.", "killing"),
        ("زفت الحركة قائدها الميداني الذي قضى في قصف على جنين.", "shelling"),
    ],
)  # fmt: skip
def test_who_mourns_his_own_did_not_make_the_strike(text: str, kind: str) -> None:
    """A funeral notice became a claim of the strike that killed who is mourned."""
    found = one_done(text, kind)
    assert found.who("agent") == []
    assert [link.act for link in found.statement.attribution] == ["confirm"]


def test_who_mourns_may_say_who_made_the_attack() -> None:
    text = "نعى الجيش المصري ضابطا قتل في هجوم شنه مسلحون على كمين في العريش."
    assert one(text, "attack").who("agent") == ["مسلحون"]


def test_who_warns_of_a_deed_to_come_is_not_its_doer() -> None:
    """«حذرت الأمم المتحدة من وقوع مجازر» made the United Nations the killers."""
    assert one("حذرت الأمم المتحدة من وقوع مجازر في الفاشر.", "killing").who("agent") == []
