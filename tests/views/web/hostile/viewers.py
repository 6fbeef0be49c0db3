"""Viewers of a workspace whose answers can be compared: same cookies, same secrets of forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.testclient import TestClient
from views.web.conftest import client_on

from riwaya.ledger import Ledger
from riwaya.views.web.guard.asking import ALONE

CSRF = "c" * 43
PASSWORD = "نخيل وقمر و7 أنهار"
_CHANGES = (
    re.compile(r'(name="(?:once|csrf)" (?:value|content)=")[^"]*'),
    re.compile(r'(data-ledger=")[^"]*'),
    re.compile(r"(riwaya-)\d{4}-\d\d-\d\d"),
)
"""What differs anyhow: marks of forms, of where a ledger lies, the day in a file's name."""


@dataclass(frozen=True, slots=True)
class Asker:
    """A browser, and the secret that its forms carry."""

    client: TestClient
    csrf: str

    def get(self, address: str) -> tuple[int, str, str]:
        """Status, where it leads, and text; without what changes each time."""
        answer = self.client.get(address)
        return answer.status_code, _plain(answer.headers.get("location", "")), _plain(answer.text)

    def post(self, path: str, fields: dict[str, str]) -> tuple[int, str, str]:
        """The same of a form that is sent."""
        if path.startswith("/api/") and not path.endswith("/files"):  # these take JSON
            proof = {"x-csrf-token": self.csrf}
            known = {k: v for k, v in fields.items() if v}
            answer = self.client.post(path, json=known, headers=proof)
        else:
            answer = self.client.post(path, data={**fields, "csrf": self.csrf})
        return answer.status_code, _plain(answer.headers.get("location", "")), _plain(answer.text)


def _plain(text: str) -> str:
    for changes in _CHANGES:
        text = changes.sub(r"\1", text)
    return text


@contextmanager
def alone(path: Path, *groups: str) -> Iterator[Asker]:
    """Who works alone on a ledger, of these groups."""
    with client_on(path, groups=frozenset(groups)) as client:
        client.cookies.set(ALONE, CSRF)
        yield Asker(client, CSRF)


def sessions(path: Path, **roles: str) -> dict[str, str]:
    """Adds accounts of these roles to a ledger and logs them in; their cookies by name."""
    with Ledger(path) as ledger:
        made = {}
        for name, role in roles.items():
            ledger.team.add(name, PASSWORD, role, by="test")
            started = ledger.team.login(name, PASSWORD, None, "127.0.0.1")
            made[name] = started.cookie  # type: ignore[union-attr]
    return made


@contextmanager
def member(path: Path, cookie: str) -> Iterator[Asker]:
    """A member of a team who is logged in."""
    with client_on(path, team=True) as client:
        client.cookies.set("riwaya_session", cookie)
        session = client.app.state.ledger.team.session(cookie)  # type: ignore[attr-defined]
        yield Asker(client, session.csrf)
