"""Parties told as somebody's own («مقاتليها», «قواته»): whose they are, where that is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.ledger.nouns import Party, SaidBy

_HIS = ("ها", "ه", "هم")  # pronouns behind what is somebody's own
_DESCRIBED = "said:"
_GROUPS = ("actor:", "name:")


def settled(
    told: Party, role: str, chain: Sequence[SaidBy], group: tuple[str, str] | None
) -> Party:  # fmt: skip
    """A party with the group that it belongs to, handle and main name; else who speaks of it as
    its own.

    Of «قالت الحركة إن مقاتليها قتلوا» the movement is the doer: its fighters have no other name.
    What speaks may be no group («بيان»), and a man is not his men.
    """
    if told.form != "nominal" or not told.name.endswith(_HIS):
        return replace(told, of=group[0] if group else "")
    handle, called = group or ((chain[-1].handle, chain[-1].name) if chain else ("", ""))
    if role == "agent" and is_unsettled(told) and handle.startswith(_GROUPS):
        kind, _, listed = handle.partition(":")
        return replace(told, handle=handle, called=listed if kind == "actor" else called)
    return replace(told, of=handle)


def is_unsettled(p: Party) -> bool:
    """Whether a group is told as somebody's own, and nothing says whose."""
    return _is_own(p) and p.handle.startswith(_DESCRIBED)


def told_name(p: Party) -> str:
    """The name as it is told; of what is somebody's own theirs."""
    return p.called if _is_own(p) and not is_unsettled(p) else p.name


def _is_own(p: Party) -> bool:
    return p.kind == "group" and p.form == "nominal" and p.name.endswith(_HIS)
