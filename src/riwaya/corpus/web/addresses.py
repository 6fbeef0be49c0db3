"""Where an address leads: its parts in one spelling, and whether an IP address is open to all.

Every spelling of a host comes down to one, so that no 0x7f.1 or １２７.0.0.1 slips by.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from riwaya.corpus.web.errors import FetchError

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
AllowPrivate = Callable[[str, int], bool]
PORTS = {"http": 80, "https": 443}
_LONGEST = 4096  # characters of an address
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_BAD = re.compile(r"[\x00-\x20\x7f\\]")
_CHECK = "Check the address"
_SAFE = "%/:=&?~+!$,;'@()*[]"
_LOCAL = (
    "localhost", "local", "internal", "intranet", "lan", "home", "corp", "private",
    "localdomain", "home.arpa",
)  # fmt: skip
_V4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
            "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        ),
    )
)  # fmt: skip
_GLOBAL = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_V6 = tuple(
    map(ipaddress.IPv6Network, ("2001:2::/48", "2001:10::/28", "2001:20::/28", "2001:db8::/32",
                                "3fff::/20")),
)  # fmt: skip
_ISATAP = (0x00005EFE, 0x02005EFE)


@dataclass(frozen=True, slots=True)
class Target:
    """An address in its parts; `host` is in lower case ASCII, an IP address in its plain form."""

    scheme: str
    host: str
    port: int
    path: str  # with the query, quoted

    @property
    def origin(self) -> str:
        """Scheme, host and port, as they stand in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    def __str__(self) -> str:
        return self.origin + self.path

    @property
    def ip(self) -> IP | None:
        """The host where it is a literal address."""
        try:
            return ipaddress.ip_address(self.host)
        except ValueError:
            return None


def parse(url: str) -> Target:
    """The parts of an address. Raises FetchError for what is not fetched: other schemes, ..."""
    url = url.strip()
    if len(url) > _LONGEST:
        raise FetchError(f"the address is longer than {_LONGEST} characters", _CHECK)
    if _BAD.search(url):
        raise FetchError("the address has spaces or control characters in it", _CHECK)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchError("this is not a web address", _CHECK) from error
    if "[" in parts.netloc and ":" not in host:
        raise FetchError("this is not a web address", _CHECK)
    if parts.scheme not in PORTS:
        raise FetchError("only http and https addresses are fetched", "Give https://…")
    if "@" in parts.netloc:
        raise FetchError("the address has a name or password in it", "Take out all before the @")
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    wanted = PORTS[parts.scheme] if port is None else port
    return Target(parts.scheme, plain_host(host), wanted, path + query)


def plain_host(host: str) -> str:
    """A host in its one spelling. Raises FetchError for what is none."""
    wrong = FetchError(f"«{host[:80]}» is not the name of a site", _CHECK)
    if ":" in host:
        try:
            return str(_unscoped(host))
        except ValueError as error:
            raise wrong from error
    plain = unicodedata.normalize("NFKC", host).lower().replace("。", ".")
    plain = plain[:-1] if plain.endswith(".") else plain
    if not plain.isascii():
        plain = _ascii(plain, wrong)
    if _HOST.fullmatch(plain) is None:
        raise wrong
    if _NUMBER.fullmatch(plain.rsplit(".", 1)[-1]):
        return str(_number(plain, wrong))
    return plain


def _unscoped(host: str) -> ipaddress.IPv6Address:
    address = ipaddress.IPv6Address(host)
    if address.scope_id is not None:
        raise ValueError(host)
    return address


def _ascii(host: str, wrong: FetchError) -> str:
    import idna

    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in host)
    if digits.isascii():
        return digits
    try:
        return idna.encode(host, uts46=True).decode("ascii").rstrip(".")
    except (idna.IDNAError, UnicodeError) as error:
        raise wrong from error


def _number(host: str, wrong: FetchError) -> ipaddress.IPv4Address:
    """An IPv4 address as the C library reads it: octal, hexadecimal, fewer than four parts."""
    values = []
    for part in host.split("."):
        if _NUMBER.fullmatch(part) is None:
            raise wrong
        base = 16 if part.startswith("0x") else 8 if part.startswith("0") else 10
        try:
            values.append(int(part.removeprefix("0x") or "0", base))
        except ValueError as error:
            raise wrong from error
    *firsts, last = values
    if len(values) > 4 or any(v > 255 for v in firsts) or last >= 256 ** (5 - len(values)):
        raise wrong
    return ipaddress.IPv4Address(last + sum(v << 24 - 8 * i for i, v in enumerate(firsts)))


def is_public(address: IP) -> bool:
    """Whether an IP address is open to all, and so are those embedded in it."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _V4)
    if address.scope_id is not None:
        return False
    inner: list[ipaddress.IPv4Address] = []
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if address.sixtofour is not None:
        inner.append(address.sixtofour)
    if address.teredo is not None:
        inner.extend(address.teredo)
    if int(address) >> 32 & 0xFFFFFFFF in _ISATAP:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if address not in _GLOBAL or any(address in network for network in _V6):
        return False
    return all(map(is_public, inner))


def check(target: Target, allow_private: AllowPrivate | None, *, by_proxy: bool) -> None:
    """What can be refused before any name is looked up. Raises FetchError."""
    if allow_private is not None and allow_private(target.host, target.port):
        return
    if target.port not in PORTS.values():
        raise FetchError(
            f"the port {target.port} is none that sites use",
            "Only 80 and 443 are fetched: check the address",
        )
    if target.ip is not None:
        if not is_public(target.ip):
            raise private(target.host)
        return
    name = target.host
    if "." not in name or any(name == end or name.endswith(f".{end}") for end in _LOCAL):
        raise private(name)
    if name.endswith(".onion") and not by_proxy:
        raise FetchError(
            "a .onion address is reached through Tor only",
            "Start Tor and give --proxy socks5h://127.0.0.1:9050",
        )


def private(host: str) -> FetchError:
    """The refusal of an address inside a private network."""
    return FetchError(
        f"«{host}» is an address of a private network or of this machine",
        "Only public sites are fetched: save the page and give the file",
    )


def checked(
    host: str, port: int, found: list[str], allow_private: AllowPrivate | None
) -> list[str]:
    """The IP addresses of a host, all found fit. Raises FetchError where one is private."""
    allowed = allow_private is not None and allow_private(host, port)
    fit = []
    for written in found:
        try:
            address = ipaddress.ip_address(written)
        except ValueError as error:
            raise private(host) from error
        if not allowed and not is_public(address):
            raise private(host)
        fit.append(str(address))
    if not fit:
        raise no_name(host)
    return fit


def no_name(host: str) -> FetchError:
    """The name leads nowhere."""
    return FetchError(
        f"no site is found under the name {host}", "Check the spelling and your connection"
    )
