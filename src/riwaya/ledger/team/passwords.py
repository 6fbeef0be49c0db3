"""Passwords: what a good one is, how it is kept, whether one fits."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from riwaya.ledger.errors import LedgerError

SHORTEST, LONGEST = 12, 1024
"""Characters of a password."""

_HASHER = PasswordHasher()
_AT_ONCE = BoundedSemaphore(2)  # each takes 64 MiB: many logins must not take the machine


def checked(password: str, name: str) -> str:
    """A password that an account of that name may have. Raises LedgerError."""
    if len(password) < SHORTEST:
        raise LedgerError(
            f"the password has {len(password)} characters. Give {SHORTEST} or more, "
            "as four words that do not belong together."
        )
    if len(password) > LONGEST:
        raise LedgerError(f"the password is too long. Give {LONGEST} characters at most.")
    if _plain(name).casefold() in _plain(password).casefold() and len(name) * 2 > len(password):
        raise LedgerError("the password is little more than the name. Give another.")
    if len(set(password)) < 5:
        raise LedgerError("the password is a few characters again and again. Give another.")
    return password


def kept(password: str) -> str:
    """A password as it is kept: argon2's string."""
    with _AT_ONCE:
        return _HASHER.hash(_plain(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is the one that is kept; takes as long where none is kept."""
    given = _plain(password) if len(password) <= LONGEST else ""
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept or _nobodys(), given) and bool(kept)
        except (Argon2Error, InvalidHashError):
            return False


def is_old(kept: str) -> bool:
    """Whether it is kept with parameters of earlier times."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_urlsafe(32))


def _plain(password: str) -> str:
    """The same characters typed on any keyboard."""
    return unicodedata.normalize("NFKC", password)
