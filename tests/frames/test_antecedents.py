"""Whom a possessive pronoun stands for."""

from __future__ import annotations

import pytest

import riwaya


def _whose(text: str, kind: str) -> list[tuple[str, str]]:
    """Both ends of each relation of a type."""
    made = riwaya.read(text)
    words = {m.id: m.text for m in made.mentions}
    return [
        (words[s.roles[0].mention or ""], words[s.roles[1].mention or ""])
        for s in made.statements
        if s.kind == "relation" and s.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("قُتل ماهر الأسعد في غارة. وقُتل شقيقه عمر.", ("عمر", "ماهر الأسعد")),
        ("خطف مسلحون هدى سالم. واعتقلت الشرطة شقيقها عمر.", ("عمر", "هدى سالم")),
        ("قُتل ماهر الأسعد وهدى سالم في غارة. وأصيبت ابنته ليلى.", ("ليلى", "ماهر الأسعد")),
    ],
)
def test_a_man_or_a_woman_by_the_pronoun(text: str, kin: tuple[str, str]) -> None:
    assert _whose(text, "kin_of") == [kin]


@pytest.mark.parametrize(
    "text",
    [
        "خطف مسلحون هدى سالم. وقُتل شقيقه عمر.",
        "قُتل ماهر الأسعد في غارة. وقُتل شقيقها عمر.",
        "قصفت الطائرات المدينة. وقُتل شقيقه عمر.",
    ],
)
def test_nobody_whom_the_pronoun_fits(text: str) -> None:
    assert _whose(text, "kin_of") == []


def test_in_its_own_sentence_the_nearest_and_in_one_before_the_first() -> None:
    own = "غادر ماهر الأسعد ثم خالد الزين المدينة، وقُتل شقيقه عمر."
    before = "غادر ماهر الأسعد ثم خالد الزين المدينة. وقُتل شقيقه عمر."
    assert _whose(own, "kin_of") == [("عمر", "خالد الزين")]
    assert _whose(before, "kin_of") == [("عمر", "ماهر الأسعد")]


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("", True),
        (" ونزح السكان مساء.", True),
        (" ونزح السكان مساء. وعادوا صباحاً.", False),
    ],
)
def test_a_pronoun_reaches_back_two_sentences(between: str, found: bool) -> None:
    text = f"انسحبت سرايا السلام من القرية.{between} وقُتل قائدها حسن العلي."
    expected = [("حسن العلي", "سرايا السلام")] if found else []
    assert _whose(text, "leader_of") == expected


def test_a_body_in_the_feminine_leads_and_a_plural_has_its_men() -> None:
    feminine = "هاجمت حركة الشباب القاعدة، وقُتل قائدها مختار روبو."
    assert _whose(feminine, "leader_of") == [("مختار روبو", "حركة الشباب")]
    plural = "أعلن مقاتلو سرايا السلام أن قائدهم حسن العلي قُتل."
    assert _whose(plural, "leader_of") == [("حسن العلي", "سرايا السلام")]
