"""Serves a workspace until it is stopped."""

from __future__ import annotations

import gc
import os
import socket
from dataclasses import replace

import uvicorn

from riwaya.views.web.app import application
from riwaya.views.web.settings import LOOPBACK, Settings

_MADE = 10_000  # objects after which those that nothing holds any more are looked for
_HEAD = 32 * 1024  # bytes of a request before its body; an address with Arabic words is long


def serve(settings: Settings, host: str, port: int) -> None:
    """Listens at an address until interrupted. Raises OSError where it cannot."""
    listening = _listen(host, port)
    real = listening.getsockname()[1]
    known = settings.hosts | {f"{name}:{real}" for name in (*LOOPBACK, _bracketed(host))}
    if real in (80, 443):
        known |= {*LOOPBACK, _bracketed(host)}
    app = application(replace(settings, hosts=frozenset(h.lower() for h in known)))
    gc.collect()
    gc.freeze()  # one search of all that was loaded held a page up for 150 ms
    gc.set_threshold(_MADE, 20, 20)
    print(f"http://{_bracketed(host)}:{real}/", flush=True)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, lifespan="on",
        proxy_headers=settings.trusted_proxy, timeout_graceful_shutdown=5, limit_concurrency=200,
        http="h11", h11_max_incomplete_event_size=_HEAD,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    if os.name != "nt":  # where it would let a second server listen there, too
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    made.listen(128)  # from now on who comes waits, and is not refused, until the server is ready
    return made


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
