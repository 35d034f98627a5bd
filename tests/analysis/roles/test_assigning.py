from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.analysis.roles.arguments import find_arguments
from dateline.analysis.roles.assigning import find_roles
from dateline.analysis.status.attitudes import load_attitudes
from dateline.analysis.triggers.conditions import choose_entry
from dateline.analysis.triggers.finding import TriggerIndex

TABLE = Path(__file__).parents[2] / "cases" / "roles.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_gives_each_its_part(case, differences):
    assert differences(case) == []


@pytest.fixture(scope="session")
def fillers(engine, passage):
    """Who has which role around a word, and the rule that says so."""
    index = TriggerIndex(engine.codebook)

    def find(text: str, word: str) -> list[tuple[str, str, str]]:
        here = passage(text)
        for option in (
            option
            for token in here.sentence.tokens
            for option in index.options(token, here.sentence)
        ):
            if here(word) in option.tokens:
                arguments = find_arguments(option, load_attitudes())
                entry = choose_entry(option, arguments, here.phrases).entry
                if entry is not None:
                    found = find_roles(entry, arguments, here.phrases)
                    return [(filler.role, filler.head.text, filler.because) for filler in found]
        return []

    return find


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels attacked soldiers.", "attacked",
         [("actor", "Rebels", "subject of “attack”"),
          ("target", "soldiers", "object of “attack”")]),
        ("Soldiers were attacked by rebels.", "attacked",
         [("target", "Soldiers", "subject of the passive of “attack”"),
          ("actor", "rebels", "agent of “attack”")]),
        ("The rebels' attack on soldiers ended.", "attack",
         [("actor", "rebels", "owner of “attack”"), ("target", "soldiers", "“on” of “attack”")]),
    ],
)  # fmt: skip
def test_each_role_has_the_rule_that_gives_it(fillers, text, word, expected):
    assert fillers(text, word) == expected
