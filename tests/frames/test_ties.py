"""Relations and causes as statements: evidence, trigger, who says it, when it holds."""

from datetime import date

import pytest
from tests.frames.causes import cause_helper
from tests.frames.relations import relation_helper

import riwaya
from riwaya.model import Statement

_REPORT = (
    "أعلنت الشرطة، بحسب وكالة رويترز، أن ماهر العلواني يقود كتيبة الردع منذ 2018. "
    "وقُتل القيادي السابق في حركة الشباب آدم نور في بيدوا. وأصيب نجله بجروح. "
    "وقصف الجيش البلدة رداً على خطف جندي. ونشرت الشرطة دوريات لضبط الأمن."
)


def _ties() -> list[Statement]:
    made = riwaya.read(_REPORT, published=relation_helper.DAY)
    return [s for s in made.statements if s.kind in ("relation", "cause")]


def _said(statement: Statement, text: str) -> list[tuple[str, str]]:
    """Source and act of each link, outermost first; every link points at its cue."""
    made = riwaya.read(text, published=relation_helper.DAY)
    words = {m.id: m.text for m in made.mentions}
    assert all(x.cue and x.cue.text == text[x.cue.start : x.cue.end] for x in statement.attribution)
    return [(words[link.source or ""], link.act) for link in statement.attribution]


def test_every_tie_has_its_trigger_inside_its_evidence() -> None:
    ties = _ties()
    assert [s.id for s in ties] == ["r1", "r2", "r3", "c1", "c2"]
    for s in ties:
        assert s.trigger and s.evidence and s.rules
        assert s.evidence[0].start <= s.trigger.start < s.trigger.end <= s.evidence[0].end
        for span in (s.trigger, *s.evidence):
            assert span.text == _REPORT[span.start : span.end]


def test_the_trigger_is_the_words_that_say_so() -> None:
    assert [s.trigger and s.trigger.text for s in _ties()] == [
        "يقود", "القيادي السابق في", "نجله", "رداً على", "لضبط",
    ]  # fmt: skip


def test_the_evidence_is_the_sentence_and_the_one_a_pronoun_reaches_back_to() -> None:
    kin = _ties()[2]
    assert [e.text for e in kin.evidence] == [
        "وأصيب نجله بجروح.",
        "وقُتل القيادي السابق في حركة الشباب آدم نور في بيدوا.",
    ]
    assert all(len(s.evidence) == 1 for s in _ties() if s.id != kin.id)


def test_an_end_is_a_mention_or_an_event_of_the_report() -> None:
    made = riwaya.read(_REPORT, published=relation_helper.DAY)
    mentions = {m.id for m in made.mentions}
    events = {s.id for s in made.statements if s.kind == "event"}
    for s in _ties():
        assert [r.role for r in s.roles] == (
            ["subject", "object"] if s.kind == "relation" else ["cause", "effect"]
        )
        assert all(r.mention in mentions or r.statement in events for r in s.roles)
        assert all((r.mention is None) != (r.statement is None) for r in s.roles)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "قال مصدر أمني إن ماهر العلواني يقود كتيبة الردع.",
            [("مصدر أمني", "say")],
        ),
        (
            "تسيطر حركة الشباب على كيسمايو، وفق ما أعلنته الشرطة.",
            [("الشرطة", "say")],
        ),
        (
            "نقلت وكالة رويترز عن مصدر أمني قوله إن ماهر العلواني يقود كتيبة الردع.",
            [("وكالة رويترز", "say"), ("مصدر أمني", "say")],
        ),
        ("يقود ماهر العلواني كتيبة الردع. وقالت الشرطة إن الهدوء عاد.", []),
    ],
)
def test_a_relation_is_attributed_to_who_says_it(text: str, said: list[tuple[str, str]]) -> None:
    assert _said(relation_helper.one(text).statement, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "أعلن الجيش أن جنوده قصفوا البلدة رداً على مقتل ضابط.",
            [("الجيش", "say")],
        ),
        (
            "اتهم الحزب الجيش بقصف السوق بسبب الاحتجاجات.",
            [("الحزب", "accuse")],
        ),
        ("قصف الجيش البلدة رداً على مقتل ضابط. وقال الحزب إن الهدوء عاد.", []),
    ],
)
def test_a_cause_is_attributed_to_who_says_it(text: str, said: list[tuple[str, str]]) -> None:
    assert _said(cause_helper.one(text).statement, text) == said


def test_what_is_said_of_a_leader_goes_on_in_the_next_sentence() -> None:
    text = "قال مصدر أمني إن شرطياً قُتل. وأضاف أن ماهر العلواني يقود كتيبة الردع."
    assert [name for name, _ in _said(relation_helper.one(text).statement, text)] == ["مصدر أمني"]


def test_validity_stands_beside_attribution() -> None:
    first, former, kin, *_ = _ties()
    assert first.attribution and first.time and first.time.mention and not first.former
    assert (first.time.edtf, first.time.earliest) == ("2018/2023-05-16", date(2018, 1, 1))
    assert former.former and not former.time and not former.attribution
    assert not kin.former and kin.time is None


def test_what_a_verb_states_behind_a_denial_is_denied() -> None:
    (found,) = relation_helper.relations("نفت الحكومة الصومالية أن آدم نور ينتمي إلى حركة الشباب.")
    assert (found.statement.polarity, found.statement.negates) == ("negative", "event")


def test_a_post_in_the_midst_of_what_is_denied_stands() -> None:
    (found,) = relation_helper.relations("نفت حركة الشباب مقتل قائدها آدم نور.")
    assert found.statement.polarity == "positive"


def test_who_denies_a_deed_says_by_it_who_somebody_is() -> None:
    (found,) = relation_helper.relations("نفت حركة الشباب مقتل قائدها آدم نور.")
    assert [link.act for link in found.statement.attribution] == ["say"]
