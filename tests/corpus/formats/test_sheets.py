"""Tables of addresses and of texts: columns known in three languages, bad cells named."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from arrivals import TEXT, Came, write
from openpyxl import Workbook

from riwaya.corpus import open_sources
from riwaya.lexicons import load
from riwaya.model import Address, Problem

URL = "https://example.org/news/"


def book(path: Path, *sheets: list[list[Any]]) -> Path:
    made = Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets, 1):
        sheet = made.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


@pytest.mark.parametrize(
    "heads",
    [
        ["url", "outlet", "date", "title"],
        ["الرابط", "المصدر", "تاريخ النشر", "العنوان"],
        ["رابط الخبر:", "الوسيلةُ الاعلامية", "التاريخ", "عنوان الخبر"],
        ["Lien", "MÉDIA", "Date de publication", "Titre"],
        [" Source URL", "Publisher", "published_on", "Headline "],
    ],
)
@pytest.mark.parametrize("kind", ["csv", "tsv", "xlsx"])
def test_heads_in_three_languages(tmp_path: Path, heads: list[str], kind: str) -> None:
    rows = [heads, [f"{URL}1", "سبأ", "2024-03-10", "هجوم"], [f"{URL}2", "", "", ""]]
    path = tmp_path / f"links.{kind}"
    if kind == "xlsx":
        book(path, rows)
    else:
        mark = "\t" if kind == "tsv" else ","
        write(path, "\r\n".join(mark.join(row) for row in rows))
    came = Came(path, outlet="المسار")
    assert came.problems == []
    assert came.addresses == [
        Address(f"{URL}1", f"links.{kind}:2", "سبأ", date(2024, 3, 10), "هجوم"),
        Address(f"{URL}2", f"links.{kind}:3", "المسار"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1256", "utf-16"])
@pytest.mark.parametrize("start", ["", "sep=;\r\n", "\r\n\r\n"])
def test_csv_as_spreadsheets_write_it(tmp_path: Path, encoding: str, start: str) -> None:
    text = f'{start}الرابط;العنوان\r\n{URL}1;"قتيلان; وجريح\r\nفي أبين"\r\n'
    (address,) = Came(write(tmp_path / "a.csv", text.encode(encoding))).addresses
    assert (address.url, address.title) == (f"{URL}1", "قتيلان; وجريح في أبين")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-10", date(2024, 3, 10)), ("2024-03-10T08:00:00Z", date(2024, 3, 10)),
        ("2024/3/10", date(2024, 3, 10)), ("25.3.2024", date(2024, 3, 25)),
        ("3/25/2024", date(2024, 3, 25)), ("٢٥/٣/٢٠٢٤", date(2024, 3, 25)),
        ("4/4/2024", date(2024, 4, 4)), ("", None),
        (datetime(2024, 3, 10, 9), date(2024, 3, 10)), (date(2024, 3, 10), date(2024, 3, 10)),
    ],
)  # fmt: skip
def test_days(tmp_path: Path, written: object, day: date | None) -> None:
    (address,) = Came(book(tmp_path / "a.xlsx", [["url", "date"], [URL, written]])).addresses
    assert address.published == day


@pytest.mark.parametrize(
    "written",
    ["3/4/2024", "gestern", "2024-02-31", "45361", "1/2/24", 45361, "9999-12-31", "31/12/9999",
     date(9999, 12, 31), datetime(9999, 12, 31, 9)],
)  # fmt: skip
def test_what_is_no_day_names_its_cell(tmp_path: Path, written: object) -> None:
    rows = [["url", "x", "date"], [f"{URL}1", "", written], [f"{URL}2", "", None]]
    path = book(tmp_path / "a.xlsx", rows)
    came = Came(path, published="2020-01-01")
    assert came.problem.where == f"{path}:2"
    assert "row 2, column «published» (C)" in came.problem.what
    assert [(a.url, a.published) for a in came.addresses] == [(f"{URL}2", date(2020, 1, 1))]


@pytest.mark.parametrize(
    "written", ["www.example.org/1", "ftp://example.org", "خبر", "http://", "https://a b.org", 7]
)
def test_what_is_no_address_names_its_cell(tmp_path: Path, written: object) -> None:
    came = Came(book(tmp_path / "a.xlsx", [["title", "url"], ["x", written], ["y", f"{URL}2"]]))
    assert "row 2, column «url» (B)" in came.problem.what
    assert [a.url for a in came.addresses] == [f"{URL}2"]


def test_a_column_of_texts(tmp_path: Path) -> None:
    rows = [
        ["id", "text", "link", "date", "source"],
        [7, f"{TEXT}\nسطر ثان", f"{URL}1", datetime(2024, 3, 10), "سبأ"],
        [None, "none", None, None, None],
        [None, None, f"{URL}2", None, None],
        [None, None, None, None, "سبأ"],
    ]
    path = book(tmp_path / "a.xlsx", rows)
    came = Came(path)
    (arrival,) = came.arrivals
    report = arrival.report
    assert (report.id, report.url, report.outlet) == ("7", f"{URL}1", "سبأ")
    assert report.text == f"{TEXT}\nسطر ثان"
    assert report.published == date(2024, 3, 10)
    assert (arrival.origin, arrival.raw) == ("a.xlsx:2", None)
    assert [address.url for address in came.addresses] == [f"{URL}2"]
    assert [problem.where for problem in came.problems] == [f"{path}:3", f"{path}:5"]


def test_sheets_are_named_where_there_are_several(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        [["url"], [f"{URL}1"]],
        [],
        [["notes"], ["x"]],
        [["جدول الروابط"], [], ["الرابط"], [f"{URL}2"]],
    )
    came = Came(path)
    assert [a.origin for a in came.addresses] == ["a.xlsx#S1:2", "a.xlsx#S4:4"]
    assert came.problem.where == f"{path}#S3"
    assert "no column" in came.problem.what


def test_an_address_behind_a_cell(tmp_path: Path) -> None:
    made = Workbook()
    for row in (["الرابط", "العنوان"], ["اضغط هنا", "خبر"], ["اضغط", "آخر"]):
        made.active.append(row)
    made.active["A2"].hyperlink = f"{URL}1"
    made.save(tmp_path / "a.xlsx")
    came = Came(tmp_path / "a.xlsx")
    assert [(a.url, a.title) for a in came.addresses] == [(f"{URL}1", "خبر")]
    assert "row 3" in came.problem.what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no rows"), ("\r\n\r\n", "no rows"), ("url,title\r\n", "no rows"),
        ("name,place\r\nx,y\r\n", "no column"), (f"{URL}1\r\n{URL}2\r\n", "no column"),
        (f'url,title\n"{URL}1,x\n{URL}2,y\n', "row 2 on"),
    ],
)  # fmt: skip
def test_bad_tables(tmp_path: Path, text: str, what: str) -> None:
    assert what in Came(write(tmp_path / "a.csv", text)).problem.what


def test_empty_workbooks(tmp_path: Path) -> None:
    assert "no rows" in Came(book(tmp_path / "a.xlsx", [], [])).problem.what
    assert "no rows" in Came(book(tmp_path / "b.xlsx", [["url"]])).problem.what


def edited(path: Path, part: str, old: str, new: str) -> Path:
    """The workbook with something replaced in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w", 8) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    return write(path, out.getvalue())


