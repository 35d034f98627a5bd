"""A snippet of news gets the one label of what it is about, a sentence every label it tells."""

from __future__ import annotations

import pytest

from dateline.evaluation.answers.inters import inter_of, is_crowd
from dateline.evaluation.answers.sentences import answer
from dateline.evaluation.rows import LabelledSentence, SentencesRow
from dateline.pipeline import load_engine

SNIPPETS = [
    ("GOV_REGAINS_TERIT", "Chadian troops retook Kaiga from the rebels after heavy clashes."),
    ("NON_STATE_ACTOR_OVERTAKES_TER", "Rebels seized Kidal from the Malian army."),
    ("NON_VIOL_TERRIT_TRANSFER", "Rebels took over Menaka without resistance."),
    ("ARMED_CLASH", "Militants attacked an army post in Diffa. Four soldiers were killed."),
    ("ATTACK", "Gunmen attacked villagers near Djibo with rifles."),
    ("REM_EXPLOS", "A roadside bomb hit a bus in Ghazni; three people were killed."),
    ("DISR_WEAP", "Sappers defused a bomb in Herat."),
    ("CHEM_WEAP", "Militants fired rockets that carried sarin at the village of Taza."),
    ("PEACE_PROTEST", "Miners marched in Potosi against the killing of a colleague."),
    ("PROTEST_WITH_INTER", "Students marched in Lima. Police used tear gas."),
    ("PROTEST_WITH_INTER", "Police arrested five teachers during a protest in Oaxaca."),
    ("FORCE_AGAINST_PROTEST", "Soldiers opened fire on protesters in Omdurman."),
    ("VIOL_DEMONSTR", "Students burned two buses during a demonstration in Dhaka."),
    ("MOB_VIOL", "Villagers beat two suspected thieves to death in Jos."),
    ("ATTACK", "Two men on a motorcycle shot dead a lawyer in Cali."),
    ("HQ_ESTABLISHED", "Turkish forces set up an observation post near Saraqib."),
    ("CHANGE_TO_GROUP_ACT", "Thirty fighters surrendered to the army in Bama."),
]


@pytest.fixture(scope="module")
def labels() -> dict[str, tuple[str, ...]]:
    rows = [
        SentencesRow(id=str(i), text=text, labels=(label,))
        for i, (label, text) in enumerate(SNIPPETS)
    ]
    answered = answer(rows, load_engine())
    return {row.text: found.labels for row, found in zip(rows, answered, strict=True)}


@pytest.mark.parametrize(("label", "text"), SNIPPETS)
def test_a_snippet_has_the_label_of_what_it_is_about(labels, label: str, text: str) -> None:
    assert labels[text] == (label,)


def test_where_a_row_has_two_labels_each_thing_told_has_its_own() -> None:
    text = "Rebels shelled Kidal and kidnapped a nurse."
    rows = [
        SentencesRow(id="1", text=text, labels=("SHELL_ARTILL_MISSILE_ATTACK", "ABDUCT_DISSAP"))
    ]
    (found,) = answer(rows, load_engine())
    assert found.labels == ("SHELL_ARTILL_MISSILE_ATTACK", "ABDUCT_DISSAP")


def test_what_police_did_and_did_not_do() -> None:
    told = {
        "Two men were killed in police firing in Kanpur.": {"KILL", "FORCE", "ANY_ACTION"},
        "Police fired tear gas at the crowd.": {"FORCE", "ANY_ACTION"},
        "Police arrested nine looters.": {"ARREST", "ANY_ACTION"},
        "Policemen stood by as the market burned.": {"FAIL"},
        "A mob killed a tailor in Kanpur.": set(),
    }
    sentences = tuple(
        LabelledSentence(text=text, labels=tuple(sorted(labels))) for text, labels in told.items()
    )
    (found,) = answer([SentencesRow(id="1", sentences=sentences)], load_engine())
    assert {sentence.text: set(sentence.labels) for sentence in found.sentences or ()} == told


def test_an_organ_of_a_state_acts_for_it_though_nobody_knows_which_state() -> None:
    assert inter_of("the security forces", None) == 1
    assert inter_of("Rwandan and Mozambican troops", None) == 1
    assert inter_of("the Blue Wing", None) is None


def test_a_crowd_is_no_lone_man() -> None:
    assert is_crowd(7, "villagers")
    assert not is_crowd(7, "men")
    assert not is_crowd(2, "rebels")
