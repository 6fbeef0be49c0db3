"""Somebody had no part in a deed, which itself is not denied."""

import pytest
from tests.frames.denied.denied_helper import denied, last_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال الناطق: لا علاقة لقواتنا من قريب أو بعيد بخطف المهندس في شبوة.", "abduction"),
        ("ليست لنا أي يد في الغارة على القافلة قرب الحدود.", "airstrike"),
        ("أكدت الحركة ألا صلة لها بتفجير المقهى.", "bombing"),
        ("لم يكن للجماعة أي دور في اغتيال القاضي.", "assassination"),
        ("نفت القبيلة أن تكون لها يد في تدمير المدرسة.", "destruction"),
    ],
)
def test_a_denied_part_denies_the_doer_and_not_the_deed(text: str, kind: str) -> None:
    assert denied(text, kind) == "agent no_part"
    assert last_of(text, kind).realis == "actual"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("كان للجماعة دور في اغتيال القاضي.", "assassination"),
        ("لم يتكلم أحد. وللحركة يد في تفجير المقهى.", "bombing"),
    ],
)
def test_a_part_that_nobody_denies_is_none(text: str, kind: str) -> None:
    assert denied(text, kind) == ""
