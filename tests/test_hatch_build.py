"""The build hook: when it builds, what it says where it cannot."""

from __future__ import annotations

from pathlib import Path

import hatch_build
import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one frontend source and nothing built."""
    (tmp_path / hatch_build.SOURCES).mkdir()
    (tmp_path / hatch_build.SOURCES / "package.json").write_text("{}", "utf-8")
    (tmp_path / hatch_build.BUILT).mkdir(parents=True)
    return tmp_path


@pytest.fixture
def npm(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A command named npm that notes what it is asked; alone on the PATH."""
    folder = root / "bin"
    folder.mkdir()
    command = folder / "npm"
    command.write_text('#!/bin/sh\necho "$@" >> "$0.log"\n', "utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return command


def stamp(root: Path) -> None:
    """Writes the stamp of a build of the sources as they are."""
    made = hatch_build.digest(root / hatch_build.SOURCES)
    (root / hatch_build.BUILT / hatch_build.STAMP).write_text(made + "\n", "ascii")


def asked(npm: Path) -> list[str]:
    """What npm was asked so far."""
    log = npm.with_name("npm.log")
    return log.read_text("utf-8").splitlines() if log.exists() else []


def test_builds_when_nothing_is_built_and_stamps_it(root: Path, npm: Path) -> None:
    hatch_build.ensure_built(root, pytest.fail)
    assert asked(npm) == ["ci", "run build"]
    assert hatch_build.is_current(root)


def test_what_is_current_is_left_alone(root: Path, npm: Path) -> None:
    stamp(root)
    hatch_build.ensure_built(root, pytest.fail)
    assert asked(npm) == []


@pytest.mark.parametrize("name", ["package.json", "src/base.ts", ".npmrc"])
def test_a_changed_or_new_source_is_built_again(root: Path, npm: Path, name: str) -> None:
    stamp(root)
    source = root / hatch_build.SOURCES / name
    source.parent.mkdir(exist_ok=True)
    source.write_text('{"a": 1}', "utf-8")
    hatch_build.ensure_built(root, pytest.fail)
    assert asked(npm) == ["ci", "run build"]


def test_fetched_packages_are_no_sources(root: Path, npm: Path) -> None:
    stamp(root)
    fetched = root / hatch_build.SOURCES / "node_modules" / "one"
    fetched.mkdir(parents=True)
    (fetched / "index.js").write_text("1", "utf-8")
    hatch_build.ensure_built(root, pytest.fail)
    assert asked(npm) == []


def test_line_ends_of_a_checkout_make_no_difference(root: Path) -> None:
    source = root / hatch_build.SOURCES / "base.ts"
    source.write_bytes(b"a\nb\n")
    before = hatch_build.digest(source.parent)
    source.write_bytes(b"a\r\nb\r\n")
    assert hatch_build.digest(source.parent) == before


def test_without_npm_it_warns_and_goes_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv(hatch_build.NEEDED, raising=False)
    said: list[str] = []
    hatch_build.ensure_built(root, said.append)
    assert len(said) == 1 and "npm was not found" in said[0]
    assert not hatch_build.is_current(root)


def test_a_failing_npm_is_told_by_its_first_line(
    root: Path, npm: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(hatch_build.NEEDED, raising=False)
    npm.write_text("#!/bin/sh\necho 'no space left' >&2\nexit 3\n", "utf-8")
    said: list[str] = []
    hatch_build.ensure_built(root, said.append)
    assert len(said) == 1 and "npm ci failed: no space left" in said[0]
    assert not hatch_build.is_current(root)


def test_where_the_frontend_is_needed_it_fails(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv(hatch_build.NEEDED, "1")
    with pytest.raises(hatch_build.FrontendError, match="npm was not found"):
        hatch_build.ensure_built(root, pytest.fail)


def test_a_project_without_frontend_sources_needs_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv(hatch_build.NEEDED, "1")
    hatch_build.ensure_built(tmp_path, pytest.fail)


def test_the_lock_file_names_no_host_and_pins_every_package() -> None:
    lock = (ROOT / hatch_build.SOURCES / "package-lock.json").read_text("utf-8")
    assert "://" not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')
