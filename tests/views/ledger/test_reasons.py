"""Why a report is in an incident, in words."""

from __future__ import annotations

from riwaya.lexicons import load
from riwaya.views.ledger.reasons import AGAINST, REASONS, reasons


def test_every_feature_has_words_of_its_own() -> None:
    features = {row["feature"] for row in load().rows("incident_weights")} - {"enough"}
    assert features <= REASONS.keys()
    assert len(set(REASONS.values())) == len(REASONS)
    assert not any("_" in said for said in REASONS.values())


def test_what_weighs_against_is_said_as_against() -> None:
    weights = load().rows("incident_weights")
    strong = {r["feature"]: float(r["weight"]) for r in weights if abs(float(r["weight"])) >= 1}
    assert {f for f, weight in strong.items() if weight < 0} <= AGAINST
    assert not {f for f, weight in strong.items() if weight > 0} & AGAINST


def test_for_and_against() -> None:
    assert reasons(["same_place", "same_day", "far_toll"]) == (
        "same place, same day; although another toll"
    )
    assert reasons(["copy"]) == "nearly the same text"
    assert reasons(["some_new_feature"]) == "some new feature"
    assert reasons([]) == ""
