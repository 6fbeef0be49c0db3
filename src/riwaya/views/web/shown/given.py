"""What was given to be read, as who asks may see it."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.corpus.sources import SUFFIXES as _KNOWN
from riwaya.ledger.team.jobs import Job
from riwaya.views.web.guard.viewer import Viewer

SUFFIXES = ",".join(_KNOWN)
"""Endings of files that can be read, as a form's `accept` has them."""


def own(jobs: Iterable[Job], viewer: Viewer) -> list[Job]:
    """The jobs that a viewer may see: their own, and for who administers accounts those of all;
    what is restricted to a group that the viewer is not of is left out, ids and problems alike."""
    seen = [j for j in jobs if j.account == viewer.name or viewer.may("accounts")]
    return [j for j in seen if j.group is None or j.group in viewer.groups]
