"""The work of detection grows with the text only, whatever stands in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from tests.detection.chunk_helper import top

_HOSTILE = {
    "titles inside one another": "قائد ",
    "posts inside one another": "مدير مكتب رئيس ",
    "groups inside one another": "قوات ",
    "places inside one another": "شمال بلدة ",
    "joined deeds": "وقتل ",
    "numbers": "مئة و",
    "times": "بعد يوم ",
    "opening quotes": "«",
    "brackets": "(",
    "ranging words": "أحد ",
    "names": "محمد ",
    "sentences": "قتل جندي في حلب. ",
}


def _calls(work: Callable[[], object]) -> int:
    """How many calls of Python functions the work takes."""
    count = 0

    def called(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("words", _HOSTILE.values(), ids=_HOSTILE)
def test_twice_the_text_is_twice_the_work(words: str) -> None:
    top(words * 40)  # what is known of the words is looked up once
    once = _calls(lambda: top(words * 600))
    twice = _calls(lambda: top(words * 1200))
    assert twice < 2.3 * once


def test_titles_inside_one_another_do_not_multiply_the_work() -> None:
    """Every parser of a noun phrase asks for the one inside it: they must not all look again."""
    top("قائد " * 10)
    assert _calls(lambda: top("قائد " * 12)) < 20_000


@pytest.mark.parametrize("words", ["قائد ", "قوات ", "شمال ", "بلدة ", "رئيس ل", "أحد "])
def test_endless_nesting_is_read(words: str) -> None:
    assert isinstance(top(words * 2000), list)
