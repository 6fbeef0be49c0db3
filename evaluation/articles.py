"""Articles for the benchmark, made of sentences of our own; the same seed gives the same ones."""

from __future__ import annotations

import random
import re
from pathlib import Path

from riwaya.lexicons import load

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
_SLOT = re.compile(r"\{(\w+)\}")
_ENDS = re.compile(r"(?<=[.!؟])\s+")
_DAYS = ("السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة")


def articles(count: int, words: int = 1100, seed: int = 7) -> list[str]:
    """`count` different articles of about `words` words each, in paragraphs of three sentences."""
    chance = random.Random(seed)
    fillers = _fillers()
    pool = _templates() + _stories()
    return [_article(pool, fillers, words, chance) for _ in range(count)]


def _article(
    pool: list[str], fillers: dict[str, list[str]], words: int, chance: random.Random
) -> str:
    made: list[str] = []
    left: list[str] = []
    length = 0
    while length < words:
        if not left:
            left = chance.sample(pool, len(pool))
        sentence = _SLOT.sub(lambda slot: _filler(slot.group(1), fillers, chance), left.pop())
        made.append(sentence)
        length += len(sentence.split())
    return "\n\n".join(" ".join(made[i : i + 3]) for i in range(0, len(made), 3)) + "\n"


def _filler(slot: str, fillers: dict[str, list[str]], chance: random.Random) -> str:
    if slot == "number":
        return str(chance.randint(3, 60))
    if slot == "person":
        return f"{chance.choice(fillers['name'])} {chance.choice(fillers['family'])}"
    return chance.choice(fillers[slot])


def _fillers() -> dict[str, list[str]]:
    lexicon = load()
    groups = [row["name"] for table in ("actors_mashreq", "actors_africa")
              for row in lexicon.rows(table)]  # fmt: skip
    return {
        "group": groups,
        "place": [row["name"] for row in lexicon.rows("gazetteer")],
        "name": [row["name"] for row in lexicon.rows("given_names")],
        "family": [row["name"] for row in lexicon.rows("family_names")],
        "day": list(_DAYS),
    }


def _templates() -> list[str]:
    lines = (HERE / "bench_sentences.txt").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def _stories() -> list[str]:
    """The sentences of our own reports in `tests/stories` and `examples`."""
    paths = [*ROOT.glob("tests/stories/*/report.txt"), *ROOT.glob("examples/**/*.txt")]
    texts = [path.read_text(encoding="utf-8") for path in sorted(paths)]
    found = [s.strip() for text in texts for line in text.split("\n") for s in _ENDS.split(line)]
    return [s for s in found if len(s.split()) >= 6 and s.endswith(".") and "{" not in s]
