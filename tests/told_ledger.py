"""A small ledger of invented reports: a shelling that two outlets part over, and a killing."""

from __future__ import annotations

import json
from pathlib import Path

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.workers import read_all

HAYAN, HAYAN_2, JASIM = "hayan-1", "hayan-2", "jasim-1"
REPORTS = (
    {
        "id": HAYAN, "outlet": "شبكة وادي السماق", "url": "https://samaq.example/1",
        "published": "2023-05-17", "title": "قتلى بقصف على حيان", "retold": True,
        "text": "قُتل أربعة مدنيين وأصيب ستة آخرون بقصف مدفعي لقوات النظام على بلدة حيان بريف "
        "حلب الشمالي يوم الثلاثاء 16 أيار 2023.",
    },
    {
        "id": HAYAN_2, "outlet": "إذاعة البيدر", "url": "https://baydar.example/7",
        "published": "2023-05-17",
        "text": "أعلن الدفاع المدني مقتل خمسة مدنيين بقصف مدفعي لقوات النظام على بلدة حيان في "
        "16 أيار 2023. ونفت وزارة الدفاع السورية أن تكون قوات النظام قد قصفت البلدة.",
    },
    {
        "id": JASIM, "outlet": "إذاعة البيدر", "url": "https://baydar.example/9",
        "published": "2023-06-03",
        "text": "اغتال مسلحون مجهولون القيادي سامر الخطيب، المعروف باسم أبو رعد، بإطلاق النار "
        "عليه في مدينة جاسم يوم 2 حزيران 2023.",
    },
)  # fmt: skip


def write_reports(path: Path, *reports: dict[str, object]) -> Path:
    """JSON lines of some reports, of all of them without any."""
    lines = (json.dumps(r, ensure_ascii=False) for r in reports or REPORTS)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def make_ledger(folder: Path) -> Path:
    """The ledger of REPORTS in a folder."""
    path = folder / "told.ledger"
    source = write_reports(folder / "reports.jsonl")
    with Ledger(path, create=True) as ledger:
        added = list(ledger.add(open_arrivals([str(source)]), read_all))  # type: ignore[arg-type]
    assert len(added) == len(REPORTS)
    return path
