"""GeoNames dumps and P-codes as rows of a user's own table."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.identity.places.imports import ImportProblem, add_places
from riwaya.lexicons import read_table


def _dump(id: int, names: str, code: str, **cells: str) -> str:
    """A row of a GeoNames dump."""
    row = {
        "lat": "32.62", "lon": "36.10", "class": "P", "country": "SY", "admin1": "06",
        "admin2": "1", "population": "0", **cells,
    }  # fmt: skip
    return "\t".join(
        [
            str(id), "Name", "Name", names, row["lat"], row["lon"], row["class"], code,
            row["country"], "", row["admin1"], row["admin2"], "", "", row["population"], "", "",
            "Asia/Damascus", "2020-01-01",
        ]
    )  # fmt: skip


ROWS = [
    _dump(1, "إزرع,Izra", "ADM2", **{"class": "A"}),
    _dump(2, "Busr,قرية بصر الحرير,بصر الحرير", "PPL", population="13000"),
    _dump(3, "Latin only", "PPL"),
    _dump(4, "تل", "PPL"),
    _dump(5, "وادي كذا", "VAL", **{"class": "T"}),
    _dump(6, "قاعدة كذا العسكرية", "MILB", **{"class": "S"}),
    _dump(7, "خربة زائلة", "PPLH"),
]


def _added(folder: Path) -> list[dict[str, str]]:
    return [dict(row) for row in read_table(folder / "gazetteer.tsv")]


def test_a_geonames_dump(tmp_path: Path) -> None:
    file = tmp_path / "SY.txt"
    file.write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    done = add_places(file, tmp_path / "own")
    assert (done.added, done.nameless, done.bad) == (3, 2, 0)
    rows = {row["id"]: row for row in _added(tmp_path / "own")}
    assert set(rows) == {"1", "2", "6"}
    assert (rows["2"]["name"], rows["2"]["kind"], rows["2"]["district"]) == (
        "بصر الحرير", "town", "إزرع",
    )  # fmt: skip
    assert (rows["6"]["kind"], rows["6"]["latitude"]) == ("base", "32.62")


def test_a_zipped_dump_is_the_dump(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "nothing " * 9999)
        archive.writestr("SY.txt", "\n".join(ROWS))
    assert add_places(tmp_path / "SY.zip", tmp_path / "own").added == 3


def test_a_bad_row_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "SY.txt"
    file.write_text("\n".join([ROWS[0], "broken", ROWS[1]]), encoding="utf-8")
    done = add_places(file, tmp_path / "own")
    assert (done.added, done.bad) == (2, 1)
    assert done.first_bad.startswith("SY.txt:2")


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "own"
    file = tmp_path / "SY.txt"
    file.write_text(ROWS[1], encoding="utf-8")
    add_places(file, own)
    table = own / "gazetteer.tsv"
    edited = table.read_text(encoding="utf-8").replace("بصر الحرير", "اسم صححه المستخدم")
    table.write_text(edited, encoding="utf-8")
    file.write_text("\n".join(ROWS), encoding="utf-8")
    done = add_places(file, own)
    assert (done.added, done.known) == (2, 1)
    assert table.read_text(encoding="utf-8").startswith(edited.rstrip("\n"))


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("admin1Name_ar,admin1Pcode,admin2Name_ar,admin2Pcode", "حمص,SY04,الرستن,SY0402"),
        ("ADM1_AR;ADM1_PCODE;ADM2_AR;ADM2_PCODE", "حمص;SY04;الرستن;SY0402"),
        ("ADM1_AR\tADM1_PCODE\tADM2_AR\tADM2_PCODE", "حمص\tSY04\tالرستن\tSY0402"),
    ],
)
def test_pcodes_under_the_headers_in_use(header: str, row: str, tmp_path: Path) -> None:
    file = tmp_path / "syr.csv"
    file.write_text(f"\ufeff{header}\r\n{row}\r\n", encoding="utf-8", newline="")
    add_places(file, tmp_path / "own")
    (made,) = _added(tmp_path / "own")
    assert (made["id"], made["name"], made["kind"]) == ("pcode:SY0402", "الرستن", "district")
    assert (made["admin"], made["country"], made["latitude"]) == ("حمص", "SY", "")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=200))
def test_no_file_does_worse_than_a_problem(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "any.csv"
    file.write_bytes(content)
    try:
        add_places(file, tmp_path / "own")
    except ImportProblem as problem:
        assert "any.csv" in str(problem)


def test_rows_follow_the_columns_of_the_users_table(tmp_path: Path) -> None:
    """Rows were written in the order of ours, and broke the table."""
    own = tmp_path / "own"
    own.mkdir()
    header = "name\tnames\tkind\tcountry\tid\tlatitude\tlongitude\tsource\n"
    (own / "gazetteer.tsv").write_text(header, encoding="utf-8")
    file = tmp_path / "SY.txt"
    file.write_text(ROWS[1], encoding="utf-8")
    add_places(file, own)
    (row,) = _added(own)
    assert (row["id"], row["latitude"], row["name"]) == ("2", "32.62", "بصر الحرير")


def test_a_table_without_ids_is_told(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "gazetteer.tsv").write_text("name\tsource\nتل\tx\n", encoding="utf-8")
    file = tmp_path / "SY.txt"
    file.write_text(ROWS[1], encoding="utf-8")
    with pytest.raises(ImportProblem, match="has no column"):
        add_places(file, own)


@pytest.mark.parametrize(
    "row",
    [
        _dump(8, "تل كذا", "PPL", population="abc"),
        _dump(9, "تل كذا", "PPL", lat="150"),
        _dump(8, "تل كذا", "PPL").replace("8", "²", 1),
    ],
)
def test_a_row_with_wrong_cells_is_one_bad_row(row: str, tmp_path: Path) -> None:
    file = tmp_path / "SY.txt"
    file.write_text("\n".join([ROWS[1], row]), encoding="utf-8")
    done = add_places(file, tmp_path / "own")
    assert (done.added, done.bad) == (1, 1)


def test_the_country_is_that_of_the_widest_unit(tmp_path: Path) -> None:
    """Codes of communities such as C1234 gave a country «C1»."""
    header = "ADM1_AR,ADM1_PCODE,ADM4_AR,ADM4_PCODE,Latitude_y,Longitude_x"
    file = tmp_path / "syr.csv"
    file.write_text(f"{header}\nحمص,SY04,تل الزنابق,C1234,34.9,36.7\n", encoding="utf-8")
    add_places(file, tmp_path / "own")
    (row,) = _added(tmp_path / "own")
    assert (row["country"], row["latitude"], row["longitude"]) == ("SY", "34.9", "36.7")
