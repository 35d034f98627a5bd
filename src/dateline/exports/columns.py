"""The columns of a flat export, one row for each event, each column with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from ..types import Actor, Event, Inter, Location, Party, Qualifier, TollKind, TollRange
from ..types.saying import say_figure
from .rows import ExportRow

Cell = str | int | float | bool | None
Parties = Callable[[Event], tuple[Party, ...]]

# One separator for every list, as ACLED has it; a separator inside a name becomes a comma.
SEPARATOR = "; "

COUNTED = {
    TollKind.KILLED: "people killed",
    TollKind.WOUNDED: "people wounded",
    TollKind.MISSING: "people missing",
    TollKind.CAPTURED: "fighters captured",
    TollKind.ABDUCTED: "people abducted",
    TollKind.HELD: "people held",
    TollKind.RELEASED: "people released",
    TollKind.DISPLACED: "people displaced",
    TollKind.SURRENDERED: "fighters who surrendered",
    TollKind.ARRESTED: "people arrested",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and how to read it off a row."""

    name: str
    type: str  # text, list, date, time, number or yes/no
    holds: str
    cell: Callable[[ExportRow], Cell]


def join_list(values: Iterable[str]) -> str | None:
    """Several values in one cell; none is blank."""
    return SEPARATOR.join(value.replace(";", ",") for value in values) or None


def _ids(parties: tuple[Party, ...]) -> str | None:
    return join_list(
        party.actor.id if party.actor and party.actor.registered else "" for party in parties
    )


def _inters(parties: tuple[Party, ...]) -> str | None:
    return join_list(str(party.actor.inter.value) if party.actor else "" for party in parties)


def _sectors(parties: tuple[Party, ...]) -> str | None:
    return join_list(party.actor.sector if party.actor else "" for party in parties)


def _countries(parties: tuple[Party, ...]) -> str | None:
    return join_list((party.actor and party.actor.country) or "" for party in parties)


def _ucdp_names(parties: tuple[Party, ...]) -> str | None:
    return join_list(_ucdp_name(party.actor) if party.actor else "" for party in parties)


def _ucdp_name(actor: Actor) -> str:
    """What UCDP calls it; "Civilians" for all of those, blank where its name is not known."""
    if actor.inter in (Inter.CIVILIANS, Inter.PROTESTERS):
        return "Civilians"
    return actor.ucdp or ""


def _party_columns(side: str, pick: Parties) -> Iterable[Column]:
    """The codes of one side's parties, in the order in which they are named."""
    order = "in the same order"
    for name, codes, holds in (
        ("ids", _ids, f"Their ids in the register, {order}; blank for a group it does not know."),
        ("inters", _inters, f"Their ACLED inter codes, {order}."),
        ("sectors", _sectors, f"Their PLOVER sectors, {order}."),
        ("countries", _countries, f"Their own countries, ISO 3166-1 alpha-2, {order}."),
        ("ucdp", _ucdp_names, f"Their names at UCDP, {order}; blank where that is not known."),
    ):
        yield Column(f"{side}_{name}", "list", holds, _of(pick, codes))


def _of(
    pick: Parties, codes: Callable[[tuple[Party, ...]], str | None]
) -> Callable[[ExportRow], Cell]:
    return lambda row: codes(pick(row.event))


def _place(value: Callable[[Location], Cell]) -> Callable[[ExportRow], Cell]:
    def cell(row: ExportRow) -> Cell:
        return value(row.event.location) if row.event.location else None

    return cell


def _day(event: Event, *, last: bool) -> str | None:
    day = event.when and (event.when.latest if last else event.when.earliest)
    return str(day) if day else None


