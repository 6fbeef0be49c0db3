"""Characters that are none: no database keeps U+0000, no encoding half of a pair."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, model_validator

from riwaya.views.web.guard.refusals import Refused

_NONE = re.compile("[\0\ud800-\udfff]")
_MESSAGE = "This holds a character that is none (U+0000). Take it out and send it again."


def check(given: Any, status: int = 400) -> None:
    """Raises Refused of that status where a text holds one, or a text anywhere inside JSON."""
    left = [given]
    while left:
        one = left.pop()
        found = _NONE.search(one) if isinstance(one, str) else None
        if found:
            raise Refused(status, _MESSAGE.replace("0000", f"{ord(found[0]):04X}"))
        if isinstance(one, dict):
            left += (*one, *one.values())
        elif isinstance(one, (list, tuple)):
            left += one


class Body(BaseModel):
    """What is sent as JSON. Raises Refused where a text in it holds a character that is none."""

    @model_validator(mode="before")
    @classmethod
    def _of_characters(cls, given: Any) -> Any:
        check(given, 422)
        return given
