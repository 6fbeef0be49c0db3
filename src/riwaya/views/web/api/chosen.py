"""Parameters that many routes of the API take: a selection of incidents, a page, an id."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Path, Query
from starlette.requests import Request

from riwaya.views.web.asked import Asked, asked

Text = Annotated[str, Query(max_length=300)]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="YYYY-MM-DD")]
Box = Annotated[str, Query(max_length=120, description="west,south,east,north in degrees")]
Handle = Annotated[str, Query(max_length=300, description="Of a party, exactly.")]
Untold = Annotated[str, Query(max_length=300, description="An outlet that tells nothing of it.")]
Page = Annotated[int, Query(ge=1, le=100_000, description="Counts from 1.")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many on a page.")]
Place = Annotated[int, Query(ge=0, le=1_000_000_000, description="In code points of the text.")]
ReportId = Annotated[str, Query(min_length=1, max_length=2_000, description="Id of a report.")]
IncidentId = Annotated[str, Path(min_length=1, max_length=300, description="Id of an incident.")]


def _chosen(
    request: Request, q: Text = "", place: Text = "", type: Text = "", actor: Text = "",
    outlet: Text = "", standing: Text = "", review: Literal["", "untouched", "reviewed",
    "differ"] = "", since: Day = "", until: Day = "", happened: Literal["", "yes", "no"] = "",
    bbox: Box = "", handle: Handle = "", untold: Untold = "", page: Page = 1,
) -> Asked:  # fmt: skip
    """The selection that an address asks for; the parameters are named for OpenAPI."""
    return asked(request.query_params)


Chosen = Annotated[Asked, Depends(_chosen)]
"""A selection of incidents; what is left out lets all through."""