def _time(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def own_tolls(event: Event, kind: TollKind) -> tuple[TollRange, ...]:
    """The ranges of one kind that add up to this event's total.

    Where a total is given that names no side, the sides are parts of it.
    """
    ranges = tuple(
        toll
        for toll in event.tolls
        if toll.kind is kind and not toll.cumulative and toll.low is not None
    )
    return tuple(toll for toll in ranges if toll.whose is None) or ranges


def _total(kind: TollKind, bound: str) -> Callable[[ExportRow], Cell]:
    def cell(row: ExportRow) -> Cell:
        figures = [getattr(toll, bound) for toll in own_tolls(row.event, kind)]
        # One open side leaves the total open.
        return sum(figures) if figures and None not in figures else None

    return cell


def describe_toll(toll: TollRange) -> str:
    """One range in words: "killed civilians: 30-54, best 46"."""
    whose = f" {toll.whose}" if toll.whose else ""
    over = " (counts more than this event)" if toll.cumulative else ""
    if toll.low is None:
        return f"{toll.kind}{whose}: no number{over}"
    high = "more" if toll.high is None else toll.high
    return f"{toll.kind}{whose}: {toll.low}-{high}, best {toll.best}{over}"


def describe_ledger(toll: TollRange) -> Iterable[str]:
    """Who gives which figure: "killed civilians at least 12: doctor (left out: ...)"."""
    whose = f" {toll.whose}" if toll.whose else ""
    over = " (counts more than this event)" if toll.cumulative else ""
    for entry in toll.ledger:
        about = "about " if entry.toll.qualifier is Qualifier.ABOUT else ""
        figure = f"{about}{say_figure(entry.toll.low, entry.toll.high)}{over}"
        left_out = f" (left out: {entry.superseded})" if entry.superseded else ""
        yield f"{toll.kind}{whose} {figure}: {entry.claimant}{left_out}"


def _addresses(row: ExportRow) -> str | None:
    return join_list(dict.fromkeys(words.address for words in row.evidence))


def _quote(row: ExportRow) -> str | None:
    return next((words.quote for words in row.evidence if words.field == "evidence"), None)


def _toll_columns() -> Iterable[Column]:
    for kind, people in COUNTED.items():
        yield Column(
            f"{kind}_low", "number", f"Fewest {people}, over all sources.", _total(kind, "low")
        )
        yield Column(
            f"{kind}_best", "number", f"Most supported number of {people}.", _total(kind, "best")
        )
        yield Column(
            f"{kind}_high",
            "number",
            f"Most {people}, over all sources; blank when none gives an upper bound.",
            _total(kind, "high"),
        )


COLUMNS: tuple[Column, ...] = (
    Column("event_id", "text", "Id of the event; it stays the same.", lambda row: row.event.id),
    Column("kind", "text", "Kind of event, an id of the codebook.", lambda row: row.event.kind),
    Column(
        "status",
        "text",
        "Whether it happened, by its sources: occurred, ongoing, failed, planned and so on.",
        lambda row: row.event.status.value,
    ),
    Column(
        "exported_as",
        "text",
        "event: it happened; disrupted: it was foiled before force was used; out: it did not "
        "happen, or no source says so.",
        lambda row: row.verdict.exported.value,
    ),
    Column(
        "background",
        "yes/no",
        "Whether all sources recall it rather than report it.",
        lambda row: row.event.background,
    ),
    Column(
        "date_start",
        "date",
        "First day it can have happened; --07-25 when no source gives the year.",
        lambda row: _day(row.event, last=False),
    ),
    Column("date_end", "date", "Last day, inclusive.", lambda row: _day(row.event, last=True)),
    Column(
        "date_prec",
        "number",
        "UCDP date_prec: 1 day, 2 a few days, 3 week, 4 month, 5 year.",
        lambda row: row.event.when.precision.value if row.event.when else None,
    ),
    Column(
        "actors",
        "list",
        "Who acts; where that is disputed, everybody whom a source names.",
        lambda row: join_list(party.name for party in row.event.actors),
    ),
    *_party_columns("actor", lambda event: event.actors),
    Column(
        "targets",
        "list",
        "On whom.",
        lambda row: join_list(party.name for party in row.event.targets),
    ),
    *_party_columns("target", lambda event: event.targets),
    Column(
        "through",
        "list",
        "Mediators and proxies.",
        lambda row: join_list(party.name for party in row.event.through),
    ),
    Column("places", "list", "Places as named.", lambda row: join_list(row.event.places)),
    Column("location", "text", "Place as resolved.", _place(lambda place: place.name)),
    Column("country", "text", "ISO 3166-1 alpha-2 code.", _place(lambda place: place.country)),
    Column("admin1", "text", "First-level division.", _place(lambda place: place.admin1)),
    Column(
        "latitude",
        "number",
        "WGS84 degrees; the centre of an area when where_prec is over 2.",
        _place(lambda place: place.latitude),
    ),
    Column("longitude", "number", "WGS84 degrees.", _place(lambda place: place.longitude)),
    Column(
        "where_prec",
        "number",
        "UCDP where_prec: 1 exact, 2 within 25 km, 3 district, 4 region, 5 larger or fuzzy, "
        "6 country, 7 international.",
        _place(lambda place: place.precision.value),
    ),
    Column(
        "geo_precision",
        "number",
        "ACLED geo_precision: 1 town, 2 near a town, 3 larger region.",
        _place(lambda place: place.precision.geo_precision),
    ),
    Column(
        "radius_km",
        "number",
        "Radius of the area in which it happened.",
        _place(lambda place: place.radius_km),
    ),
    *_toll_columns(),
    Column(
        "tolls",
        "list",
        "All figures by side, those that count more than this event too.",
        lambda row: join_list(map(describe_toll, row.event.tolls)),
    ),
    Column(
        "ledger",
        "list",
        "Every figure with who gives it, those that a later one took the place of too.",
        lambda row: join_list(line for toll in row.event.tolls for line in describe_ledger(toll)),
    ),
    Column(
        "outcome",
        "text",
        "How an attempt ended: repelled, seized, no-result, called-off, ended, other.",
        lambda row: row.event.outcome.value if row.event.outcome else None,
    ),
    Column(
        "speakers",
        "list",
        "Who is reported as saying it.",
        lambda row: join_list(row.event.speakers),
    ),
    Column(
        "hedged",
        "yes/no",
        "Whether every source holds back from asserting it.",
        lambda row: row.event.hedged,
    ),
    Column(
        "confidence",
        "text",
        "How far the machine's coding can be relied on: high, medium, low.",
        lambda row: row.event.confidence.value,
    ),
    Column(
        "grade",
        "text",
        "How far its sources verify it: confirmed by who did it, fair (two or more independent "
        "sources), weak (one), contested (who did it is disputed), denied (by the accused).",
        lambda row: row.event.grade.value,
    ),
    Column(
        "contradictions",
        "list",
        "What sources tell so differently that not all of it can be true, and who tells it.",
        lambda row: join_list(found.because for found in row.event.contradictions),
    ),
    Column(
        "first_reported",
        "time",
        "Publication time of the first report, UTC.",
        lambda row: _time(row.event.first_reported),
    ),
    Column(
        "last_reported",
        "time",
        "Publication time of the last report, UTC.",
        lambda row: _time(row.event.last_reported),
    ),
    Column(
        "document_count",
        "number",
        "How many documents tell it; copies of one text count each.",
        lambda row: len(row.event.documents),
    ),
    Column(
        "claim_count", "number", "How many passages tell it.", lambda row: len(row.event.claims)
    ),
    Column("sources", "list", "Names of the sources.", lambda row: join_list(row.event.sources)),
    Column(
        "source_count", "number", "How many sources tell it.", lambda row: len(row.event.sources)
    ),
    Column(
        "independent_source_count",
        "number",
        "How many of them are independent: copies of a text, reports of one agency or owner and "
        "those that give one speaker's word count once.",
        lambda row: len(row.event.voices),
    ),
    Column(
        "document_ids", "list", "Ids of the documents.", lambda row: join_list(row.event.documents)
    ),
    Column("claim_ids", "list", "Ids of the claims.", lambda row: join_list(row.event.claims)),
    Column("addresses", "list", "Where the documents were published.", _addresses),
    Column("quote", "text", "The passage that says most, word for word.", _quote),
)

EVIDENCE_COLUMNS: tuple[tuple[str, str], ...] = (
    ("event_id", "Id of the event."),
    ("claim_id", "Id of the claim whose value it is."),
    ("field", "The value the words stand for: trigger, actors.0, tolls.1.whose."),
    ("quote", "The words, exactly."),
    ("document_id", "Id of the document."),
    ("address", "Where the document was published."),
    ("start", "First code point of the quote in the document's text."),
    ("end", "Code point after the last."),
)
