"""The duals of people."""

import pytest

from riwaya.detection.duals import people_duals, shipped
from riwaya.detection.letters import key
from riwaya.model import Lexicon


@pytest.mark.parametrize("word", ["قتيلان", "طفلين", "والطفلان", "بطفلتين", "مدنيان"])
def test_a_dual_for_certain(word: str) -> None:
    assert shipped().certain(key(word)) is True


def test_a_spelling_that_may_be_a_plural() -> None:
    assert not shipped().certain(key("مدنيين"))


@pytest.mark.parametrize("word", ["سكان", "قتل", "ميدان"])
def test_no_dual(word: str) -> None:
    assert key(word) not in shipped()


def test_duals_are_made_from_the_table() -> None:
    row = {"singular": "لاجئ", "plural": "لاجئون", "feminine": "لاجئة", "feminine_plural": ""}
    made = people_duals(Lexicon({"people": (row,)}))
    assert made.certain(key("لاجئان")) is True
    assert made.certain(key("للاجئتين")) is True
    assert made.certain(key("طفلان")) is None
    with pytest.raises(KeyError):
        made[key("طفلان")]
