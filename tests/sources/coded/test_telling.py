"""A row told as a text has every cell's words in it, where the spans say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.sources.coded import find_events, tell
from dateline.sources.coded.records import CodedEvent, Piece
from dateline.types import KindId, Status


def test_notes_come_first_and_the_other_cells_follow_line_by_line(table) -> None:
    (event,) = find_events(
        table("id,date,kind,actor,notes,place", "1,2024,clash,, It  began at dawn.,Hajin")
    )
    assert tell(event).text == ("It began at dawn.\n\nid: 1\ndate: 2024\nkind: clash\nplace: Hajin")


words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@settings(max_examples=50)
@given(st.lists(words, min_size=1, max_size=6), st.booleans())
def test_every_cell_is_found_by_its_span(cells: list[str], has_notes: bool) -> None:
    pieces = tuple(Piece(f"column {number}", cell) for number, cell in enumerate(cells))
    notes = pieces[-1].column if has_notes else None
    event = CodedEvent("a#1", 2, pieces, notes, KindId("clash"), pieces[0], Status.OCCURRED)
    told = tell(event)
    for piece in pieces:
        assert told.find(piece).of(told.text) == piece.words
        part = Piece(piece.column, piece.words[-1], len(piece.words) - 1)
        assert told.find(part).of(told.text) == piece.words[-1]
