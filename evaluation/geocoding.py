"""How well places are found on the map: `sets/geocoding.jsonl` against the reader.

A gold place is answered by the widest place mention over its words. It is located where that
mention's point is near enough (10 km; 25 for a district, 60 for a governorate; the country alone
for a country), and honest where its precision is no finer than the gold's. A trap is kept where
no place mention with a point overlaps it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

from riwaya.identity.places.globe import distance
from riwaya.model import Mention, Precision, Reading, Report
from riwaya.pipeline import read_report, reader

SET = Path(__file__).resolve().parent / "sets" / "geocoding.jsonl"
_NEAR = {"exact": 10, "near": 10, "district": 25, "governorate": 60}  # km
_ORDER = get_args(Precision)


def measure(errors: list[str] | None = None, half: str = "") -> dict[str, float]:
    """The shares located, of the right country, honest, of equal precision, and of kept traps.

    `half` is «g» or «h»: only the items whose ids begin so, the second having been written later.
    """
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for item in (i for i in _items() if i["id"].startswith(half)):
        reading = read_report(
            Report(item["text"], item["id"], date.fromisoformat(item["published"])), reader()
        )
        for gold in item["places"]:
            _judge(item, gold, _answer(reading, gold), right, asked, errors)
        for trap in item["traps"]:
            asked["traps"] += 1
            fell = [m for m in _over(reading, trap) if m.place and m.place.latitude is not None]
            right["traps"] += not fell
            if fell and errors is not None:
                errors.append(f"{item['id']} trap «{trap['text']}» in {item['text'][:150]}")
    return {f"geocoding.{part}.right": right[part] / asked[part] for part in asked}


def _items() -> Iterator[dict[str, Any]]:
    for line in SET.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _over(reading: Reading, span: dict[str, Any]) -> list[Mention]:
    return [
        m for m in reading.mentions
        if m.kind == "place" and m.start < span["end"] and m.end > span["start"]
    ]  # fmt: skip


def _answer(reading: Reading, gold: dict[str, Any]) -> Mention | None:
    """The widest place mention that covers the gold words, else the widest that touches them."""
    over = [m for m in _over(reading, gold) if m.place]
    covering = [m for m in over if m.start <= gold["start"] and m.end >= gold["end"]]
    return max(covering or over, key=lambda m: m.end - m.start, default=None)


def _judge(
    item: dict[str, Any], gold: dict[str, Any], found: Mention | None,
    right: Counter[str], asked: Counter[str], errors: list[str] | None,
) -> None:  # fmt: skip
    place = found.place if found else None
    country = bool(place and place.country == gold["country"])
    located = country
    if gold["precision"] != "country" and gold["latitude"] is not None:
        located = False
        if place and place.latitude is not None and place.longitude is not None:
            point = (gold["latitude"], gold["longitude"])
            away = distance((place.latitude, place.longitude), point)
            located = away <= _NEAR[gold["precision"]]
    honest = bool(place) and _ORDER.index(place.precision) >= _ORDER.index(gold["precision"])  # type: ignore[union-attr]
    same = bool(place) and place.precision == gold["precision"]  # type: ignore[union-attr]
    for part, is_right in (("located", located), ("country", country), ("honest", honest),
                           ("precision", same)):  # fmt: skip
        asked[part] += 1
        right[part] += is_right
    if errors is not None and not (located and honest):
        why = "missed" if place is None else "located" if not located else "fine"
        errors.append(
            f"{item['id']} {why} «{gold['text']}» {gold['admin']} {gold['precision']} "
            f"{gold['latitude']},{gold['longitude']} → {found.text if found else None} {place} "
            f"in {item['text'][:160]}"
        )


if __name__ == "__main__":
    import sys

    for half in "gh":
        shown: list[str] = []
        for name, figure in measure(shown, half).items():
            print(f"{half} {name:28} {figure:.3f}")
        if "--errors" in sys.argv:
            print("\n".join(shown))
