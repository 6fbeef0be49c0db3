"""The frames as the table gives them."""

from riwaya.frames.frame_table import frames
from riwaya.lexicons import load
from riwaya.model import Lexicon

_ROLES = {"agent", "target", "place", "origin", "destination", "instrument", "object", ""}


def test_every_trigger_names_a_frame_that_is_there() -> None:
    known = frames(load())
    assert {row["frame"] for row in load().rows("triggers")} <= set(known)


def test_frames_give_roles_that_are_roles() -> None:
    for frame in frames(load()).values():
        told = {frame.subject, frame.object, *frame.genitive.split("/")}
        assert told | set(frame.prepositions.values()) <= _ROLES | {"-"}, frame.name


def test_a_row_becomes_a_frame_and_a_later_row_wins() -> None:
    row = {
        "frame": "harm", "subject": "agent", "object": "-", "genitive": "target",
        "prepositions": "ب:instrument على_يد:agent",
    }  # fmt: skip
    made = frames(Lexicon({"frames": (dict(row, subject="target"), row)}))["harm"]
    assert (made.subject, made.object, made.genitive) == ("agent", "", "target")
    assert made.prepositions == {"ب": "instrument", "علي يد": "agent"}
