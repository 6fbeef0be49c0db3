"""An export that is broken off, or that nobody reads, lets the next one in."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from views.web.conftest import HOST, client_on

from riwaya.views.web.exports import routes


def scope(version: str) -> dict[str, Any]:
    """A request for an export, of a server that speaks this version of ASGI."""
    return {
        "type": "http", "asgi": {"version": "3.0", "spec_version": version},
        "http_version": "1.1", "method": "GET", "path": "/export.jsonl",
        "raw_path": b"/export.jsonl", "query_string": b"", "headers": [(b"host", HOST.encode())],
        "client": ("127.0.0.1", 1), "server": (HOST, 80), "scheme": "http", "root_path": "",
    }  # fmt: skip


async def ask(app: Any, version: str, *, hangs_up: bool) -> None:
    """Asks for an export and takes none of it: hangs up, or stays and reads nothing."""
    gone = asyncio.Event()
    begun = False

    async def receive() -> dict[str, Any]:
        nonlocal begun
        if not begun:
            begun = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.body" and message.get("body"):
            if hangs_up:
                gone.set()
                if version >= "2.4":
                    raise OSError("the client is gone")
            await asyncio.sleep(3600)

    try:
        await asyncio.wait_for(app(scope(version), receive, send), 20)
    except Exception as error:  # which of them it is hangs on the version
        assert not isinstance(error, asyncio.TimeoutError), "it waits for ever"


@pytest.mark.parametrize("version", ["2.3", "2.4"])
@pytest.mark.parametrize("hangs_up", [True, False])
def test_its_place_is_free_again(
    version: str, hangs_up: bool, ledger_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four exports broken off, or left unread, were the last until the workspace was restarted."""
    monkeypatch.setattr(routes, "_STALLED", 0.2)
    monkeypatch.setattr(routes, "_PIECES", 1)
    with client_on(ledger_file) as client:
        for _ in range(2):
            asyncio.run(ask(client.app, version, hangs_up=hangs_up))
        assert client.app.state.exports._value == routes.MOST  # type: ignore[attr-defined]
