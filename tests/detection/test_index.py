"""The index gives every word its forms, whatever was looked up before."""

from __future__ import annotations

import random
from functools import cache

import pytest

from riwaya.detection.conjugation import conjugate
from riwaya.detection.forms import verb_forms
from riwaya.detection.index import Index, build
from riwaya.detection.letters import key, keys_of
from riwaya.lexicons import LexiconError, load
from riwaya.model import Lexicon

_VERB = {"lemma": "قتل", "root": "ق ت ل", "form": "I", "pos": "verb", "plural": ""}


@cache
def _complete() -> tuple[Index, list[str]]:
    index = build(load())
    return index, list(dict.fromkeys(index.keys()))


def test_what_is_made_when_asked_for_is_what_is_made_at_once() -> None:
    complete, keys = _complete()
    shuffled = random.Random(7).sample(keys, len(keys))
    asked = build(load())
    wrong = [k for k in shuffled if asked.forms(k) != complete.forms(k)]
    assert wrong == []
    assert len(keys) > 30_000


def test_phrases_open_with_their_first_key_longest_first() -> None:
    index = build(load())
    openings = list(index.openings())
    assert len(openings) > 1000
    fresh = build(load())
    for first in openings[::7]:
        seconds = fresh.seconds(first)
        assert seconds is not None and seconds == index.seconds(first)
        for literals in seconds.values():
            lengths = [len(x.rest) for x in literals]
            assert lengths == sorted(lengths, reverse=True)


def test_a_word_that_no_table_has_has_no_forms() -> None:
    index = build(load())
    assert index.forms("ظظظظ") == ()
    assert index.seconds("ظظظظ") is None


def test_verbs_that_share_a_paradigm_are_inflected_like_any_other() -> None:
    rows = [r for t in ("triggers", "reporting") for r in load().rows(t) if r["root"] and r["form"]]
    assert rows
    for row in rows:
        wanted = {
            (key(x.text), x.tense, x.voice, x.person, x.gender or "", x.number)
            for x in conjugate(" ".join(row["root"].replace(" ", "")), row["form"])
            if (x.person, x.number, x.tense) != (1, "sg", "imperfect")
        }
        found = {
            (k, f.tense, f.voice, f.person, f.gender, f.number)
            for k, f in verb_forms("triggers", row)
        }
        assert found == wanted, row["lemma"]


def test_a_form_that_other_moods_share_is_not_only_jussive() -> None:
    index = build(Lexicon({"triggers": (_VERB,)}))
    assert [f.jussive for f in index.forms("يقتل")] == [False]
    assert [f.tense for f in index.forms("قتلوا")] == ["perfect"]


def test_further_words_of_a_phrase_may_bear_the_article_or_the_alif() -> None:
    row = _VERB | {"lemma": "شن هجوم", "root": "ش ن ن"}
    (rest,) = build(Lexicon({"triggers": (row,)})).forms("شن")[0].rest
    assert {"هجوم", "الهجوم", "هجوما"} <= rest.keys


def test_a_wrong_form_names_the_table_and_the_word() -> None:
    with pytest.raises(LexiconError, match=r"triggers\.tsv.*قتل"):
        build(Lexicon({"triggers": (_VERB | {"form": "XV"},)}))


def test_the_keys_of_many_words_are_the_keys_of_each() -> None:
    words = [r["name"] for r in load().rows("given_names")] + ["قَتَلَ", "قـتل", "مئة ألف", "أبو-علي"]
    assert keys_of(words) == [key(w) for w in words]
    assert keys_of([]) == []
