"""What is wrong in a form, field by field."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.views.web.guard.refusals import Refused

WHOLE = ""
"""The field of what is wrong with no field alone."""


class Wrong(Refused):
    """A form that cannot be taken as it is: what to mend, by field."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(400, " ".join(dict.fromkeys(errors.values())))
        self.errors = dict(errors)
