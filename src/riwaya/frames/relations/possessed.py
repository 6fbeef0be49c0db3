"""Relations to whom a pronoun on the noun stands for: «قائدها الميداني», «ابنه», «مقاتليهم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.detection.text import Chunk
from riwaya.frames.antecedents import Fits, antecedent
from riwaya.frames.relations.owned import is_body, type_of, whole
from riwaya.frames.relations.subjects import bearer
from riwaya.frames.ties import Tie, relation
from riwaya.frames.view import View

_PEOPLE = frozenset({"kin_of"})
_MEN = frozenset({"fighter", "force"})
"""Classes of those who are a group's men, not a man's («12 من مقاتليهم», but «حراسه»)."""


def possessed(views: Sequence[View], n: int) -> Iterator[Tie]:
    """The relations of sentence `n` whose object is a pronoun on the noun."""
    v = views[n]
    for chunk in v.chunks:
        of = whole(chunk)
        kind, pronoun = type_of(chunk if chunk.count is not None else of), _pronoun(of)
        if not kind or not pronoun or (kind == "member_of" and of.klass not in _MEN):
            continue
        inner = of.owner if of.owner is not None and of.owner.pronoun else None
        subjects = [inner.name] if inner is not None and inner.name else bearer(v, chunk)
        fits = _fits(kind, subjects)
        found = antecedent(views, n, chunk.first, pronoun, _named(fits)) or antecedent(
            views, n, chunk.first, pronoun, fits
        )
        if found is None:
            continue
        view, whose = found
        for subject in subjects:
            tie = relation(
                kind, v, subject, whose, (chunk.head, chunk.head + 1),
                f"possessed-{kind.split('_')[0]}",
            )  # fmt: skip
            tie.beside = (view,) if view is not v else ()
            yield tie


def _pronoun(chunk: Chunk) -> str:
    """The pronoun on a noun, or on what it belongs to («ابن خاله», «أربعة قتلى من أفرادها»)."""
    owner = chunk.owner
    return chunk.pronoun or (owner.pronoun if owner is not None and not owner.proper else "")


def _named(fits: Fits) -> Fits:
    """What fits and is named."""
    return lambda chunk: chunk.best.proper and fits(chunk)


def _fits(kind: str, subjects: list[Chunk]) -> Fits:
    """Whether a noun phrase can be the object of a relation, and is not its subject."""

    def fits(chunk: Chunk) -> bool:
        if any(chunk.best is s.best for s in subjects) or chunk.rule == "sides":
            return False
        if kind in _PEOPLE:  # «نجله وزوجته»: both are his, she is not the son's
            return chunk.kind == "person" and not (chunk.pronoun and type_of(chunk) in _PEOPLE)
        return is_body(chunk) or chunk.acts

    return fits
