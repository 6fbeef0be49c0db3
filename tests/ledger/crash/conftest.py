"""Thirty invented reports with what the real reader makes of them, and processes that add them."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from ledger.crash.contents import Contents, contents
from ledger.crash.driver import arrivals, outcomes
from ledger.crash.runs import Driver, driver

from riwaya.ledger import Ledger
from riwaya.model import Arrival
from riwaya.workers.pool import Options, pipeline_reader

FEW = 15
_OUTLETS = ("شبكة الوادي", "راديو السهل", "وكالة المرصد")
_HAPPENINGS = (
    ("قتل {n} مدنيين في قصف مدفعي لقوات النظام على مدينة جاسم يوم الاثنين.", "2023-05-16"),
    ("أعلن الجيش مقتل القيادي أبو حمزة في مدينة نوى، ويعرف أيضاً باسم خالد العلي.", "2023-06-02"),
    ("نفت وزارة الدفاع أن يكون الجيش قد قصف بلدة تسيل، وأصيب {n} أشخاص.", "2023-06-20"),
    ("انفجرت سيارة مفخخة في مدينة عفرين أمس، ما أدى إلى مقتل {n} أشخاص.", "2023-07-11"),
    ("اعتقلت قوات الأمن {n} شبان في مدينة الحراك يوم الخميس.", "2023-08-04"),
    ("استهدفت طائرة مسيرة سيارة في مدينة الباب وقتلت {n} مقاتلين.", "2023-09-01"),
    ("خطف مسلحون مجهولون طبيباً في مدينة طفس مساء الجمعة.", "2023-09-16"),
    ("قتل قائد مجموعة محلية برصاص مجهولين في بلدة اليادودة، وأصيب {n} من مرافقيه.", "2023-10-03"),
    ("سيطرت قوات سوريا الديمقراطية على بلدة ذيبان بعد اشتباكات قتل فيها {n} مسلحين.", "2023-10-21"),
    ("قصفت طائرات روسية أطراف مدينة إدلب، وقتلت {n} أشخاص.", "2023-11-05"),
)
_WHILES = ("ساعة", "ساعتين", "ساعتين ونصف ساعة")


def _reports() -> Iterator[dict[str, str]]:
    """Each happening by each outlet, the last a near copy; at some addresses two."""
    number = 0
    for at, (words, day) in enumerate(_HAPPENINGS):
        for of, outlet in enumerate(_OUTLETS):
            number += 1
            url = f"https://outlet{of if number % 7 else (of - 1) % 3}.example/{at}"
            told = words.format(n=3 + min(of, 1))
            text = f"{told} وقال شاهد إن الطريق قطع {_WHILES[of]}."
            yield {
                "id": f"r{number:02}", "outlet": outlet, "published": day, "text": text, "url": url
            }  # fmt: skip


@dataclass(frozen=True)
class Reports:
    """A file of reports and the file of their readings."""

    source: Path
    readings: Path
    folder: Path

    def of(self, *numbers: int) -> str:
        """A file of the first reports, or of those from one to before another."""
        first, last = (0, *numbers)[-2:]
        part = self.folder / f"{first}-{last}" / self.source.name
        part.parent.mkdir(exist_ok=True)
        lines = self.source.read_text().splitlines(keepends=True)
        part.write_text("\n" * first + "".join(lines[first:last]))
        return str(part)

    def one_go(self, *numbers: int) -> Contents:
        """What a ledger of these reports holds that was made undisturbed."""
        place = self.folder / f"one-go-{'-'.join(map(str, numbers))}.ledger"
        if not place.exists():
            with Ledger(place, create=True) as ledger:
                list(outcomes(ledger, [self.of(*numbers)], str(self.readings)))
        return contents(str(place))


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """Thirty reports of ten happenings."""
    folder = tmp_path_factory.mktemp("reports")
    made = Reports(folder / "all.jsonl", folder / "readings", folder)
    lines = (json.dumps(r, ensure_ascii=False) + "\n" for r in _reports())
    made.source.write_text("".join(lines))
    read = pipeline_reader(Options())
    came = [a.report for a in arrivals([str(made.source)]) if isinstance(a, Arrival)]
    made.readings.write_bytes(pickle.dumps({report.id: read(report) for report in came}))
    return made


@pytest.fixture(scope="session")
def whole(reports: Reports) -> Contents:
    """What the ledger of all thirty reports holds."""
    found = reports.one_go(30)
    assert len(found["reports"]) == 30
    return found


@pytest.fixture(scope="session")
def few(reports: Reports) -> tuple[str, Contents]:
    """A file of the first reports, and what the ledger of them holds."""
    return reports.of(FEW), reports.one_go(FEW)


@pytest.fixture(scope="session")
def adders(reports: Reports, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """What starts processes that add."""
    with driver(tmp_path_factory.mktemp("runs"), reports.source, reports.readings) as made:
        yield made


@pytest.fixture
def ledger_place(database_url: str) -> str:
    """The place of a ledger of the test's own, on each database in turn."""
    return database_url.removeprefix("sqlite:///")
