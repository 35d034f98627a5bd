"""The tasks that Dateline is measured on: what is compared, how, and on which files.

``articles`` is not among them: its corpus is a folder of texts, not a file of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ..errors import UsageError
from . import row_lines, rows
from .scoring import (
    attribution,
    clusters,
    dyads,
    event_places,
    factuality,
    mentions,
    records,
    sentences,
    times,
    toponyms,
)
from .scoring.shares import Share

R = TypeVar("R", bound=rows.Row)
S = TypeVar("S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[R, S]):
    """Something that Dateline answers about each row of a corpus."""

    name: str
    says: str  # what is compared, in a few words, after "Compare"
    row: type[R]
    score: Callable[[Sequence[R], Sequence[R]], S]
    mistakes: Callable[[S], float]  # in the scores of one row: 0 where all is right
    lines: Callable[[R], Iterable[str]]
    key_figures: tuple[str, ...]
    files: tuple[str, ...] = ()  # of a bench folder
    takes_map: bool = False  # of what the kinds of the codebook are called in a corpus
    default_map: str | None = None  # a packaged one; without it the answer chooses


def wrong(share: Share) -> float:
    """How much was said that is not right, or is right and was not said."""
    return share.predicted + share.gold - 2 * share.correct


TASKS: tuple[Task[Any, Any], ...] = (
    Task(
        name="records",
        says="whole events with their slots",
        row=rows.RecordsRow,
        score=records.score,
        mistakes=lambda scores: wrong(scores.all_slots),
        lines=row_lines.say_records,
        key_figures=("has_event.f1", "event.f1", "all_slots.f1"),
        files=("records/muc_dev.jsonl",),
        takes_map=True,
        default_map="muc",
    ),
    Task(
        name="dyads",
        says="who did what to whom",
        row=rows.DyadRow,
        score=dyads.score,
        mistakes=lambda scores: scores.dyads * (1 - scores.accuracy),
        lines=row_lines.say_dyads,
        key_figures=("coverage", "accuracy_covered", "macro_f1"),
        files=("dyads/plover_gsr.jsonl",),
    ),
    Task(
        name="event_places",
        says="where an event was",
        row=rows.EventPlacesRow,
        score=event_places.score,
        mistakes=lambda scores: wrong(scores.tokens),
        lines=row_lines.say_event_places,
        key_figures=("tokens.precision", "tokens.recall", "tokens.f1"),
        files=("event_places/event_location.jsonl",),
    ),
    Task(
        name="mentions",
        says="what a text names",
        row=rows.MentionsRow,
        score=mentions.score,
        mistakes=lambda scores: sum(
            wrong(group.relaxed) for name, group in scores.groups.items() if name != mentions.ANY
        ),
        lines=row_lines.say_mentions,
        key_figures=("groups.any.relaxed.f1", "groups.actor.relaxed.f1", "groups.place.relaxed.f1"),
        files=("mentions/re3d.jsonl",),
    ),
    Task(
        name="factuality",
        says="whether events happened",
        row=rows.FactualityRow,
        score=factuality.score,
        mistakes=lambda scores: sum(
            share.gold * (1 - share.recall) for share in scores.classes.values()
        ),
        lines=row_lines.say_factuality,
        key_figures=("coverage", "macro_f1", "claimed_happened_but_was_not"),
        files=("factuality/meantime.jsonl",),
    ),
    Task(
        name="attribution",
        says="who says what",
        row=rows.AttributionRow,
        score=attribution.score,
        mistakes=lambda scores: wrong(scores.pairs) + wrong(scores.source.overlap),
        lines=row_lines.say_attribution,
        key_figures=("pairs.f1", "source.overlap.f1", "content.overlap.f1"),
    ),
    Task(
        name="sentences",
        says="the labels of sentences",
        row=rows.SentencesRow,
        score=sentences.score,
        mistakes=lambda scores: sum(wrong(share) for share in scores.labels.values()),
        lines=row_lines.say_sentences,
        key_figures=("weighted_f1", "macro_f1", "exact"),
        takes_map=True,
    ),
    Task(
        name="times",
        says="time expressions and their values",
        row=rows.TimesRow,
        score=times.score,
        mistakes=lambda scores: (
            wrong(scores.relaxed) + 2 * scores.relaxed.correct * (1 - scores.value_accuracy)
        ),
        lines=row_lines.say_times,
        key_figures=("relaxed.f1", "value_f1", "without_creation_time.value_f1"),
        files=("times/meantime.jsonl",),
    ),
    Task(
        name="toponyms",
        says="place names and their coordinates",
        row=rows.ToponymsRow,
        score=toponyms.score,
        mistakes=lambda scores: (
            wrong(scores.spans) + scores.with_coordinates * (1 - scores.accuracy_161km_of_all)
        ),
        lines=row_lines.say_toponyms,
        key_figures=("spans.f1", "accuracy_161km_of_all", "accuracy_161km", "median_km"),
        files=("toponyms/lgl.jsonl", "toponyms/tr_news.jsonl"),
    ),
    Task(
        name="clusters",
        says="which documents tell of one event",
        row=rows.ClustersRow,
        score=clusters.score,
        mistakes=lambda scores: wrong(scores.pairwise),
        lines=row_lines.say_clusters,
        key_figures=("b_cubed.f1", "over_merge.mixed_events", "pool.b_cubed.f1"),
        files=("clusters/ecbplus.jsonl",),
    ),
)


def task_named(name: str) -> Task[Any, Any]:
    """The task of a name."""
    for task in TASKS:
        if task.name == name:
            return task
    raise UsageError(f"there is no task {name!r}: {', '.join(task.name for task in TASKS)}")
