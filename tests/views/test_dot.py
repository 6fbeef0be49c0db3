"""The graph: what is drawn, how it is drawn, and that Graphviz takes it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reading import CAUSE, CONTROL, KILLING, READING, SAME

import riwaya
from riwaya.model import Entity, Link, Reading, Span, Statement
from riwaya.views.dot import graph
from riwaya.views.visible import one_line

_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
EVIL = 'لواء "الفتح"\\ {a} -> b; <c> \\N'
needs_dot = pytest.mark.skipif(
    shutil.which("dot") is None, reason="Graphviz's dot is not installed"
)


def _lines(*statements: Statement, reading: Reading = READING) -> list[str]:
    made = graph(replace(reading, statements=statements))
    assert made.startswith('digraph "')
    assert made.endswith("\n}\n")
    return made.splitlines()[3:-1]


def _edge(statement: Statement) -> str:
    """The line of the only relation or cause that is drawn."""
    label = {"relation": "controls", "cause": "leads to"}[statement.kind]
    (line,) = [x for x in _lines(KILLING, statement) if f'label="{label}' in x]
    return line


def test_actors_are_boxes_with_their_names_and_deeds_ellipses() -> None:
    named = Entity("e1", "group", "الجيش", ("الجيش", "قوات الحكومة"))
    lines = _lines(KILLING, CAUSE, reading=replace(READING, entities=(named,)))
    assert '  "e1" [label="الجيش\\nقوات الحكومة", shape=box];' in lines
    assert any(x.startswith('  "s1" [label="killing «مقتل»", shape=ellipse') for x in lines)


def test_a_deed_in_a_cause_has_its_doer_and_target_and_the_words_it_rests_on() -> None:
    lines = _lines(KILLING, CAUSE)
    assert any(x.startswith('  "e1" -> "s1" [label="agent"') for x in lines)
    assert any(x.startswith('  "s1" -> "e2" [label="target"') for x in lines)
    assert all('tooltip="' in x for x in lines if " -> " in x)
    assert 'tooltip="وهم"' in _edge(CAUSE)


def test_what_no_relation_or_cause_touches_is_not_drawn() -> None:
    assert _lines(KILLING, SAME) == []
    assert not any('"s1"' in x or '"e2"' in x for x in _lines(KILLING, CONTROL))


def test_who_says_a_relation_stands_on_its_edge() -> None:
    said = replace(CONTROL, attribution=(Link("say", "m1"),))
    assert 'label="controls (once)\\nالجيش (say)"' in _edge(said)
    assert 'label="controls (once)"' in _edge(CONTROL)


@pytest.mark.parametrize("statement", [CONTROL, CAUSE])
def test_denied_and_not_actual_edges_are_dashed(statement: Statement) -> None:
    assert "style" not in _edge(statement)
    assert _edge(replace(statement, polarity="negative")).endswith(", style=dashed, color=red];")
    for realis in ("intended", "threatened", "demanded", "possible", "hypothetical", "generic"):
        assert _edge(replace(statement, realis=realis)).endswith(", style=dashed];")


@given(st.text())
def test_any_words_stay_inside_their_string(words: str) -> None:
    evil = replace(CONTROL, evidence=(Span(0, len(words), words),))
    report = replace(READING.report, id=words)
    made = graph(replace(READING, report=report, statements=(evil,)))
    (tooltip,) = re.findall(r'tooltip=("(?:[^"\\\n]|\\.)*")', made)
    shown = tooltip[1:-1].replace('\\"', '"').replace("\\\\", "\\").removesuffix("…")
    assert one_line(words.replace("\n", " ")).startswith(shown.split("\\n")[0][:300])
    assert '"' not in _STRING.sub("", made)
    assert made.count("\n") == graph(replace(READING, statements=(CONTROL,))).count("\n")


def test_a_long_name_is_cut() -> None:
    long = Entity("e1", "group", "ل" * 200)
    lines = _lines(CONTROL, reading=replace(READING, entities=(long,)))
    assert f'  "e1" [label="{"ل" * 80}…", shape=box];' in lines


@needs_dot
@pytest.mark.parametrize("name", [EVIL, "سطر\nآخر", "\\", '"', "", "<b>غليظ</b>", "\u202eقلب"])
def test_graphviz_draws_names_of_any_marks(name: str) -> None:
    named = Entity("e1", "group", name)
    texts = _drawn(graph(replace(READING, entities=(named,), statements=(KILLING, CAUSE))))
    assert {one_line(x) for x in name.split("\n")} - {""} <= texts


@needs_dot
def test_graphviz_draws_a_report() -> None:
    text = (
        'قصف الجيش "الوطني" السوق، ما أدى إلى مقتل العميد ماهر الجبوري، قائد كتيبة "رعد الجنوب".'
        "\n\nونفت وزارة الدفاع مسؤوليتها عن القصف."
    )
    made = graph(riwaya.read(text))
    texts = _drawn(made)
    assert {"leader of", "leads to", "agent", "target", "ماهر الجبوري"} <= texts


def _drawn(made: str) -> set[str]:
    """The texts of the picture that Graphviz makes of a graph."""
    done = subprocess.run(
        ["dot", "-Tsvg"], input=made.encode(), capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()
    root = ElementTree.fromstring(done.stdout)
    return {"".join(x.itertext()).strip() for x in root.iter("{http://www.w3.org/2000/svg}text")}
