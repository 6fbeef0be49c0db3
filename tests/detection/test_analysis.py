"""What the lexicon knows of a word."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from riwaya.detection.analysis import Analyser, WordInfo
from riwaya.detection.index import build
from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Lexicon

_VERB = {"lemma": "قصف", "root": "ق ص ف", "form": "I:i", "pos": "verb", "plural": ""}
_NOUN = {"lemma": "غارة", "root": "", "form": "", "pos": "noun", "plural": "غارات"}


@cache
def _analyser() -> Analyser:
    return Analyser(build(load()))


def _small(word: str) -> WordInfo:
    return Analyser(build(Lexicon({"triggers": (_VERB, _NOUN)}))).word(word)


def test_verbs_take_conjunctions_the_future_and_pronouns() -> None:
    for word in ("قصف", "وقصف", "سيقصف", "وسيقصفون", "قصفها", "قصفني", "ليقصفوا"):
        assert _small(word).of("triggers"), word


def test_verbs_take_no_article_no_preposition_but_lam_and_no_bare_ya() -> None:
    for word in ("كقصف", "القصف", "بقصف", "قصفي"):
        assert not _small(word).of("triggers"), word


def test_nouns_take_article_prepositions_and_pronouns_but_no_future() -> None:
    for word in ("الغارة", "بغارة", "للغارة", "وبالغارات", "غارتها", "كغارة", "غارتان"):
        assert _small(word).of("triggers"), word
    assert not _small("سغارة").of("triggers")


def test_a_construct_stands_only_before_a_pronoun_or_a_noun() -> None:
    assert not _small("غارت").known
    assert _small("غارتهم").first("triggers") is not None


def test_hits_come_least_cut_first() -> None:
    info = _analyser().word("وقتلها")
    for hits in info.hits.values():
        cuts = [h.split.cuts for h in hits]
        assert cuts == sorted(cuts)


def test_a_spelling_is_analysed_once_and_alike_alone_and_among_others() -> None:
    analyser = _analyser()
    words = ["قصف", "الطيران", "قصف", "12", "،"]
    infos = analyser.words(words)
    assert infos[0] is infos[2] is analyser.word("قصف")
    assert [i.key for i in infos] == [key(w) for w in words]


@given(st.text(max_size=60))
def test_any_word_can_be_looked_up(word: str) -> None:
    info = _analyser().word(word)
    assert info.key == key(word)
    assert info.known == bool(info.hits)


def test_an_endless_word_is_not_cut() -> None:
    info = _analyser().word("وبال" * 100_000)
    assert not info.known and not info.openings
