"""Every word for a value that the workspace can show: its kind, and the word in English."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from importlib.resources import files
from typing import get_args

from riwaya import model
from riwaya.ledger import judging, naming, ruling
from riwaya.ledger.nouns import Grade, Standing
from riwaya.ledger.team import audit, jobs, roles
from riwaya.views.ledger.page import FIELDS
from riwaya.views.ledger.reasons import REASONS
from riwaya.views.web import asked
from riwaya.views.web.page import THEMES
from riwaya.views.web.shown import compared, noted
from riwaya.views.web.shown.english import english
from riwaya.views.web.shown.given import UNREAD
from riwaya.views.web.shown.problems import INPUTS

_ACTS = ("claims", "credits", "blames", "denies")
_DECISIONS = tuple(dict.fromkeys(d for of in ruling.DECISIONS.values() for d in of))


def _column(table: str, name: str) -> list[str]:
    """What a column of a table of words holds, each once."""
    text = (files("riwaya.lexicons") / "ar" / table).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return sorted({row[name] for row in csv.DictReader(lines, delimiter="\t")} - {""})


KINDS: dict[str, Iterable[str]] = {
    "about": get_args(ruling.About),
    "act": (*get_args(model.Act), *audit.ACTS),
    "alike": ("one name inside the other", "one letter apart", "same incident"),
    "asked": asked.FIELDS,
    "call": naming.KINDS,
    "change": [name for name, _ in compared.ROWS],
    "correction": judging.CORRECTABLE,
    "credit": _ACTS,
    "credit_column": _ACTS,
    "decision": _DECISIONS,
    "failure": noted.FAILURES,
    "field": FIELDS,
    "field_short": FIELDS,
    "figure": get_args(model.FigureKind),
    "grade": get_args(Grade),
    "happened": ("yes", "no", "possible"),
    "input": INPUTS,
    "job": (*get_args(jobs.State), UNREAD),
    "material": get_args(jobs.Kind),
    "mention": get_args(model.MentionKind),
    "negates": get_args(model.Negated),
    "outlet_kind": _column("outlets.tsv", "kind"),
    "polarity": get_args(model.Polarity),
    "precision": get_args(model.Precision),
    "realis": get_args(model.Realis),
    "reason": REASONS,
    "relation": _column("relation_types.tsv", "type"),
    "role": get_args(model.RoleName),
    "role_of_account": roles.ROLES,
    "scope": roles.SCOPES,
    "side": _column("outlets.tsv", "side"),
    "standing": get_args(Standing),
    "statement": ("same_as", "not_same_as", "because_of", "in_order_to"),
    "theme": THEMES,
    "through": noted.THROUGH,
    "type": _column("event_types.tsv", "type"),
}
"""The values of each kind; `country` has none, its names are those of Unicode's own data."""


def labels() -> list[tuple[str, str]]:
    """Each kind with each English word of it."""
    return [(kind, english(kind, value)) for kind, values in KINDS.items() for value in values]
