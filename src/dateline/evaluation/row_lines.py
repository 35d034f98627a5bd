"""Say what a row holds, one line for each thing in it; coded and predicted rows alike.

The lines show what stands in the row and nothing of the text around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .rows import (
    AttributionRow,
    ClustersRow,
    DateRange,
    DyadClaim,
    DyadRow,
    EventPlacesRow,
    FactualityRow,
    Filler,
    MentionsRow,
    RecordEvent,
    RecordsRow,
    RecordToll,
    SentencesRow,
    TimesRow,
    ToponymsRow,
)
from .scoring.dyads import claims_of
from .scoring.factuality import label_of
from .scoring.record_slots import FILLED
from .scoring.spans import Spanned

NOTHING = "–"


def say_records(row: RecordsRow) -> Iterator[str]:
    """One line an event: what it is, when and where, who and what, how many."""
    return map(_say_record, row.events)


def _say_record(event: RecordEvent) -> str:
    kinds = event.raw.kind_alternatives or ((event.kind,) if event.kind else ())
    parts = [" / ".join(kinds) or NOTHING, event.status, "optional" if event.optional else None]
    parts += [_say_dates(event.date), ", ".join(name for name in event.place or () if name)]
    parts += [_say_fillers(name, getattr(event, name)) for name in FILLED]
    parts += [event.actor_confidence, *map(_say_toll, event.tolls), event.outcome]
    return "; ".join(part for part in parts if part)


def _say_fillers(name: str, fillers: tuple[Filler, ...]) -> str:
    if not fillers:
        return ""
    return f"{name.replace('_', ' ')}: " + ", ".join(" / ".join(filler) for filler in fillers)


def _say_dates(dates: DateRange | None) -> str:
    if dates is None:
        return ""
    return dates.end or "" if dates.start == dates.end else f"{dates.start or '..'}/{dates.end}"


def _say_toll(toll: RecordToll) -> str:
    low, high = toll.low or 0, toll.high
    return f"{toll.kind} {low}" + ("" if high == low else f"-{'' if high is None else high}")


def say_dyads(row: DyadRow) -> Iterator[str]:
    """One line a claim: source, type, target."""
    return (_say_dyad(claim, row.text) for claim in claims_of(row))


def _say_dyad(claim: DyadClaim, text: str) -> str:
    mode = f" ({claim.mode})" if claim.mode else ""
    sides = say_span(claim.source, text), say_span(claim.target, text)
    return f"{sides[0]} > {claim.type or NOTHING}{mode} > {sides[1]}"


def say_event_places(row: EventPlacesRow) -> Iterator[str]:
    """One line a place."""
    return (say_span(place, row.text) for place in row.places)


def say_mentions(row: MentionsRow) -> Iterator[str]:
    """One line a mention, one a relation."""
    names = [say_span(mention, row.text) for mention in row.mentions]
    for mention, name in zip(row.mentions, names, strict=True):
        yield f"{mention.type or NOTHING}: {name}"
    for relation in row.relations:
        first, second = (
            names[index] if index < len(names) else NOTHING
            for index in (relation.first, relation.second)
        )
        yield f"{first} > {relation.type} > {second}"


def say_factuality(row: FactualityRow) -> Iterator[str]:
    """One line an event: its class, its word, who tells it."""
    for event in row.events:
        speaker = f" (says {say_span(event.speaker, row.text)})" if event.speaker else ""
        yield f"{label_of(event) or NOTHING}: {say_span(event, row.text)}{speaker}"


def say_attribution(row: AttributionRow) -> Iterator[str]:
    """One line an attribution: source, cue, content."""
    for attributed in row.attributions:
        parts = (attributed.source, attributed.cue, attributed.content)
        yield " > ".join(_say_spans(part, row.text) for part in parts)


def say_sentences(row: SentencesRow) -> Iterator[str]:
    """One line a sentence with labels."""
    if row.sentences is None:
        if row.labels:
            yield ", ".join(row.labels)
        return
    for number, sentence in enumerate(row.sentences, 1):
        if sentence.labels:
            yield f"sentence {number}: {', '.join(sentence.labels)}"


def say_times(row: TimesRow) -> Iterator[str]:
    """One line an expression: type, value, words."""
    for time in row.times:
        yield f"{time.type or NOTHING} {time.value or NOTHING}: {say_span(time, row.text)}"


def say_toponyms(row: ToponymsRow) -> Iterator[str]:
    """One line a name: its words, and where it is."""
    for toponym in row.toponyms:
        located = toponym.lat is not None and toponym.lon is not None
        where = f"{toponym.lat:.2f}, {toponym.lon:.2f}" if located else "not located"
        optional = "; optional" if toponym.optional else ""
        yield f"{say_span(toponym, row.text)}: {where}{optional}"


def say_clusters(row: ClustersRow) -> Iterator[str]:
    """One line an event: its documents."""
    return (" ".join(sorted(event.documents)) for event in row.events if event.documents)


# ---- spans ---------------------------------------------------------------------------------------


def say_span(span: Spanned | None, text: str) -> str:
    """Its words on one line; its offsets where the row has no text."""
    if span is None:
        return NOTHING
    words: str = getattr(span, "quote", "") or text[span.start : span.end]
    return " ".join(words.split()) or f"{span.start}:{span.end}"


def _say_spans(spans: Iterable[Spanned], text: str) -> str:
    return " … ".join(say_span(span, text) for span in spans) or NOTHING
