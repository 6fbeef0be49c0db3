"""The routes of the API, a file each."""

from __future__ import annotations

from fastapi import APIRouter, Security
from fastapi.security import HTTPBearer

from riwaya.views.web.api import (
    actors,
    counts,
    incidents,
    jobs,
    network,
    outlets,
    previews,
    reports,
    reviewing,
)
from riwaya.views.web.api.answers import REFUSALS, Json
from riwaya.views.web.exports import routes as exports

_TOKEN = HTTPBearer(
    auto_error=False, description="A token, made on the page of your account; or a session.",
)  # fmt: skip

router = APIRouter(
    prefix="/api/v1", default_response_class=Json, responses=REFUSALS,
    dependencies=[Security(_TOKEN)],
)  # fmt: skip
for part in (
    incidents, reports, counts, actors, network, outlets, reviewing, previews, jobs, exports,
):  # fmt: skip
    router.include_router(part.router)
