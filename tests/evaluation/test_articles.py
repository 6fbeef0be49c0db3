"""The articles of the benchmark."""

from articles import articles


def test_articles_are_long_enough_different_and_the_same_each_time() -> None:
    made = articles(5, words=300)
    assert len(set(made)) == 5
    assert all(300 <= len(text.split()) < 400 for text in made)
    assert "{" not in "".join(made)
    assert made == articles(5, words=300)
