"""What became of reports that were added or read again."""

from __future__ import annotations

from riwaya.ledger.adding import Added
from riwaya.ledger.rereading import Reread
from riwaya.views.ledger.said import count
from riwaya.views.visible import one_line

_SHOWN = 12  # differences of a version that are listed


def changed(added: Added) -> str:
    """What a new version says differently, one line; nothing of other reports."""
    if added.replaces is None:
        return ""
    said = added.changed[:_SHOWN]
    more = f"; and {len(added.changed) - len(said)} more" if len(added.changed) > len(said) else ""
    what = "; ".join(said) + more if said else "no figure or name differs"
    return one_line(f"{added.report} replaces {added.replaces}: {what}")


def reread(result: Reread) -> str:
    """What another reader makes of a report, one line."""
    parts = [
        f"{len(result.gone)} gone" if result.gone else "",
        f"{len(result.fresh)} new" if result.fresh else "",
        f"{len(result.changed)} changed" if result.changed else "",
    ]
    said = ", ".join(filter(None, parts))
    what = f"statements {said}" if said else "statements are the same, mentions differ"
    return one_line(f"{result.report}: {what}")


def summary(new: int, known: int, replaced: int, problems: int) -> str:
    """`32 new, 3 known, 1 replaced, 2 problems`."""
    return f"{new} new, {known} known, {replaced} replaced, {count(problems, 'problem')}"
