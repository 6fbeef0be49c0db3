"""«أبرز قادته، ومنهم فلان وفلان»: what is said of several is said of those named among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from riwaya.detection.text import Chunk
from riwaya.frames.antecedents import antecedent
from riwaya.frames.relations.owned import is_body, type_of, whole
from riwaya.frames.ties import Tie, relation
from riwaya.frames.view import View

_FAR = 14  # words between those told of and the word that opens their names
_KINDS = frozenset({"leader_of", "member_of"})


def listed(views: Sequence[View], n: int) -> Iterator[Tie]:
    """The relations of the people named behind «بينهم», those of the people they are among."""
    v = views[n]
    for k, chunk in enumerate(v.chunks):
        names = _names(v, k)
        if not names:
            continue
        of = whole(chunk)
        one = replace(of, number="sg", count=None)
        kind = type_of(one) if chunk.number != "sg" or chunk.count is not None else ""
        body = _body(views, n, of)
        if kind in _KINDS and body is not None:
            for name in names:
                yield relation(kind, v, name, body, (of.head, of.head + 1), "listed")


def _body(views: Sequence[View], n: int, of: Chunk) -> Chunk | None:
    owner = of.owner
    if owner is not None and is_body(owner):
        return owner
    pronoun = of.pronoun or (owner.pronoun if owner is not None else "")
    found = antecedent(views, n, of.first, pronoun, is_body) if pronoun else None
    return found[1] if found else None


def _names(v: View, k: int) -> list[Chunk]:
    """The names behind a word like «ومنهم» after the noun phrase number `k`, joined by «و»."""
    chunk = v.chunks[k]
    found: list[Chunk] = []
    for other in v.chunks[k + 1 :]:
        named = other.kind == "person" and other.best.proper
        if not found:
            if other.first - chunk.last > _FAR or type_of(whole(other)):
                break
            if named and _opened(v, chunk.last, other.first):
                found.append(other.best)
            continue
        if named and other.first - found[-1].last <= 2 and other.conj == "و":
            found.append(other.best)
        elif not (other.first - found[-1].last <= 1 and not named):
            break
    return found


def _opened(v: View, i: int, j: int) -> bool:
    """Whether a word for «among them» stands right before word `j`."""
    among = v.text.roles["among"]
    return any(v.text.words[k].key.removeprefix("و") in among for k in range(max(i, j - 2), j))
