"""Who says so: whose words cover which deeds."""

import pytest
from tests.frames.reading_helper import event, events, sources


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("قال الدفاع المدني إن مدنيين قُتلا في بلدة حيان.", "killing", "الدفاع المدني"),
        ("أفاد الدفاع المدني بمقتل مدنيين في بلدة حيان.", "killing", "الدفاع المدني"),
        ("قُتل مدنيان في بلدة حيان، وفق ما أفاد به الدفاع المدني.", "killing", "الدفاع المدني"),
        ("قُتل مدنيان في بلدة حيان، بحسب الدفاع المدني.", "killing", "الدفاع المدني"),
        ("بحسب الدفاع المدني، قُتل مدنيان في بلدة حيان.", "killing", "الدفاع المدني"),
        ("مصدر أمني في درعا: مقتل شرطيين بهجوم على حاجز.", "killing", "مصدر أمني"),
        ("وكان الجيش السوري قد أعلن السبت مقتل ضابط في إدلب.", "killing", "الجيش السوري"),
        ("وأدانت الأمم المتحدة قتل مدنيين في بلدة حيان.", "killing", "الأمم المتحدة"),
    ],
)
def test_a_source_covers_what_it_says(text: str, kind: str, source: str) -> None:
    ((found, _),) = sources(text, kind)
    assert found.startswith(source)


def test_the_outlet_stands_outside_the_source_it_quotes() -> None:
    found = sources("نقلت وكالة رويترز عن مصدر طبي قوله إن شرطياً قُتل في الموصل.", "killing")
    assert [name.split()[0] for name, _ in found] == ["وكالة", "مصدر"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قُتل مدنيان في بلدة حيان. وقال الجيش السوري إن جندياً أصيب.", "killing"),
        ("قال مصدر أمني إن شرطياً أصيب، بينما هددت حركة الشباب بقصف المدينة.", "threat"),
        ("وأعلنت الشرطة مقتل شرطي في كركوك، ودعت الأهالي إلى مغادرة المنطقة.", "demand"),
        ("قال تاجر نزح إلى شندي إن الجيش قصف السوق.", "displacement"),
        ("لم تعلن أي جهة مسؤوليتها عن الهجوم.", "attack"),
    ],
)
def test_what_the_report_tells_itself_has_no_source(text: str, kind: str) -> None:
    assert sources(text, kind) == []


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    text = "قال مصدر أمني: «قُتل شرطيان في الموصل. ثم خطف المسلحون سائقاً»."
    assert sources(text, "abduction") == sources(text, "killing") != []


def test_a_verb_without_a_subject_goes_on_with_the_source() -> None:
    text = "أفاد مصدر أمني بمقتل شرطي في الموصل. وأضاف أن مسلحين خطفوا سائقاً."
    ((name, act),) = sources(text, "abduction")
    assert (name.split()[0], act) == ("مصدر", "say")


def test_a_second_speaker_ends_the_words_of_the_first() -> None:
    text = "اتهمت الحكومة اليمنية جماعة الحوثي بقصف مأرب، بينما قال التحالف إن جندياً قُتل."
    assert [name for name, _ in sources(text, "killing")] == ["التحالف"]


def test_a_denial_turns_the_deed_once() -> None:
    found = event("نفى الجيش السوري قصف مشفى في إدلب.", "shelling")
    assert (found.polarity, found.negates) == ("negative", "event")


def test_a_denial_of_a_part_leaves_the_deed() -> None:
    found = event("نفت الولايات المتحدة ضلوعها في اغتيال ضابط في بغداد.", "assassination")
    assert (found.polarity, found.negates) == ("negative", "agent")
    assert any(r.role == "agent" for r in found.roles)


def test_a_denial_does_not_reach_the_next_verb_of_saying() -> None:
    text = "نفى الجيش السوري قصف مشفى في إدلب، وقال إن المسلحين خطفوا طبيباً."
    assert event(text, "abduction").polarity == "positive"


def test_who_claims_a_deed_did_it_and_who_condemns_it_did_not() -> None:
    claimed = event("تبنّت حركة الشباب هجوماً على فندق في مقديشو.", "attack")
    condemned = event("ندّدت وزارة الخارجية بهجوم على فندق في مقديشو.", "attack")
    assert any(r.role == "agent" for r in claimed.roles)
    assert not any(r.role == "agent" for r in condemned.roles)


def test_the_accused_is_the_doer_and_the_accuser_the_source() -> None:
    text = "اتهمت الحكومة اليمنية جماعة الحوثي بقصف مدينة مأرب."
    (said,) = sources(text, "shelling")
    assert said == ("الحكومة اليمنية", "accuse")


def test_every_link_points_at_its_cue() -> None:
    for found in events("أعلنت الشرطة مقتل شرطي في كركوك، بحسب بيان."):
        for link in found.attribution:
            assert link.cue.text


