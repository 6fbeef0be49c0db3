"""Roles around a verbal noun or event noun: genitives, objects, nisbas, light verbs, relatives."""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.attachments import adjective_after
from riwaya.detection.text import Chunk
from riwaya.frames.arguments import Argument, left, right, speaker_of_that
from riwaya.frames.events import Event
from riwaya.frames.fill import FORCES, fill, fill_prepositions
from riwaya.frames.light_places import OBJECT, OF_EVENT, fill_light_places, hits
from riwaya.frames.linking import HARM
from riwaya.frames.view import View, adverbial, before_bounds

_PLACES = 8  # words of place and time between a noun and its verb


def read_noun(event: Event, before: Event | None) -> None:
    """Fills the roles of a noun trigger; `before` is the event that stands before it."""
    trigger = event.trigger
    start = _adjectives(event, trigger.last)
    arguments = list(right(event.view, start, own=trigger.first))
    hit = trigger.hit
    if hit.split.pronoun:
        _possessed(event, hit.split.pronoun)
    bare = _bare(event, arguments, start)
    light = _light_after(event, start) or light_before(event)
    hit_behind = light is not None and hits(light[0], light[2])
    if not (hit_behind and (start > trigger.first + 1 or len(bare) < 2)):
        _genitive(event, bare)  # «استهدف انفجار عنيف مقرا»: behind an adjective stands an object
    fill_prepositions(event, [a for a in arguments if a.prep])
    if light:
        light_roles(event, *light)


def _adjectives(event: Event, i: int) -> int:
    """Past the adjectives of the noun; a nisba among them names the doer («غارة أميركية»)."""
    v = event.view
    text, end = v.text, v.sentence.last
    while i < end:
        chunk = v.at.get(i)
        if chunk is not None and chunk.first != i:
            break
        info = text.infos[i]
        if (
            chunk is not None
            and chunk.table == "people"
            and event.trigger.frame.genitive.startswith("target")
        ):
            break  # «قتل مسلح» is no armed killing
        nisba = next(
            (h for t in ("countries", "peoples") for h in info.of(t) if h.form.pos == "nisba"), None
        )
        plain = nisba is None and info.first("group_adjectives")
        hit = nisba or plain or None
        if hit is not None and hit.split.article and not _definite(event):
            break  # «قصف المدنيين»: no adjective of a noun without the article
        if hit is None or hit.split.conj or hit.split.prep or hit.split.pronoun:
            if hit is None and chunk is None and _plain_adjective(event, i):
                i += 1
                continue
            break
        if (
            nisba is not None
            and event.trigger.frame.subject == "agent"
            and nisba.form.number != "pl"
        ):
            event.fill("agent", nisba_chunk(v, i, nisba), "nisba-doer")
        i += 1
    return i


def _definite(event: Event) -> bool:
    """Whether the noun has the article, or a phrase ends with one («قصف الطائرات الروسية»)."""
    v, trigger = event.view, event.trigger
    split = trigger.hit.split
    return bool(split.article or split.pronoun) or (
        trigger.last - trigger.first > 1 and v.text.words[trigger.last - 1].key.startswith("ال")
    )


def _plain_adjective(event: Event, i: int) -> bool:
    """An unlisted adjective that agrees with the noun («هجوم عنيف», «الهجوم الأخير»)."""
    v, split = event.view, event.trigger.hit.split
    info, key = v.text.infos[i], v.text.words[i].key
    if len(key) < 3 or not key[0].isalpha() or i in v.bounds or i in v.trigger_at or split.pronoun:
        return False
    if v.text.is_a("preposition", i) or v.text.is_a("negation", i):
        return False
    if any(h.form.pos == "verb" and not h.split.cuts for h in info.of("light_verbs")):
        return False  # «قصف طال بلدة كذا»
    head = Chunk("object", i - 1, i, 0, 0, i - 1, definite=split.article)
    if adjective_after(v.text, i, head):
        return True
    if split.article:
        return key.startswith("ال") and not info.known
    return (
        not info.known
        and not info.openings
        and not key.startswith(("و", "ف", "ب", "ل", "ال", "ي", "ت"))
    )


def nisba_chunk(v: View, i: int, hit: Hit) -> Chunk:
    """The mention of a country or people by its adjective."""
    word = v.text.words[i]
    return Chunk(
        "group", i, i + 1, word.start + hit.split.skip, word.end, i, proper=True, klass="country",
        table=hit.form.table, row=hit.form.row, definite=True, rule="nisba",
    )  # fmt: skip


