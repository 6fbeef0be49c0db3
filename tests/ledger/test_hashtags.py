"""Names that a report writes as hashtags."""

from __future__ import annotations

from pathlib import Path

from ledger.ledger_helper import told_together

_DAY = "يوم 3 حزيران 2023"


def test_a_hashtag_is_the_name_that_others_write_without_it(tmp_path: Path) -> None:
    """«#كتيبة_كذا» was another group than «كتيبة كذا», in a town called «بلدة #نوى»."""
    found = told_together(
        tmp_path,
        f"اغتالت #كتيبة_أنصار_حوران خالد المحمد في بلدة #نوى بريف #درعا {_DAY}.",
        f"اغتالت كتيبة أنصار حوران خالد المحمد في بلدة نوى بريف درعا {_DAY}.",
    )
    assert set(found.agents) == {"كتيبة أنصار حوران"}
    assert found.where.name == "بلدة نوى"
