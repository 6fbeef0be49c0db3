"""A reading made by hand, with every kind of statement, for the tests of the views."""

from datetime import date

from riwaya.model import (
    Entity,
    Figure,
    Link,
    Mention,
    PlaceReference,
    Reading,
    Report,
    Role,
    Span,
    Statement,
    TimeValue,
)

TEXT = "نفى الجيش أمس مقتل نحو 45 مدنياً في حيان. وهم يسيطرون عليها سابقاً."


def span(words: str) -> Span:
    """The first stretch of TEXT with these words."""
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def mention(id: str, kind: str, words: str, **more: object) -> Mention:
    """A mention of those words of TEXT."""
    at = span(words)
    fields: dict[str, object] = {"form": "name", **more}
    return Mention(id, kind, start=at.start, end=at.end, text=words, **fields)  # type: ignore[arg-type]


KILLING = Statement(
    "s1",
    "event",
    "killing",
    evidence=(span("نفى الجيش أمس مقتل نحو 45 مدنياً في حيان."),),
    trigger=span("مقتل"),
    happening="h1",
    roles=(Role("agent", "m5"), Role("target", "m2"), Role("place", "m3")),
    time=TimeValue("2023-05-15", date(2023, 5, 15), date(2023, 5, 15), "m4"),
    figures=(
        Figure("killed", 45, 45, True, id="f1", counted="m2"),
        Figure("killed", 20, None, part_of="f1"),
    ),
    polarity="negative",
    negates="agent",
    attribution=(Link("deny", "m1", span("نفى")),),
    rules=("verbal-noun",),
)
CONTROL = Statement(
    "s2",
    "relation",
    "controls",
    evidence=(span("وهم يسيطرون عليها سابقاً."),),
    roles=(Role("subject", "m5"), Role("object", "m3")),
    former=True,
)
SAME = Statement(
    "s3",
    "identity",
    "same_as",
    evidence=(span("وهم"),),
    roles=(Role("subject", "m1"), Role("object", "m5")),
)
CAUSE = Statement(
    "s4",
    "cause",
    "because_of",
    evidence=(span("وهم"),),
    roles=(Role("effect", statement="s1"), Role("cause", statement="s1")),
)
READING = Reading(
    Report(TEXT, "made", date(2023, 5, 16), "شبكة", "https://example.org/1", "عنوان"),
    "riwaya",
    "0.1.0",
    mentions=(
        mention("m1", "group", "الجيش", entity="e1"),
        mention("m2", "group", "مدنياً", form="nominal", entity="e2"),
        mention(
            "m3",
            "place",
            "حيان",
            entity="e3",
            place=PlaceReference("exact", "gn-1", "SY", "حلب", 36.3, -37.0),
        ),
        mention("m4", "time", "أمس", form="nominal"),
        mention("m5", "group", "هم", form="pronoun", entity="e1"),
    ),
    entities=(
        Entity("e1", "group", "الجيش", ("الجيش",)),
        Entity("e2", "group", "مدنياً"),
        Entity("e3", "place", "حيان"),
    ),
    statements=(KILLING, CONTROL, SAME, CAUSE),
)
