"""A sentence with its noun phrases, prepositions and boundaries."""

import pytest
from tests.detection.chunk_helper import text_of
from tests.told import one

from riwaya.detection.chunker import chunks
from riwaya.frames.view import AGENT, AMONG, View, named_place, narrows, view


def _view(words: str) -> View:
    text = text_of(words)
    (sentence,) = text.sentences
    return view(text, sentence, chunks(text, sentence))


def _prepositions(words: str) -> dict[str, str]:
    v = _view(words)
    shown = v.text.folded.text
    return {shown[c.start : c.end]: v.preposition(c) for c in v.chunks}


def test_prepositions_apart_and_joined() -> None:
    found = _prepositions("وصل رتل من حلب إلى إدلب بسيارة لمدني.")
    assert (found["حلب"], found["إدلب"], found["سيارة"]) == ("من", "الي", "ب")


def test_who_stands_behind_the_words_for_a_doer() -> None:
    assert _prepositions("قُتل على يد مسلحين.")["مسلحين"] == AGENT


@pytest.mark.parametrize("whose", ["الفصائل المدعومة", "عناصر الفرقة المدربين"])
def test_who_backs_a_side_did_not_do_what_it_did(whose: str) -> None:
    event = one(f"قُتل عدد من {whose} من قبل تركيا.", "killing")
    assert event.who("agent") == []
    attack = one("شن مسلحون هجوما على القاعدة المستخدمة من قبل الجيش.", "attack")
    assert attack.who("agent") == ["مسلحون"]


def test_a_part_of_a_count() -> None:
    assert _prepositions("قُتل عشرة أشخاص بينهم ثلاثة أطفال.")["ثلاثة أطفال"] == AMONG


def test_a_place_that_narrows_the_one_before() -> None:
    v = _view("هاجموا حاجزاً في بلدة تسيل غربي درعا.")
    places = [c for c in v.chunks if c.kind == "place"]
    assert [narrows(v, c) for c in places][-1]
    assert not narrows(v, places[0])
    assert named_place(v, places[0]).proper or places[0].proper


def test_boundaries() -> None:
    v = _view("قال إن الجيش الذي انسحب عاد؛ لكن السكان رحلوا.")
    words = {v.text.words[i].text: kind for i, kind in v.bounds.items()}
    assert (words["إن"], words["الذي"], words["؛"]) == ("that", "relative", "stop")


def test_l_of_an_aim_is_no_preposition_of_what_the_verb_reaches() -> None:
    """«بتوسيع الهجمات لتشمل بيروت» made Beirut attack."""
    found = one("هدد نتنياهو بتوسيع الهجمات لتشمل بيروت.", "attack")
    assert (found.who("agent"), found.who("target")) == (["نتنياهو"], ["بيروت"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قُتل رجل قرب قرية كوتوغو في إقليم تيلابيري.", "قرب قرية كوتوغو"),
        ("قُتل رجل شرق بلدة الشحيل بريف دير الزور.", "شرق بلدة الشحيل"),
        ("قُتل رجل قرب حاجز في نوى.", "نوى"),
    ],
)
def test_a_direction_from_a_named_place_is_finer_than_the_area_behind_it(
    text: str, place: str
) -> None:
    """«قرب قرية كذا في محافظة كذا» was somewhere in the governorate."""
    assert one(text, "killing").who("place") == [place]
