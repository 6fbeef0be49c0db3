"""Every rule of realis, attribution, identity, relation and cause judged as one of a population:
how often it fired on the benchmarks, and how often what it decided was right.

A rule is judged where the gold says something of what it decides: a rule of realis or polarity by
both of the event's, a rule of attribution by the outermost source, a join by whether the gold has
its two mentions as one, a relation or cause by its type and both ends. A relation that the gold
has as optional is right. A rule that says that a word tells of no single deed is also judged on
sentences of the GSR, as many that tell of none as tell of one, where it alone decides. A rule is
said to harm where it fired often and was mostly wrong.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import benchmarks
import tiesets
from riwaya.frames.generic import ABSTRACT, ARMED
from riwaya.model import Reading, Report, Statement
from riwaya.pipeline import read_report, reader

OFTEN = 5  # firings under which a share says little
_REALIS = (
    "realis:", "negation", "denied:", "denial", "future", "purpose", "only-after", "any-deed",
    "threat-of-speaker", "no-single-deed", "question", "answer-to-condition",
)  # fmt: skip
_NO_DEED = frozenset({"no-single-deed"})
"""Rules that say that no deed is told: right where the gold has no event."""
_UNTOLD = frozenset({"easy no", "difficult no"})
_CLASSES = {"assault": ABSTRACT | ARMED, "protest": frozenset({"protest"})}
Gold = dict[str, Any]
Matches = Callable[[tiesets.Read, Statement, Gold], bool]


@dataclass(slots=True)
class Record:
    """How often a rule fired where it can be judged, and how often it was right."""

    fired: int = 0
    right: int = 0

    def add(self, right: bool) -> None:
        """One firing."""
        self.fired += 1
        self.right += right

    @property
    def harms(self) -> bool:
        """Whether it fired often and was wrong more often than right."""
        return self.fired >= OFTEN and self.right * 2 < self.fired


Population = dict[tuple[str, str], Record]


def judge(shared: Path, own: Path) -> Population:
    """The rules by aspect and name, on the scored benchmarks that are there and our own sets."""
    found: Population = defaultdict(Record)
    for benchmark in benchmarks.present(shared, own):
        if benchmark.scorer == "score":
            for gold, reading in _readings(benchmark):
                _judge_events(found, gold, reading)
                _judge_relations(found, gold, reading)
        elif benchmark.scorer == "gsr":
            _judge_sentences(found, benchmark)
    for name in tiesets.parts("denials"):
        _judge_denials(found, name)
    for name in tiesets.parts("relations"):
        _judge_ties(found, name, "relation", tiesets.relates)
    for name in tiesets.parts("causes"):
        _judge_ties(found, name, "cause", tiesets.explains)
    for name in tiesets.parts("identities"):
        _judge_joins(found, name)
    return dict(found)


def _readings(benchmark: benchmarks.Benchmark) -> Iterator[tuple[Gold, Reading]]:
    reports = {r.id: r for r in benchmarks.reports(benchmark)}
    gold = benchmark.gold
    for path in sorted(gold.rglob("*.gold.json")) if gold.is_dir() else [gold]:
        item = json.loads(path.read_text(encoding="utf-8"))
        yield item, read_report(reports[item["id"]], reader())


def _judge_events(found: Population, gold: Gold, reading: Reading) -> None:
    spans = {e["id"]: e["mentions"] for e in gold["entities"]}
    words = reading.mentions_by_id
    for s in reading.statements:
        if s.kind == "event" and not any(_over(s.trigger, g["trigger"]) for g in gold["events"]):
            for rule in set(s.rules) & _NO_DEED:
                found["realis", rule].add(True)
    for g in gold["events"]:
        if g.get("optional"):
            continue
        told = [
            s for s in reading.statements if s.kind == "event" and _over(s.trigger, g["trigger"])
        ]
        if not told:
            continue
        s = told[0]
        real = s.realis in g["realis"] and s.polarity == g.get("polarity", "positive")
        source = next((words[x.source] for x in s.attribution if x.source), None)
        wanted = spans.get(g.get("source") or "", [])
        sourced = source is not None and any(
            source.start < e and source.end > b for b, e, _ in wanted
        )
        for rule in s.rules:
            if rule.startswith("said:"):
                found["attribution", rule[5:]].add(sourced)
            elif rule.startswith(_REALIS):
                found["realis", rule].add(real)


def _judge_sentences(found: Population, benchmark: benchmarks.Benchmark) -> None:
    """Where the rule alone decides that a sentence tells of no deed of the class asked for."""
    for kind, sentences in json.loads(benchmark.gold.read_text(encoding="utf-8")).items():
        told = [item for item in sentences if item["label"] == "yes"]
        untold = [item for item in sentences if item["label"] in _UNTOLD]
        for item in told + untold[:: max(len(untold) // max(len(told), 1), 1)]:
            reading = read_report(Report(item["text"], item["id"]), reader())
            deeds = [s for s in reading.statements if s.type in _CLASSES[kind]]
            rules = {rule for s in deeds for rule in s.rules} & _NO_DEED
            if rules and not any(s.realis == "actual" for s in deeds):
                for rule in rules:
                    found["realis", rule].add(item["label"] != "yes")


def _over(span: Any, gold: Gold) -> bool:
    return span is not None and span.start < gold["end"] and span.end > gold["start"]


def _judge_relations(found: Population, gold: Gold, reading: Reading) -> None:
    spans = {e["id"]: e["mentions"] for e in gold["entities"]}
    words = reading.mentions_by_id
    for s in reading.statements:
        if s.kind != "relation":
            continue
        ends = {r.role: words[r.mention] for r in s.roles if r.mention}
        found["relation", s.rules[0]].add(any(
            s.type in g["types"] and all(
                any(ends[e].start < b and ends[e].end > a for a, b, _ in spans[g[e]])
                for e in ("subject", "object")
            )
            for g in gold.get("relations", [])
        ))  # fmt: skip


def _judge_denials(found: Population, name: str) -> None:
    for read in tiesets.read_set(name):
        for gold in read.item["statements"]:
            for s in read.told(gold["trigger"], gold.get("n", 0))[:1]:
                right = s.realis in gold["realis"] and s.polarity == gold["polarity"]
                for rule in s.rules:
                    if rule.startswith(_REALIS):
                        part = not rule.startswith("denied:") or s.negates == gold["negates"]
                        found["realis", rule].add(right and part)


def _judge_ties(found: Population, name: str, kind: str, right: Matches) -> None:
    for read in tiesets.read_set(name):
        for s in read.reading.statements:
            if s.kind == kind:
                gold = read.item[f"{kind}s"]
                found[kind, s.rules[0]].add(any(right(read, s, g) for g in gold))


def _judge_joins(found: Population, name: str) -> None:
    for read in tiesets.read_set(name):
        for s in read.reading.statements:
            if s.kind == "identity" and (right := _joined(read, s)) is not None:
                found["identity", s.rules[0]].add(right == (s.type == "same_as"))


def _joined(read: tiesets.Read, s: Statement) -> bool | None:
    """Whether the gold has the two mentions of a join as one; None where it has only one."""
    sides = []
    for role in s.roles:
        found = read.mention(role.mention)
        sides.append({
            n for n, e in enumerate(read.item["entities"]) for m in e["mentions"]
            if read.covers(found, read.span(*m))
        })  # fmt: skip
    return bool(sides[0] & sides[1]) if all(sides) else None


def table(population: Population) -> str:
    """The rules as lines, the most frequent first in each aspect."""
    lines = [f"{'rule':48} fired  right  share"]
    order = sorted(population.items(), key=lambda p: (p[0][0], -p[1].fired, p[0][1]))
    for (aspect, rule), r in order:
        note = "  harms" if r.harms else ""
        lines.append(
            f"{aspect + ' ' + rule:48} {r.fired:5}  {r.right:5}  {r.right / r.fired:5.2f}{note}"
        )
    return "\n".join(lines)
