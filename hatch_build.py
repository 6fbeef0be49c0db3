"""Builds the scripts, styles and fonts of the web workspace while the package is built.

As a command (`python hatch_build.py`) it does the same in place.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("src/riwaya/views/web/static/built")
SOURCES = Path("frontend")
STAMP = "sources.sha256"
NEEDED = "RIWAYA_NEEDS_FRONTEND"
_UNREAD = {"node_modules"}
_ADVICE = "pages then work without maps and graphs"


class FrontendError(Exception):
    """The scripts could not be built; the message says why."""


class FrontendBuildHook(BuildHookInterface[Any]):
    """Hatchling's hook: runs before a wheel, an sdist or an editable install is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds what is missing or out of date. Raises FrontendError where it is needed."""
        ensure_built(Path(self.root), self.app.display_warning)


def ensure_built(root: Path, warn: Callable[[str], None]) -> None:
    """Builds the frontend under `root` if its sources changed since the last build.

    A failure is one sentence to `warn`; with RIWAYA_NEEDS_FRONTEND=1 it raises FrontendError.
    """
    if not (root / SOURCES / "package.json").is_file() or is_current(root):
        return
    try:
        build(root)
    except FrontendError as error:
        if os.environ.get(NEEDED) == "1":
            raise
        warn(f"{error} ({_ADVICE}; set {NEEDED}=1 to stop here instead)")


def is_current(root: Path) -> bool:
    """Whether the built files come from the frontend's sources as they are now."""
    stamp = root / BUILT / STAMP
    return stamp.is_file() and stamp.read_text("ascii").strip() == digest(root / SOURCES)


def digest(folder: Path) -> str:
    """The SHA-256 of all files under the folder, by name and content, as hexadecimal."""
    whole = hashlib.sha256()
    for path in sorted(_files(folder), key=lambda path: path.relative_to(folder).as_posix()):
        content = hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return whole.hexdigest()


def build(root: Path) -> None:
    """Fetches the packages of the lock file and builds. Raises FrontendError."""
    npm = shutil.which("npm")
    if npm is None:
        raise FrontendError("The web workspace's scripts were not built: npm was not found.")
    for task in (["ci"], ["run", "build"]):
        _run([npm, *task], root / SOURCES)
    (root / BUILT / STAMP).write_text(digest(root / SOURCES) + "\n", "ascii")


def _files(folder: Path) -> list[Path]:
    """Every file of the sources; packages that npm put there are none of them."""
    found: list[Path] = []
    for path in folder.iterdir():
        if path.is_dir():
            found += [] if path.name in _UNREAD else _files(path)
        else:
            found.append(path)
    return found


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace")
    if done.returncode == 0:
        return
    said = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    reason = said[0] if said else f"exit code {done.returncode}"
    task = " ".join(["npm", *command[1:]])
    raise FrontendError(f"The web workspace's scripts were not built: {task} failed: {reason}")


if __name__ == "__main__":
    try:
        ensure_built(Path.cwd(), lambda said: print(said, file=sys.stderr))
    except FrontendError as failure:
        sys.exit(str(failure))