def _bare(event: Event, arguments: list[Argument], start: int) -> list[list[Chunk]]:
    """Groups of bare noun phrases from the noun on; the first prepositional phrase ends them."""
    groups: list[list[Chunk]] = []
    for a in arguments:
        if a.chunk.kind == "time" and not a.prep:
            continue
        if a.prep or a.nested or (a.comma and not a.joined) or adverbial(event.view, a.chunk):
            break
        if not groups:
            if (
                before_bounds(event.view, a.chunk) > start + 1
                or event.trigger.hit.split.article
                or a.joined
            ):
                break
            groups.append([a.chunk])
        elif a.joined:
            groups[-1].append(a.chunk)
        else:
            groups.append([a.chunk])
    return groups


def _genitive(event: Event, groups: list[list[Chunk]]) -> None:
    frame = event.trigger.frame
    split = event.trigger.hit.split
    if not groups:
        return
    if split.pronoun:
        for chunk in groups[0]:
            fill(event, frame.object or "target", chunk, "object-of-noun")
        return
    first, rest = groups[0], groups[1:]
    role = frame.genitive
    second = _second(event.view, first, rest)
    if "/" in role:
        role = _agent_or_target(event, first[0], bool(second), role)
    elif role == "target" and second and _acts(first[0]) and frame.object:
        role = "agent"
    for chunk in first:
        fill(event, role, chunk, "genitive")
    if role == "agent":
        for chunk in second:
            fill(event, frame.object or "target", chunk, "object-of-noun")


def _second(view: View, first: list[Chunk], rest: list[list[Chunk]]) -> list[Chunk]:
    if not rest or before_bounds(view, rest[0][0]) - first[-1].last > 1:
        return []
    return [c for c in rest[0] if not (c.kind == "place" and c.acts)]


def _acts(chunk: Chunk) -> bool:
    return (chunk.kind in ("group", "person") and chunk.count is None) or chunk.acts


def _agent_or_target(event: Event, chunk: Chunk, second: bool, roles: str) -> str:
    """A noun of both readings («قصف النظام», «قصف البلدة»): by what follows and who it is."""
    usual, other = roles.split("/")
    patient = other if usual == "agent" else usual
    if second:
        return "agent"
    reach = 8 if usual == "agent" else 2
    for a in right(event.view, chunk.last, stop=chunk.last + reach):
        if a.prep == "ل" and a.chunk.kind != "time":
            return "agent"
    if (chunk.kind == "place" and not chunk.acts) or event.agents or chunk.count is not None:
        return patient
    if event.type == "establishment" and not (chunk.definite or chunk.proper or chunk.name):
        return patient  # «افتتاح محكمة»
    if usual != "agent" or event.view.capital(chunk):
        return patient  # «قصف أبوظبي»: the town was hit
    return "agent" if chunk.klass in FORCES or chunk.acts else patient


def _possessed(event: Event, pronoun: str) -> None:
    """«مقتله», «انسحابها»: the pronoun stands in the genitive."""
    frame = event.trigger.frame
    role = frame.genitive
    owner = antecedent(event, pronoun)
    if owner is None:
        return
    if "/" in role:
        role = _agent_or_target(event, owner, _object_follows(event), role)
    fill(event, role, owner, "possessive-pronoun")


def _object_follows(event: Event) -> bool:
    first = next(right(event.view, event.trigger.last), None)
    return (
        first is not None
        and not first.prep
        and first.chunk.first <= event.trigger.last + 1
        and first.chunk.kind != "time"
    )


def antecedent(event: Event, pronoun: str) -> Chunk | None:
    """The last noun phrase before the trigger that a possessive pronoun may stand for."""
    plural = pronoun in ("هم", "هن")
    v = event.view
    for chunk in reversed(v.chunks):
        if chunk.last > event.trigger.first:
            continue
        if chunk.kind not in ("person", "group", "quantity") and not chunk.acts:
            continue
        if pronoun == "ها" and chunk.kind == "person" and chunk.gender == "m":
            continue
        if pronoun == "ه" and (
            (chunk.gender == "f" and chunk.kind == "person") or chunk.number == "pl"
        ):
            continue
        if plural and not (chunk.number == "pl" or chunk.kind == "group"):
            continue
        if not plural and pronoun == "ها" and chunk.table in ("people",) and chunk.number == "pl":
            continue
        return chunk
    return None


def light_before(event: Event) -> tuple[Hit, int, str] | None:
    """The light verb that carries this noun («شن … هجوماً», «تعرضت لقصف»)."""
    v, first = event.view, event.trigger.first
    prep = event.trigger.hit.split.prep or _prep_of(v, first)
    for j in range(first - 1, max(v.sentence.first, first - 12) - 1, -1):
        if v.bounds.get(j) in (
            "stop",
            "that",
            "relative",
            "coordinator",
            "contrast",
            "subordinator",
        ):
            return None
        trigger = v.trigger_at.get(j)
        if trigger is not None and (
            trigger.verbal or (j == first - 1 and not _coordinates(v, first))
        ):
            return None
        if trigger is not None and prep and _prep_of(v, j) == prep:
            return None  # the verb's preposition is taken («تمكنوا من قتل … من ضغوط»)
        hits = [
            h
            for h in v.text.infos[j].of("light_verbs")
            if h.form.pos == "verb" and _same_prep(h.form.row["prep"], prep)
        ]
        if hits:
            return _reading(v, j, first, hits), j, "before"
    return None


