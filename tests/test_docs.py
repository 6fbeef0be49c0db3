"""The documents say what is."""

import re
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from riwaya.lexicons import SHIPPED
from riwaya.model import Report
from riwaya.pipeline import read_report, reader
from riwaya.views.text import block

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| `(\w+)` \| .+ \| ([\w, ]+) \|$", re.MULTILINE)
FILE = re.compile(r"(?<![\w/*.])[\w*/]+\.(?:py|tsv)\b")
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


def columns(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return ", ".join(next(x for x in lines if x.strip() and not x.startswith("#")).split("\t"))


def test_every_table_is_documented_with_its_columns() -> None:
    page = (ROOT / "docs" / "lexicons.md").read_text(encoding="utf-8")
    assert dict(ROW.findall(page)) == {p.stem: columns(p) for p in SHIPPED.glob("*.tsv")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_file_that_a_page_names_is_there() -> None:
    below = [ROOT, ROOT / "src", ROOT / "src" / "riwaya", SHIPPED, ROOT / "evaluation"]
    named = {
        (page.name, name)
        for page in PAGES
        for name in FILE.findall(page.read_text(encoding="utf-8"))
        if not name.endswith("actors_mine.tsv")  # the user's own
    }
    assert named
    assert [x for x in sorted(named) if not any([*folder.glob(x[1])] for folder in below)] == []


def test_the_readme_shows_what_the_demo_prints() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"(?:^    .+\n)+", page.partition("## What it says")[2], re.MULTILINE)
    report = Report(
        (ROOT / "examples" / "demo.txt").read_text(encoding="utf-8"), "demo", date(2023, 5, 16)
    )
    printed = block(read_report(report, reader()))
    blocks = [dedent(b) for b in shown if re.match(r"    \d+\. ", b)]
    assert blocks
    assert [b for b in blocks if b not in printed] == []


def test_every_room_is_in_the_architecture() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = [p.name for p in (ROOT / "src" / "riwaya").iterdir() if (p / "__init__.py").exists()]
    assert rooms
    assert all(f"{room}/" in page for room in rooms)
