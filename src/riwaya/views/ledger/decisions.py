"""Judgements as text: what was decided, by whom, when and why."""

from __future__ import annotations

import json

from riwaya.ledger.ruling import Judgement
from riwaya.views.ledger.said import labelled
from riwaya.views.visible import one_line


def block(j: Judgement) -> str:
    """One judgement."""
    what = f"takes back judgement {j.undoes}" if j.undoes else f"{j.about} {j.decision}"
    undone = ", undone" if j.undone else ""
    lines = [one_line(f"{j.number}. {what}{undone}"), labelled("of", j.one)]
    if j.other:
        lines.append(labelled("and", j.other))
    lines += [labelled("leaves it", key) for key in j.parts]
    if j.value:
        lines.append(labelled("set", json.dumps(j.value, ensure_ascii=False)))
    when = f", {j.at.isoformat(sep=' ', timespec='minutes')}" if j.at else ""
    lines += [labelled("by", f"{j.by}{when}"), labelled("why", j.why)]
    return "\n".join(lines) + "\n"