def test_bombs(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [["url"], [URL]])
    sheet = "xl/worksheets/sheet1.xml"
    edited(path, sheet, "<sheetData>", "<sheetData>" + " " * 200_000_000)
    assert path.stat().st_size < 1_000_000
    assert "unpacks to" in Came(path).problem.what


def test_a_sheet_that_lies_about_its_size(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [["url"], [URL]])
    sheet = "xl/worksheets/sheet1.xml"
    edited(path, sheet, 'ref="A1:A2"', 'ref="A1:XFD1048576"')
    edited(path, sheet, '<row r="2"', '<row r="999999999"')
    edited(path, sheet, 'r="A2"', 'r="A999999999"')
    assert Came(path).problems


def test_entities_are_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [["url"], [URL]])
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet'
    edited(path, "xl/worksheets/sheet1.xml", "<worksheet", bomb)
    assert "cannot be read" in Came(path).problem.what


def test_read_gives_one_problem_for_a_table_of_addresses(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f"url\n{URL}1\n{URL}2\nx\n")
    addresses, cell = [item for item in open_sources([str(path)]) if isinstance(item, Problem)]
    assert "does not fetch" in addresses.what and "riwaya add" in addresses.remedy
    assert addresses.where == str(path)
    assert cell.where == f"{path}:4"


def test_the_table_of_heads_is_well_formed() -> None:
    rows = load().rows("column_names")
    known = {"url", "text", "html", "outlet", "published", "title", "id"}
    assert {row["column"] for row in rows} == known
    forms = [form for row in rows for form in row["forms"].split("|")]
    assert len(forms) == len(set(forms)) and all(forms)
