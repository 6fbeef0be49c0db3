"""Pages of a team too: the fixtures that make its members."""

from __future__ import annotations

from views.web.guard.conftest import join, nobody, quick_passwords

__all__ = ["join", "nobody", "quick_passwords"]
