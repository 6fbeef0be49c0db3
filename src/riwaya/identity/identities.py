"""Joins of a report as identity statements, and what its other statements keep apart."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.frames.aliases import Alias
from riwaya.frames.events import Said
from riwaya.frames.reader import Discourse
from riwaya.frames.statements import Mentions, tie_statement
from riwaya.frames.ties import Tie
from riwaya.identity.joins import Join
from riwaya.model import Statement

_INSIDE = frozenset({"alias", "abbreviation", "bracketed", "quoted", "called"})
"""Second names that stand inside a noun phrase («المعروف باسم …»)."""
_INFERRED = frozenset({
    "takes-up", "short-name", "spelling", "synonym", "government", "its-men",
})  # fmt: skip
"""Joins that the reader makes: nobody says them."""
_PLACED = frozenset({"from", "controls", "present_in"})
"""Relations with a place; the two ends of every other one are never one."""


def told_apart(aliases: Iterable[Alias], told: Discourse) -> tuple[list[Alias], list[Alias]]:
    """The second names that a source denies, and the others."""
    denied: list[Alias] = []
    said: list[Alias] = []
    for alias in aliases:
        links = told.said(alias.view, alias.first)
        (denied if any(_denies(alias, link) for link in links) else said).append(alias)
    return denied, said


def _denies(alias: Alias, link: Said) -> bool:
    """Whether a denial is of the second name itself, and not of what it stands in the midst of:
    «نفى أن يكون فلان هو فلان», but «نفى أن يكون القتيل المعروف باسم كذا من عناصره»."""
    if link.act != "deny":
        return False
    v = alias.view
    between = range(link.last, alias.first)
    aside = v.text.is_a("copula_pronoun", alias.first) and v.text.words[alias.first].key[0] == "و"
    said = any(v.text.is_a("copula_pronoun", k) for k in (alias.first - 1, alias.first))
    inside = alias.rule in _INSIDE and not said
    return any(v.bounds.get(k) == "that" for k in between) and not (aside or inside)


def kept_apart(
    ties: Iterable[Statement], denied: Iterable[Alias], mentions: Mentions
) -> list[tuple[str, str]]:
    """The mentions at the two ends of a relation that nobody has to himself, or told apart."""
    found: list[tuple[str, str]] = []
    for tie in ties:
        ends = [r.mention for r in tie.roles if r.mention]
        if tie.type not in _PLACED and len(ends) == 2:
            found.append((ends[0], ends[1]))
    for alias in denied:
        one, two = mentions.id_of(alias.named), mentions.id_of(alias.second)
        if one and two:
            found.append((one, two))
    return found


def identities_of(
    joins: Iterable[Join], denied: Iterable[Alias], told: Discourse, mentions: Mentions
) -> list[Statement]:
    """The statements that two mentions are one, or are not, with the sentences of both."""
    ties = [_joined(join, told, mentions) for join in joins]
    for alias in denied:
        tie = Tie(
            "identity", "not_same_as", alias.view, alias.first, alias.last,
            (("subject", alias.named), ("object", alias.second)), "told-apart",
            said=told.said(alias.view, alias.first),
        )  # fmt: skip
        ties.append(tie)
    return [tie_statement(tie, f"i{n}", mentions, {}) for n, tie in enumerate(ties, 1)]


def _joined(join: Join, told: Discourse, mentions: Mentions) -> Tie:
    one, two = mentions.chunks[join.one], mentions.chunks[join.two]
    first, view = mentions.view_of(join.one), mentions.view_of(join.two)
    return Tie(
        "identity", "same_as", view, two.first, two.last, (("subject", one), ("object", two)),
        join.rule, said=[] if join.rule in _INFERRED else told.said(view, two.first),
        beside=(first,),
    )  # fmt: skip
