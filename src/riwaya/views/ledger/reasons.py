"""Why a report is in an incident, in plain words: the features of its likeness to the others."""

from __future__ import annotations

from collections.abc import Iterable

REASONS = {
    "same_place": "same place",
    "beside": "a place beside it",
    "next_quarter": "a place within 3 km",
    "near": "a place near it",
    "next_town": "another place within 15 km",
    "far": "another place",
    "same_words": "the place in the same words",
    "inside": "a place inside the other",
    "area": "same district or governorate",
    "other_quarter": "another part of the town",
    "same_quarter": "same quarter",
    "place_open": "no place of its own",
    "same_day": "same day",
    "overlap": "days that meet",
    "by_publication": "published on those days",
    "next_day": "a day apart",
    "days_apart": "a few days apart",
    "week_apart": "more than three days apart",
    "time_open": "no day of its own",
    "same_type": "same kind of event",
    "same_class": "a kind of event told for the other",
    "open_type": "a kind of event that fits",
    "other_class": "another kind of event",
    "same_victim": "same person harmed",
    "dies_once": "this person's death",
    "victims": "further victims of the same names",
    "other_victim": "another person harmed",
    "same_family": "victims of one family",
    "shared_name": "other names in common",
    "same_agent": "same doer",
    "same_target": "same people it was done to",
    "same_toll": "same toll",
    "same_few": "same small toll",
    "near_toll": "a toll that grew",
    "far_toll": "another toll",
    "copy": "nearly the same text",
    "same_report": "told in one report",
}
"""Words for the features of the table `incident_weights`."""
AGAINST = frozenset({
    "next_quarter", "next_town", "far", "other_quarter", "days_apart", "week_apart", "other_class",
    "other_victim", "far_toll", "same_report",
})  # fmt: skip
"""Features that speak against one incident."""


def reasons(features: Iterable[str]) -> str:
    """`same place, same day; although another toll`, the strongest first."""
    found = list(features)
    for_it = [REASONS.get(f, f.replace("_", " ")) for f in found if f not in AGAINST]
    against = [REASONS[f] for f in found if f in AGAINST]
    although = f"although {', '.join(against)}" if against else ""
    return "; ".join(filter(None, (", ".join(for_it), although)))
