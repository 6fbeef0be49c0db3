"""The documents say what is."""

import re
from pathlib import Path

import pytest

from riwaya.lexicons import SHIPPED

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| `(\w+)` \| .+ \| ([\w, ]+) \|$", re.MULTILINE)
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


def test_every_room_is_in_the_architecture() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = [p.name for p in (ROOT / "src" / "riwaya").iterdir() if (p / "__init__.py").exists()]
    assert rooms
    assert all(f"{room}/" in page for room in rooms)
