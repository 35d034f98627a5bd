"""Each task's figures are those of its reference scorer, on made-up coding and predictions."""

from __future__ import annotations

import json
import os
import random
import string
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from dateline.evaluation.rows import load_rows, write_rows
from dateline.evaluation.tasks import TASKS, task_named

ROOT = Path(__file__).parent.parent.parent
BENCH = Path(os.environ.get("DATELINE_BENCH", ROOT.parent / "shared" / "bench"))
SCORERS = BENCH / "score"

pytestmark = pytest.mark.skipif(
    not (SCORERS / "measuring.py").is_file(),
    reason="no reference scorers here (set DATELINE_BENCH)",
)

Json = dict
Pick = random.Random

# ---- the reference -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reference() -> Callable[[str], ModuleType]:
    """The module that scores a task; they import each other by name."""

    def load(name: str) -> ModuleType:
        spec = spec_from_file_location(f"reference_{name}", SCORERS / f"{name}.py")
        module = module_from_spec(spec)
        sys.path.insert(0, str(SCORERS))
        try:
            spec.loader.exec_module(module)
        finally:
            sys.path.remove(str(SCORERS))
            sys.modules.pop("measuring", None)
        return module

    return load


def expected(module: ModuleType, task: str, gold: list[Json], said: list[Json]) -> Json:
    """The figures that the reference gives, in our shape where ours holds more."""
    figures = module.score(gold, said)
    if task == "times":
        figures["without_creation_time"] = module.score(gold, said, no_creation_time=True)
    if task == "clusters":
        figures["pool"] = module.score(gold, said, pool=True)
    if task == "dyads":
        parts = {kind: part.split("/") for kind, part in figures["recall_by_type"].items()}
        figures["recall_by_type"] = {
            kind: {"hits": int(hits), "total": int(total)} for kind, (hits, total) in parts.items()
        }
    if task == "records":
        figures.setdefault("coordinates", None)
    if task == "sentences":
        figures.setdefault("documents", None)
    return figures


# ---- made-up rows --------------------------------------------------------------------------------

WORDS = "red front rebels of the oldtown army members group bridge two mayor in under fire".split()
LENGTH = 120


def make_name(pick: Pick) -> str:
    return " ".join(pick.choices(WORDS, k=pick.randrange(1, 5)))


def make_text(pick: Pick) -> str:
    letters = pick.choices(string.ascii_lowercase[:6] + "    .,", k=LENGTH)
    return "".join(letters)


def make_span(pick: Pick) -> Json:
    start = pick.randrange(LENGTH - 12)
    return {"start": start, "end": start + pick.randrange(1, 12)}


def some(pick: Pick, make: Callable[[Pick], object], most: int) -> list:
    return [make(pick) for _ in range(pick.randrange(most + 1))]


def maybe(pick: Pick, make: Callable[[Pick], object], chance: float = 0.7) -> object:
    return make(pick) if pick.random() < chance else None


def shifted(pick: Pick, span: Json) -> Json:
    """A span near another, often the same."""
    start = max(0, span["start"] + pick.choice([0, 0, 0, -2, 1, 5]))
    return span | {"start": start, "end": max(start + 1, span["end"] + pick.choice([0, 0, 2]))}


def make_filler(pick: Pick) -> list[str]:
    return [make_name(pick) for _ in range(pick.randrange(1, 3))]


def make_dates(pick: Pick) -> Json:
    day = f"1990-01-{pick.randrange(1, 29):02}"
    return pick.choice(
        [
            {"start": day, "end": day},
            {"start": None, "end": day},
            {"start": "1990-01-02", "end": day},
            {"start": None, "end": None},
            {"start": "January", "end": "1990"},
        ]
    )


def make_toll(pick: Pick) -> Json:
    low = pick.choice([None, 1, 2, 5])
    high = pick.choice([None, low, 7])
    kind = pick.choice(["killed", "wounded"])
    return {"kind": kind, "low": low, "high": high, "optional": pick.random() < 0.2}


def make_place(pick: Pick) -> list[str | None]:
    return pick.choices(["Peru", "Lima", "the Peru", "Rimac", None], k=pick.randrange(4))


RECORD_LISTS = ("actors", "actor_organizations", "targets", "victims", "instruments")


