"""«شاب من حماة», «نازح من قرية كذا»: people with the place that they are of, right behind them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from riwaya.frames.relations.ends import trailing
from riwaya.frames.ties import Tie, relation
from riwaya.frames.view import View

_SUFFERED = frozenset({"killing", "injury", "assassination", "execution"})
_MOVED = 8  # words before the place in which a deed takes «من» for where it went from


def origins(v: View) -> Iterator[Tie]:
    """The places that people are said to be of."""
    for one, place in pairwise(v.chunks):
        i = place.first - 1
        who = trailing(one)
        people = who.kind in ("person", "group", "quantity") and not who.pronoun
        town = place.best.proper or (place.definite and place.klass == "settlement")
        named = place.kind == "place" and town and not place.pronoun
        if not people or not named or one.last != i or not v.text.is_a("from", i):
            continue
        if (who.kind == "group" and who.table != "people") or who.klass in ("force", "leader"):
            continue
        if (who.definite and not who.best.proper) or moved(v, i):
            continue
        yield relation("from", v, who.best if who.proper else who, place, (i, i + 1), "origin")


def moved(v: View, i: int) -> bool:
    """Whether a deed before takes «من» for a place: «نزح مدنيون من القرية», «قصف من البلدة»."""
    return any(
        "من" in v.trigger_at[j].frame.prepositions and v.trigger_at[j].type not in _SUFFERED
        for j in range(max(v.sentence.first, i - _MOVED), i - 1) if j in v.trigger_at
    )  # fmt: skip
