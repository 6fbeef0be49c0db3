"""Invented reports whose places are known to a point, to its surroundings, or to an area alone."""

from __future__ import annotations

from pathlib import Path

import told_ledger

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.workers import read_all

REPORTS = {
    "exact": "قُتل ثلاثة مدنيين بقصف مدفعي على بلدة حيان يوم 3 أيار 2023.",
    "near": "قُتل أربعة مدنيين بانفجار لغم قرب مدينة الباب يوم 9 حزيران 2023.",
    "district": "اعتقلت قوات النظام خمسة شبان في ناحية جاسم يوم 5 تشرين الأول 2022.",
    "governorate": "قُتل سبعة مدنيين بقصف جوي في محافظة الرقة يوم 11 آذار 2022.",
    "country": "قُتل تسعة مدنيين بقصف جوي في ليبيا يوم 20 كانون الثاني 2021.",
}  # fmt: skip
"""By how precisely each names its place."""


def make_ledger(folder: Path) -> Path:
    """The ledger of REPORTS in a folder; each report's name is the precision of its place."""
    path = folder / "rough.ledger"
    told = [
        {"id": id, "outlet": "إذاعة البيدر", "published": "2023-11-01", "text": text}
        for id, text in REPORTS.items()
    ]
    source = told_ledger.write_reports(folder / "rough.jsonl", *told)
    with Ledger(path, create=True) as ledger:
        added = list(ledger.add(open_arrivals([str(source)]), read_all))  # type: ignore[arg-type]
        found = {x.incident.where.precision for x in ledger.incidents() if x.incident.where}
    assert len(added) == len(REPORTS)
    assert found == REPORTS.keys()
    return path
