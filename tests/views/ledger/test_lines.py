"""Lists of incidents."""

from __future__ import annotations

from dataclasses import replace

from riwaya.ledger.nouns import FieldStanding, Incident
from riwaya.views.ledger.lines import block, heading


def test_an_incident_is_three_lines(hayan: Incident) -> None:
    standing = {f: FieldStanding("contested", "so") for f in ("happened", "killed")}
    shown = replace(hayan, grade="contested", standing=standing)
    first, second, third = block(shown).splitlines()
    assert first.startswith("2023-05-16 · shelling · ")
    assert second.startswith("  grade contested · 2 reports · killed 4 to 5 · wounded 6")
    assert second.endswith("sources part over happened, killed")
    assert third == f"  id {hayan.id}"


def test_what_is_not_there_is_not_said(hayan: Incident) -> None:
    bare = replace(
        hayan, killed=None, wounded=None, agents=(), standing={}, earliest=None, latest=None,
        grade="not_happened", reports={"r": 1},
    )  # fmt: skip
    first, second, _ = block(bare).splitlines()
    assert first.startswith("day unknown · ")
    assert second == "  grade not said to have happened · 1 report"


def test_headings() -> None:
    assert heading(0, 0, 0) == "No incident fits."
    assert heading(1, 1, 0) == "1 incident; shown are 1 to 1, latest first."
    assert heading(90, 50, 40) == "90 incidents; shown are 41 to 90, latest first."


def test_nothing_in_it_misleads(spoofed: Incident) -> None:
    made = block(spoofed)
    assert "⟨RLM⟩" in made
    assert "x⟨LRI⟩" in made
    assert not {"\u2066", "\u200f"} & set(made)
