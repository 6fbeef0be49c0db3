"""Our own sets of persons' names and of groups.

`sets/names.jsonl`: a name is right where all its parts are; a spelling of the same name has to have
its key, a near name of another man must not. `sets/groups.jsonl`: a unit, a government meant by its
capital, or a party's word for the other side is right where a group mention opens with it or covers
it by half, and, where the set says who is meant, where that is said too.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import riwaya
from ownsets import items
from riwaya.corpus.folding import fold
from riwaya.detection.letters import key
from riwaya.model import Mention, PersonName, Reading, Report
from riwaya.pipeline import read_report, reader

_HALF = 0.5
Errors = list[str] | None


def names(errors: Errors = None) -> dict[str, float]:
    """Shares of names taken apart right, of equal spellings joined, of near names kept apart."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for item in items("names"):
        made = riwaya.analyse_name(item["name"])
        said, wanted = _parts(made), _wanted(item)
        judged = [("parts", said == wanted)]
        judged += [("same", riwaya.analyse_name(n).key == made.key) for n in item["same"]]
        judged += [("different", riwaya.analyse_name(n).key != made.key) for n in item["different"]]
        for part, is_right in judged:
            asked[part] += 1
            right[part] += is_right
        if errors is not None and not all(r for _, r in judged):
            errors.append(f"{item['name']}: {judged}\n   said {said}\n   gold {wanted}")
    return {f"ournames.{part}.right": right[part] / asked[part] for part in asked}


def _parts(name: PersonName) -> list[Any]:
    return [
        _key(" ".join(name.titles)), _key(name.kunya or ""), [_key(n) for n in name.given],
        [_key(n) for n in name.nasab], _key(name.family or ""), [_key(n) for n in name.nisbas],
    ]  # fmt: skip


def _wanted(item: dict[str, Any]) -> list[Any]:
    return [
        _key(item["titles"] or ""), _key(item["kunya"] or ""), [_key(n) for n in item["given"]],
        [_key(n) for n in item["nasab"]], _key(item["family"] or ""),
        [_key(n) for n in item["nisbas"]],
    ]  # fmt: skip


def _key(text: str) -> str:
    return key(fold(text).text).replace(" ", "")


def groups(errors: Errors = None) -> dict[str, float]:
    """Shares of units, capitals for governments, party words found, and of the last resolved."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for item in items("groups"):
        reading = read_report(
            Report(item["text"], item["id"], date.fromisoformat(item["published"])), reader()
        )
        kind = item["kind"].split()[0]
        for gold in item["groups"]:
            found = _over(reading, gold)
            asked[kind] += 1
            right[kind] += found is not None
            if kind == "party" and gold["who"]:
                asked["who"] += 1
                meant = _meant(reading, found)
                right["who"] += _same_side(meant, gold)
                if errors is not None and not _same_side(meant, gold):
                    who = f"«{gold['text']}» {gold['who']}, said {meant}"
                    errors.append(f"{item['id']} {who} in {item['text']}")
            elif errors is not None and found is None:
                errors.append(f"{item['id']} missed {kind} «{gold['text']}» in {item['text']}")
        if item["kind"] == "capital as place":
            asked["place"] += 1
            right["place"] += not any(
                m.kind == "group" and m.form == "name" for m in reading.mentions
            )
    return {f"ourgroups.{part}.right": right[part] / asked[part] for part in asked}


def _over(reading: Reading, gold: dict[str, Any]) -> Mention | None:
    """The group mention that opens where the gold one does, or is at least half the same."""
    for m in reading.mentions:
        both = min(m.end, gold["end"]) - max(m.start, gold["start"])
        either = max(m.end, gold["end"]) - min(m.start, gold["start"])
        opens = abs(m.start - gold["start"]) <= 1 and both > 0
        if m.kind == "group" and (both >= _HALF * either or opens):
            return m
    return None


def _meant(reading: Reading, mention: Mention | None) -> str | None:
    """The English name of who is meant, as the tables have it."""
    if mention is None:
        return None
    entity = next((e for e in reading.entities if e.id == mention.entity), None)
    return (entity.english or entity.meant) if entity else None


def _same_side(meant: str | None, gold: dict[str, Any]) -> bool:
    """Whether who is said to be meant is whom the set names, or one that it accepts."""
    said = (meant or "").casefold()
    accepted = [gold["who"], *(gold.get("also") or [])]
    return bool(said) and any(said in a.casefold() or a.casefold() in said for a in accepted)


if __name__ == "__main__":
    import sys

    for measure in (names, groups):
        shown: list[str] = []
        print(measure(shown))
        if "--errors" in sys.argv:
            print("\n".join(shown))
