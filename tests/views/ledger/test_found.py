"""What a search found, with its matches marked."""

from __future__ import annotations

from riwaya.ledger.queries import Found
from riwaya.views.ledger.found import BOLD, block, heading, snippets


def found(text: str, *words: str) -> Found:
    spans = tuple((text.index(w), text.index(w) + len(w)) for w in words)
    return Found("r1", "شبكة", None, "https://a.example", None, text, spans, ("i1", "i2"))


def test_matches_are_marked() -> None:
    made = block(found("قصفت القوات بلدة حيان", "القوات", "حيان"))
    assert made.splitlines() == [
        "r1 (شبكة)",
        "  «قصفت [القوات] بلدة [حيان]»",
        "  address     https://a.example",
        "  incident    i1",
        "  incident    i2",
    ]
    assert "\x1b[1mالقوات\x1b[0m" in block(found("قصفت القوات", "القوات"), BOLD)


def test_far_matches_stand_in_stretches_of_whole_words() -> None:
    text = f"أولى {'كلمة ' * 60}ثانية {'كلمة ' * 60}ثالثة"
    one, two, three = snippets(found(text, "أولى", "ثانية", "ثالثة"))
    assert one.startswith("[أولى] كلمة")
    assert one.endswith(" كلمة …")
    assert two.startswith("… كلمة ")
    assert "[ثانية]" in two
    assert three.endswith("[ثالثة]")


def test_many_matches_do_not_give_the_whole_text() -> None:
    text = "قصف " * 2000
    spans = tuple((n * 4, n * 4 + 3) for n in range(2000))
    made = snippets(Found("r", None, None, None, None, text, spans, ()))
    assert 1 <= len(made) <= 3
    assert sum(map(len, made)) < 3000


def test_the_words_of_the_text_cannot_forge_a_mark_or_steer_a_terminal() -> None:
    (made,) = snippets(found("قصف\ue000ت\x1b[0m\u202e\nحيان", "حيان"), BOLD)
    assert made == "قصف�ت⟨U+001B⟩[0m⟨RLO⟩ \x1b[1mحيان\x1b[0m"


def test_a_report_without_spans_shows_its_beginning() -> None:
    (made,) = snippets(found("كلمة " * 100))
    assert made.startswith("كلمة")
    assert len(made) < 250


def test_headings() -> None:
    assert heading(0, 0) == "No report found."
    assert heading(2, 20) == "2 reports behind the first 20, the newest first."