def make_record(pick: Pick) -> Json:
    event: Json = {slot: some(pick, make_filler, 2) for slot in RECORD_LISTS}
    kinds = ["bombing", "attack", "kidnapping"]
    event |= {
        "kind": pick.choice([*kinds, None]),
        "status": pick.choice(["occurred", "threatened"]),
        "optional": pick.random() < 0.2,
        "actor_confidence": pick.choice([None, "suspected", "claimed"]),
        "place": pick.choice([None, make_place(pick)]),
        "lat": maybe(pick, lambda pick: pick.uniform(10, 12)),
        "lon": 20.5,
        "date": maybe(pick, make_dates),
        "tolls": some(pick, make_toll, 2),
        "outcome": pick.choice([None, "held", "taken"]),
        "raw": {},
    }
    if pick.random() < 0.5:
        event["raw"] = {
            "kind_alternatives": pick.sample(kinds, pick.randrange(3)),
            "date_alternatives": some(pick, make_dates, 2),
            "place_alternatives": some(pick, make_place, 2),
            "status_alternatives": pick.choice([[], ["occurred", "failed"]]),
            "optional_fillers": {
                slot: sorted(pick.sample(range(len(event[slot])), pick.randrange(2)))
                for slot in RECORD_LISTS
                if event[slot]
            },
        }
    return event


def near_record(pick: Pick, event: Json) -> Json:
    other = make_record(pick)
    swapped = pick.sample(sorted(event), pick.randrange(len(event)))
    near = event | {key: other[key] for key in swapped}
    if "actors" in swapped or "raw" not in swapped:
        near["raw"] = {}
    return near | {"optional": False}


def make_dyad(pick: Pick) -> Json:
    return {
        "source": maybe(pick, make_span, 0.9),
        "target": maybe(pick, make_span, 0.9),
        "type": pick.choice(["AID", "ASSAULT", "CONSULT"]),
        "other_sources": some(pick, make_span, 1),
        "other_targets": some(pick, make_span, 1),
    }


def near_dyad(pick: Pick, dyad: Json) -> Json:
    near = {
        side: shifted(pick, dyad[side]) if dyad[side] else None for side in ("source", "target")
    }
    if pick.random() < 0.3:
        near = {"source": near["target"], "target": near["source"]}
    return near | {"type": pick.choice([dyad["type"], dyad["type"], "AID", None])}


def make_dyad_rows(pick: Pick) -> tuple[list[Json], list[Json]]:
    gold, said = [], []
    for number in range(pick.randrange(1, 12)):
        row = make_dyad(pick) | {"id": str(number), "text": f"Sentence {number // 2}."}
        row |= {"source": make_span(pick), "symmetric": pick.random() < 0.3}
        gold.append(row)
        claims = [near_dyad(pick, row) for _ in range(pick.randrange(3))] + some(pick, make_dyad, 2)
        if pick.random() < 0.2:
            said.append(row)
        elif pick.random() < 0.9:
            said.append({"id": row["id"], "claims": claims})
    return gold, said


def make_mentions(pick: Pick) -> Json:
    kinds = ["Organisation", "Location", "actor", "Weapon", "Temporal", "DocumentReference", None]
    mentions = [make_span(pick) | {"type": pick.choice(kinds)} for _ in range(pick.randrange(7))]
    return {"mentions": mentions, "relations": make_relations(pick, len(mentions))}


def make_relations(pick: Pick, mentions: int) -> list[Json]:
    if not mentions:
        return []
    return [
        {
            "type": pick.choice(["Near", "Fights"]),
            "from": pick.randrange(mentions),
            "to": pick.randrange(mentions),
        }
        for _ in range(pick.randrange(5))
    ]


def near_mentions(pick: Pick, row: Json) -> Json:
    kept = [shifted(pick, mention) for mention in row["mentions"]]
    other = make_mentions(pick)
    mentions = kept + other["mentions"]
    return {"mentions": mentions, "relations": row["relations"] + other["relations"]}


def make_factual(pick: Pick) -> Json:
    return make_span(pick) | {
        "certainty": pick.choice(["CERTAIN", "CERTAIN", "POSSIBLE", "UNDERSPECIFIED"]),
        "polarity": pick.choice(["POS", "POS", "NEG", "UNDERSPECIFIED"]),
        "time": pick.choice(["FUTURE", "NON_FUTURE", "UNDERSPECIFIED"]),
        "speaker": maybe(pick, make_span, 0.4),
    }


