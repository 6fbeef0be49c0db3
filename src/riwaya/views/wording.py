"""How a statement's parts are put for people; shared by the text and the table."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.model import Figure, Mention, PlaceReference, Reading, RoleName, Statement

Entities = Mapping[str, str]


class Names:
    """The words for the mentions of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.mentions = reading.mentions_by_id
        self.entities: Entities = {entity.id: entity.name for entity in reading.entities}

    def of(self, mention_id: str | None) -> str | None:
        """A mention's words; a pronoun with the name it stands for: `هم (القوات)`."""
        mention = self.mentions.get(mention_id) if mention_id else None
        if mention is None:
            return None
        name = self.entities.get(mention.entity or "")
        if mention.form == "pronoun" and name and name != mention.text:
            return f"{mention.text} ({name})"
        return mention.text

    def mention(self, mention_id: str | None) -> Mention | None:
        """The mention of that id, where there is one."""
        return self.mentions.get(mention_id) if mention_id else None

    def fillers(self, statement: Statement, role: RoleName) -> list[str]:
        """The words of each filler of a role, in order, each once."""
        found = (self.of(r.mention) for r in statement.roles if r.role == role)
        return list(dict.fromkeys(words for words in found if words))

    def place(self, statement: Statement) -> PlaceReference | None:
        """What is known of where: of the first place with a point, else of the first one."""
        mentions = (self.mention(r.mention) for r in statement.roles if r.role == "place")
        places = [m.place for m in mentions if m and m.place]
        return next((p for p in places if p.latitude is not None), places[0] if places else None)

    def figure(self, figure: Figure) -> str:
        """A figure in words: `about 45 killed (عنصرا), 15 or more of them`."""
        said = f"{amount(figure)} {figure.kind if figure.kind != 'other' else 'affected'}"
        counted = self.of(figure.counted)
        return (
            said
            + (f" ({counted})" if counted else "")
            + (", part of another figure" if figure.part_of else "")
        )

    def sources(self, statement: Statement) -> list[str]:
        """Who says it, outermost first, each with the act: `المرصد (say)`."""
        return [
            f"{self.of(link.source) or 'unnamed'} ({link.act})" for link in statement.attribution
        ]


def on_the_map(place: PlaceReference) -> str:
    """`35.9312, 36.6339 (exact): تل السماق, إدلب, SY`, or `no point; in إدلب, SY`."""
    parts = dict.fromkeys((place.name, place.district, place.admin, place.country))
    known = ", ".join(part for part in parts if part)
    if place.latitude is None or place.longitude is None:
        return f"no point; in {known}" if known else ""
    return f"{place.latitude}, {place.longitude} ({place.precision}): {known}"


def amount(figure: Figure) -> str:
    """`45`, `about 45`, `20 or more`, `up to 5`, `10 to 15`."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        said = "an unknown number"
    elif high is None:
        said = f"{low} or more"
    elif low is None:
        said = f"up to {high}"
    else:
        said = f"{low}" if low == high else f"{low} to {high}"
    return f"about {said}" if figure.approximate else said


_STATUS = {
    "actual": "happened",
    "intended": "planned or wanted, not said to have happened",
    "threatened": "threatened, not said to have happened",
    "demanded": "demanded, not said to have happened",
    "possible": "possible, not certain",
    "hypothetical": "did not come about: averted, failed or only supposed",
    "generic": "a habit or a class, no single happening",
}
_DENIED = {
    "agent": "denied that this one did it",
    "target": "denied that this one suffered it",
    "figure": "denied in this number",
    "place": "denied for this place",
    "time": "denied for this time",
}


_NOT = {
    "intended": "said not to be planned or wanted",
    "demanded": "asked not to be done",
    "possible": "perhaps did not happen",
    "hypothetical": "only supposed not to happen: a condition",
    "generic": "said to be no habit",
}
"""Of a deed that is negative and not actual: nobody denies that it happened."""


def status(statement: Statement) -> str:
    """Whether it happened, as the statement has it, in words."""
    negates = statement.negates or "event"
    if statement.polarity == "negative" and negates == "event" and statement.realis in _NOT:
        return _NOT[statement.realis]
    if statement.polarity == "negative":
        said = _DENIED.get(statement.negates or "event", "denied, or said not to have happened")
        if statement.realis == "actual":
            return said
        return f"{said} ({_STATUS[statement.realis]})"
    return _STATUS[statement.realis]
