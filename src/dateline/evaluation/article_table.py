"""Show the scores of articles: a table for people, JSON for programs."""

from __future__ import annotations

from dataclasses import fields

import msgspec

from .measures import Rate, Tally
from .scoring.articles import Scores

WORST = 5

_LABELS = {
    "kind": "kind",
    "status": "status",
    "kind_and_status": "kind and status",
    "background": "background",
    "hedged": "hedged",
    "time": "time, where coded",
    "no_time": "no time, where none",
    "pin_given": "pin given, where coded",
    "within_50km": "pin within 50 km",
    "actors": "actors",
    "targets": "targets",
    "through": "through",
    "places": "places",
    "tolls": "tolls, low and high",
    "toll_lows": "tolls, low",
    "speaker": "speaker",
}


def report(scores: Scores) -> str:
    """The scores as a table, with the articles that came out worst."""
    without = " ".join([str(len(scores.without_predictions)), *scores.without_predictions])
    lines = [
        f"articles {len(scores.articles)}, without predictions {without}",
        "",
        f"{'claims':<26}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'extra':>7}{'missed':>8}",
        _tally_line("found", scores.detection),
        _tally_line("duplicates forgiven", scores.duplicates_forgiven),
        f"duplicates {scores.duplicates}",
        f"claims in articles that have none {scores.in_hard_negatives}",
        "",
        "on the claims found",
        *(_field_line(scores, part.name) for part in fields(scores.on_pairs)),
        "",
        *_false_fact_lines(scores),
    ]
    if scores.same_event is not None:
        lines.append(_tally_line("same event", scores.same_event))
    return "\n".join([*lines, "", *_worst_lines(scores)])


def report_json(scores: Scores) -> bytes:
    """The counts behind the table, and the shares made of them."""
    shares = {
        name: _shares(value)
        for name, value in (
            ("detection", scores.detection),
            ("duplicates_forgiven", scores.duplicates_forgiven),
            *((part.name, getattr(scores.on_pairs, part.name)) for part in fields(scores.on_pairs)),
        )
    }
    content = {**msgspec.to_builtins(scores), "shares": shares}
    return msgspec.json.format(msgspec.json.encode(content), indent=1)


def _shares(value: Rate | Tally) -> dict[str, float | None]:
    if isinstance(value, Rate):
        return {"share": value.share}
    return {"precision": value.precision, "recall": value.recall, "f1": value.f1}


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def _tally_line(label: str, tally: Tally) -> str:
    shares = (tally.precision, tally.recall, tally.f1)
    return (
        f"  {label:<24}"
        + "".join(f"{_percent(share):>7}" for share in shares)
        + f"{tally.right:>7}{tally.extra:>7}{tally.missed:>8}"
    )


def _field_line(scores: Scores, name: str) -> str:
    value, label = getattr(scores.on_pairs, name), _LABELS[name]
    if isinstance(value, Tally):
        return _tally_line(label, value)
    return f"  {label:<24}{_percent(value.share):>7}  {value.hits} of {value.total}"


def _false_fact_lines(scores: Scores) -> list[str]:
    facts = scores.false_facts
    occurred = Rate(facts.occurred, facts.total)
    either = Rate(facts.occurred + facts.ongoing, facts.total)
    return [
        f"told as fact, of {facts.total} that are none",
        f"  {'occurred':<24}{_percent(occurred.share):>7}",
        f"  {'occurred or ongoing':<24}{_percent(either.share):>7}",
        *(
            f"  {status:<24}{rate.hits} of {rate.total}"
            for status, rate in facts.by_status
            if rate.hits
        ),
        *(
            f"  {case.article} claim {case.claim} {case.kind}: {case.status} > {case.predicted}"
            for case in facts.cases
        ),
    ]


def _worst_lines(scores: Scores) -> list[str]:
    # An article without claims and without predictions has no F1 and is all right.
    shown = [article for article in scores.articles if article.detection.f1 is not None]
    worst = sorted(shown, key=lambda article: (article.detection.f1 or 0.0, article.id))[:WORST]
    return ["worst articles", *(_tally_line(article.id, article.detection) for article in worst)]
