"""Hand-coded rows come into a store: each once, edited ones as versions, bad ones as failures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.consolidation import load_kinds
from dateline.pipeline import Joining, consolidate_store
from dateline.pipeline.events.coding import make_coding
from dateline.pipeline.events.importing import ImportTally, import_events
from dateline.sources.coded import Description, open_table
from dateline.store import Store
from dateline.types import Document, Event, Reading

Take = Callable[..., ImportTally]

CODEBOOK = load_codebook()
HEADER = "id,date,kind,actor,target,place,country,latitude,longitude,killed"
ROWS = (
    "1,2024-05-17,clash,Syrian army,Islamic State,Hajin,Syria,34.69,40.83,9",
    "2,2024-05-18,shelling,,civilians,Idlib,Syria,35.93,36.63,",
)


@pytest.fixture
def take(store: Store, tmp_path: Path) -> Take:
    """Import some rows as a coder's."""

    def run(*rows: str, coder: str = "anna", name: str = "coded.csv") -> ImportTally:
        path = tmp_path / name
        path.write_text("\n".join((HEADER, *rows)))
        table = open_table(path, CODEBOOK, Description(coder=coder))
        return import_events(table, make_coding(table), store)

    return run


def test_each_row_is_a_document_with_a_claim(take: Take, store: Store) -> None:
    tally = take(*ROWS)
    assert (tally.rows, tally.coded, tally.unchanged) == (2, 2, 0)
    assert {document.address for document in store.documents()} == {
        "anna/coded.csv#1",
        "anna/coded.csv#2",
    }
    assert {claim.kind for claim in store.claims()} == {"clash", "shelling"}
    assert {document.source for document in store.documents()} == {"anna"}


def test_importing_twice_changes_nothing(take: Take, store: Store) -> None:
    take(*ROWS)
    before = list(store.current_readings())
    assert take(*ROWS).unchanged == 2
    assert list(store.current_readings()) == before


def test_an_edited_row_is_a_version_and_an_edit_can_be_taken_back(take: Take, store: Store) -> None:
    take(*ROWS)
    edited = ROWS[0].replace(",9", ",10")
    assert take(edited, ROWS[1]).unchanged == 1
    assert len(list(store.documents())) == 3
    assert killed(store) == [10]
    take(*ROWS)
    assert len(list(store.documents())) == 3
    assert killed(store) == [9]


def test_events_follow_an_edit_and_its_taking_back(take: Take, store: Store, world) -> None:
    edited = ROWS[0].replace(",9", ",10")
    ids = set()
    for row, figure in ((ROWS[0], 9), (edited, 10), (ROWS[0], 9)):
        take(row)
        (event,) = join(store, world)
        assert [toll.best for toll in event.tolls] == [figure]
        ids.add(event.id)
    assert len(ids) == 1


def join(store: Store, world) -> tuple[Event, ...]:
    """The events of a store, computed where something changed."""
    kinds = load_kinds({kind.id: kind.family or kind.id for kind in CODEBOOK.kinds})
    consolidate_store(store, Joining(world, kinds, "one way"))
    return tuple(store.events())


def killed(store: Store) -> list[int | None]:
    return [toll.low for claim in store.claims() for toll in claim.tolls]


def test_a_bad_row_is_a_recorded_failure_until_it_is_mended(take: Take, store: Store) -> None:
    tally = take(ROWS[0], "2,soon,clash,,,,,,,")
    assert tally.coded == 1
    (failure,) = store.failures()
    assert (failure.address, failure.step) == ("anna/coded.csv#2", "extract")
    assert failure.problem.startswith("row 3, column date: 'soon' is not a date")
    take(*ROWS)
    assert store.failures() == ()


def test_a_row_that_the_store_refuses_is_a_failure(take: Take, store: Store) -> None:
    take(ROWS[0])
    (document,) = store.documents()
    store.forget(document.id, reason="asked to")
    tally = take(*ROWS)
    assert tally.coded == 1
    (failure,) = tally.failures
    assert failure.step == "store"
    assert "it was forgotten" in failure.problem


def test_each_row_is_told_of(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "coded.csv"
    path.write_text("\n".join((HEADER, *ROWS)))
    table = open_table(path, CODEBOOK, Description())
    seen: list[int] = []
    import_events(table, make_coding(table), store, seen=lambda tally: seen.append(tally.rows))
    assert seen == [1, 2]


def test_two_coders_rows_of_one_happening_are_one_event(take: Take, store: Store, world) -> None:
    take(ROWS[0])
    take(ROWS[0].replace("34.69", "34.70"), coder="ben")
    (event,) = join(store, world)
    assert len(event.documents) == 2
    (toll,) = event.tolls
    assert (toll.low, toll.best, toll.high) == (9, 9, 9)


def test_two_coders_files_may_be_called_alike_and_say_the_same(take: Take, store: Store) -> None:
    take(*ROWS)
    assert take(*ROWS, coder="ben").unchanged == 0
    assert sorted(document.source for document in store.documents()) == ["anna"] * 2 + ["ben"] * 2
    assert {reading.coder for _, reading in store.current_readings()} == {"anna", "ben"}


def test_rows_of_one_coder_are_events_apart(take: Take, store: Store, world) -> None:
    take(ROWS[0], ROWS[0].replace("1,", "3,", 1))
    take(ROWS[0], coder="ben")
    assert sorted(len(event.documents) for event in join(store, world)) == [1, 2]


def test_a_coder_s_row_joins_what_was_read_in_a_report(
    take: Take, store: Store, world, reader
) -> None:
    take("1,2024-05-15,shelling,,civilians,Hajin,Syria,34.69,40.83,9")
    ((coded, by_hand),) = store.current_readings()
    text = "Rebels shelled Hajin."
    report = Document("a.txt", "Courier", text, published=coded.published)
    read = reader.read(report)
    (claim,) = read.claims
    # The report resolved to the same place and day as the row.
    located = by_hand.places[0], by_hand.times[0]
    store.add(report, with_place(read, text, located))
    (event,) = join(store, world)
    assert len(event.documents) == 2
    assert claim.kind == event.kind == "shelling"


def with_place(reading: Reading, text: str, located: tuple) -> Reading:
    from dataclasses import replace

    from dateline.types import Mention, MentionKind, Span

    place, time = located
    span = Span(text.index("Hajin"), text.index("Hajin") + 5)
    day = Span(0, 6)
    claim = replace(
        reading.claims[0],
        places=(Mention(span, MentionKind.PLACE),),
        times=(Mention(day, MentionKind.TIME),),
    )
    return replace(
        reading,
        claims=(claim,),
        places=(replace(place, spans=(span,)),),
        times=(replace(time, spans=(day,)),),
    )
