"""What goes wrong when an address is fetched, in words for those who gave the address."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

from riwaya.model import Problem

_SAVE = "Save the page from a browser and give the file"
_LATER = "Try again later"
_STATUS = {
    401: ("the site wants a login", _SAVE),
    403: ("the site refuses to give it", f"It may block programs or your country. {_SAVE}"),
    404: ("the site has no such page", "Check the address, or look for it in a web archive"),
    410: ("the site has taken the page down", "Look for it in a web archive"),
    429: ("the site asks for fewer requests", _LATER),
    451: ("the site withholds it for legal reasons", "Look for it in a web archive"),
    503: ("the site is out of service for now", _LATER),
}


class FetchError(Exception):
    """An address that gives nothing: what is wrong, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}. {remedy}")
        self.what = what
        self.remedy = remedy

    def problem(self, where: str) -> Problem:
        """As the problem of a place."""
        return Problem(where, self.what, self.remedy)


class TooSlow(FetchError):
    """Nothing, or not all, came in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no full answer within {seconds:g} seconds", _LATER)


def of_status(status: int) -> FetchError:
    """The error that an HTTP status other than success means."""
    if status in _STATUS:
        what, remedy = _STATUS[status]
    elif 500 <= status < 600:
        what, remedy = "the site has a fault", _LATER
    else:
        what, remedy = "the site does not give it", f"Open it in a browser. {_SAVE}"
    return FetchError(f"{what} ({status})", remedy)


def of_exception(error: Exception, host: str, timeout: float, by_proxy: bool) -> FetchError:
    """The error for whatever the network and its libraries raise."""
    import httpcore

    certificate = next(
        (e for e in _chain(error) if isinstance(e, ssl.SSLCertVerificationError)), None
    )
    if certificate is not None:
        return FetchError(
            f"the certificate of {host} is not valid ({certificate.verify_message})",
            "Someone may be listening in, or the site let it expire: do not go there by force",
        )
    if any(isinstance(e, ssl.SSLError) for e in _chain(error)):
        return FetchError(f"no safe connection (TLS) to {host}", "Check the address, or try later")
    if isinstance(error, httpcore.TimeoutException):
        return TooSlow(timeout)
    if isinstance(error, httpcore.ProxyError):
        return FetchError(
            f"the proxy does not get through to {host} ({error})",
            "Check that the site is up, and what the proxy allows",
        )
    if isinstance(error, httpcore.ConnectError):
        if by_proxy:
            return FetchError("the proxy does not answer", "Check --proxy and that it is running")
        return FetchError(f"{host} takes no connection", "Check the address, or try again later")
    if isinstance(error, httpcore.RemoteProtocolError | httpcore.NetworkError):
        return FetchError(f"{host} broke off or gave a garbled answer", _LATER)
    return FetchError(f"it cannot be fetched ({type(error).__name__})", _SAVE)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception with those it was raised from, at most ten."""
    for _ in range(10):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__
