"""Tables read, the user's folders added, mistakes told with file, line and way out."""

from pathlib import Path

import pytest

from riwaya.corpus.folding import fold
from riwaya.lexicons import LexiconError, load, read_table
from riwaya.model import Report
from riwaya.pipeline import read_report, reader


def test_comments_blank_lines_and_short_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("\ufeff# note\n\nname\tkind\tsource\n x \ty\nz\n", encoding="utf-8")
    assert read_table(path) == (
        {"name": "x", "kind": "y", "source": ""},
        {"name": "z", "kind": "", "source": ""},
    )


def test_a_tab_too_many_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("name\tsource\n# note\nx\ty\tz\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"a\.tsv:3: 3 cells under 2 columns\. Take out"):
        read_table(path)


def test_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes("اسم\tsource\n".encode("cp1256"))
    with pytest.raises(LexiconError, match="not UTF-8"):
        read_table(path)


def test_a_folder_that_is_not_there_or_has_no_table(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        load(tmp_path / "none")
    with pytest.raises(LexiconError, match=r"no \.tsv table"):
        load(tmp_path)


def test_the_users_words_are_read(tmp_path: Path) -> None:
    text = "قصفت جمرة الوادي بلدة حيان."
    header = "\t".join(load().rows("actors_mashreq")[0])
    path = tmp_path / "actors_mashreq.tsv"
    cells = {"name": "جمرة الوادي", "kind": "militia", "source": "made up for this test"}
    row = "\t".join(cells.get(column, "") for column in header.split("\t"))
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    made = read_report(Report(text, "a"), reader(tmp_path))
    names = {m.text for m in made.mentions if m.kind == "group" and m.form == "name"}
    assert names == {"جمرة الوادي"}
    assert fold(text).original == text


_CONTRACT = {"event_types", "relation_types"}  # as given, column for column


def test_shipped_tables_end_in_a_source() -> None:
    for name, rows in load().tables.items():
        if name in _CONTRACT:
            continue
        assert rows, name
        assert list(rows[0])[-1] == "source", name
