"""Which addresses are fetched: every spelling of a private one is refused before a connection."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

import pytest

from riwaya.corpus.web import Fetcher, FetchError
from riwaya.corpus.web.addresses import is_public, parse

PRIVATE_ONES = """
127.0.0.1 127.255.255.254 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254
100.64.0.1 100.127.255.255 192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1
239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 fe80::1 fec0::1 fc00::1 fd12:3456::1 ff02::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::10.0.0.1
64:ff9b:1::1 2002:7f00:1:: 2002:c0a8:101::1 2001:0:4136:e378:8000:63bf:80ff:fffe
2001:0:a00:1:8000:63bf:3fff:fdd2 2001:db8::1 3fff::1 2606:4700::5efe:10.0.0.1 100::1 5f00::1
fe80::1%eth0 2606:4700::1%1
"""

PUBLIC_ONES = """
8.8.8.8 1.1.1.1 172.15.0.1 172.32.0.1 100.63.255.255 100.128.0.1 11.0.0.1 2606:4700::1111
2a00:1450:4001:81b::200e ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::1
"""

HOSTILE_ONES = """
http://127.0.0.1/ http://localhost/ http://LOCALHOST./ http://foo.localhost/ http://127.1/
http://2130706433/ http://0x7f000001/ http://0x7f.1/ http://0177.0.0.1/ http://017700000001/
http://0/ http://0x/ http://127.0.0.1./ http://127.0.0.0x1/ http://１２７.０.０.１/
http://١٢٧.٠.٠.١/ http://127。0。0。1/ http://①②⑦.0.0.1/ http://[::1]/ http://[::]/
http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[0:0:0:0:0:ffff:7f00:1]/
http://[fe80::1%25eth0]/ http://[64:ff9b::7f00:1]/ http://169.254.169.254/latest
http://3232235777/ http://0300.0250.1.1/ http://printer/ http://nas.local/ http://db.internal/
http://router.lan/ http://x.home.arpa/ http://256.256.256.256/ http://1.2.3.4.5/
http://127.0.0.1.0x/ http://%31%32%37.0.0.1/ http://site.example:22/ http://site.example:8080/
http://site.example:99999/ http://site.example:0/ http://u:p@site.example/
http://site.example@127.0.0.1/ http://127.0.0.1#@site.example/ http://127.0.0.1\\@site.example/
file:///etc/passwd ftp://site.example/ gopher://site.example/ javascript:alert(1) data:text/html,x
//site.example/ site.example http:// http:///x https://.example/ http://a..b/
http://[::1 http://[v1.x]/ http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/
"""
HOSTILE = HOSTILE_ONES.split()
HOSTILE += ["", "http://", "http://site.example/\0", "http://site.example/a\nb", "http://a b/"]


@pytest.mark.parametrize("written", PRIVATE_ONES.split())
def test_private(written: str) -> None:
    assert not is_public(ipaddress.ip_address(written))


@pytest.mark.parametrize("written", PUBLIC_ONES.split())
def test_public(written: str) -> None:
    assert is_public(ipaddress.ip_address(written))


@pytest.mark.parametrize("proxy", [None, "http://127.0.0.1:1", "socks5://127.0.0.1:1"])
@pytest.mark.parametrize("url", HOSTILE)
def test_hostile_addresses_never_reach_a_resolver_or_a_proxy(url: str, proxy: str | None) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with Fetcher(resolve=resolve, proxy=proxy) as fetcher, pytest.raises(FetchError) as error:
        fetcher.fetch(url)
    assert asked == []
    assert error.value.what and error.value.remedy
    assert "proxy" not in error.value.what


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("HTTP://Site.Example:80", "http://site.example/"),
        ("https://site.example.:443/a?b=c#d", "https://site.example/a?b=c"),
        ("https://موقع.مثال/خبر 1".replace(" ", "%20"), None),
        ("https://site.example/خبر", "https://site.example/%D8%AE%D8%A8%D8%B1"),
        ("https://site.example/%D8%AE?q=خ&r=%20", "https://site.example/%D8%AE?q=%D8%AE&r=%20"),
        ("http://134744072/", "http://8.8.8.8/"),
        ("http://[2606:4700:0:0::1111]/", "http://[2606:4700::1111]/"),
        ("https://a_b.site.example/", "https://a_b.site.example/"),
    ],
)
def test_one_spelling(url: str, whole: str | None) -> None:
    written = str(parse(url))
    assert written.isascii()
    assert whole is None or written == whole
    assert str(parse(written)) == written


@pytest.mark.parametrize(
    "answers",
    [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:192.168.0.1"], ["fe80::1%2"], ["nonsense"]],
)
def test_a_name_with_any_private_address_is_refused(
    answers: list[str], fetcher: Callable[..., Fetcher]
) -> None:
    made = fetcher(resolve=lambda host, port: answers, allow_private=None)
    with pytest.raises(FetchError, match="private network"):
        made.fetch("http://site.example/")


def test_a_name_that_leads_nowhere(fetcher: Callable[..., Fetcher]) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise OSError("unknown")

    made = fetcher(resolve=resolve, allow_private=None)
    with pytest.raises(FetchError, match=r"no site is found under the name site\.example"):
        made.fetch("http://site.example/")


def test_onion_names_are_never_looked_up(fetcher: Callable[..., Fetcher]) -> None:
    asked: list[str] = []
    made = fetcher(resolve=lambda host, port: asked.append(host) or [], allow_private=None)
    with pytest.raises(FetchError, match="Tor"):
        made.fetch("http://abcdefghij.onion/")
    assert asked == []