def near_factual(pick: Pick, event: Json) -> Json:
    labels = ["happened", "negated", "uncertain", "future", "unheard"]
    near = shifted(pick, event)
    if pick.random() < 0.7:
        near["label"] = pick.choice(labels)
    if near["speaker"]:
        near["speaker"] = shifted(pick, near["speaker"])
    return near


def make_attribution(pick: Pick) -> Json:
    return {part: some(pick, make_span, 2) for part in ("source", "cue", "content")}


def near_attribution(pick: Pick, attribution: Json) -> Json:
    return {
        part: [shifted(pick, span) for span in spans if pick.random() < 0.8]
        for part, spans in attribution.items()
    }


def make_time(pick: Pick) -> Json:
    return make_span(pick) | {
        "type": pick.choice(["DATE", "TIME", "DURATION"]),
        "value": pick.choice(["2018-07-25", "2018-07-25T10:00", "2018-07", "P2D", ""]),
        "creation_time": pick.random() < 0.2,
    }


def near_time(pick: Pick, time: Json) -> Json:
    return shifted(pick, time) | {"value": pick.choice([time["value"], time["value"], None, "x"])}


def make_toponym(pick: Pick) -> Json:
    lat = maybe(pick, lambda pick: pick.uniform(30, 34))
    return make_span(pick) | {
        "lat": lat,
        "lon": None if lat is None else pick.uniform(40, 44),
        "geonameid": pick.choice(["1", "2", "3", None]),
        "optional": pick.random() < 0.2,
    }


def near_toponym(pick: Pick, toponym: Json) -> Json:
    near = shifted(pick, toponym)
    lat = toponym["lat"]
    if lat is not None and pick.random() < 0.8:
        near["lat"] = lat + pick.choice([0, 1, 3])
    return near | {"lon": 41.0 if near["lat"] is not None else None}


def make_labels(pick: Pick) -> list[str]:
    return pick.sample(["KILL", "SHELL", "TALK"], pick.randrange(3))


def make_sentence_rows(pick: Pick) -> tuple[list[Json], list[Json]]:
    gold, said = [], []
    long = pick.random() < 0.5
    for number in range(pick.randrange(1, 6)):
        row: Json = {"id": str(number)}
        if long and pick.random() < 0.8:
            lengths = [pick.randrange(1, 4) for _ in range(2)]
            rows = [
                row | {"sentences": [{"labels": make_labels(pick)} for _ in range(length)]}
                for length in lengths
            ]
        else:
            rows = [row | {"labels": make_labels(pick)} for _ in range(2)]
        gold.append(rows[0])
        if pick.random() < 0.8:
            said.append(rows[1])
    return gold, said


def make_cluster_rows(pick: Pick) -> tuple[list[Json], list[Json]]:
    gold, said = [], []
    for number in range(pick.randrange(1, 4)):
        names = [f"{number}-{letter}" for letter in "abcdefg"[: pick.randrange(1, 8)]]
        events = [{"id": str(event), "documents": []} for event in range(3)]
        for name in names:
            pick.choice(events)["documents"].append(name)
        row = {"id": f"pool-{number}", "documents": [{"id": name} for name in names]}
        gold.append(row | {"events": events})
        answers = [
            {"id": str(event), "documents": pick.choices([*names, "elsewhere"], k=3)}
            for event in range(pick.randrange(4))
        ]
        if pick.random() < 0.8:
            said.append({"id": row["id"], "events": answers})
    return gold, said


def rows_of(
    field: str, make: Callable[[Pick], Json], near: Callable[[Pick, Json], Json], **more: object
) -> Callable[[Pick], tuple[list[Json], list[Json]]]:
    """Rows with a list in one field: some of the list found, some of it nearly, some made up."""

    def rows(pick: Pick) -> tuple[list[Json], list[Json]]:
        gold, said = [], []
        for number in range(pick.randrange(1, 5)):
            row = {"id": str(number), "text": make_text(pick), **more}
            coded = some(pick, make, 5)
            found = [near(pick, one) for one in coded if pick.random() < 0.8]
            found += some(pick, make, 2)
            pick.shuffle(found)
            gold.append(row | {field: coded})
            if pick.random() < 0.9:
                said.append({"id": row["id"], field: found})
        return gold, said

    return rows


