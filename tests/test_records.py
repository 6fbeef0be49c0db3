"""The record of a reading against the contract."""

import json
from pathlib import Path

import jsonschema
import pytest
from made_reading import READING, TEXT

import riwaya
from riwaya.lexicons import SHIPPED, read_table
from riwaya.records import from_record, record, schema
from riwaya.views.jsonl import line

CONTRACT = Path(__file__).parents[2] / "shared" / "contract"
needs_contract = pytest.mark.skipif(not CONTRACT.is_dir(), reason="../shared is not here")


def validator() -> jsonschema.Draft202012Validator:
    checked = jsonschema.Draft202012Validator
    return checked(schema(), format_checker=checked.FORMAT_CHECKER)


def test_a_reading_with_everything_keeps_to_the_schema() -> None:
    validator().validate(record(READING, with_text=True))


def test_a_real_reading_keeps_to_the_schema_and_its_spans_to_the_text() -> None:
    text = "قُتل مدنيان وأصيب ثالث بقصف على بلدة حيان أمس، بحسب الدفاع المدني."
    made = record(riwaya.read(text), with_text=True)
    validator().validate(made)
    assert made["statements"], "a plain report of a killing gives statements"
    for mention in made["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    for statement in made["statements"]:
        for span in [statement["trigger"], *statement["evidence"]]:
            assert text[span["start"] : span["end"]] == span["text"]


def test_the_record_says_what_the_reading_says() -> None:
    made = record(READING)
    killing = made["statements"][0]
    assert made["document"]["published"] == "2023-05-16"
    assert made["reader"] == {"name": "riwaya", "version": "0.1.0"}
    assert killing["roles"][0] == {"role": "agent", "mention": "m5"}
    assert killing["time"] == {
        "mention": "m4",
        "edtf": "2023-05-15",
        "earliest": "2023-05-15",
        "latest": "2023-05-15",
    }
    assert killing["figures"][1]["high"] is None
    assert killing["attribution"][0]["act"] == "deny"
    assert made["statements"][1]["former"] is True
    assert made["statements"][3]["roles"][0] == {"role": "effect", "statement": "s1"}


def test_the_text_is_given_only_where_asked_for() -> None:
    assert "text" not in record(READING)["document"]
    assert record(READING, with_text=True)["document"]["text"] == TEXT


def test_a_line_is_one_line_and_reads_back() -> None:
    made = line(READING)
    assert made.endswith("\n")
    assert len(made.splitlines()) == 1
    assert json.loads(made) == record(READING)
    assert "الجيش" in made


def test_a_record_reads_back_to_the_same_reading() -> None:
    text = (Path(__file__).parents[1] / "examples" / "demo.txt").read_text(encoding="utf-8")
    for reading in (READING, riwaya.read(text, outlet="شبكة محلية")):
        written = json.loads(json.dumps(record(reading)))
        assert from_record(written, reading.report.text) == reading


@needs_contract
def test_the_schema_is_that_of_the_contract() -> None:
    shared = json.loads((CONTRACT / "reading.schema.json").read_text(encoding="utf-8"))
    assert schema() == shared


@needs_contract
@pytest.mark.parametrize("table", ["event_types", "relation_types"])
def test_the_vocabulary_is_that_of_the_contract(table: str) -> None:
    assert read_table(SHIPPED / f"{table}.tsv") == read_table(CONTRACT / f"{table}.tsv")
