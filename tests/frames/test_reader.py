"""Sentences read one after another."""

from tests.told import one, told


def test_a_plural_verb_goes_on_over_a_full_stop() -> None:
    text = "هاجم مسلحون قرية تيسي. واختطفوا معلماً."
    assert one(text, "abduction").who("agent") == ["مسلحون"]


def test_a_text_without_deeds_has_no_events() -> None:
    assert told("افتتح الوزير معرض الكتاب في الرياض.") == []


def test_events_come_in_the_order_of_their_words() -> None:
    starts = [
        e.statement.trigger.start
        for e in told("قُتل طفل بقصف على حيان. واعتقلت الشرطة رجلاً، ثم أفرجت عنه.")
        if e.statement.trigger
    ]
    assert starts == sorted(starts)
    assert len(starts) == 4
