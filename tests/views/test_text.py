"""The text for people."""

from dataclasses import replace

from made_reading import CONTROL, KILLING, READING

from riwaya.model import Figure, PlaceReference, Role, Span
from riwaya.views.text import block
from riwaya.views.wording import amount, on_the_map, status


def test_a_block_says_who_whom_where_when_how_many_and_who_says_so() -> None:
    made = block(READING)
    for said in (
        "1. killing «مقتل»",
        "who        هم (الجيش)",
        "to whom    مدنياً",
        "where      حيان",
        "on the map 36.3, -37.0 (exact): حلب, SY",
        "when       2023-05-15 «أمس»",
        "about 45 killed (مدنياً)",
        "20 or more killed, part of another figure",
        "says       الجيش (deny)",
        "status     denied that this one did it",
        "evidence   «نفى الجيش أمس مقتل نحو 45 مدنياً في حيان.»",
    ):
        assert said in made


def test_relations_identities_and_causes_follow() -> None:
    made = block(READING)
    assert "once controls حيان" in made
    assert "الجيش is the same as هم (الجيش)" in made
    assert "event 1 because of event 1" in made


def test_a_place_without_a_point_says_what_is_known() -> None:
    known = PlaceReference("governorate", None, "SY", "حلب", name="حلب")
    assert on_the_map(known) == "no point; in حلب, SY"
    assert on_the_map(PlaceReference("exact")) == ""


def test_the_narrator_is_named_as_such() -> None:
    plain = replace(KILLING, attribution=())
    assert "says       the report itself" in block(replace(READING, statements=(plain,)))


def test_a_report_without_events_says_so() -> None:
    assert "no events" in block(replace(READING, statements=()))
    assert "no events" in block(replace(READING, statements=(CONTROL,)))


def test_escapes_and_direction_marks_of_a_report_are_shown_not_obeyed() -> None:
    evil = Span(0, 9, "قتل\u202eexe\x1b[2J\nسطر")
    made = block(replace(READING, statements=(replace(KILLING, evidence=(evil,)),)))
    assert "«قتل⟨RLO⟩exe⟨U+001B⟩[2J سطر»" in made
    assert "\x1b" not in made
    assert "\u202e" not in made


def test_of_a_very_long_sentence_the_words_around_the_trigger_are_quoted() -> None:
    text = "كلام " * 5000 + "مقتل مدني" + " كلام" * 5000
    at = text.index("مقتل")
    event = replace(KILLING, trigger=Span(at, at + 4, "مقتل"), evidence=(Span(0, len(text), text),))
    made = block(replace(READING, statements=(event,)))
    assert "مقتل مدني" in made
    assert len(made) < 2500


def test_amounts_in_words() -> None:
    assert amount(Figure("killed", 3, 3)) == "3"
    assert amount(Figure("killed", 20, None)) == "20 or more"
    assert amount(Figure("killed", None, 5)) == "up to 5"
    assert amount(Figure("killed", 10, 15, True)) == "about 10 to 15"
    assert amount(Figure("killed", None, None)) == "an unknown number"


def test_what_did_not_happen_never_reads_as_happened() -> None:
    for realis in ("intended", "threatened", "demanded", "possible", "hypothetical", "generic"):
        event = replace(KILLING, realis=realis, polarity="positive", negates=None)
        assert not status(event).startswith("happened")
    assert status(replace(KILLING, polarity="positive", negates=None)) == "happened"
    assert "not to have happened" in status(replace(KILLING, negates=None))


def test_a_thing_is_what_it_was_done_to() -> None:
    seized = replace(KILLING, roles=(*KILLING.roles, Role("object", "m3")))
    assert "what       حيان" in block(replace(READING, statements=(seized,)))


def test_a_condition_that_something_does_not_happen_is_no_denial() -> None:
    """«إذا لم يُفرج عن رجاله» was shown as denied."""
    said = status(replace(KILLING, realis="hypothetical", polarity="negative", negates="event"))
    assert said == "only supposed not to happen: a condition"
