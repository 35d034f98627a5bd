from __future__ import annotations

from dateline.evaluation.rows import EventPlacesRow, Quoted
from dateline.evaluation.scoring.event_places import score
from dateline.evaluation.scoring.shares import Share

TEXT = "They shelled El Obeid near Kosti."
GOLD = (
    EventPlacesRow(id="1", text=TEXT, places=(Quoted(start=13, end=21),)),
    EventPlacesRow(id="2", text="They left."),
)


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert scores.tokens == Share(1, 1, 1, 2, 2, 2)
    assert (scores.items, scores.items_exact, scores.items_touched) == (2, 1, 1)


def test_words_are_counted_however_the_spans_cut_them():
    said = EventPlacesRow(id="1", places=(Quoted(start=18, end=21), Quoted(start=27, end=32)))
    scores = score(GOLD, [said])
    assert scores.tokens == Share(0.5, 0.5, 0.5, 1, 2, 2)
    assert (scores.items_exact, scores.items_touched, scores.no_place_kept) == (0.5, 1, 1)


def test_where_all_have_places_none_can_be_kept_without():
    assert score(GOLD[:1], []).no_place_kept is None
    assert score([], []).items_exact == 0
