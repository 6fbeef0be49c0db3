"""A PostgreSQL of the tests' own: a cluster in a temporary folder, one fresh database a test.

The server listens on loopback only and ends with the process that started it, however that ends.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

MISSING = (
    "no PostgreSQL found (initdb and postgres, on PATH or in /usr/lib/postgresql/*/bin). "
    "Install it: `apt-get install postgresql` on Debian, `brew install postgresql` on macOS."
)
_FOLDERS = (
    "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)  # fmt: skip
_USER = "riwaya"
_PATIENCE = 60  # seconds until the server answers
_FAST = (
    "fsync=off", "synchronous_commit=off", "full_page_writes=off", "unix_socket_directories=",
    "listen_addresses=127.0.0.1", "max_connections=50", "shared_buffers=64MB", "log_statement=none",
)  # fmt: skip
_UNTIL_WE_END = '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server'
"""Shell: the server runs until our end of the pipe is closed, by us or by our death."""


class NotStarted(RuntimeError):
    """The server did not come up; the message ends with what it said."""


@dataclass
class Cluster:
    """A running server on a loopback port."""

    port: int
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, name: str) -> str:
        """The SQLAlchemy URL of a database."""
        return f"postgresql+pg8000://{_USER}@127.0.0.1:{self.port}/{name}"

    def run(self, sql: str) -> Any:
        """Runs one command outside a transaction, in the server's own database."""
        import pg8000.native

        with pg8000.native.Connection(
            _USER, host="127.0.0.1", port=self.port, database="postgres", timeout=30
        ) as connection:
            return connection.run(sql)

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of a new, empty database; it is dropped afterwards, connections and all."""
        name = f"test_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0")
        try:
            yield self.url(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")


def binaries() -> Path | None:
    """The folder of `initdb` and `postgres`; of several versions the newest."""
    found = [Path(on_path).resolve().parent] if (on_path := shutil.which("initdb")) else []
    for pattern in _FOLDERS:
        found += sorted(Path("/").glob(pattern[1:]), key=_version, reverse=True)
    return next((f for f in found if (f / "initdb").exists() and (f / "postgres").exists()), None)


def _version(folder: Path) -> list[int]:
    """Of `…/15/bin` or `…/postgresql@15/bin`."""
    return [int(number) for number in re.findall("[0-9]+", folder.parent.name)]


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A server from the binaries in a folder. Raises NotStarted."""
    home = Path(tempfile.mkdtemp(prefix="riwaya-postgresql-"))
    identity = _unprivileged(home)
    try:
        _initialise(folder, home, identity)
        with _serving(folder, home, identity) as server:
            yield server
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _unprivileged(home: Path) -> dict[str, Any]:
    """How to start a process as one that PostgreSQL accepts: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(home, user.pw_uid, user.pw_gid)
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NotStarted("PostgreSQL does not run as root, and there is no user postgres or nobody.")


def _initialise(folder: Path, home: Path, identity: dict[str, Any]) -> None:
    command = [str(folder / "initdb"), "-D", str(home / "data"), "-U", _USER, "-A", "trust",
               "-E", "UTF8", "--no-locale", "--no-sync"]  # fmt: skip
    made = subprocess.run(
        command, cwd=home, env=_environment(), capture_output=True, text=True, check=False,
        **identity,
    )  # fmt: skip
    if made.returncode:
        raise NotStarted(f"initdb failed: {made.stderr.strip() or made.stdout.strip()}")


@contextmanager
def _serving(folder: Path, home: Path, identity: dict[str, Any]) -> Iterator[Cluster]:
    port = _free_port()
    settings = [part for setting in _FAST for part in ("-c", setting)]
    command = [str(folder / "postgres"), "-D", str(home / "data"), "-p", str(port), *settings]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(
            ["sh", "-c", _UNTIL_WE_END, "sh", *command], cwd=home, env=_environment(),
            stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True, **identity,
        )  # fmt: skip
    assert process.stdin is not None
    try:
        server = Cluster(port)
        _await(server, home / "log")
        yield server
    finally:
        process.stdin.close()
        process.wait(timeout=_PATIENCE)


def _await(server: Cluster, log: Path) -> None:
    """Returns when the server answers."""
    give_up = time.monotonic() + _PATIENCE
    while time.monotonic() < give_up:
        try:
            server.run("SELECT 1")
            return
        except Exception:  # refused, or still starting up: its driver has many errors for that
            said = log.read_text(errors="replace")
            if "FATAL" in said and "starting up" not in said:
                break
            time.sleep(0.05)
    raise NotStarted("PostgreSQL did not start: " + log.read_text(errors="replace")[-2000:])


def _environment() -> dict[str, str]:
    """Without settings of the user's that would lead a client or server elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def in_ci() -> bool:
    """Whether a missing PostgreSQL is an error, not a reason to skip."""
    return os.environ.get("CI", "").lower() == "true" and sys.platform != "win32"
