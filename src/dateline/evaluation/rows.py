"""What coded corpora and predictions about them say: one record for each line of a file.

Gold and prediction have the same shape, matched by ``id``; fields that only a coder gives
(``optional``, ``raw``) stay empty in a prediction. Offsets are half-open, in code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from ..errors import UsageError
from .articles import Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One coded text, or what a system says about it."""

    id: str
    text: str = ""
    headline: str | None = None
    published: str | None = None

    @property
    def published_at(self) -> datetime | None:
        """The time of publication, midnight UTC where only the day is known."""
        return read_moment(self.published)


def read_moment(words: str | None) -> datetime | None:
    """A time in UTC; ``None`` for what is no ISO 8601: 03-02-2009 is two different days."""
    try:
        moment = datetime.fromisoformat(words or "")
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


# ---- records: whole events -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateRange:
    """First and last day; ``start`` is ``None`` for "on or before ``end``"."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class RecordToll:
    """A figure; ``high`` is ``None`` for "several"."""

    kind: str
    low: int | None = None
    high: int | None = None
    optional: bool = False


Filler = tuple[str, ...]  # strings that name one thing; any of them is right


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Further right answers, as a coder gives them."""

    kind_alternatives: tuple[str, ...] = ()
    status_alternatives: tuple[str, ...] = ()
    date_alternatives: tuple[DateRange, ...] = ()
    place_alternatives: tuple[tuple[str | None, ...], ...] = ()
    actor_confidence_alternatives: tuple[str, ...] = ()
    outcome_alternatives: tuple[str, ...] = ()
    optional_fillers: dict[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEvent:
    """One event with its slots; ``place`` runs from the country down."""

    kind: str | None = None
    status: str | None = None
    optional: bool = False
    actors: tuple[Filler, ...] = ()
    actor_organizations: tuple[Filler, ...] = ()
    actor_confidence: str | None = None
    targets: tuple[Filler, ...] = ()
    victims: tuple[Filler, ...] = ()
    instruments: tuple[Filler, ...] = ()
    place: tuple[str | None, ...] | None = None
    lat: float | None = None
    lon: float | None = None
    date: DateRange | None = None
    tolls: tuple[RecordToll, ...] = ()
    outcome: str | None = None
    raw: Alternatives = Alternatives()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsRow(Row):
    """A text with the events it reports; none is none."""

    source: str | None = None
    events: tuple[RecordEvent, ...] = ()


# ---- dyads: one action of a sentence -------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadClaim:
    """Who did what to whom, in PLOVER's types."""

    source: Offsets | None = None
    target: Offsets | None = None
    type: str | None = None
    mode: str | None = None
    other_sources: tuple[Offsets, ...] = ()
    other_targets: tuple[Offsets, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadRow(Row):
    """A sentence with one coded action; as a prediction, with all ``claims`` found in it."""

    source: Offsets | None = None
    target: Offsets | None = None
    type: str | None = None
    mode: str | None = None
    other_sources: tuple[Offsets, ...] = ()
    other_targets: tuple[Offsets, ...] = ()
    symmetric: bool = False
    event: Offsets | None = None
    claims: tuple[DyadClaim, ...] | None = None


# ---- places, times, mentions ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name and where it is; ``lat`` is ``None`` when named but not located."""

    start: int
    end: int
    quote: str = ""
    lat: float | None = None
    lon: float | None = None
    geonameid: str | int | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymsRow(Row):
    """A text with its place names."""

    toponyms: tuple[Toponym, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A span with its words."""

    start: int
    end: int
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlacesRow(Row):
    """A sentence, one event word in it, and where that event was."""

    event: Quoted | None = None
    places: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words for a time, and its TIMEX3 type and value."""

    start: int
    end: int
    quote: str = ""
    type: str | None = None
    value: str | None = None
    creation_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesRow(Row):
    """A text with its times; coded up to ``annotated_end``."""

    annotated_end: int | None = None
    times: tuple[TimeExpression, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedMention:
    """Words that name something of a type."""

    start: int
    end: int
    quote: str = ""
    type: str | None = None


# The files call its ends "from" and "to"; Python keeps the first of these words to itself, and
# of the kinds of record only a Struct can be written under other names.
class Relation(msgspec.Struct, frozen=True, rename={"first": "from", "second": "to"}):
    """One mention's relation to another, by their indexes."""

    type: str
    first: int
    second: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionsRow(Row):
    """A text with what it names."""

    mentions: tuple[TypedMention, ...] = ()
    relations: tuple[Relation, ...] = ()


# ---- factuality and attribution ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFactuality:
    """An event word, and whether it happened; a prediction may give a ``label`` alone."""

    start: int
    end: int
    quote: str = ""
    label: str | None = None
    certainty: str | None = None
    polarity: str | None = None
    time: str | None = None
    speaker: Quoted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactualityRow(Row):
    """A text with its events; coded up to ``annotated_end``."""

    annotated_end: int | None = None
    events: tuple[EventFactuality, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Who says, the words that show it, and what is said; each may be in several parts."""

    source: tuple[Quoted, ...] = ()
    cue: tuple[Quoted, ...] = ()
    content: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRow(Row):
    """A text with who says what in it."""

    attributions: tuple[Attributed, ...] = ()


# ---- sentences and clusters ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSentence:
    """A sentence of a document, and its labels."""

    text: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencesRow(Row):
    """A sentence with its ``labels``, or a document of ``sentences`` with theirs."""

    labels: tuple[str, ...] = ()
    sentences: tuple[LabelledSentence, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PooledDocument:
    """A document of a pool."""

    id: str
    text: str = ""
    headline: str | None = None
    published: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterEvent:
    """A happening, and the documents that tell of it."""

    id: str | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClustersRow(Row):
    """A pool of documents with the happenings they share."""

    documents: tuple[PooledDocument, ...] = ()
    events: tuple[ClusterEvent, ...] = ()


# ---- files ---------------------------------------------------------------------------------------

R = TypeVar("R", bound=Row)


def load_rows(path: Path, row: type[R]) -> Iterator[R]:
    """The rows of a file of JSON Lines, one at a time; what a row has no field for is left out."""
    decoder = msgspec.json.Decoder(row)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _decode(line, decoder, f"{path}, line {number}")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def _decode(line: bytes, decoder: msgspec.json.Decoder[R], where: str) -> R:
    try:
        return decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"{where}: {error}") from error


def write_rows(rows: Iterable[Row], path: Path) -> None:
    """Write one row a line, as :func:`load_rows` reads them."""
    try:
        with path.open("wb") as lines:
            for row in rows:
                # A field of a row that says nothing is not there, as in the corpora.
                said = {name: value for name, value in _fields(row) if value not in (None, "")}
                lines.write(msgspec.json.encode(said) + b"\n")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def _fields(row: Row) -> Iterator[tuple[str, object]]:
    return ((part.name, getattr(row, part.name)) for part in fields(row))