@pytest.mark.parametrize(
    ("text", "kind", "chain"),
    [
        (
            "ذكرت صحيفة الشرق الأوسط أن وكالة رويترز نقلت عن مصدر طبي أن ممرضاً قُتل في زمزم.",
            "killing",
            [("صحيفة الشرق الأوسط", "say"), ("وكالة رويترز", "say"), ("مصدر طبي", "say")],
        ),
        (
            "نقلت قناة الحدث عن مصدر عسكري أن قائد الجيش أكد مقتل أربعة جنود قرب غاو.",
            "killing",
            [("قناة الحدث", "say"), ("مصدر عسكري", "say"), ("قائد الجيش", "confirm")],
        ),
        (
            "بحسب وكالة فرانس برس، قال مسؤول محلي إن شهوداً أكدوا مقتل راعٍ قرب كيدال.",
            "killing",
            [("وكالة فرانس برس", "say"), ("مسؤول محلي", "say"), ("شهوداً", "confirm")],
        ),
        (
            "أفاد موقع محلي، نقلاً عن وكالة رويترز، بأن مصدراً طبياً أكد مقتل ممرض في زمزم.",
            "killing",
            [("موقع محلي", "say"), ("وكالة رويترز", "say"), ("مصدراً طبياً", "confirm")],
        ),
        (
            "نقلت صحيفة محلية عن مصدر أمني أن الحركة تبنت تفجير الجسر.",
            "bombing",
            [("صحيفة محلية", "say"), ("مصدر أمني", "say"), ("الحركة", "claim")],
        ),
        (
            "وذكرت إذاعة محلية أن شيخ القبيلة اتهم الجيش بقصف البئر.",
            "shelling",
            [("إذاعة محلية", "say"), ("شيخ القبيلة", "accuse")],
        ),
    ],
)
def test_a_chain_is_told_outermost_first(
    text: str, kind: str, chain: list[tuple[str, str]]
) -> None:
    assert sources(text, kind) == chain


@pytest.mark.parametrize(
    ("text", "kind", "source", "act"),
    [
        ("قال مزارعون إن الطائرات قصفت البئر.", "shelling", "مزارعون", "say"),
        ("أكدت لجان المقاومة مقتل متظاهر في أم درمان.", "killing", "لجان المقاومة", "confirm"),
        ("وثقت منظمة حقوقية اعتقال طلاب في سبها.", "arrest", "منظمة حقوقية", "confirm"),
        ("تبنى الفصيل في بيان هجوماً على ثكنة في بوني.", "attack", "الفصيل", "claim"),
        ("نفت إثيوبيا قصف سوق توغوغا.", "shelling", "إثيوبيا", "deny"),
        ("اتهمت نقابة الأطباء الشرطة بتعذيب طالب.", "torture", "نقابة الأطباء", "accuse"),
        ("اعترف الجيش النيجيري بقصف قرية في كادونا.", "shelling", "الجيش النيجيري", "admit"),
        ("لم ينكر الجيش قصف القرية.", "shelling", "الجيش", "admit"),
        ("سرّبت صحيفة محلية أن ضباطاً عذبوا معتقلين.", "torture", "صحيفة محلية", "leak"),
        ("قدّر الصليب الأحمر أن مئتي شخص قُتلوا في درنة.", "killing", "الصليب الأحمر", "estimate"),
        ("ويعتقد محققون أن الحركة خطفت الطبيب.", "abduction", "محققون", "estimate"),
    ],
)
def test_the_act_is_that_of_the_verb(text: str, kind: str, source: str, act: str) -> None:
    assert sources(text, kind) == [(source, act)]


@pytest.mark.parametrize(
    ("behind", "source"),
    [
        ("على حد قول شقيقه", "شقيقه"),
        ("كما أفاد شهود", "شهود"),
        ("حسبما ذكرت إذاعة محلية", "إذاعة محلية"),
        ("وفقاً لمصدر قبلي", "مصدر قبلي"),
        ("طبقاً لما أعلنته الشرطة", "الشرطة"),
        ("نقلاً عن مصدر قبلي", "مصدر قبلي"),
        ("يقول شقيقه", "شقيقه"),
    ],
)
def test_a_source_behind_covers_the_clauses_before_it(behind: str, source: str) -> None:
    text = f"قُتل جندي في تعز، وخُطف مهندس في مأرب، {behind}."
    assert sources(text, "abduction") == sources(text, "killing") == [(source, "say")]
    before = f"قُتل جندي في تعز. وخُطف مهندس في مأرب، {behind}."
    assert sources(before, "killing") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قال مصدر طلب عدم كشف هويته إن ضابطاً قُتل في سبها.", "مصدر"),
        ("أفادت مصادر متطابقة بمقتل ضابط في سبها.", "مصادر متطابقة"),
        ("أفاد مراسلنا بمقتل ضابط في سبها.", "مراسلنا"),
        ("قال أحد السكان إن ضابطاً قُتل في سبها.", "أحد السكان"),
    ],
)
def test_an_unnamed_source_is_a_source(text: str, source: str) -> None:
    assert sources(text, "killing") == [(source, "say")]


