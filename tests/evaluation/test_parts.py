"""What the parts of reading cost, as shares of the whole."""

from articles import articles
from parts import shares


def test_every_part_has_a_share_of_the_time() -> None:
    found = shares(articles(3))
    assert set(found) == {"numbers", "times", "names", "places"}
    assert all(share > 0 for share in found.values())
