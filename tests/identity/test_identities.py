"""Joins as statements with rule and evidence, and what other statements keep apart."""

from __future__ import annotations

import pytest
from tests.identity.identity_helper import identities, joins, read, same

from riwaya.model import Mention, Reading

JOINED = (
    "هاجم تنظيم القاعدة حاجزا في أبين. وأعلن التنظيم مسؤوليته عن الهجوم.",
    "قُتل عماد صالح الجبوري في كركوك. ووصف أقارب عماد الجبوري ما جرى بالغدر. وكان الجبوري طبيبا.",
    "اعتقلت الشرطة عبدالكريم النعيمي، المعروف باسم أبو ليث. ثم أفرجت عن عبد الكريم النعيمي.",
    "قصف الجيش السوداني حيا في الفاشر. وقالت الخرطوم إنها استهدفت مخزنا. ثم تقدم الجيش.",
    "هاجم مسلحو حركة الشباب بلعد. وانسحب الشباب مساء. وقالت حركة الشباب إنها ستعود.",
    "دخل الجيش مدينة كفر لاها. وقال سكان في كفرلاها إن الهدوء عاد.",
)


@pytest.mark.parametrize("text", JOINED)
def test_every_join_is_stated_with_rule_and_evidence(text: str) -> None:
    reading = read(text)
    mentions = reading.mentions_by_id
    stated = [s for s in reading.statements if s.kind == "identity"]
    assert stated
    for s in stated:
        ends = [mentions[r.mention or ""] for r in s.roles]
        assert [r.role for r in s.roles] == ["subject", "object"]
        assert len(s.rules) == 1
        assert s.trigger is not None
        assert len({m.entity for m in ends}) == 1
        for m in ends:
            assert any(e.start <= m.start and m.end <= e.end for e in s.evidence), m.text
        assert all(text[e.start : e.end] == e.text for e in s.evidence)


@pytest.mark.parametrize("text", JOINED)
def test_no_wording_is_of_an_entity_without_a_statement(text: str) -> None:
    reading = read(text)
    for members in _entities(reading):
        reached = {members[0].id}
        for _ in members:
            reached |= {m.id for m in members if _linked(reading, m, reached)}
        assert {m.text for m in members if m.id not in reached} == set()


def _entities(reading: Reading) -> list[list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for m in sorted(reading.mentions, key=lambda m: m.start):
        if m.entity:
            found.setdefault(m.entity, []).append(m)
    return list(found.values())


def _linked(reading: Reading, m: Mention, reached: set[str]) -> bool:
    """Whether a mention has the words of one reached, overlaps it, or is stated to be it."""
    known = [reading.mentions_by_id[i] for i in reached]
    if any(o.text == m.text or (o.start < m.end and m.start < o.end) for o in known):
        return True
    pairs = [{r.mention for r in s.roles} for s in reading.statements if s.type == "same_as"]
    return any(m.id in pair and pair & reached for pair in pairs)


def test_who_says_that_two_are_one_is_the_source() -> None:
    (said,) = identities("قالت الشرطة إن ماهر الجبوري، الملقب بالنمر، قُتل.")
    (told,) = identities("قُتل ماهر الجبوري، الملقب بالنمر، في هيت.")
    assert [link.act for link in said.statement.attribution] == ["say"]
    assert told.statement.attribution == ()


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("نفت الشرطة أن يكون أبو ليث هو نفسه ماهر الجبوري.", "أبو ليث", "ماهر الجبوري"),
        ("نفت الشرطة أن يكون ماهر الجبوري هو الملقب بالنمر.", "ماهر الجبوري", "النمر"),
    ],
)
def test_a_denied_second_name_is_of_another(text: str, one: str, two: str) -> None:
    (denied,) = identities(text, "not_same_as")
    assert (denied.one, denied.two, denied.rule) == (one, two, "told-apart")
    assert [link.act for link in denied.statement.attribution] == ["deny"]
    assert identities(text) == []
    assert not same(text, one, two)


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("قُتل ماهر سالم الجبوري وشقيقه ماهر الجبوري في هيت.", "ماهر سالم الجبوري",
         "ماهر الجبوري"),
        ("عُين سالم عمر الجبوري خلفا لسالم الجبوري في قيادة اللواء.", "سالم عمر الجبوري",
         "سالم الجبوري"),
    ],
)  # fmt: skip
def test_a_relation_that_nobody_has_to_himself_keeps_its_ends_apart(
    text: str, long: str, short: str
) -> None:
    assert not same(text, long, short)
    assert joins(text) == []
    alone = f"قُتل {long} في هيت. وكان {short} طبيبا."
    assert joins(alone) == [(long, short, "short-name")]


def test_a_second_name_in_the_midst_of_what_is_denied_stands() -> None:
    """A denial was taken to be of every second name in its clause."""
    text = "نفت الجماعة أن يكون القتيل المعروف باسم أبو ليث من عناصرها."
    assert same(text, "القتيل", "أبو ليث")


def test_a_post_beside_a_name_is_said_of_its_bearer() -> None:
    text = "أعلن العميد منصور ثوابة، قائد المنطقة العسكرية الثالثة، وقف القتال."
    assert same(text, "منصور ثوابة", "قائد المنطقة العسكرية الثالثة")


def test_a_father_and_a_son_of_one_name_are_two() -> None:
    found = [m for m in read("قُتل أحمد سالم ونجله أحمد سالم.").mentions if "أحمد" in m.text]
    father, *son = sorted(found, key=lambda m: m.start)
    assert len({m.entity for m in son}) == 1
    assert father.entity not in {m.entity for m in son}


def test_a_post_that_nobody_has_is_nobody_s() -> None:
    assert joins("ليس ماهر العلواني قيادياً في حركة الشباب.") == []


@pytest.mark.parametrize("text", [
    "لم تُصدر الحكومة أي بيان رسمي.",
    "اغتال مسلحون مجهولون عنصراً سابقاً بالجيش الحر.",
])  # fmt: skip
def test_any_and_once_name_nobody_anew(text: str) -> None:
    assert joins(text) == []
