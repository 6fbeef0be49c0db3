"""A text as the detectors see it."""

from tests.detection.chunk_helper import text_of, top

from riwaya.detection.text import Chunk


def test_function_words_by_role() -> None:
    text = text_of("وصل من حلب الذي قال إن")
    assert text.is_a("preposition", 1)
    assert not text.is_a("preposition", 0)
    assert text.is_a("relative", 3)
    assert text.is_a("that", 5)


def test_the_best_of_a_phrase_is_its_name() -> None:
    ((_, chunk),) = top("القاضي سالم المحمد")
    assert chunk.name is not None
    assert chunk.best is chunk.name
    plain = Chunk("group", 0, 1, 0, 3, 0)
    assert plain.best is plain
