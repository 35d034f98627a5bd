"""Floors are checked and raised; the real ones hold, where their corpora are."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluation.bench import Run, measure
from dateline.evaluation.figures import figure_of
from dateline.evaluation.floors import (
    Floor,
    Floors,
    check_floors,
    load_floors,
    packaged_floors,
    raise_floors,
)
from dateline.evaluation.rows import EventPlacesRow, Quoted
from dateline.evaluation.scoring.event_places import score
from dateline.evaluation.tasks import TASKS

ROOT = Path(__file__).parent.parent.parent
BENCH = Path(os.environ.get("DATELINE_BENCH", ROOT.parent / "shared" / "bench"))

REAL = load_floors(packaged_floors())

TOML = """\
# Why these.
epsilon = 0.01

[[floors]]
task = "event_places"
file = "event_places/a.jsonl"
figure = "tokens.f1"
floor = 0.50  # since the first day

[[floors]]
task = "event_places"
file = "event_places/a.jsonl"
figure = "items_exact"
sample = 100
floor=0.9
"""

# Half of the words are right, in one of two items all of them.
SCORES = score(
    [
        EventPlacesRow(id="1", text="Oldtown", places=(Quoted(start=0, end=7),)),
        EventPlacesRow(id="2", text="Kosti.", places=(Quoted(start=0, end=5),)),
    ],
    [
        EventPlacesRow(id="1", places=(Quoted(start=0, end=7),)),
        EventPlacesRow(id="2", places=(Quoted(start=5, end=6),)),
    ],
)


def floor(figure: str = "tokens.f1", *, at: float, file: str = "a.jsonl") -> Floor:
    return Floor(task="event_places", file=file, figure=figure, floor=at)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "floors.toml"
    path.write_text(TOML)
    return path


@pytest.mark.parametrize(
    ("at", "broken"), [(0.4, False), (0.5, False), (0.509, False), (0.52, True)]
)
def test_a_floor_is_broken_by_more_than_epsilon(at, broken):
    (reached,) = check_floors(Floors(0.01, (floor(at=at),)), lambda run: SCORES)
    assert reached.is_broken is broken
    assert reached.figure == 0.5


def test_a_broken_floor_is_named_with_what_was_reached():
    both = (floor(at=0.9), floor("items_touched", at=0.5))
    broken, holds = check_floors(Floors(0.01, both), lambda run: SCORES)
    assert str(broken) == "event_places  a.jsonl  tokens.f1: BROKEN, floor 0.9, reached 0.5"
    assert str(holds) == "event_places  a.jsonl  items_touched: holds, floor 0.5, reached 0.5"


def test_a_file_that_is_not_there_breaks_nothing():
    (reached,) = check_floors(Floors(0.01, (floor(at=0.9),)), lambda run: None)
    assert not reached.is_broken
    assert not reached.is_higher
    assert str(reached).endswith("skipped, there is no a.jsonl")


def test_what_several_floors_stand_on_is_measured_once():
    runs: list[Run] = []

    def count(run: Run) -> object:
        runs.append(run)
        return SCORES

    floors = (floor(at=0), floor("items_exact", at=0), floor(at=0, file="b.jsonl"))
    check_floors(Floors(0.01, floors), count)
    assert [run.file for run in runs] == ["a.jsonl", "b.jsonl"]


def test_a_figure_that_is_not_measured_is_no_floor():
    with pytest.raises(UsageError, match="no_place_kept is not measured there"):
        check_floors(Floors(0.01, (floor("no_place_kept", at=0),)), lambda run: SCORES)


def test_no_floors_hold():
    assert check_floors(Floors(0.01), lambda run: SCORES) == ()


def test_floors_are_read_from_a_file(file):
    floors = load_floors(file)
    assert floors.epsilon == 0.01
    assert floors.floors[0].run == Run("event_places", "event_places/a.jsonl")
    assert floors.floors[1].run == Run("event_places", "event_places/a.jsonl", 100)


@pytest.mark.parametrize("text", ["", "epsilon = 'small'", "[[floors"])
def test_a_broken_file_is_refused(file, text):
    file.write_text(text)
    with pytest.raises(UsageError, match=r"floors\.toml: "):
        load_floors(file)


def test_floors_rise_and_nothing_else_changes(file):
    def better(run: Run) -> object:
        return SCORES if run.sample else score_of_all_right()

    reached = check_floors(load_floors(file), better)
    assert raise_floors(file, reached) == 1
    assert file.read_text() == TOML.replace("floor = 0.50 ", "floor = 1 ")
    again = check_floors(load_floors(file), better)
    assert raise_floors(file, again) == 0


def score_of_all_right() -> object:
    rows = [EventPlacesRow(id="1", text="Oldtown", places=(Quoted(start=0, end=7),))]
    return score(rows, rows)


def test_floors_never_sink(file):
    reached = check_floors(load_floors(file), lambda run: score([], []))
    assert all(one.is_broken for one in reached)
    assert raise_floors(file, reached) == 0
    assert file.read_text() == TOML


def test_a_file_whose_floors_share_a_line_is_not_rewritten(file):
    reached = check_floors(load_floors(file), lambda run: SCORES)
    with pytest.raises(UsageError, match="a line of its own"):
        raise_floors(file, reached[:1])


# ---- the real ones -------------------------------------------------------------------------------


def test_the_real_floors_can_be_checked():
    tasks = {task.name: task for task in TASKS}
    for one in REAL.floors:
        if one.task in tasks:
            figure_of(tasks[one.task].score([], []), one.figure)
    assert 0 < REAL.epsilon < 0.01


@pytest.mark.skipif(not BENCH.is_dir(), reason="no corpora here (set DATELINE_BENCH)")
@pytest.mark.skipif(not REAL.floors, reason="no floors yet")
def test_the_real_floors_hold() -> None:
    from dateline.pipeline import shared_engine

    engine = cache(shared_engine)
    reached = check_floors(REAL, lambda run: measure(run, BENCH, engine))
    assert not [str(one) for one in reached if one.is_broken]