def _prep_of(v: View, i: int) -> str:
    """The preposition that stands before a word."""
    before = i - 1
    return (
        v.text.words[before].key
        if before >= v.sentence.first and v.text.is_a("preposition", before)
        else ""
    )


def _reading(v: View, j: int, first: int, hits: list[Hit]) -> Hit:
    """«وقع انفجار» or «وقّع الطرفان اتفاقا»: a doer between verb and noun decides."""
    doers = any(not a.prep and _acts(a.chunk) for a in right(v, j + 1, stop=first))
    return min(hits, key=lambda h: (h.form.row["subject"] != "agent") == doers)


def _coordinates(v: View, i: int) -> bool:
    return v.text.words[i].key.startswith("و")


def _same_prep(wanted: str, prep: str) -> bool:
    choices = {w.strip() for w in wanted.replace("إلى", "الي").replace("على", "علي").split("|")}
    return prep in choices or (not prep and "" in choices)


def _light_after(event: Event, start: int) -> tuple[Hit, int, str] | None:
    """The light verb of the noun's own relative clause («الهجوم الذي شنه …», «هجوماً شنه …»)."""
    v = event.view
    j = start
    if j < v.sentence.last and v.bounds.get(j) == "relative":
        j += 1
    if j >= v.sentence.last:
        return None
    while j < v.sentence.last and v.text.is_a("past_auxiliary", j):
        j += 1
    if j == start:
        j = _past_places(v, j)
    if j >= v.sentence.last:
        return None
    for hit in v.text.infos[j].of("light_verbs"):
        if hit.form.pos == "verb" and (hit.split.pronoun or hit.form.row["subject"] in OF_EVENT):
            return hit, j, "after"
    return None


def _past_places(v: View, j: int) -> int:
    """Past phrases of where, when and whose («قصف للجيش طال …»); `j` where none stands."""
    i = j
    while i < min(j + _PLACES, v.sentence.last):
        chunk = v.at.get(i)
        if chunk is not None and (chunk.kind in ("place", "time") or v.preposition(chunk) == "ل"):
            i = chunk.last
        elif chunk is None and v.text.is_a("preposition", i):
            i += 1
        else:
            break
    return i


def _causing_force(event: Event, j: int) -> None:
    """«أوقعت القوة قتلى»: a force that causes harm is its doer."""
    v = event.view
    found = [
        a.chunk
        for a in right(v, j + 1, stop=event.trigger.first)
        if not a.prep and a.chunk.kind != "place" and a.chunk.klass in FORCES
    ]
    subject = (
        left(v, j) if not found and not v.text.infos[j].hits["light_verbs"][0].split.conj else None
    )
    if subject is not None and subject.chunk.kind != "place" and subject.chunk.klass in FORCES:
        found = [subject.chunk]
    for chunk in found[:1]:
        fill(event, "agent", chunk, "causing-force")


def light_roles(event: Event, hit: Hit, j: int, where: str, stop: int = 0) -> None:
    """The light verb's subject into the noun's role, and what follows the verb."""
    v, row = event.view, hit.form.row
    role = row["subject"]
    event.rules.append("light-verb")
    if where == "after":
        arguments = list(right(v, j + 1))
        what = OBJECT.get(role, role) if role != "event" else event.trigger.frame.object
        bare = [
            a
            for a in arguments
            if not a.prep and not a.nested and (not a.comma or a.joined) and a.chunk.kind != "time"
        ]
        for n, a in enumerate(bare):
            if n and not a.joined:
                break
            fill(event, what, a.chunk, "light-verb-relative")
        fill_prepositions(event, [a for a in arguments if a.prep])
        return
    fill_light_places(event, hit, j)
    if role == "cause" and event.type in HARM:
        _causing_force(event, j)
    if role not in ("agent", "target"):
        return
    between = [
        a
        for a in right(v, j + 1, stop=stop or event.trigger.first)
        if not a.prep and a.chunk.kind != "time"
    ]
    if between:
        for a in between:
            if a is between[0] or a.joined:
                fill(event, role, a.chunk, "light-verb-subject")
        return
    if hit.split.conj:
        return
    subject = left(v, j)
    chunk = subject.chunk if subject is not None else speaker_of_that(v, j)
    if chunk is not None:
        fill(event, role, chunk, "light-verb-subject-first")
