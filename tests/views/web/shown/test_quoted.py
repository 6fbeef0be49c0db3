"""Words numbered through a page: each once, as many as a list has room for."""

from __future__ import annotations

from riwaya.ledger.nouns import Words
from riwaya.views.web.shown.quoted import MOST, Quoted


def _words(start: int, statement: str = "e1") -> Words:
    return Words("hayan-1", start, start + 3, "قصف", statement)


def test_the_same_words_keep_their_number() -> None:
    quoted = Quoted()
    assert [quoted.number(_words(n)) for n in (5, 9, 5)] == [1, 2, 1]
    assert quoted.number(_words(9, "e2")) == 2
    assert [(n, w.start) for n, w in quoted.listed] == [(1, 5), (2, 9)]
    assert quoted.left_out == 0


def test_a_full_list_counts_what_it_has_no_room_for() -> None:
    quoted = Quoted()
    numbers = [quoted.number(_words(n)) for n in range(MOST + 2)]
    assert numbers[-3:] == [MOST, None, None]
    assert quoted.number(_words(MOST)) is None and quoted.number(_words(0)) == 1
    assert (len(quoted.listed), quoted.left_out) == (MOST, 2)
