from __future__ import annotations

import pytest

from dateline.evaluation import row_lines
from dateline.evaluation.articles import Offsets
from dateline.evaluation.rows import (
    Alternatives,
    Attributed,
    AttributionRow,
    ClusterEvent,
    ClustersRow,
    DateRange,
    DyadClaim,
    DyadRow,
    EventFactuality,
    EventPlacesRow,
    FactualityRow,
    LabelledSentence,
    MentionsRow,
    Quoted,
    RecordEvent,
    RecordsRow,
    RecordToll,
    Relation,
    SentencesRow,
    TimeExpression,
    TimesRow,
    Toponym,
    ToponymsRow,
    TypedMention,
)

TEXT = "Rebels shelled\nOldtown."
REBELS, TOWN = Quoted(start=0, end=6), Quoted(start=15, end=22)

RECORD = RecordEvent(
    kind="attack",
    status="occurred",
    optional=True,
    actors=(("Rebels", "RF"), ("men",)),
    actor_organizations=(("Red Front",),),
    actor_confidence="suspected",
    place=("Peru", None, "Lima"),
    date=DateRange(None, "1990-01-09"),
    tolls=(RecordToll("killed", 2, None), RecordToll("wounded", 3, 3), RecordToll("killed", 1, 4)),
    outcome="held",
)


@pytest.mark.parametrize(
    ("say", "row", "lines"),
    [
        (
            row_lines.say_records,
            RecordsRow(
                id="1",
                events=(
                    RECORD,
                    RecordEvent(raw=Alternatives(kind_alternatives=("arson", "bombing"))),
                    RecordEvent(date=DateRange("1990-01-09", "1990-01-09")),
                ),
            ),
            [
                (
                    "attack; occurred; optional; ../1990-01-09; Peru, Lima; actors: Rebels / RF, "
                    "men; actor organizations: Red Front; suspected; killed 2-; wounded 3; "
                    "killed 1-4; held"
                ),
                "arson / bombing",
                "–; 1990-01-09",
            ],
        ),
        (
            row_lines.say_dyads,
            DyadRow(
                id="1",
                text=TEXT,
                claims=(
                    DyadClaim(
                        source=Offsets(0, 6), target=Offsets(15, 22), type="ASSAULT", mode="shell"
                    ),
                    DyadClaim(source=Offsets(40, 50)),
                ),
            ),
            ["Rebels > ASSAULT (shell) > Oldtown", "40:50 > – > –"],
        ),
        (
            row_lines.say_event_places,
            EventPlacesRow(id="1", text=TEXT, places=(TOWN, Quoted(start=0, end=1, quote="Kosti"))),
            ["Oldtown", "Kosti"],
        ),
        (
            row_lines.say_mentions,
            MentionsRow(
                id="1",
                text=TEXT,
                mentions=(
                    TypedMention(start=0, end=14, type="actor"),
                    TypedMention(start=15, end=22),
                ),
                relations=(Relation("Near", 0, 1), Relation("Near", 1, 7)),
            ),
            [
                "actor: Rebels shelled",
                "–: Oldtown",
                "Rebels shelled > Near > Oldtown",
                "Oldtown > Near > –",
            ],
        ),
        (
            row_lines.say_factuality,
            FactualityRow(
                id="1",
                text=TEXT,
                events=(
                    EventFactuality(start=7, end=14, label="negated", speaker=REBELS),
                    EventFactuality(start=7, end=14),
                ),
            ),
            ["negated: shelled (says Rebels)", "–: shelled"],
        ),
        (
            row_lines.say_attribution,
            AttributionRow(
                id="1",
                text=TEXT,
                attributions=(Attributed(source=(REBELS,), content=(REBELS, TOWN)),),
            ),
            ["Rebels > – > Rebels … Oldtown"],
        ),
        (row_lines.say_sentences, SentencesRow(id="1", labels=("A", "B")), ["A, B"]),
        (row_lines.say_sentences, SentencesRow(id="1"), []),
        (
            row_lines.say_sentences,
            SentencesRow(id="1", sentences=(LabelledSentence(), LabelledSentence(labels=("A",)))),
            ["sentence 2: A"],
        ),
        (
            row_lines.say_times,
            TimesRow(
                id="1",
                text=TEXT,
                times=(TimeExpression(start=0, end=6, type="DATE", value="2018"),),
            ),
            ["DATE 2018: Rebels"],
        ),
        (
            row_lines.say_toponyms,
            ToponymsRow(
                id="1",
                text=TEXT,
                toponyms=(
                    Toponym(start=15, end=22, lat=1.234, lon=-5),
                    Toponym(start=0, end=6, optional=True),
                ),
            ),
            ["Oldtown: 1.23, -5.00", "Rebels: not located; optional"],
        ),
        (
            row_lines.say_clusters,
            ClustersRow(id="1", events=(ClusterEvent(documents=("b", "a")), ClusterEvent())),
            ["a b"],
        ),
    ],
)
def test_one_line_says_what_one_thing_holds(say, row, lines):
    assert list(say(row)) == lines
