"""A team's workspace, and browsers of its members."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient

from riwaya.ledger import Ledger
from riwaya.ledger.team.team import Team

PASSWORD = "قمر ونخيل و7 أنهار"
OTHER = "كلمة أخرى طويلة"


class Member:
    """A browser on a team's workspace."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    @property
    def team(self) -> Team:
        """The team behind the workspace."""
        ledger: Ledger = self.client.app.state.ledger  # type: ignore[attr-defined]
        return ledger.team

    def elsewhere(self) -> Member:
        """Another browser, in which nobody is logged in."""
        app, base = self.client.app, str(self.client.base_url)
        return Member(TestClient(app, base_url=base, follow_redirects=False))

    def log_in(self, name: str, password: str = PASSWORD, code: str = "", next: str = "/") -> Any:
        """Fills in the form of the login; gives the answer."""
        proof = self.field(self.client.get("/login").text, "csrf")
        given = {"csrf": proof, "name": name, "password": password, "code": code, "next": next}
        return self.client.post("/login", data=given)

    def send(self, path: str, **fields: Any) -> Any:
        """Sends a form as a page of the workspace does; gives the answer."""
        csrf = re.search(r'name="csrf" content="([^"]+)"', self.client.get("/account").text)
        assert csrf is not None
        return self.client.post(path, data={"csrf": csrf[1], **fields})

    @staticmethod
    def field(page: str, name: str) -> str:
        """What a hidden field of a page holds."""
        found = re.search(rf'name="{name}" value="([^"]*)"', page)
        assert found is not None
        return found[1]


Join = Callable[..., Member]
"""Gives a browser, logged in as an account of that name, role and groups that it adds."""
