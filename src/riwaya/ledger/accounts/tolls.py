"""The toll that one source tells in one report: told twice counted once, parts in their whole.

Figures of different groups told together add up («اثنان من المقاتلين وأربعة من التنظيم»); of
figures of one group the larger holds. Victims by name count, too, and never beside a figure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations

from riwaya.ledger.nouns import Claim, Toll
from riwaya.ledger.people import summed

_HIS = ("ه", "ها", "هما", "هم")  # pronouns of kin told beside the one they are kin of
_JOINS = re.compile(r"[^\d،,.]{0,40}\sو\s*")
KINDS = ("fighters", "civilians")
"""Who is counted, where no group is named."""
_BESIDE = "beside"  # who is counted beside a group, and of no group himself
Range = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Count:
    """A whole, with the groups that it is of: low and high end, None open."""

    low: int | None
    high: int | None
    approximate: bool
    tolls: tuple[Toll, ...]  # one a group; none of victims by name
    claims: tuple[Claim, ...]  # that say so
    named: bool = False  # of victims by name alone


def count(claims: Sequence[Claim], kind: str) -> Count | None:
    """The toll of a kind («killed») in one source's claims in one report; None without any."""
    told = [c for c in claims if c.affirms]
    named = {t.counted: c for c in told for t in c.tolls if t.kind == kind and t.named}
    groups: dict[str, tuple[Toll, Claim]] = {}
    together: set[tuple[str, str]] = set()
    for c in told:
        wholes = _of_claim(c, kind)
        together.update(permutations(wholes, 2))
        for group, t in wholes.items():
            before = groups.get(group)
            if before is None or _size(t) > _size(before[0]):
                groups[group] = (t, c)
    best = _added(groups, together)
    if not best and not named:
        return None
    if len(named) > sum(_size(t) for t, _ in best):
        n = len(named)  # who names some need not name all
        return Count(n, None, False, (), tuple(named.values()), named=True)
    return Count(
        _total(t.low for t, _ in best), _total(t.high for t, _ in best),
        any(t.approximate for t, _ in best),
        tuple(t for t, _ in best), tuple(c for _, c in best),
    )  # fmt: skip


def _of_claim(c: Claim, kind: str) -> dict[str, Toll]:
    """The wholes of one claim by group: «امرأة وطفلتها» are two, «فلان وزوجته» as well."""
    found: dict[str, Toll] = {}
    counted = [t for t in c.tolls if t.kind == kind and not t.part and not t.named]
    for t in counted:
        found[t.group] = _sum(found[t.group], t) if t.group in found else t
    if "" in found and len(found) > 1 and _joined(counted, c):
        found[_BESIDE] = found.pop("")  # «84 من فاغنر و47 جندياً»: no whole that holds them
    kin = [t for t in c.tolls if t.kind == kind and not t.part and t.counted.endswith(_HIS)]
    one = [t for t in c.tolls if t.kind == kind and t.named]
    if kin and len(one) == 1 and len(found) == 1:
        group, t = next(iter(found.items()))
        found[group] = _sum(t, one[0])
    return found


def _joined(counted: Sequence[Toll], c: Claim) -> bool:
    """Whether «و» joins each figure to the one before it, with no other between."""
    return all(
        any(_and(a.counted, b.counted, e.text) for e in c.evidence) for a, b in pairwise(counted)
    )


def _and(one: str, other: str, text: str) -> bool:
    _, found, behind = text.partition(one)
    between, also, _ = behind.partition(other)
    return bool(found and also) and _JOINS.fullmatch(between) is not None


def _sum(a: Toll, b: Toll) -> Toll:
    high = None if a.high is None or b.high is None else a.high + b.high
    counted = summed(a.counted, b.counted)
    return replace(a, low=(a.low or 0) + (b.low or 0), high=high, counted=counted)


def _size(t: Toll) -> int:
    return max(t.low or 0, t.high or 0)


def _added(
    groups: dict[str, tuple[Toll, Claim]], together: Collection[tuple[str, str]]
) -> list[tuple[Toll, Claim]]:
    """The figures that add up to the whole: one of nobody in particular is the whole itself.

    `together` are groups that one claim counts side by side.
    """

    def again(name: str) -> bool:
        """Whether a figure of no group is told in another claim as that of one."""
        return any(
            _size(t) == _size(groups[name][0]) and (name, other) not in together
            for other, (t, _) in groups.items() if _firmness(other) > _firmness(name)
        )  # fmt: skip

    parts = [g for name, g in groups.items() if name and not again(name)]
    whole = groups.get("")
    if whole is None:
        return parts
    return [whole] if _size(whole[0]) >= sum(_size(t) for t, _ in parts) or not parts else parts


def _firmness(group: str) -> int:
    """A group by its handle is firmer than a kind of people, and that than who is beside them."""
    return 3 if ":" in group else 2 if group in KINDS else 1 if group else 0


def _total(ends: Iterable[int | None]) -> int | None:
    given = list(ends)
    return None if None in given else sum(n for n in given if n is not None)


def contest(a: Range, b: Range) -> bool:
    """Whether two ranges exclude each other."""
    low = max(a[0] or 0, b[0] or 0)
    highs = [n for n in (a[1], b[1]) if n is not None]
    return bool(highs) and low > min(highs)


def hull(ranges: Iterable[Range]) -> Range | None:
    """From the lowest to the highest of several, open where the lowest or the highest is."""
    given = list(ranges)
    if not given:
        return None
    lows = [low for low, _ in given]
    known = [n for ends in given for n in ends if n is not None]
    top = max(known, default=0)
    opened = not known or any(high is None and (low or 0) >= top for low, high in given)
    return None if None in lows else min(n for n in lows if n is not None), None if opened else top
