"""Where a form that is the jussive alone may stand."""

import pytest
from tests.told import one, told


@pytest.mark.parametrize("text", ["لم يُصب أحد في القصف على حيان.", "ولم يصب جندي في الهجوم."])
def test_behind_a_negation_the_jussive_is_read(text: str) -> None:
    assert one(text, "injury").statement.polarity == "negative"


def test_elsewhere_it_is_another_word() -> None:
    types = {e.statement.type for e in told("يصب النهر في البحر قرب اللاذقية.")}
    assert "injury" not in types
