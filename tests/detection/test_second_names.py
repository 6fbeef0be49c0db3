"""Second names behind the words that announce them, and what only looks announced."""

from __future__ import annotations

import pytest
from tests.detection.chunk_helper import top

import riwaya
from riwaya.detection.text import Chunk


def _announced(text: str) -> list[tuple[str, Chunk]]:
    """The second names of a text with their wording."""
    return [(words, chunk) for words, chunk in top(text) if chunk.announced]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("قتل ماهر الجبوري المعروف باسم أبو الغيث في ريف درعا", "أبو الغيث", "alias"),
        ("اعتقلوا ماهر الجبوري، المكنى أبا ليث، في وهران", "أبا ليث", "alias"),
        ("اعتقلوا ماهر الجبوري الملقب بـ«الجزار» في وهران", "الجزار", "alias"),
        ("قتل أبو الفاروق، واسمه الحقيقي رشيد الصفدي، فجرا", "رشيد الصفدي", "legal_name"),
        ("هاجمت كتيبة النور، المعروفة سابقا باسم كتيبة الفجر، الثكنة", "كتيبة الفجر",
         "former_name"),
        ("قتل أبو ليث، وهو نفسه ماهر الجبوري", "ماهر الجبوري", "description"),
    ],
)  # fmt: skip
def test_a_cue_announces_the_name_behind_it(text: str, name: str, kind: str) -> None:
    ((words, chunk),) = _announced(text)
    assert chunk.announced is not None
    assert (words, chunk.announced.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("هاجمت حركة أزواد الحرة، المعروفة اختصارا بـ«حاح»، الثكنة", "حاح", "group"),
        ("اعتقلوا ماهر الجبوري الملقب بـ«عين الصقر» في وهران", "عين الصقر", "person"),
        ("اعتقلوا ماهر الجبوري، لقبه «ثلج الجبال»، في وهران", "ثلج الجبال", "person"),
    ],
)
def test_what_quotation_marks_hold_is_a_name_of_any_words(text: str, name: str, kind: str) -> None:
    ((words, chunk),) = _announced(text)
    assert (words, chunk.kind, chunk.rule, chunk.proper) == (name, kind, "second-name", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اعتقلوا ماهر الجبوري الملقب بالنمر في وهران", "النمر"),
        ("اعتقلوا ماهر الجبوري الملقب بالنمر وجنديا في وهران", "النمر"),
        ("اعتقلوا ماهر الجبوري الملقب بالنمر أمس", "النمر"),
        ("اعتقلوا ماهر الجبوري، الذي يلقب بزيتونة الحمراء، في وهران", "زيتونة الحمراء"),
    ],
)
def test_the_preposition_of_the_cue_is_cut_and_the_next_phrase_left(text: str, name: str) -> None:
    ((words, chunk),) = _announced(text)
    assert (words, chunk.prep) == (name, "ب")


def test_an_announced_name_goes_on_with_a_word_like_a_family_name() -> None:
    ((words, _),) = _announced("قتل أبو الفاروق، واسمه الحقيقي هزاع الزراعي، فجرا")
    assert words == "هزاع الزراعي"


def test_a_post_behind_an_announced_name_is_no_family_name() -> None:
    ((words, _),) = _announced("قتل أبو الفاروق، واسمه هزاع القيادي في الجماعة")
    assert words == "هزاع"


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلوا المدعو كمال السعدي في وهران",  # a title, and his only name
        "قتل قيادي يدعى مؤيد السامري في بيجي",
        "زار الوفد البلدة المعروفة بزراعة الزيتون",
        "هاجموا بلدة صارت تعرف الهدوء",
        "اعتقلوا ماهر الجبوري المعروف باسم في وهران",
    ],
)
def test_without_a_name_or_for_an_only_name_nothing_is_announced(text: str) -> None:
    assert _announced(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اعتقل أحمد السالم المكنى بأبي ليث في حلب.", "أبي ليث"),
        ("اعتقل حسن العلي الملقب بذئب الصحراء في تدمر.", "ذئب الصحراء"),
    ],
)
def test_a_name_behind_a_written_preposition_is_whole(text: str, name: str) -> None:
    assert name in [m.text for m in riwaya.read(text).mentions]


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت الشرطة ماهر الجبوري المعروف بمعارضته الحكومة.",
        "التقى ماهر الجبوري المعروف بنشاطه الإغاثي وفدا.",
        "رفضت الحكومة ما يسمى مجلس الدفاع.",
    ],
)
def test_what_somebody_is_known_for_or_only_so_called_is_no_second_name(text: str) -> None:
    assert not [s for s in riwaya.read(text).statements if s.kind == "identity"]