def make_mention_rows(pick: Pick) -> tuple[list[Json], list[Json]]:
    gold = [{"id": str(number)} | make_mentions(pick) for number in range(pick.randrange(1, 5))]
    said = [{"id": row["id"]} | near_mentions(pick, row) for row in gold if pick.random() < 0.9]
    return gold, said


MAKERS = {
    "records": rows_of("events", make_record, near_record),
    "dyads": make_dyad_rows,
    "event_places": rows_of("places", make_span, shifted),
    "mentions": make_mention_rows,
    "factuality": rows_of("events", make_factual, near_factual),
    "attribution": rows_of("attributions", make_attribution, near_attribution),
    "sentences": make_sentence_rows,
    "times": rows_of("times", make_time, near_time, annotated_end=90),
    "toponyms": rows_of("toponyms", make_toponym, near_toponym),
    "clusters": make_cluster_rows,
}


# ---- the comparison ------------------------------------------------------------------------------


def write_json(rows: list[Json], path: Path) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def read_json(path: Path) -> list[Json]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def ours(name: str, gold: Path, said: Path) -> Json:
    task = task_named(name)
    scores = task.score(tuple(load_rows(gold, task.row)), tuple(load_rows(said, task.row)))
    return msgspec.to_builtins(scores)


def test_every_task_is_compared() -> None:
    assert set(MAKERS) == {task.name for task in TASKS}


@pytest.mark.parametrize("name", MAKERS)
def test_made_up_predictions_get_the_reference_figures(
    name: str, tmp_path: Path, reference: Callable[[str], ModuleType]
) -> None:
    module = reference(name)
    for seed in range(40):
        gold, said = MAKERS[name](random.Random(seed))
        paths = write_json(gold, tmp_path / "gold"), write_json(said, tmp_path / "said")
        if name == "factuality" and not any(map(module.label, sum_events(gold))):
            continue  # the reference does not divide by nought
        assert ours(name, *paths) == expected(module, name, gold, said), seed


def sum_events(rows: list[Json]) -> list[Json]:
    return [event for row in rows for event in row["events"]]


@pytest.mark.parametrize("name", MAKERS)
def test_rows_that_are_written_score_alike(
    name: str, tmp_path: Path, reference: Callable[[str], ModuleType]
) -> None:
    module, task = reference(name), task_named(name)
    gold, said = MAKERS[name](random.Random(1))
    write_json(said, tmp_path / "said")
    write_rows(load_rows(tmp_path / "said", task.row), tmp_path / "written")
    again = read_json(tmp_path / "written")
    assert expected(module, name, gold, again) == expected(module, name, gold, said)


FILES = [(task.name, file) for task in TASKS for file in task.files]


@pytest.mark.parametrize(("name", "file"), FILES, ids=[file for _, file in FILES])
def test_the_coding_itself_gets_the_reference_figures(
    name: str, file: str, reference: Callable[[str], ModuleType]
) -> None:
    path = BENCH / file
    rows = read_json(path)
    assert ours(name, path, path) == expected(reference(name), name, rows, rows)


def mixed(pick: Pick, rows: list[Json]) -> list[Json]:
    """Predictions that have some of what is coded, and some of what is coded in the row before."""
    said = []
    for row, other in zip(rows, [rows[-1], *rows], strict=False):
        lists = [name for name, value in row.items() if isinstance(value, list)]
        said.append(
            row
            | {
                name: [one for one in row[name] + other.get(name, []) if pick.random() < 0.6]
                for name in lists
                if name not in ("documents", "relations")
            }
        )
    return said


@pytest.mark.parametrize(("name", "file"), FILES, ids=[file for _, file in FILES])
def test_mixed_up_coding_gets_the_reference_figures(
    name: str, file: str, tmp_path: Path, reference: Callable[[str], ModuleType]
) -> None:
    path = BENCH / file
    rows = read_json(path)
    said = mixed(random.Random(7), rows)
    predictions = write_json(said, tmp_path / "said")
    assert ours(name, path, predictions) == expected(reference(name), name, rows, said)
