"""What was given to be read, as who asks may see it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace

from riwaya.corpus.sources import SUFFIXES as _KNOWN
from riwaya.ledger import NotFound
from riwaya.ledger.team.jobs import Job, Jobs
from riwaya.views.web.guard.viewer import Viewer

MOST = 50
_LOOKED = 4 * MOST  # at the last ones, of which some may be of others
SUFFIXES = ",".join(_KNOWN)
"""Endings of files that can be read, as a form's `accept` has them."""
UNREAD = "could not be read"
"""The state of a job that ended with problems and without a report."""


@dataclass(frozen=True, slots=True)
class Given:
    """A job as its viewer may see it; where it is `closed`, without what came of it."""

    job: Job
    state: str
    closed: bool


def own(jobs: Jobs, viewer: Viewer) -> list[Given]:
    """The last jobs that a viewer may see: their own, and for who administers accounts those of
    all. Of what is restricted to a group that the viewer is not of, only who gave it is told that
    it was given, and how far it is."""
    listed = jobs.listed(None if viewer.may("accounts") else viewer.name, _LOOKED)
    return [_given(j, viewer) for j in listed if _is_seen(j, viewer)]


def one(jobs: Jobs, viewer: Viewer, number: int) -> Given:
    """A job that a viewer may see. Raises NotFound."""
    found = jobs.one(number)
    if not _is_seen(found, viewer):
        raise NotFound(f"{number}: no such job. Look at the list of what was added.")
    return _given(found, viewer)


def seen_with(viewer: Viewer, group: str) -> str:
    """The command by which who works alone sees a group's reports too."""
    named = (f"--group {shlex.quote(g)}" for g in sorted({*viewer.groups, group}))
    return " ".join(("riwaya serve LEDGER", *named))


def _is_seen(job: Job, viewer: Viewer) -> bool:
    return job.account == viewer.name or (viewer.may("accounts") and _is_open(job, viewer))


def _is_open(job: Job, viewer: Viewer) -> bool:
    return job.group is None or job.group in viewer.groups


def _given(job: Job, viewer: Viewer) -> Given:
    unread = job.state == "done" and job.problems and not job.new + job.known
    state = UNREAD if unread else job.state
    if _is_open(job, viewer):
        return Given(job, state, False)
    return Given(replace(job, new=0, known=0, problems=(), reports=()), state, True)
