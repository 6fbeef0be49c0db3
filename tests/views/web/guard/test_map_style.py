"""A map style of one's own: its sites, and no others, may be asked for styles and tiles."""

from __future__ import annotations

from collections.abc import Callable

from starlette.testclient import TestClient

STYLE = "https://maps.samaq.example/styles/plain.json"
SITES = ("https://maps.samaq.example", "https://tiles.samaq.example:8443")
OPEN = frozenset({"connect-src", "img-src"})


def test_its_sites_stand_where_the_map_needs_them_and_nowhere_else(
    workspace: Callable[..., TestClient],
) -> None:
    plain = _policy(workspace())
    own = _policy(workspace(map_style=STYLE, map_origins=SITES))
    assert own.keys() == plain.keys()
    for name, sources in own.items():
        expected = {*plain[name], *SITES} if name in OPEN else plain[name]
        assert sources == expected, name


def test_without_one_no_site_may_be_asked(client: TestClient) -> None:
    policy = _policy(client)
    assert {s for sources in policy.values() for s in sources} == {
        "'none'", "'self'", "data:", "blob:",
    }  # fmt: skip
    assert policy["connect-src"] == {"'self'"}


def test_the_maps_are_told_the_style(workspace: Callable[..., TestClient]) -> None:
    page = workspace(map_style=STYLE, map_origins=SITES).get("/incidents").text
    assert f'data-style="{STYLE}"' in page
    assert 'data-style=""' in workspace().get("/incidents").text


def _policy(client: TestClient) -> dict[str, set[str]]:
    """The Content-Security-Policy of a page, by directive."""
    given = client.get("/incidents").headers["content-security-policy"]
    parts = [part.split() for part in given.split("; ")]
    assert len({name for name, *_ in parts}) == len(parts)
    return {name: set(sources) for name, *sources in parts}
