"""Digests: headings give the day and the place of what is told under them."""

from tests.frames.reading_helper import events

DIGEST = """حصيلة يوم الجمعة 12 أيار 2023

درعا:
قُتل شاب برصاص مجهولين.
اعتقلت الشرطة رجلين في بلدة نوى.

حمص:
انفجار عبوة ناسفة بسيارة عسكرية.
"""


def test_the_day_of_a_heading_is_that_of_the_deeds_under_it() -> None:
    found = events(DIGEST)
    assert {e.type for e in found} >= {"killing", "arrest"}
    assert {e.time.edtf for e in found if e.time} == {"2023-05-12"}
    assert all(e.time for e in found)


def test_a_deed_has_the_place_of_its_heading_unless_it_names_its_own() -> None:
    found = events(DIGEST)
    rules = {e.type: e.rules for e in found}
    assert "place-of-heading" in rules["killing"]
    assert "place-of-heading" not in rules["arrest"]


def test_a_heading_with_a_deed_gives_no_place() -> None:
    text = "اشتباكات في درعا\n\nقُتل شاب برصاص مجهولين.\n"
    assert not any("place-of-heading" in e.rules for e in events(text))
