"""Words that are the deed and those who suffered it."""

import pytest
from tests.told import one


@pytest.mark.parametrize(
    ("text", "kind", "target", "counts"),
    [
        ("ثلاثة قتلى بقصف على حيان.", "killing", "ثلاثة قتلى", [("killed", 3, 3)]),
        ("15 جريحاً بانفجار في تعز.", "injury", "15 جريحاً", [("wounded", 15, 15)]),
        ("قتيلان بهجوم في درعا.", "killing", "قتيلان", [("killed", 2, 2)]),
    ],
)
def test_the_phrase_is_deed_and_target(
    text: str, kind: str, target: str, counts: list[tuple[str, int, int]]
) -> None:
    found = one(text, kind)
    assert (found.who("target"), found.counts) == ([target], counts)
