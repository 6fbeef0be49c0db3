"""Real pages in a real browser: `riwaya serve` in a process of its own, and chromium."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browsing import browsing, chromium, has_scripts, served
from playwright.sync_api import Browser
from views.web import rough_places
from views.web.browser.visiting import Visitor, lacking

from riwaya.ledger import Ledger
from riwaya.views.web.reader.settings import ReaderSettings
from riwaya.views.web.reader.work import reads_all, work

PASSWORD = "سبعة أنهار وقمر"
ADMIN, CODER, READER = "سلمى", "رنا", "نادر"
TEAM = ((ADMIN, "admin"), (CODER, "coder"), (READER, "reader"))
JOB = "known.jsonl"


@pytest.fixture(scope="session", autouse=True)
def _able() -> None:
    """Skips where there is no browser or no scripts; in CI both have to be there."""
    if chromium() is None:
        lacking("no chromium was found: install it, or name one by RIWAYA_CHROMIUM")
    if not has_scripts():
        lacking("the scripts were not built: run python hatch_build.py")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser; it ends with the module, for its loop must not run while other tests do."""
    with browsing() as made:
        yield made


@pytest.fixture(scope="session")
def demo(jasim: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a workspace on the demo's ledger, which no test changes; it read one job."""
    copy = Path(shutil.copy(jasim, tmp_path_factory.mktemp("demo") / "demo.ledger"))
    _read_job(copy)
    with served(copy, "--by", ADMIN) as base:
        yield base


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serves a ledger, with options; gives the address. It ends after the pages of `visit`."""
    with ExitStack() as stack:
        yield lambda location, *options: stack.enter_context(served(location, *options))


@pytest.fixture
def own_demo(jasim: Path, tmp_path: Path, serve: Callable[..., str]) -> str:
    """The address of a workspace on a copy of the demo's ledger that the test may change."""
    return serve(shutil.copy(jasim, tmp_path / "own.ledger"), "--by", ADMIN)


@pytest.fixture(scope="module")
def team(jasim: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a team's workspace on the demo's ledger; those of TEAM have accounts.

    One a module: what is decided in it leaves the queue of who decided.
    """
    copy = shutil.copy(jasim, tmp_path_factory.mktemp("team") / "team.ledger")
    with Ledger(copy) as ledger:
        for name, role in TEAM:
            ledger.team.add(name, PASSWORD, role, by=ADMIN)
    with served(copy, "--team") as base:
        yield base


@pytest.fixture(scope="session")
def rough(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a workspace on incidents that lie somewhere in an area."""
    with served(rough_places.make_ledger(tmp_path_factory.mktemp("rough"))) as base:
        yield base


@pytest.fixture
def visit(browser: Browser, serve: Callable[..., str]) -> Iterator[Callable[[str], Visitor]]:
    """Gives a visitor of a workspace; at the end nothing may have gone wrong in its pages.

    It needs `serve` only to close its pages before what they load from ends.
    """
    made: list[Visitor] = []

    def of(base: str) -> Visitor:
        made.append(Visitor(browser, base))
        return made[-1]

    yield of
    complaints = [c for visitor in made for c in visitor.close()]
    assert complaints == []


def _read_job(path: Path) -> None:
    """Reads a file with a report that the ledger has and a line that is broken."""
    with Ledger(path) as ledger:
        known = ledger.report("jasim-01").reading.report
        told = {"id": known.id, "outlet": known.outlet, "text": known.text}
        body = f"{json.dumps(told, ensure_ascii=False)}\n{{broken\n"
        ledger.jobs.put("file", body.encode(), account=ADMIN, name=JOB)
        job = ledger.jobs.take()
        assert job is not None
        settings = ReaderSettings(str(path), fetches=False)
        assert work(settings, job, reads_all(settings), lambda: False)
        done = ledger.jobs.one(job.id)
        assert (done.state, done.new, done.known, len(done.problems)) == ("done", 0, 1, 1), done
