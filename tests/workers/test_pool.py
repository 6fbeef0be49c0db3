"""Many reports: order, failures, deaths, memory."""

import os
from collections.abc import Callable, Iterator

import pytest

from riwaya.lexicons import LexiconError
from riwaya.model import Problem, Reading, Report
from riwaya.workers import Options, read_all
from riwaya.workers.pool import AHEAD

BAD = Problem("x.txt:3", "broken", "Mend it")


def make_fake(options: Options) -> Callable[[Report], Reading]:
    """A reader that fails on «fails» and kills its process on «dies»."""

    def read(report: Report) -> Reading:
        if report.text == "fails":
            raise ValueError("in two\nlines")
        if report.text == "dies":
            os._exit(9)
        return Reading(report, "fake", str(len(options.lexicons)))

    return read


def make_none(options: Options) -> Callable[[Report], Reading]:
    raise LexiconError("a.tsv:1: wrong")


def reports(*texts: str) -> list[Report]:
    return [Report(text, f"r{number}") for number, text in enumerate(texts)]


def told(result: Reading | Problem) -> str:
    return result.where if isinstance(result, Problem) else result.report.id


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_is_kept_and_problems_pass_through(jobs: int) -> None:
    items = [*reports(*"abcdefghijklmnopqrstuvwxyz"), BAD, Report("z", "last")]
    results = list(read_all(items, jobs=jobs, make=make_fake))
    assert [told(result) for result in results] == [
        *(f"r{n}" for n in range(26)),
        "x.txt:3",
        "last",
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failure_is_a_problem_of_its_report_alone(jobs: int) -> None:
    results = list(read_all(reports("a", "fails", "b"), jobs=jobs, make=make_fake))
    assert [type(result) for result in results] == [Reading, Problem, Reading]
    assert "ValueError: in two lines" in str(results[1])


def test_a_death_is_a_problem_of_its_report_alone() -> None:
    texts = ["a", "b", "dies", "c", "dies", *"defgh"]
    results = list(read_all(reports(*texts), jobs=2, make=make_fake))
    assert [told(result) for result in results] == [f"r{n}" for n in range(10)]
    dead = [told(result) for result in results if isinstance(result, Problem)]
    assert dead == ["r2", "r4"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_more_is_taken_in_than_is_worked_on(jobs: int) -> None:
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield Report("a", f"r{taken}")

    results = read_all(endless(), jobs=jobs, make=make_fake)
    for _ in range(5):
        next(results)
    assert taken <= 5 + jobs * AHEAD
    results.close()  # type: ignore[attr-defined]


def test_what_cannot_be_made_is_told_at_once() -> None:
    with pytest.raises(LexiconError, match=r"a\.tsv:1"):
        read_all([], jobs=2, make=make_none)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_pipeline_reads_alike_on_one_core_and_on_two(jobs: int) -> None:
    texts = ["قُتل مدني بقصف على بلدة حيان.", "أصيب ثلاثة أشخاص بانفجار لغم في تدمر."]
    results = list(read_all(reports(*texts), jobs=jobs))
    alone = [next(iter(read_all([report]))) for report in reports(*texts)]
    assert results == alone
    assert all(isinstance(result, Reading) and result.statements for result in results)
