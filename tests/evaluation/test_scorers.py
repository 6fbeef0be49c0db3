"""What the scorers print becomes one flat dict of figures."""

import scorers


def test_the_share_of_difficult_sentences_is_what_is_not_easy() -> None:
    found = {"R": 0.9, "F1": 0.5}
    table = {
        "assault": {
            "detection": {
                "vs easy no": {**found, "FP": 10, "neg": 100},
                "vs easy+difficult no": {**found, "FP": 25, "neg": 120},
            },
            "spans": {
                "all with spans": {role: {"F1": 0.5} for role in ("agent", "target", "trigger")}
            },
        }
    }
    figures = scorers.from_gsr("gsr", table)
    assert figures["gsr.assault.difficult_actual.rate"] == 0.75
    assert figures["gsr.assault.recall"] == 0.9
