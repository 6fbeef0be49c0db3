"""The versions of a ledger's tables, by Alembic; `versions/` holds one file for each.

A version that was released is never edited: what changes comes in a new file.
"""

from __future__ import annotations

from pathlib import Path

from alembic.command import upgrade as alembic_upgrade
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def head() -> str:
    """The version that this program works with."""
    found = ScriptDirectory.from_config(_config()).get_current_head()
    assert found is not None
    return found


def is_known(version: str) -> bool:
    """Whether this program has the version: it is not of a newer one."""
    try:
        return ScriptDirectory.from_config(_config()).get_revision(version) is not None
    except CommandError:
        return False


def upgrade(connection: Connection, to: str = "head") -> None:
    """Brings the tables to a version, inside the connection's transaction."""
    alembic_upgrade(_config(connection), to)
