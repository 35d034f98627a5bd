"""The figures are those of the reference scorer, on its own corpus and on made-up predictions."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.evaluation.articles import load_articles, load_predictions
from dateline.evaluation.measures import Rate, Tally
from dateline.evaluation.scoring.articles import Scores, score_articles

ROOT = Path(__file__).parent.parent.parent
BENCH = Path(os.environ.get("DATELINE_BENCH", ROOT.parent / "shared" / "bench"))
SCORER = BENCH / "score" / "articles.py"

pytestmark = pytest.mark.skipif(
    not SCORER.is_file(), reason="no reference scorer here (set DATELINE_BENCH)"
)

KINDS = [
    *("airstrike", "clash", "offensive", "shelling", "takeover", "siege", "abduction", "arrest"),
    *("preparation", "deployment", "threat", "demand", "talks", "agreement", "release", "aid"),
]
STATUSES = [
    *("occurred", "ongoing", "failed", "planned", "threatened", "demanded", "hypothetical"),
    *("denied", "negated"),
]
ACTORS = [
    *("SDF", "Syrian Democratic Forces", "the Islamic State", "Isis", "Daesh", "Syrian army"),
    *(
        "SAA",
        "Damascus",
        "the SOHR",
        "Red Front / RF",
        "Front Rouge",
        "Druze prisoners",
        "",
        "A-B's",
    ),
]
PLACES = [
    *("Hajin", "south of Hajin", "Deir Ezzor", "Deir ez-Zor", "the outskirts of Oldtown"),
    *("Oldtown", "the desert", "Bąda", "Bada"),
]
TIMES = [
    None,
    *({"start": day, "end": day} for day in ("2018-07-25", "--07-25", "2018-07", "2018", "--07")),
    {"start": "2018-07-25", "end": None},
    {"start": None, "end": "2018-07-26"},
    {"start": "2018-07-01", "end": "2018-07-25"},
]


def make_claim(pick: random.Random, *, coded: bool, length: int, sentences: int) -> dict:
    start = pick.randrange(length - 5)
    claim = {
        "kind": pick.choice(KINDS),
        "status": pick.choice(STATUSES),
        "background": pick.random() < 0.3,
        "hedged": pick.random() < 0.3,
        "place_resolved": pick.choice(
            [
                None,
                {"lat": None, "lon": None},
                {"lat": 34 + pick.random(), "lon": 40 + pick.random(), "precision": 1},
            ]
        ),
        "time": pick.choice(TIMES),
        "tolls": [
            {
                "kind": pick.choice(["killed", "wounded"]),
                "low": pick.choice([None, 1, 2]),
                "high": pick.choice([None, 2]),
            }
            for _ in range(pick.randrange(3))
        ],
        "speaker": pick.choice([None, *ACTORS]),
        "outcome": None,
        "sentence": pick.choice(
            [[pick.randrange(sentences)], pick.sample(range(sentences), 2)]
            + ([] if coded else [None])
        ),
        "trigger": {"start": start, "end": start + pick.randrange(1, 5)},
    }
    for role, names in (("actors", ACTORS), ("targets", ACTORS), ("through", ACTORS)):
        claim[role] = pick.sample(names, pick.randrange(3))
    claim["places"] = pick.sample(PLACES, pick.randrange(3))
    if coded:
        claim["optional"] = pick.random() < 0.2
        if pick.random() < 0.2:
            claim["kind_alt"] = [pick.choice(KINDS)]
            claim["status_alt"] = [pick.choice(STATUSES)]
    else:
        shape = pick.random()
        if shape < 0.2:
            claim["evidence"] = claim.pop("trigger")
        elif shape < 0.3:
            claim["evidence"] = [claim.pop("trigger")]
        elif shape < 0.4:
            del claim["trigger"]
        if pick.random() < 0.5:
            claim["event"] = pick.randrange(4)
    return claim


def perturb(pick: random.Random, claim: dict) -> dict:
    """A prediction near a coded claim."""
    dropped = ("optional", "kind_alt", "status_alt")
    near = {key: value for key, value in claim.items() if key not in dropped}
    other = make_claim(pick, coded=False, length=200, sentences=4)
    for key in pick.sample(sorted(near), pick.randrange(len(near) // 2)):
        if key in other and key != "sentence":
            near[key] = other[key]
    if pick.random() < 0.5:
        near["event"] = pick.randrange(3)
    return near


def make_corpus(pick: random.Random, gold: Path, system: Path) -> None:
    sentences = [[0, 49], [50, 99], [101, 150], [150, 200]]
    for number in range(pick.randrange(1, 5)):
        coded = [
            make_claim(pick, coded=True, length=200, sentences=4)
            for _ in range(pick.randrange(0, 7))
        ]
        events = [sorted(pick.sample(range(len(coded)), 2))] if len(coded) > 2 else []
        article = {"id": f"{number:02}", "sentences": sentences, "claims": coded, "events": events}
        (gold / f"{number:02}.claims.json").write_text(json.dumps(article))
        claims = [perturb(pick, claim) for claim in coded if pick.random() < 0.8]
        claims += [perturb(pick, claim) for claim in coded if pick.random() < 0.3]
        claims += [
            make_claim(pick, coded=False, length=200, sentences=4)
            for _ in range(pick.randrange(0, 4))
        ]
        pick.shuffle(claims)
        if pick.random() < 0.9:
            (system / f"{number:02}.json").write_text(
                json.dumps({"id": f"{number:02}", "claims": claims})
            )
    if pick.random() < 0.3:
        group = {"name": "X", "certain": True, "claims": [{"id": "00", "claims": [0, 1]}]}
        (gold / "same_as.json").write_text(json.dumps({"groups": [group]}))


def reference(gold: Path, system: Path) -> dict:
    done = subprocess.run(
        [sys.executable, str(SCORER), str(system), "--gold", str(gold), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def as_tally(value: Tally) -> dict:
    shares = {"p": value.precision, "r": value.recall, "f1": value.f1}
    return shares | {"tp": value.right, "fp": value.extra, "fn": value.missed}


def as_rate(value: Rate) -> dict:
    return {"rate": value.share, "hits": value.hits, "n": value.total}


def as_reference(scores: Scores) -> dict:
    """Our scores in the shape the reference prints."""
    on_pairs, facts = scores.on_pairs, scores.false_facts
    rates = {
        **{name: getattr(on_pairs, name) for name in ("kind", "status", "background", "hedged")},
        **{name: getattr(on_pairs, name) for name in ("time", "pin_given", "within_50km")},
        "kind+status": on_pairs.kind_and_status,
        "time_null": on_pairs.no_time,
    }
    tallies = {
        **{name: getattr(on_pairs, name) for name in ("actors", "targets", "through", "places")},
        "tolls": on_pairs.tolls,
        "tolls_low": on_pairs.toll_lows,
        "speaker": on_pairs.speaker,
    }
    return {
        "articles": len(scores.articles),
        "missing": list(scores.without_predictions),
        "detection": as_tally(scores.detection),
        "detection_duplicates_forgiven": as_tally(scores.duplicates_forgiven),
        "duplicates": scores.duplicates,
        "claims_in_hard_negatives": scores.in_hard_negatives,
        **{name: as_rate(rate) for name, rate in rates.items()},
        **{f"{name}_f1": as_tally(tally) for name, tally in tallies.items()},
        "false_occurred": {
            "rate": Rate(facts.occurred, facts.total).share,
            "rate_occurred_or_ongoing": Rate(facts.occurred + facts.ongoing, facts.total).share,
            "n": facts.total,
            "by_status": {status: [rate.hits, rate.total] for status, rate in facts.by_status},
            "cases": [
                [case.article, case.claim, case.kind, case.status, case.predicted]
                for case in facts.cases
            ],
        },
        "merging_pairs": as_tally(scores.same_event) if scores.same_event else None,
        "status_confusion": {f"{coded}>{found}": n for coded, found, n in scores.confusion},
        "per_article": {
            score.id: as_tally(score.detection)
            | {
                "optional_matched": score.optional,
                "duplicates": score.duplicates,
                "gold": score.wanted,
                "system": score.predicted,
            }
            for score in scores.articles
        },
    }


def ours(gold: Path, system: Path) -> dict:
    return as_reference(score_articles(load_articles(gold), load_predictions(system)))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, system = tmp_path / "gold", tmp_path / "system"
    gold.mkdir()
    system.mkdir()
    return gold, system


@pytest.mark.parametrize("seed", range(25))
def test_made_up_predictions_get_the_reference_figures(seed, folders):
    make_corpus(random.Random(seed), *folders)
    assert ours(*folders) == reference(*folders)


@pytest.mark.parametrize("seed", range(5))
def test_perturbed_coding_gets_the_reference_figures(seed, folders):
    _, system = folders
    pick = random.Random(seed)
    for article in load_articles(BENCH / "articles").articles:
        content = json.loads((BENCH / "articles" / f"{article.id}.claims.json").read_text())
        claims = [perturb(pick, claim) for claim in content["claims"] if pick.random() < 0.9]
        pick.shuffle(claims)
        (system / f"{article.id}.json").write_text(json.dumps({"id": article.id, "claims": claims}))
    assert ours(BENCH / "articles", system) == reference(BENCH / "articles", system)


def test_the_coding_itself_is_all_right():
    gold = BENCH / "articles"
    assert ours(gold, gold) == reference(gold, gold)
    assert score_articles(load_articles(gold), load_predictions(gold)).detection.f1 == 1
