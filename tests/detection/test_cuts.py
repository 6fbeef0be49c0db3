"""Cutting words: every way to cut one gives pieces that make the word again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.detection.cuts import PRONOUNS, Split, splits

_LETTERS = st.text("ابتجدرسعفقكلمنهويىةأؤئء", max_size=12)


def _whole(split: Split) -> set[str]:
    """The words that a split may come from."""
    stems = {split.stem}
    if split.pronoun:
        if split.stem.endswith("ة"):
            stems.add(split.stem[:-1] + "ت")
        if split.stem.endswith("وا"):
            stems.add(split.stem[:-1])
        if split.stem.endswith("ى"):
            stems.add(split.stem[:-1] + "ا")
        if split.stem.endswith("ء"):
            stems |= {split.stem[:-1] + seat for seat in "ؤئ"}
    front = split.conj + split.prep + ("س" if split.future else "")
    found = set()
    for stem in stems:
        body = "ال" + stem if split.article else stem
        if split.prep == "ل" and body.startswith("ال"):
            found.add(front + "ل" + body[2:] + split.pronoun)
        found.add(front + body + split.pronoun)
    return found


@given(_LETTERS | st.text(max_size=8))
def test_the_pieces_make_the_word_again(word: str) -> None:
    for split in splits(word):
        assert word in _whole(split)


@given(_LETTERS)
def test_the_uncut_word_comes_first_and_once(word: str) -> None:
    found = list(splits(word))
    assert found[0] == Split(word)
    assert found.count(Split(word)) == 1


@given(_LETTERS)
def test_what_is_skipped_stands_before_the_stem_or_its_article(word: str) -> None:
    for split in splits(word):
        assert split.skip == len(split.conj) + len(split.prep) + split.future
        assert split.pronoun in ("", *PRONOUNS)


def test_clitics_of_real_words() -> None:
    def cut(word: str) -> set[tuple[str, str, str, bool, str]]:
        return {(s.conj, s.prep, s.stem, s.article, s.pronoun) for s in splits(word)}

    assert ("و", "ب", "بلدة", True, "") in cut("وبالبلدة")
    assert ("", "ل", "جيش", True, "") in cut("للجيش")
    assert ("ف", "", "قتلوا", False, "هم") in cut("فقتلوهم")
    assert ("", "", "غارة", False, "ها") in cut("غارتها")
    assert any(s.future and s.stem == "ينسحب" for s in splits("سينسحب"))
