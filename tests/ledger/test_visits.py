"""What was fetched is not fetched again, and a site is asked only for what has changed."""

from __future__ import annotations

from tests.ledger.ledger_helper import add, hayyan, ledger_at, report

from riwaya.ledger.visits import Visit

FEED, PAGE = "https://samaq.example/feed", "https://samaq.example/1"
TEXT = "قُتل مدني في غارة جوية على بلدة حيان بريف حلب."


def test_an_address_that_led_elsewhere_is_known(database_url: str) -> None:
    """A feed's link that redirects was fetched at every run."""
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", TEXT, url=PAGE))
        assert ledger.addresses_known(["https://s.example/x"]) == set()
        ledger.visited(Visit("https://s.example/x", PAGE))
        assert ledger.addresses_known(["https://s.example/x"]) == {"https://s.example/x"}


def test_a_feed_is_asked_for_changes_only_where_all_it_listed_is_in(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        other = "https://samaq.example/2"
        ledger.visited(Visit(FEED, FEED, etag='"7"', lists=(PAGE, other)))
        add(ledger, report("a", TEXT, url=PAGE))
        assert ledger.validators(FEED) is None
        add(ledger, *hayyan()[:1], report("b", f"{TEXT} وأصيب آخر.", url=other))
        assert ledger.validators(FEED) == ('"7"', None)


def test_the_last_visit_counts_and_a_purge_takes_it_out(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", TEXT, url=PAGE))
        ledger.visited(Visit(PAGE, PAGE, etag='"1"'))
        ledger.visited(Visit(PAGE, PAGE, modified="Tue, 16 May 2023 10:00:00 GMT"))
        assert ledger.validators(PAGE) == (None, "Tue, 16 May 2023 10:00:00 GMT")
        ledger.purge("a", by="سمر", why="طلب")
        assert ledger.validators(PAGE) is None
        assert ledger.addresses_known([PAGE]) == set()
