"""The example adapter: a spaCy pipeline as a tagger, offered as a package offers it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

spacy = pytest.importorskip("spacy")

ROOT = Path(__file__).parents[2]
ADAPTER = ROOT / "examples" / "spacy_tagger"
TEXT = "قُتل زرقاوين بولادو بقصف على خشمبورة."


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    """A pipeline of rules alone, so that nothing has to be fetched."""
    made = spacy.blank("ar")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PER", "pattern": "زرقاوين بولادو"},
            {"label": "GPE", "pattern": "خشمبورة"},
            {"label": "DATE", "pattern": "بقصف"},
        ]
    )
    made.to_disk(tmp_path / "pipeline")
    return tmp_path / "pipeline"


@pytest.fixture
def environment(tmp_path: Path, pipeline: Path) -> dict[str, str]:
    """An environment in which the adapter is installed: its module, its entry point."""
    installed = tmp_path / "site" / "riwaya_spacy-0.1.0.dist-info"
    installed.mkdir(parents=True)
    (installed / "METADATA").write_text("Name: riwaya-spacy\nVersion: 0.1.0\n", encoding="utf-8")
    (installed / "entry_points.txt").write_text(
        "[riwaya.taggers]\nspacy = riwaya_spacy:tag\n", encoding="utf-8"
    )
    paths = [str(ROOT / "src"), str(ADAPTER), str(installed.parent)]
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(paths), "RIWAYA_SPACY_MODEL": str(pipeline),
        "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip


def _read(environment: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "riwaya", "read", "-", "-f", "jsonl", *options]
    return subprocess.run(
        command, input=TEXT, env=environment, capture_output=True, encoding="utf-8",
        check=False, timeout=300,
    )  # fmt: skip


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_pipelines_names_are_read(environment: dict[str, str], jobs: str) -> None:
    done = _read(environment, "--tagger", "spacy", "--jobs", jobs)
    assert done.returncode == 0, done.stderr
    mentions = {(m["kind"], m["text"]) for m in json.loads(done.stdout)["mentions"]}
    assert {("person", "زرقاوين بولادو"), ("place", "خشمبورة")} <= mentions


def test_without_the_tagger_they_are_not(environment: dict[str, str]) -> None:
    mentions = json.loads(_read(environment).stdout)["mentions"]
    assert "زرقاوين بولادو" not in {m["text"] for m in mentions}


def test_no_pipeline_is_a_problem_of_the_report(environment: dict[str, str]) -> None:
    environment = environment | {"RIWAYA_SPACY_MODEL": ""}
    done = _read(environment, "--tagger", "spacy")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "RIWAYA_SPACY_MODEL is not set" in line


def test_an_unknown_tagger_is_wrong_usage(environment: dict[str, str]) -> None:
    done = _read(environment, "--tagger", "other")
    assert done.returncode == 2
    assert "other: no such tagger. Give one of spacy." in done.stderr


def test_the_package_offers_what_the_test_offers() -> None:
    page = (ADAPTER / "pyproject.toml").read_text(encoding="utf-8")
    assert '[project.entry-points."riwaya.taggers"]\nspacy = "riwaya_spacy:tag"' in page
