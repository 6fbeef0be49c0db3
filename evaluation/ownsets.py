"""Our own sets of times and of whole-and-part figures, scored as F1.

`sets/times.jsonl`, and `times2.jsonl` written later: a time found is right where it overlaps a gold
time and has its days, or, where the gold one is longer than a day, shares at least half of the days
that either covers. `sets/figures.jsonl` and `figures2.jsonl`: a figure is right where kind, low and
high are those of a gold figure and the words of who is counted overlap; a part is right where its
whole is the right one too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import riwaya
from riwaya.model import Figure, FoundTime, Report
from riwaya.pipeline import read_report, reader

SETS = Path(__file__).resolve().parent / "sets"
Item = dict[str, Any]


def items(name: str) -> Iterator[Item]:
    """The items of a set, one JSON object a line."""
    for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def f1(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (found + wanted) if found + wanted else 0.0


def times(errors: list[str] | None = None, name: str = "times") -> dict[str, float]:
    """F1 of the times of a set, `sets/times.jsonl` or the one written later."""
    right = found = wanted = 0
    for item in items(name):
        said = riwaya.find_times(item["text"], date.fromisoformat(item["reference"]))
        free = [t for t in said if t.earliest or t.latest]
        found += len(free)
        wanted += len(item["times"])
        for gold in item["times"]:
            hit = next((t for t in free if _over(t, gold) and _same_days(t, gold)), None)
            if hit is not None:
                right += 1
                free.remove(hit)
            elif errors is not None:
                near = [(t.text, t.edtf) for t in said if _over(t, gold)]
                errors.append(f"{item['id']} missed «{gold['text']}» {gold['earliest']}/"
                              f"{gold['latest']}, found {near} in {item['text']}")  # fmt: skip
        if errors is not None:
            errors += [f"{item['id']} false «{t.text}» {t.edtf} in {item['text']}" for t in free]
    return {f"our{name}.f1": f1(right, found, wanted)}


def _over(one: FoundTime, gold: Item) -> bool:
    return one.start < gold["end"] and one.end > gold["start"]


def _same_days(one: FoundTime, gold: Item) -> bool:
    mine = (one.earliest, one.latest)
    theirs = tuple(date.fromisoformat(d) if d else None for d in (gold["earliest"], gold["latest"]))
    if mine == theirs:
        return True
    if None in mine or None in theirs or theirs[0] == theirs[1]:
        return False
    (a, b), (c, d) = ([day.toordinal() for day in pair if day] for pair in (mine, theirs))
    shared, either = min(b, d) - max(a, c) + 1, max(b, d) - min(a, c) + 1
    return shared > 0 and shared / either >= 0.5


def figures(errors: list[str] | None = None, name: str = "figures") -> dict[str, float]:
    """F1 of the figures of a set, and of the links from parts to wholes."""
    right = found = wanted = linked = links_found = links_wanted = 0
    for item in items(name):
        report = Report(item["text"], item["id"], date.fromisoformat(item["published"]))
        reading = read_report(report, reader())
        spans = {m.id: (m.start, m.end) for m in reading.mentions}
        said = _once([f for s in reading.statements for f in s.figures], spans)
        pairs = _paired(item["figures"], said, spans)
        right, found, wanted = right + len(pairs), found + len(said), wanted + len(item["figures"])
        by_id = {f.id: n for n, f in enumerate(said)}
        parts = [n for n, g in enumerate(item["figures"]) if g["part_of"] is not None]
        links_wanted += len(parts)
        links_found += sum(f.part_of is not None for f in said)
        for n in parts:
            mine = said[pairs[n]] if n in pairs else None
            whole = pairs.get(item["figures"][n]["part_of"])
            ok = mine is not None and mine.part_of is not None and by_id.get(mine.part_of) == whole
            linked += ok
            if errors is not None and not ok:
                errors.append(
                    f"{item['id']} part {item['figures'][n]['counted']} in {item['text']}"
                )
        if errors is not None:
            errors += [
                f"{item['id']} missed {g['kind']} {g['low']}-{g['high']} «{g['counted']}» in "
                f"{item['text']}"
                for n, g in enumerate(item["figures"]) if n not in pairs
            ]  # fmt: skip
            errors += [
                f"{item['id']} false {f.kind} {f.low}-{f.high} {_words(item, f, spans)} in "
                f"{item['text']}"
                for n, f in enumerate(said) if n not in pairs.values()
            ]  # fmt: skip
    return {
        f"our{name}.f1": f1(right, found, wanted),
        f"our{name}.parts.f1": f1(linked, links_found, links_wanted),
    }


_Spans = dict[str, tuple[int, int]]


def _once(figures: list[Figure], spans: _Spans) -> list[Figure]:
    """Each figure over the same words once: two deeds may share it."""
    seen: dict[tuple[object, ...], Figure] = {}
    for f in figures:
        seen.setdefault((f.kind, f.low, f.high, spans.get(f.counted or "")), f)
    return list(seen.values())


def _paired(gold: list[Item], said: list[Figure], spans: _Spans) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for n, g in enumerate(gold):
        for k, f in enumerate(said):
            span = spans.get(f.counted or "", (0, 0))
            over = span[0] < g["end"] and span[1] > g["start"]
            same = (f.kind, f.low, f.high) == (g["kind"], g["low"], g["high"])
            if over and same and k not in pairs.values():
                pairs[n] = k
                break
    return pairs


def _words(item: Item, figure: Figure, spans: _Spans) -> str:
    start, end = spans.get(figure.counted or "", (0, 0))
    return f"«{item['text'][start:end]}»"


if __name__ == "__main__":
    import sys

    for measure in (times, figures):
        shown: list[str] = []
        print(measure(shown))
        if "--errors" in sys.argv:
            print("\n".join(shown))
