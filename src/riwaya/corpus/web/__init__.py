"""Pages, feeds and site maps come in over the network, politely and only when asked to.

Takes: addresses. Gives: Arrivals, Addresses, Problems; what the site sent, byte for byte.
Never: reads the environment, goes where it was not told to, or reaches a private network.
"""

from riwaya.corpus.web.arrive import arrivals_of, warning
from riwaya.corpus.web.errors import FetchError
from riwaya.corpus.web.feeds import parse_feed
from riwaya.corpus.web.fetch import Fetched, Fetcher, NotModified
from riwaya.corpus.web.sitemaps import parse_sitemap, walk_sitemap

__all__ = [
    "FetchError", "Fetched", "Fetcher", "NotModified", "arrivals_of", "parse_feed",
    "parse_sitemap", "walk_sitemap", "warning",
]  # fmt: skip
