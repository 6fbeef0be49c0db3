"""What was given to be read, as who asks may see it."""

from __future__ import annotations

from riwaya.corpus.sources import SUFFIXES as _KNOWN
from riwaya.ledger import NotFound
from riwaya.ledger.team.jobs import Job, Jobs
from riwaya.views.web.guard.viewer import Viewer

MOST = 50
_LOOKED = 4 * MOST  # at the last ones, of which some may be of others
SUFFIXES = ",".join(_KNOWN)
"""Endings of files that can be read, as a form's `accept` has them."""


def own(jobs: Jobs, viewer: Viewer) -> list[Job]:
    """The last jobs that a viewer may see: their own, and for who administers accounts those of
    all; what is restricted to a group that the viewer is not of is left out, with all of it."""
    return [j for j in jobs.listed(limit=_LOOKED) if _is_seen(j, viewer)]


def one(jobs: Jobs, viewer: Viewer, number: int) -> Job:
    """A job that a viewer may see. Raises NotFound."""
    found = jobs.one(number)
    if not _is_seen(found, viewer):
        raise NotFound(f"{number}: no such job. Look at the list of what was added.")
    return found


def _is_seen(job: Job, viewer: Viewer) -> bool:
    mine = job.account == viewer.name or viewer.may("accounts")
    return mine and (job.group is None or job.group in viewer.groups)
