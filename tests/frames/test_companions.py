"""Those who suffered a deed with its victim."""

from __future__ import annotations

import pytest
from tests.told import one


@pytest.mark.parametrize(
    ("text", "kind", "who", "count"),
    [
        ("قُتل القيادي أبو عمر مع اثنين من مرافقيه في غارة على إدلب.", "killing",
         ["أبو عمر", "اثنين من مرافقيه"], ("killed", 2, 2)),
        ("استشهد الصحفي أحمد حسن برفقة ثلاثة من زملائه بقصف على غزة.", "killing",
         ["أحمد حسن", "ثلاثة من زملائه"], ("killed", 3, 3)),
        ("اعتقلت القوات الناشط سالم الحمد ومعه أربعة من أقاربه في نوى.", "arrest",
         ["سالم الحمد", "أربعة من أقاربه"], ("arrested", 4, 4)),
    ],
)  # fmt: skip
def test_who_was_with_the_victim_is_counted(
    text: str, kind: str, who: list[str], count: tuple[str, int, int]
) -> None:
    event = one(text, kind)
    assert event.who("target") == who
    assert event.counts == [count]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل أحمد العلي في اشتباكات مع ثلاثة من عناصر الجيش في درعا.",
        "قُتل أحمد العلي مع تصاعد المواجهات في درعا.",
        "قُتل أحمد العلي في درعا، حيث التقى الوفد مع ثلاثة من شيوخها.",
    ],
)
def test_with_behind_another_deed_or_without_a_number_counts_nobody(text: str) -> None:
    assert one(text, "killing").who("target") == ["أحمد العلي"]
