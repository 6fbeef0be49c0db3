"""The documents say what is."""

import re
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

import riwaya
from riwaya.lexicons import SHIPPED
from riwaya.model import Reading, Report, Statement
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


def examples(heading: str) -> list[tuple[str, ...]]:
    """The rows of the table of docs/values.md whose header opens with «example» and `heading`."""
    found: list[tuple[str, ...]] = []
    inside = False
    for line in (ROOT / "docs" / "values.md").read_text(encoding="utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if cells[:2] == ("example", heading):
            inside = True
        elif not line.startswith("|"):
            inside = False
        elif inside and not cells[0].startswith("---"):
            found.append(cells)
    assert found
    return found


def read(text: str) -> tuple[Reading, dict[str, str]]:
    """A reading, and the words of its mentions and the types of its events by id."""
    reading = riwaya.read(text, published=date(2023, 5, 16))
    words = {m.id: m.text for m in reading.mentions}
    return reading, words | {s.id: s.type for s in reading.statements if s.kind == "event"}


def ends(statement: Statement, words: dict[str, str]) -> list[str]:
    return [words[r.statement or r.mention or ""] for r in statement.roles]


def last_event(reading: Reading, kind: str) -> Statement:
    return [s for s in reading.statements if s.kind == "event" and s.type == kind][-1]


@pytest.mark.parametrize("row", examples("event"), ids=lambda row: " ".join(row[1:]))
def test_values_of_realis_and_sources_are_as_the_page_says(row: tuple[str, ...]) -> None:
    text, kind, *rest = row
    reading, words = read(text)
    found = last_event(reading, kind)
    if len(rest) == 1:
        said = [f"{words.get(x.source or '', '')}: {x.act}" for x in found.attribution]
        assert " < ".join(said) == rest[0]
    else:
        assert [found.realis, found.polarity, found.negates or ""] == rest


@pytest.mark.parametrize("row", examples("relation"), ids=lambda row: row[1])
def test_relations_are_as_the_page_says(row: tuple[str, ...]) -> None:
    text, kind, subject, other = row
    reading, words = read(text)
    (found,) = [s for s in reading.statements if s.kind == "relation"]
    assert f"{found.type}{' (former)' * found.former}" == kind
    assert ends(found, words) == [subject, other]


@pytest.mark.parametrize("row", examples("identity"), ids=lambda row: row[4])
def test_identities_are_as_the_page_says(row: tuple[str, ...]) -> None:
    text, kind, one, other, rule = row
    reading, words = read(text)
    found = [s for s in reading.statements if s.kind == "identity"]
    assert (kind, [one, other], (rule,)) in [(s.type, ends(s, words), s.rules) for s in found]


@pytest.mark.parametrize("row", examples("cause"), ids=lambda row: " ".join(row[1:]))
def test_causes_are_as_the_page_says(row: tuple[str, ...]) -> None:
    text, kind, cause, effect = row
    reading, words = read(text)
    (found,) = [s for s in reading.statements if s.kind == "cause"]
    assert (found.type, ends(found, words)) == (kind, [cause, effect])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_has_a_place_holder(page: Path) -> None:
    assert not re.search(r"^(FIGURES|TODO|XXX)\b", page.read_text(encoding="utf-8"), re.MULTILINE)
