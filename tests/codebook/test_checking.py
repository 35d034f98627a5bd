"""What is wrong with a kind is said field by field; the table of refusals is in test_loading.py."""

from __future__ import annotations

from dateline.codebook.checking import find_problems
from dateline.codebook.kinds import Kind, Noun, Triggers, Verb
from dateline.types import KindId


def test_every_problem_is_told_not_only_the_first() -> None:
    kind = Kind(id=KindId("Bad Id"), label="", definition="")
    fields = [problem.partition(":")[0] for problem in find_problems(kind)]
    assert fields == ["id", "label", "definition", "positive", "negative"]


def test_hyphens_apostrophes_and_letters_of_any_script_are_words() -> None:
    triggers = Triggers(verbs=(Verb(verb="take * hostage"),), nouns=(Noun(noun="coup d’état"),))
    kind = Kind(id=KindId("coup"), label="Coup", definition="A coup.", triggers=triggers)
    assert not [problem for problem in find_problems(kind) if problem.startswith("triggers")]