@pytest.mark.parametrize(
    "text",
    [
        "وردت أنباء عن مقتل ضابط في سبها.",
        "معلومات أولية عن مقتل ضابط في سبها.",
        "تردد أن ضابطاً قُتل في سبها.",
        "يُعتقد أن ضابطاً قُتل في سبها.",
        "أظهر مقطع مصور قتل ضابط في سبها.",
        "هجمات منسوبة إلى حركة الشباب قتلت ضابطاً في لامو.",
        "لم يصدر تعليق من الجيش على مقتل ضابط في سبها.",
    ],
)
def test_nobody_in_particular_is_no_source(text: str) -> None:
    assert sources(text, "killing") == []


def test_a_source_is_carried_over_sentences_and_then_the_report_speaks_again() -> None:
    text = (
        "قال الناطق باسم المخيم إن دبابات قصفت حي الصناعة. وتابع أن طفلاً قُتل. "
        "وأشار إلى أن الجنود أحرقوا منزلاً. واعتقلت الشرطة سائقاً في الحي المجاور."
    )
    for kind in ("shelling", "killing", "destruction"):
        assert sources(text, kind) == [("الناطق باسم المخيم", "say")]
    assert sources(text, "arrest") == []


def test_a_chain_is_carried_with_its_outlet() -> None:
    text = (
        "نقلت وكالة رويترز عن مصدر طبي أن قذيفة قتلت طفلاً. "
        "وأضاف المصدر أن مسلحين خطفوا ممرضاً. وانسحب المسلحون مساء."
    )
    chain = [("وكالة رويترز", "say"), ("مصدر طبي", "say")]
    assert sources(text, "killing") == sources(text, "abduction") == chain
    assert sources(text, "withdrawal") == []


def test_a_closed_quotation_hands_the_word_back() -> None:
    text = "قال شيخ القرية: «أحرق الجنود المخزن. ثم خطفوا راعياً». وانسحب الجنود مساء."
    assert sources(text, "abduction") == [("شيخ القرية", "say")]
    assert sources(text, "withdrawal") == []


def test_a_sentence_in_quotation_marks_goes_on_with_who_spoke() -> None:
    text = "قال شيخ القرية إن الجنود أحرقوا المخزن. {}ثم خطفوا راعياً من المرعى{}."
    assert sources(text.format("«", "»"), "abduction") == [("شيخ القرية", "say")]
    assert sources(text.format("", ""), "abduction") == []


def test_what_tells_of_the_speaker_is_not_said_by_him() -> None:
    text = "قال ناجون من قصف القرية إن الجنود خطفوا راعياً."
    assert sources(text, "shelling") == []
    assert sources(text, "abduction") == [("ناجون", "say")]


def test_from_his_side_opens_the_words_of_the_next_one() -> None:
    text = "قالت الشرطة إن راعياً قُتل. من جهته، أفاد شيخ القبيلة بأن الجنود أحرقوا المخزن."
    assert sources(text, "killing") == [("الشرطة", "say")]
    assert sources(text, "destruction") == [("شيخ القبيلة", "say")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("داهمت فجراً قوات الأمن مخيماً واعتقلت شاباً.", "arrest"),
        ("داهمت قوات الأمن فجرا مخيماً واعتقلت شاباً.", "arrest"),
        ("قال الوزير إن الجنود انسحبوا. وفجراً خطفت الشرطة سائقاً في عدن.", "abduction"),
    ],
)
def test_at_dawn_says_nothing(text: str, kind: str) -> None:
    """The time word «فجرا» was read as a saying verb."""
    assert sources(text, kind) == []


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن جندياً قُتل. ويُذكر أن مسلحا خطف تاجرا.",
        "قال الوزير إن جندياً قُتل. وقيل إن مسلحا خطف تاجرا.",
        "قال الوزير إن جندياً قُتل. وذُكر أن مسلحا خطف تاجرا.",
    ],
)
def test_an_impersonal_passive_is_nobody_s_word(text: str) -> None:
    assert sources(text, "abduction") == []


def test_who_is_accused_in_the_passive_is_the_doer_and_no_source() -> None:
    text = "تُتهم حركة الشباب بقتل تاجر في لامو."
    assert sources(text, "killing") == []
    assert any(r.role == "agent" for r in event(text, "killing").roles)


def test_a_participle_that_goes_on_has_its_own_act() -> None:
    text = "قال الوالي إن الأهالي نزحوا، نافيا إحراق القرية."
    assert sources(text, "destruction") == [("الوالي", "deny")]
    assert sources(text, "displacement") == [("الوالي", "say")]


def test_again_is_no_word_of_saying() -> None:
    """The adverb «مجدداً» was read as the participle of renewing."""
    text = "هدد الحوثيون بقصف الميناء مجدداً ما دام الحصار مفروضاً."
    assert sources(text, "siege") == []


def test_whom_an_agency_quotes_is_meant_by_the_pronoun_of_that() -> None:
    found = event("نقلت وكالة محلية عن الجيش السوداني أنه قصف مستودعا.", "shelling")
    assert [link.act for link in found.attribution] == ["say", "claim"]
