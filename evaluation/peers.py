"""Riwaya beside other libraries that read Arabic dates and numbers, on the same cases.

usage: peers.py

Runs the scorer of `../shared/evaluation` once for each library, with a stand-in that has the two
functions it calls, on the cases of each source; prints the table of `docs/benchmarks.md`.
dateparser and PyArabic are oracles of development only; neither is needed to use Riwaya.
"""

from __future__ import annotations

import io
import json
import runpy
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import date, datetime, time, timedelta
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dateparser
from dateparser.date import DateDataParser
from dateparser.search import search_dates
from pyarabic import number as pyarabic

from riwaya.detection.numbers import find_numbers
from riwaya.detection.times import find_times
from scorers import shares_in

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
Find = Callable[..., list[Any]]


def _found(first: date, last: date) -> SimpleNamespace:
    return SimpleNamespace(earliest=first, latest=last)


def dateparser_times(text: str, reference: date) -> list[SimpleNamespace]:
    """The whole text as one date, and those its search finds; one of them right is enough.

    Asked for the past, the default and the future, in Arabic and in its Levantine locale.
    """
    found = []
    for prefer, locale in product(("past", "current_period", "future"), (None, "ar-SY")):
        settings = {
            "RELATIVE_BASE": datetime.combine(reference, time(12)),
            "PREFER_DATES_FROM": prefer,
        }
        languages = None if locale else ["ar"]
        parser = DateDataParser(
            languages=languages, locales=[locale] if locale else None, settings=settings
        )
        data = parser.get_date_data(text)
        if data.date_obj is not None:
            found.append(_found(*_period(data.date_obj.date(), data.period)))
        for _, moment in search_dates(text, languages=["ar"], settings=settings) or []:
            found.append(_found(moment.date(), moment.date()))
    return found


def _period(day: date, period: str) -> tuple[date, date]:
    if period == "month":
        following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return day.replace(day=1), following - timedelta(days=1)
    if period == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    return day, day


def pyarabic_numbers(text: str) -> list[SimpleNamespace]:
    """The number phrases that PyArabic extracts, as it reads them."""
    phrases = pyarabic.extract_number_phrases(text)
    return [SimpleNamespace(value=pyarabic.text2number(phrase)) for phrase in phrases]


def _nothing(*_: object) -> list[Any]:
    return []


PEERS: dict[str, tuple[Find, Find]] = {
    "Riwaya": (find_times, find_numbers),
    f"dateparser {dateparser.__version__}": (dateparser_times, _nothing),
    "PyArabic": (_nothing, pyarabic_numbers),
}


def shares(times: Find, numbers: Find, files: tuple[Path, Path]) -> dict[str, float]:
    """The scorer's shares of times and numbers, with those functions as Riwaya's."""
    mine, sys.modules["riwaya"] = (
        sys.modules["riwaya"],
        SimpleNamespace(  # type: ignore[assignment]
            find_times=times, find_numbers=numbers
        ),
    )
    arguments, sys.argv = sys.argv, ["score", *map(str, files)]
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            runpy.run_path(str(SHARED / "evaluation" / "score_times_numbers.py"))
    finally:
        sys.modules["riwaya"], sys.argv = mine, arguments
    return shares_in(printed.getvalue())


def cases(folder: Path) -> Iterator[tuple[str, tuple[Path, Path]]]:
    """The cases of each source and of all, as files that the scorer reads."""
    rows = {
        kind: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        for kind in ("times", "numbers")
        if (path := SHARED / "benchmarks" / f"{kind}_dev.jsonl")
    }
    sources = sorted({_family(row) for some in rows.values() for row in some})
    for source in (*sources, "all"):
        files = []
        for kind, some in rows.items():
            file = folder / f"{kind}-{source}.jsonl"
            kept = [row for row in some if source in ("all", _family(row))]
            lines = (json.dumps(row, ensure_ascii=False) for row in kept)
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
            files.append(file)
        yield source, (files[0], files[1])


def _family(row: dict[str, Any]) -> str:
    """«duckling» or «recognizers»: a source without its part."""
    return str(row["source"]).partition("-")[0]


def main() -> int:
    """Prints a row for each library; gives the exit status."""
    if not (SHARED / "benchmarks").is_dir():
        print("peers: ../shared is missing; there are no cases to run", file=sys.stderr)
        return 1
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        table = list(cases(Path(folder)))
        heads = [f"{kind}, {source}" for kind in ("times", "numbers") for source, _ in table]
        print(f"| | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}")
        for name, (times, numbers) in PEERS.items():
            made = [shares(times, numbers, files) for _, files in table]
            cells = [_cell(m[kind], find) for kind, find in (("times", times), ("numbers", numbers))
                     for m in made]  # fmt: skip
            print(f"| {name} | {' | '.join(cells)} |")
    return 0


def _cell(share: float, find: Find) -> str:
    return "–" if find is _nothing else f"{share:.3f}"


if __name__ == "__main__":
    sys.exit(main())
