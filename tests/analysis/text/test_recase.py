from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.grammar.parse import Parser
from dateline.analysis.text.recase import is_in_capitals, recase
from dateline.types import Inter

TABLE = Path(__file__).parents[2] / "cases" / "recase.toml"
CASES = [
    pytest.param(
        case,
        id=case["name"],
    )
    for case in tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
]


class FewNames:
    """The names of the case table."""

    actors = frozenset({"Syrian Army", "IS", "FMLN", "Taliban"})
    places = frozenset({"San Salvador", "Marib", "Idlib", "Killing"})

    def is_actor(self, name: str) -> bool:
        return name in self.actors

    def inter_of(self, name: str) -> Inter | None:
        return Inter.REBEL_GROUP if name in self.actors else None

    def is_place(self, name: str) -> bool:
        return name in self.places

    def is_town(self, name: str) -> bool:
        return name in self.places

    def is_country(self, name: str) -> bool:
        return False

    def is_capital(self, name: str) -> bool:
        return name == "San Salvador"

    def is_demonym(self, word: str) -> bool:
        return word in ("Syrian", "Israeli")


@pytest.mark.parametrize("case", CASES)
def test_brings_capitals_back_to_mixed_case(case):
    assert recase(case["text"], FewNames()) == case["expect"]


def test_an_ordinary_word_is_no_name_whatever_the_gazetteer_says():
    text = "THE KILLING ENDED."
    assert recase(text, FewNames()) == "The Killing ended."
    assert recase(text, FewNames(), {"killing"}) == "The killing ended."


@given(st.text(max_size=200))
def test_the_result_is_as_long_as_the_text(text):
    assert len(recase(text, FewNames())) == len(text)


@given(st.text(alphabet="ABCİÀßÉ'’-. 12\n\"“", max_size=200))
def test_letters_change_their_case_and_nothing_else(text):
    for before, after in zip(text, recase(text, FewNames()), strict=True):
        assert after in (before, before.lower())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REBELS ATTACKED THE TOWN OF MARIB AT DAWN.", True),
        ("REBELS (fmln) ATTACKED THE TOWN OF MARIB AT DAWN.", True),
        ("Rebels Attack The Town Of Marib At Dawn", False),
        ("Rebels attacked the town of Marib at dawn.", False),
        ("FMLN", False),
        ("", False),
        ("1234567890 1234567890 1234567890", False),
        ("الجيش السوري يقصف مواقع المعارضة في إدلب", False),
    ],
)
def test_tells_a_bulletin_in_capitals(text, expected):
    assert is_in_capitals(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JUDGE TOMASZ KOWALSKI WAS SHOT.", "Judge Tomasz Kowalski was shot."),
        ("THE DRIVER OF ANA CASTRO ESCAPED.", "The driver of Ana Castro escaped."),
        ("HE SAID I LEFT ALONE.", "He said I left alone."),
        ("THE U.S. INTERESTS WERE HIT.", "The U.S. interests were hit."),
        ("THE MARIB'S ROADS WERE MINED.", "The Marib's roads were mined."),
        ("IT WAS A “POSITIVE YEAR” FOR HIM.", "It was a “positive year” for him."),
    ],
)
def test_tells_names_nobody_knows_from_words(text: str, expected: str) -> None:
    assert recase(text, FewNames(), vocabulary=Parser().vocabulary) == expected
