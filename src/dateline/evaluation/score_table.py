"""Show the scores of a task: a table for people, JSON for programs, and the worst rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from .figures import Measured, find_figures, is_share
from .measures import Rate
from .scoring.shares import paired
from .tasks import R, S, Task

_COUNTS = ("correct", "predicted", "gold")
_TINY = 1e-3  # less than any mistake, more than rounding


@dataclass(frozen=True, slots=True)
class WorstRow:
    """A row of the corpus that came out badly: what was expected, and what was said."""

    id: str
    mistakes: float
    expected: tuple[str, ...]
    said: tuple[str, ...]


def report_scores(scores: object, worst: Sequence[WorstRow] = ()) -> str:
    """The scores as a table, and the worst rows below it."""
    figures = tuple(find_figures(scores))
    width = max((len(figure.label) for figure in figures), default=0)
    shares = [figure for figure in figures if is_share(figure.value)]
    plain = [figure for figure in figures if not is_share(figure.value)]
    head = f"{'':<{width + 2}}{'P':>7}{'R':>7}{'F1':>7}{'right':>9}{'said':>9}{'coded':>9}"
    return "\n".join(
        [
            *([head] if shares else []),
            *(_share_line(figure, width) for figure in shares),
            *([""] if shares and plain else []),
            *(f"  {figure.label:<{width}}{_plain(figure.value):>7}" for figure in plain),
            *_worst_lines(worst),
        ]
    )


def scores_json(scores: object) -> bytes:
    """The scores as they are."""
    return msgspec.json.format(msgspec.json.encode(scores), indent=1)


def find_worst(
    task: Task[R, S], gold: Sequence[R], predicted: Sequence[R], *, count: int
) -> tuple[WorstRow, ...]:
    """The rows with most mistakes, worst first; rows without any are not among them."""
    if count <= 0:
        return ()
    weighed = []
    for row, said in paired(gold, predicted):
        mistakes = task.mistakes(task.score([row], [said] if said else []))
        if mistakes > _TINY:
            weighed.append((mistakes, row, said))
    weighed.sort(key=lambda weight: (-weight[0], weight[1].id))
    return tuple(
        WorstRow(
            row.id,
            mistakes,
            tuple(task.lines(row)),
            # A prediction need not repeat the text that its offsets are of.
            tuple(task.lines(replace(said, text=row.text))) if said else (),
        )
        for mistakes, row, said in weighed[:count]
    )


def _share_line(figure: Measured, width: int) -> str:
    share = figure.value
    shares = "".join(f"{100 * part:>7.1f}" for part in (share.precision, share.recall, share.f1))
    counts = "".join(f"{_count(getattr(share, name, None)):>9}" for name in _COUNTS)
    return f"  {figure.label:<{width}}{shares}{counts}".rstrip()


def _count(count: float | None) -> str:
    return "" if count is None else f"{count:.1f}".removesuffix(".0")


def _plain(value: Any) -> str:
    if isinstance(value, Rate):
        return f"{value.hits} of {value.total}"
    return f"{value:.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _worst_lines(worst: Sequence[WorstRow]) -> Iterable[str]:
    if worst:
        yield ""
        yield "worst rows"
    for row in worst:
        yield f"  {row.id}"
        for label, lines in (("expected", row.expected), ("said", row.said)):
            for line in lines or ("nothing",):
                yield f"    {label:<10}{line}"
