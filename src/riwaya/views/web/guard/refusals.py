"""Refusals: what a request is answered that may not have, or cannot have, what it asks for."""

from __future__ import annotations


class Refused(Exception):
    """A request that is not served: its status and what to tell whom it came from."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class LoginNeeded(Refused):
    """Nobody is logged in; pages lead to the login, the API says 401."""

    def __init__(self) -> None:
        super().__init__(401, "Log in first.")
