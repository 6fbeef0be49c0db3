"""Every story still reads as recorded."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from stories.record import ROOMS, report_of, rooms, stories

_ADVICE = (
    "\n\nLook at every changed line. If each is right, or no worse than it was, record anew with"
    "\n    make stories\nand look at `git diff tests/stories` before it is committed."
)


@pytest.mark.parametrize("story", stories(), ids=lambda path: path.name)
def test_the_story_reads_as_recorded(story: Path) -> None:
    changes = []
    for room, page in rooms(report_of(story)).items():
        path = story / room
        recorded = path.read_text(encoding="utf-8") if path.exists() else ""
        if recorded != page:
            name = f"tests/stories/{story.name}/{room}"
            changes += difflib.unified_diff(
                recorded.splitlines(), page.splitlines(), f"{name} (recorded)", f"{name} (now)",
                lineterm="", n=4,
            )  # fmt: skip
    if changes:
        pytest.fail("\n".join(changes) + _ADVICE, pytrace=False)


def test_there_are_stories_of_many_places_and_each_is_whole() -> None:
    found = stories()
    assert len(found) >= 6
    for story in found:
        assert {path.name for path in story.iterdir()} == {"report.txt", "report.json", *ROOMS}
