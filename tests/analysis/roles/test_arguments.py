from __future__ import annotations

import pytest

from dateline.analysis.grammar.subjects import is_passive
from dateline.analysis.roles.arguments import find_arguments
from dateline.analysis.status.attitudes import load_attitudes
from dateline.analysis.triggers.finding import TriggerIndex


@pytest.fixture(scope="session")
def slots(engine, passage):
    """The slots around a word, as "slot word" strings."""
    index = TriggerIndex(engine.codebook)

    def find(text: str, word: str) -> list[str]:
        here = passage(text)
        match = next(
            option
            for token in here.sentence.tokens
            for option in index.options(token, here.sentence)
            if here(word) in option.tokens
        )
        arguments = find_arguments(match, load_attitudes())
        return [f"{argument.slot} {argument.head.text}" for argument in arguments.found]

    return find


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels attacked soldiers.", "attacked", ["subject Rebels", "object soldiers"]),
        ("Soldiers were attacked by rebels.", "attacked", ["object Soldiers", "subject rebels"]),
        ("Rebels and bandits attacked soldiers.", "attacked",
         ["subject Rebels", "subject bandits", "object soldiers"]),
        ("The rebels who attacked Beni fled.", "attacked", ["subject rebels", "object Beni"]),
        ("The town that the rebels attacked is calm.", "attacked",
         ["object town", "subject rebels"]),
        ("Soldiers attacked by rebels fled.", "attacked", ["object Soldiers", "subject rebels"]),
        ("Rebels left Beni after attacking soldiers.", "attacking",
         ["subject Rebels", "object soldiers"]),
        ("Rebels want to attack Beni.", "attack", ["subject Rebels", "object Beni"]),
        ("Kyiv ordered soldiers to attack Donetsk.", "attack",
         ["subject soldiers", "object Donetsk"]),
        ("Rebels bombed and shelled the town.", "bombed", ["subject Rebels", "object town"]),
        ("Rebels bombed and shelled the town.", "shelled", ["subject Rebels", "object town"]),
        ("Rebels attacked Beni in May.", "attacked", ["subject Rebels", "object Beni", "in May"]),
        ("Kyiv accused Moscow of shelling Kherson.", "shelling",
         ["subject Moscow", "object Kherson"]),
        ("Rebels have attacked soldiers.", "attacked", ["subject Rebels", "object soldiers"]),
        ("A plan by rebels to attack Beni failed.", "attack", ["subject rebels", "object Beni"]),
        ("Troops opened fire on protesters.", "opened", ["subject Troops", "on protesters"]),
    ],
)  # fmt: skip
def test_undoes_voice_control_relatives_and_coordination(slots, text, word, expected):
    assert slots(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels launched an attack on Beni.", "attack", {"subject Rebels", "on Beni"}),
        ("An attack by rebels began.", "attack", {"by rebels"}),
        ("The rebels' attack began.", "attack", {"possessive rebels"}),
        ("A Houthi attack on Jeddah began.", "attack", {"modifier Houthi", "on Jeddah"}),
        ("The attack was launched by rebels.", "attack", {"subject rebels"}),
        ("An attack carried out by rebels began.", "attack", {"subject rebels"}),
        ("Rebels claimed responsibility for the attack.", "attack", {"subject Rebels"}),
        ("Soldiers repelled an attack by rebels.", "attack", {"resisted by Soldiers", "by rebels"}),
        ("Attacks at Hajin and against soldiers began.", "Attacks",
         {"at Hajin", "against soldiers"}),
        ("Clashes between rebels and soldiers began.", "Clashes",
         {"between rebels", "between soldiers"}),
        ("Soldiers came under attack from rebels.", "attack", {"subject Soldiers", "from rebels"}),
    ],
)  # fmt: skip
def test_finds_who_stands_around_a_noun(slots, text, word, expected):
    assert expected <= set(slots(text, word))


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Rebels were attacked.", "attacked", True),
        ("Rebels attacked.", "attacked", False),
        ("Rebels have attacked Beni.", "attacked", False),
        ("Rebels attacked by soldiers fled.", "attacked", True),
        ("Two men were beaten and killed.", "killed", True),
        ("Rebels are attacking.", "attacking", False),
    ],
)
def test_tells_the_voice_of_a_verb(passage, text, verb, expected):
    assert is_passive(passage(text)(verb)) is expected
