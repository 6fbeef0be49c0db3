"""Words for kin with a pronoun: whose kin, of which sex, one or several, with a name or none."""

from __future__ import annotations

import pytest
from tests.detection.chunk_helper import top

from riwaya.detection.text import Chunk


def _kin(text: str) -> Chunk:
    """The only noun phrase of a text that is kin of somebody."""
    (found,) = [
        c for _, c in top(text) if "kin" in (c.klass, c.row.get("relation", "").split("_")[0])
    ]
    return found


@pytest.mark.parametrize(
    ("text", "pronoun", "gender"),
    [
        ("قتل راشد المهيري وابنه في صحار", "ه", "m"),
        ("قتل راشد المهيري وابنته في صحار", "ه", "f"),
        ("قتل راشد المهيري ووالده في صحار", "ه", "m"),
        ("قتل راشد المهيري ووالدته في صحار", "ه", "f"),
        ("أصيبت مريم الكعبي وشقيقتها في المكلا", "ها", "f"),
        ("أصيبت مريم الكعبي وزوجها في المكلا", "ها", "m"),
    ],
)
def test_one_of_kin_bears_the_pronoun(text: str, pronoun: str, gender: str) -> None:
    found = _kin(text)
    assert (found.kind, found.pronoun, found.gender) == ("person", pronoun, gender)


def test_a_written_ta_marbuta_is_no_pronoun() -> None:
    """«ابنة», a daughter, and «ابنه», his son, have one key."""
    found = _kin("ولدت للأسرة ابنة في صحار")
    assert (found.pronoun, found.gender) == ("", "f")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقتل ابنه صالح قبل عام", "صالح"),
        ("وقتلت ابنته هدى قبل عام", "هدى"),
        ("وصل نجله الطبيب يونس إلى المكلا", "يونس"),
    ],
)
def test_the_name_behind_kin_is_of_the_kin(text: str, name: str) -> None:
    (wording, found) = next((w, c) for w, c in top(text) if c.pronoun)
    assert found.name is not None
    assert wording.endswith(name)
    assert found.name.end == found.end


def test_the_son_of_an_uncle_is_one_man_with_the_uncles_pronoun() -> None:
    (wording, found) = next((w, c) for w, c in top("قتل راشد المهيري وابن عمه") if c.pronoun)
    assert (wording, found.kind, found.pronoun) == ("ابن عمه", "person", "ه")


def test_several_of_kin_are_a_group() -> None:
    found = _kin("دفن الأهالي أبناءه في المكلا")
    assert (found.kind, found.pronoun) == ("group", "ه")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("قتل والد الشاب سيف الجبوري في هيت", "الشاب سيف الجبوري"),
        ("اعتقلوا نجل الشيخ سيف الجبوري فجرا", "الشيخ سيف الجبوري"),
        ("قتل شقيق سيف الجبوري في هيت", "سيف الجبوري"),
    ],
)
def test_the_name_behind_kin_without_a_pronoun_is_of_whose_kin_he_is(text: str, of: str) -> None:
    (wording, found) = next((w, c) for w, c in top(text) if w.endswith("سيف الجبوري"))
    assert (found.pronoun, found.name) == ("", None)
    assert found.owner is not None
    assert wording[found.owner.start - found.start :] == of
