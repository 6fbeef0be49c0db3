"""The second factor: six digits that a device makes from a shared secret and the time."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from hmac import compare_digest

import pyotp

from riwaya.ledger.errors import LedgerError

_STEP = 30  # seconds
_BASE32 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def new_secret() -> str:
    """A secret of 160 bits in base 32."""
    return pyotp.random_base32(32)


def address(secret: str, name: str, issuer: str) -> str:
    """What a device reads as a QR code: an otpauth:// address."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


def step_of(secret: str, code: str, used: int | None, now: datetime) -> int | None:
    """The time step that a code is of, this one or one beside it; None where it does not fit.

    A step up to `used` has been used and fits no more. Digits may be of any script.
    """
    digits = _digits(code)
    if len(digits) != 6:
        return None
    totp, this = pyotp.TOTP(secret), int(now.timestamp()) // _STEP
    for step in (this - 1, this, this + 1):
        if compare_digest(totp.at(step * _STEP), digits) and (used is None or step > used):
            return step
    return None


def check_secret(secret: str) -> None:
    """Raises LedgerError where it is no secret that `new_secret` makes."""
    if len(secret) != 32 or not set(secret) <= _BASE32:
        raise LedgerError("this is no secret of a second factor. Begin again.")


def _digits(code: str) -> str:
    found = (unicodedata.digit(c, None) for c in code[:32] if not c.isspace())
    return "".join("x" if d is None else str(d) for d in found)
