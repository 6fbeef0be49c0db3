"""What databases say when something fails, in words for the user of a ledger."""

from __future__ import annotations

from typing import Any

_AGAIN = "Nothing of this step was kept. "
_FULL = f"the disk is full. {_AGAIN}Make room and run it again"
_READ_ONLY = "it can only be read. Change its permissions, or copy it elsewhere and write there"
_LOST = "the connection to the database was lost. No report is half kept: run it again, it goes on"
_SILENT = "the database does not answer. Check its address and that it runs, then run it again"

_BY_WORDS = (
    ("database or disk is full", _FULL),
    ("readonly database", _READ_ONLY),
    ("database is locked", f"another program writes into it. {_AGAIN}Run it again "
     "when that has ended"),
    ("file is not a database", "is no ledger. Give a file that riwaya add made"),
    ("unable to open database file", "cannot be opened. Check the folder and its permissions; "
     "of a copy, that the files ending in -wal and -shm came with it"),
    ("malformed", "the file is damaged. Restore it from a copy"),
    ("disk I/O error", "the disk failed, or a limit on the size of files was met. "
     f"{_AGAIN}Check its health and room, then run it again"),
    ("network error", _LOST),
    ("connection is closed", _LOST),
    ("Can't create a connection", _SILENT),
)  # fmt: skip
_BY_CODE = (
    ("53100", _FULL),
    ("53300", "the database has no connection left. Close other programs that use it"),
    ("25006", _READ_ONLY),
    ("42501", "its user may not do that. Ask who runs the database for the right to make tables"),
    ("28", "the database refuses the user or the password. Check both"),
    ("3D000", "there is no database of that name. Make it with createdb"),
    ("57P03", _SILENT),
    ("57P", _LOST),
    ("08", _LOST),
)
"""By the first letters of PostgreSQL's code of an error."""


def plain(error: Exception) -> str:
    """An error of the database in words for its user."""
    origin = getattr(error, "orig", None) or error
    told = _told(origin)
    code = told.get("C", "")
    message = " ".join(str(told.get("M") or origin).split())
    for start, said in _BY_CODE:
        if code.startswith(start):
            return said
    for sign, said in _BY_WORDS:
        if sign in message:
            return said
    return message[:300]


def _told(origin: Exception) -> dict[str, Any]:
    """The fields of PostgreSQL's message, where it is one: `C` the code, `M` the words."""
    told = origin.args[0] if origin.args else None
    return told if isinstance(told, dict) else {}
