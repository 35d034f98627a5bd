"""Every value of a claim is in its account and in its line, with its words."""

import re

import click
import msgspec
import pytest

from dateline.cli.account import account_for, account_for_passed_over
from dateline.cli.claim_lines import Resolved, make_line
from dateline.cli.marks import claim_marks, mark_claim
from dateline.types import (
    Actor,
    ActorId,
    Attribution,
    Candidate,
    Claim,
    DatePrecision,
    Day,
    Document,
    Inter,
    KindId,
    Location,
    Mention,
    MentionKind,
    Outcome,
    OutcomeKind,
    PassedOver,
    Qualifier,
    Reading,
    Reason,
    Resolution,
    Span,
    Stance,
    Status,
    Toll,
    TollKind,
    When,
    WherePrecision,
)

TEXT = (
    "Red Front fighters stormed Oldtown. On Tuesday they reportedly attacked the army through a "
    "proxy with mortars at the ford to relieve the town, but were repelled, losing ten men, "
    "Radio North said."
)
DOCUMENT = Document("a.txt", "here", TEXT)


def at(words: str) -> Span:
    found = re.search(re.escape(words), TEXT)
    assert found
    return Span(*found.span())


def named(words: str, kind: MentionKind, **more: object) -> Mention:
    return Mention(at(words), kind, because=f"rule for {words}", **more)  # type: ignore[arg-type]


FRONT = Actor(ActorId("red"), "Red Front", Inter.REBEL_GROUP, "REB", "XX")
OTHERS = tuple(
    Actor(ActorId(f"red-{number}"), f"Red Front {number}", Inter.REBEL_GROUP, "REB")
    for number in range(5)
)
FORD = Location("the ford", WherePrecision.NEAR, 1.0, 2.0, 3.0, "XX", "North")
CLAIM = Claim(
    document=DOCUMENT.id,
    evidence=Span(TEXT.index("On Tuesday"), len(TEXT)),
    trigger=at("attacked"),
    kind=KindId("offensive"),
    status=Status.FAILED,
    status_cue=at("repelled"),
    background=True,
    actors=(named("they", MentionKind.ACTOR, antecedent=at("Red Front fighters")),),
    targets=(named("the army", MentionKind.ACTOR),),
    through=(named("a proxy", MentionKind.ACTOR),),
    places=(named("the ford", MentionKind.PLACE), named("the town", MentionKind.PLACE)),
    times=(named("Tuesday", MentionKind.TIME),),
    instruments=(named("mortars", MentionKind.WEAPON),),
    purposes=(at("to relieve the town"),),
    outcome=Outcome(OutcomeKind.REPELLED, at("were repelled")),
    tolls=(
        Toll(
            TollKind.KILLED,
            at("ten"),
            10,
            10,
            Qualifier.EXACT,
            named("ten men", MentionKind.ACTOR),
        ),
        Toll(TollKind.WOUNDED, at("men"), None, None, Qualifier.VAGUE),
    ),
    speakers=(
        Attribution(Stance.SAYS, at("said"), named("Radio North", MentionKind.ACTOR)),
        Attribution(Stance.CLAIMS, None, None),
    ),
    hedges=(at("reportedly"),),
    why=(Reason(0.0, "“attack” tells of it"), Reason(1.0, "who acts is named")),
)
READING = Reading(
    DOCUMENT.id,
    "digest",
    (CLAIM,),
    actors=(
        Resolution(
            "Red Front fighters",
            tuple(
                Candidate(actor, (Reason(0.5, "it is one of its names"),))
                for actor in (FRONT, *OTHERS)
            ),
            FRONT,
            spans=(at("Red Front fighters"),),
        ),
        Resolution(
            "the army",
            (Candidate(OTHERS[0], ()),),
            None,
            because="every state has one",
            spans=(at("the army"),),
        ),
    ),
    places=(Resolution("the ford", (Candidate(FORD, ()),), FORD, spans=(at("the ford"),)),),
    times=(
        Resolution(
            "Tuesday",
            (),
            When(Day(2018, 7, 24), Day(2018, 7, 24), DatePrecision.DAY),
            because="the last one",
            spans=(at("Tuesday"),),
        ),
    ),
)
RESOLVED = Resolved.of(DOCUMENT, READING)


def account() -> str:
    return click.unstyle("\n".join(account_for(CLAIM, RESOLVED, colour=False, candidates=True)))


@pytest.mark.parametrize(
    "words",
    [
        "offensive, failed, repelled, recalled",
        "status     failed: “repelled”",
        "“they”, that is “Red Front fighters” → Red Front [red]; rule for they",
        "target     “the army” → unknown; rule for the army",
        "through    “a proxy” → unknown",
        "“the ford” → the ford (within 3 km) [North, XX, 1.000, 2.000, where_prec 2]",
        "place      “the town” → unknown",
        "“Tuesday” → 2018-07-24",
        "instrument “mortars”; rule for mortars",
        "purpose    “to relieve the town”",
        "outcome    repelled: “were repelled”",
        "killed 10: “ten”, “ten men” → unknown",
        "wounded no number: “men”",
        "“Radio North” → unknown; rule for Radio North, says: “said”",
        "nobody named, claims",
        "hedge      “reportedly”",
        "who acts is named (+1.00)",
        "→  0.50  Red Front [red]",
        "and 2 more",
        "none was chosen: every state has one",
        "“Tuesday”: the last one",
    ],
)
def test_every_value_is_accounted_for(words: str) -> None:
    assert words in account()


def test_what_was_not_coded_has_its_reason() -> None:
    passed = [
        PassedOver(at("Red Front fighters stormed Oldtown."), at("stormed"), None, "a reason"),
        PassedOver(at("Radio North said."), None, KindId("talks"), "another"),
    ]
    lines = [*map(click.unstyle, account_for_passed_over(passed, RESOLVED, colour=False))]
    assert lines == [
        "not coded: “stormed”",
        "  Red Front fighters stormed Oldtown.",
        "  because    a reason",
        "not coded: “Radio North said.” (talks)",
        "  Radio North said.",
        "  because    another",
    ]


def test_every_mark_of_a_claim_has_a_label() -> None:
    labels = {mark.label.split()[0] for mark in claim_marks(CLAIM)}
    assert labels == {
        *("offensive", "failed", "repelled", "actor", "target", "through", "place", "time"),
        *("with", "purpose", "toll", "whose", "says", "speaker", "hedge"),
    }
    assert "[hedge: reportedly]" in mark_claim(DOCUMENT, CLAIM, colour=False)


def test_a_line_holds_every_word_that_a_claim_points_at() -> None:
    line = msgspec.to_builtins(make_line(CLAIM, RESOLVED))
    found: set[tuple[int, int]] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if {"text", "start", "end"} <= set(value):
                assert TEXT[value["start"] : value["end"]] == value["text"]
                found.add((value["start"], value["end"]))
            for part in value.values():
                walk(part)
        elif isinstance(value, list | tuple):
            for part in value:
                walk(part)

    walk(line)
    spans = {(mark.span.start, mark.span.end) for mark in claim_marks(CLAIM)}
    assert spans | {(CLAIM.evidence.start, CLAIM.evidence.end)} <= found


def test_a_line_says_unknown_as_null() -> None:
    line = make_line(CLAIM, RESOLVED)
    assert line.targets[0].id is None
    assert line.places[1].where_prec is None
    assert (line.places[0].where_prec, line.places[0].geo_precision) == (2, 2)
    assert line.times[0].earliest == "2018-07-24"
    assert line.tolls[1].low is None
    assert line.actors[0].antecedent is not None
