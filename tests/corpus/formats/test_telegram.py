"""Exported channels: messages with Arabic in them come out, whatever breaks is told."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from arrivals import TEXT, Came, write
from hypothesis import given
from hypothesis import strategies as st

from riwaya.corpus.formats.telegram import plain_text


def message(number: int, text: object = TEXT, **more: Any) -> dict[str, Any]:
    return {
        "id": number, "type": "message", "date": "2024-03-10T23:59:00",
        "date_unixtime": "1710115140", "from": "مرصد", "text": text, **more,
    }  # fmt: skip


def export(*messages: object, **more: Any) -> dict[str, Any]:
    head = {"name": "مرصد الوادي", "type": "public_channel", "id": 1402}
    return head | more | {"messages": list(messages)}


def result(folder: Path, made: object, indent: int | None = 1) -> Path:
    return write(folder / "result.json", json.dumps(made, ensure_ascii=False, indent=indent))


def test_messages(tmp_path: Path) -> None:
    parts = ["عاجل | ", {"type": "bold", "text": TEXT}, "\n", {"type": "hashtag", "text": "#أبين"}]
    path = result(
        tmp_path,
        export(
            {"id": 1, "type": "service", "action": "create_channel", "text": ""},
            message(2, parts),
            message(3, f"{TEXT} 3", forwarded_from="قناة أخرى", photo="photos/1.jpg"),
            message(4, "", photo="photos/2.jpg"),
            message(5, "Breaking"),
        ),
    )
    came = Came(path, outlet="غيره", published="2020-01-01")
    first, second = came.arrivals
    assert came.problems == []
    assert came.skipped.total() == 3
    assert first.report.text == f"عاجل | {TEXT}\n#أبين"
    assert (first.report.id, first.origin) == ("1402-2", "result.json#2")
    assert (first.report.outlet, first.report.url) == ("مرصد الوادي", None)
    assert first.report.published == date(2024, 3, 10)
    assert json.loads(first.raw or b"")["text"] == parts
    assert first.media_type == "application/json"
    assert second.report.outlet == "مرصد الوادي"


def test_the_address_where_the_channel_is_known(tmp_path: Path) -> None:
    (arrival,) = Came(result(tmp_path, export(message(7), username="wadi_watch"))).arrivals
    assert arrival.report.url == "https://t.me/wadi_watch/7"
    (arrival,) = Came(result(tmp_path, export(message(7), username="../x y"))).arrivals
    assert arrival.report.url is None


def test_what_the_export_does_not_say_is_taken_as_given(tmp_path: Path) -> None:
    made = export(message(7, date=None), name=None, id=None)
    (arrival,) = Came(result(tmp_path, made), outlet="سبأ", published="2024-05-01").arrivals
    assert (arrival.report.outlet, arrival.report.published) == ("سبأ", date(2024, 5, 1))
    assert arrival.report.id == "result-7"


@pytest.mark.parametrize("indent", [None, 1])
def test_cut_off_anywhere(tmp_path: Path, indent: int | None) -> None:
    whole = export(*(message(n, f"{TEXT} {n}") for n in range(1, 4)))
    raw = result(tmp_path, whole, indent).read_bytes()
    for size in range(0, len(raw) - 3, 5):
        came = Came(write(tmp_path / "result.json", raw[:size]))
        assert came.texts == [f"{TEXT} {n}" for n in range(1, len(came.arrivals) + 1)]
        assert came.problem.where.endswith("result.json")
    assert len(came.arrivals) >= 2


def test_broken_inside(tmp_path: Path) -> None:
    raw = result(tmp_path, export(*(message(n) for n in range(900)))).read_text()
    at = raw.index('"id": 600')
    came = Came(write(tmp_path / "result.json", raw[:at] + "%%" + raw[at:]))
    assert len(came.arrivals) == 600
    assert "after message 600" in came.problem.what


@pytest.mark.parametrize(
    "content",
    ["", "[]", "[1, 2]", "{}", "7", '{"a": 1}', '{"messages": 5}', "{broken", "[" * 90_000,
     '{"a":' * 90_000, '{"messages": []}', '{"messages": [1, "x", null]}', f'{{"text": "{TEXT}"}}'],
)  # fmt: skip
def test_other_json(tmp_path: Path, content: str) -> None:
    came = Came(write(tmp_path / "a.json", content))
    assert came.arrivals == []
    assert "Telegram" in came.problem.remedy


def test_a_message_with_a_bad_date_does_not_stop_the_others(tmp_path: Path) -> None:
    came = Came(result(tmp_path, export(message(1, date="gestern"), message(2))))
    assert came.problem.where.endswith("result.json#1")
    assert [a.report.id for a in came.arrivals] == ["1402-2"]


words = st.text("قتل في حلب\n#ab1😀", max_size=20)
pieces = st.lists(
    st.one_of(words, st.fixed_dictionaries({"type": st.just("bold"), "text": words})), max_size=8
)


@given(pieces)
def test_entities_join_to_the_plain_text(parts: list[Any]) -> None:
    wanted = "".join(part if isinstance(part, str) else part["text"] for part in parts)
    assert plain_text(parts) == wanted == plain_text(wanted)


@given(st.lists(st.one_of(st.none(), st.integers(), st.lists(st.text()), st.text()), max_size=5))
def test_odd_parts_of_a_text_are_left_out(parts: list[Any]) -> None:
    assert plain_text(parts) == "".join(part for part in parts if isinstance(part, str))
