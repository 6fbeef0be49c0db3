"""How the API answers: JSON that hides no characters, and refusals in one form."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from riwaya.views.visible import escaped


class Json(JSONResponse):
    """JSON in UTF-8; controls, direction marks and lone surrogates stand as escapes."""

    def render(self, content: Any) -> bytes:
        """The bytes of the answer."""
        said = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return escaped(said).encode()


class Refusal(BaseModel):
    """What a request is answered that is not served."""

    ok: bool = Field(description="Always false.")
    message: str = Field(description="What was wrong and what to do, in one sentence or two.")


_WHEN = {
    400: "What was asked for cannot be read.",
    401: "Nobody is logged in, or the token is of no use.",
    403: "This viewer may not do it, or the request may be forged.",
    404: "There is no such thing here for this viewer.",
    413: "The request is too large.",
    422: "A parameter is missing, too long or of another kind.",
}
REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": Refusal, "description": said} for status, said in _WHEN.items()
}
"""The refusals of every route, as OpenAPI has them."""
