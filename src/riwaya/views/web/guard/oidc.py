"""What an outside login is set up with, and what is kept of one that began."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from urllib.parse import urlsplit

from riwaya.ledger.errors import LedgerError

_NAMES = ("RIWAYA_OIDC_ISSUER", "RIWAYA_OIDC_CLIENT_ID", "RIWAYA_OIDC_CLIENT_SECRET")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Oidc:
    """A provider, and who this workspace is to it."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Begun:
    """A login that began: kept in a cookie until the browser comes back."""

    state: str
    nonce: str
    verifier: str
    next: str

    @property
    def cookie(self) -> str:
        """All of it as a cookie's value."""
        return urlsafe_b64encode(json.dumps(asdict(self)).encode()).decode()

    @classmethod
    def of_cookie(cls, cookie: str) -> Begun | None:
        """What `cookie` gave; None where it is none."""
        try:
            begun = cls(**json.loads(urlsafe_b64decode(cookie.encode())))
        except (ValueError, TypeError):
            return None
        values = asdict(begun).values()
        return begun if all(isinstance(v, str) and v for v in values) else None


def of_environment(environ: Mapping[str, str]) -> Oidc | None:
    """The provider that the environment names; None where it names none. Raises LedgerError."""
    given = {name: environ.get(name, "").strip() for name in _NAMES}
    if not any(given.values()):
        return None
    missing = ", ".join(name for name, value in given.items() if not value)
    if missing:
        raise LedgerError(f"an outside login needs {missing} too. Set it, or none of the three.")
    issuer, client_id, secret = given.values()
    if not is_safe(issuer):
        raise LedgerError(f"{issuer}: an issuer's address begins with https://. Give it so.")
    try:
        import authlib  # noqa: F401
    except ImportError as error:
        raise LedgerError(
            "an outside login needs one package more: install riwaya[oidc]."
        ) from error
    return Oidc(issuer.rstrip("/"), client_id, secret)


def is_safe(address: str) -> bool:
    """Whether what goes to an address can be read on its way by nobody."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    )
