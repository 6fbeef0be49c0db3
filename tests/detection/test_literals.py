"""Listed phrases found in a text."""

from tests.detection.chunk_helper import text_of

from riwaya.detection.literals import longest


def _found(words: str, i: int = 0) -> str | None:
    text = text_of(words)
    wanted = frozenset({"actors_mashreq", "actors_africa", "gazetteer", "countries"})
    match = longest(text, i, len(text.words), wanted.__contains__)
    return None if match is None else " ".join(w.text for w in text.words[i : match.last])


def test_the_longest_phrase_wins() -> None:
    assert _found("قوات الدعم السريع تقصف") == "قوات الدعم السريع"


def test_a_quote_inside_and_a_particle_before_are_passed() -> None:
    assert _found("وتنظيم «القاعدة»") is not None
    assert _found("لقوات الدعم السريع") == "لقوات الدعم السريع"


def test_the_end_is_an_end() -> None:
    text = text_of("قوات الدعم السريع")
    match = longest(text, 0, 2, frozenset({"actors_africa"}).__contains__)
    assert match is None or match.last <= 2


def test_other_words_are_none() -> None:
    assert _found("كتاب جديد عن التاريخ") is None
