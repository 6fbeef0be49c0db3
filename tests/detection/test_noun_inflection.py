"""The written forms of nouns and participles."""

from __future__ import annotations

import pytest

from riwaya.detection.noun_inflection import decline, participle_forms


@pytest.mark.parametrize(
    ("singular", "plurals", "number", "expected"),
    [
        ("هجوم", ["هجمات"], "sg", "هجوم هجوما"),
        ("هجوم", ["هجمات"], "du", "هجومان هجومين هجوما هجومي"),
        ("هجوم", ["هجمات"], "pl", "هجمات"),
        ("غارة", ["غارات"], "sg", "غارة غارت"),
        ("غارة", ["غارات"], "du", "غارتان غارتين غارتا غارتي"),
        ("قتيل", ["قتلى"], "pl", "قتلى قتلا"),
        ("شهيد", ["شهداء"], "pl", "شهداء شهداؤ شهدائ"),
        ("مصاب", ["مصابون"], "pl", "مصابون مصابين مصابو مصابي"),
        ("انتحاري", ["انتحاريون"], "pl", "انتحاريون انتحاريين انتحاريو انتحاريي"),
        ("معركة", ["معارك"], "pl", "معارك"),
        ("اعتداء", ["اعتداءات"], "sg", "اعتداء اعتداؤ اعتدائ"),
        ("لغم", ["ألغام"], "pl", "ألغام ألغاما"),
        ("صاروخ", ["صواريخ"], "sg", "صاروخ صاروخا"),
    ],
)
def test_decline(singular: str, plurals: list[str], number: str, expected: str) -> None:
    forms = {f.text for f in decline(singular, plurals) if f.number == number}
    assert forms == set(expected.split())


def test_forms_before_a_pronoun_are_bound() -> None:
    bound = {f.text for f in decline("غارة", ["غارات"]) if f.bound}
    assert bound == {"غارت", "غارتا", "غارتي"}


def test_participle_forms_have_voice_and_gender() -> None:
    forms = {
        (f.text, f.number, voice, gender) for f, voice, gender in participle_forms("ه ج م", "III")
    }
    assert ("مهاجم", "sg", "active", "m") in forms
    assert ("مهاجمون", "pl", "active", "m") in forms
    assert ("مهاجمة", "sg", "passive", "f") in forms
    assert ("مهاجمات", "pl", "active", "f") in forms
    weak = {f.text for f, voice, _ in participle_forms("ص د ي", "V") if voice == "active"}
    assert {"متصد", "متصدي", "متصدون", "متصدين", "متصدية", "متصديات"} <= weak
