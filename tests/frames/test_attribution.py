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
