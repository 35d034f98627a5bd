from __future__ import annotations

import pytest

from dateline.analysis.triggers.finding import Found, TriggerIndex, bare_entry


@pytest.fixture(scope="session")
def index(engine):
    return TriggerIndex(engine.codebook)


def options(index: TriggerIndex, here) -> list[Found]:
    return [
        option for token in here.sentence.tokens for option in index.options(token, here.sentence)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels attacked Beni.", ["attacked"]),
        ("Rebels took four aid workers hostage.", ["took", "hostage"]),
        ("Troops opened heavy fire on the crowd.", ["opened", "fire", "on"]),
        ("The suicide bombing ended.", ["suicide", "bombing"]),
        ("An exchange of heavy fire ended.", ["exchange", "of", "fire"]),
        ("Soldiers raped three women.", ["raped"]),
    ],
)
def test_finds_the_words_of_a_trigger_and_what_may_stand_between_them(index, passage, text, words):
    here = passage(text)
    assert words in [here.words(option.tokens) for option in options(index, here)]


@pytest.mark.parametrize(
    "text",
    [
        "Troops opened the long and very heavy and old gate under fire.",
        "The man with the exchange and the fire left.",
    ],
)
def test_words_too_far_apart_are_no_phrase(index, passage, text):
    here = passage(text)
    found = [here.words(option.tokens) for option in options(index, here)]
    assert not {("opened", "fire"), ("exchange", "fire")} & {
        (words[0], words[-1]) for words in found
    }


def test_from_a_word_on_the_longest_phrase_comes_first(index, passage):
    here = passage("Troops opened fire on the suicide bombing suspects and attacked the town.")
    for token in here.sentence.tokens:
        lengths = [len(option.tokens) for option in index.options(token, here.sentence)]
        assert lengths == sorted(lengths, reverse=True)


def test_a_verb_is_no_noun(index, passage):
    here = passage("Rebels attacked Beni.")
    found = options(index, here)
    assert [option.is_verb for option in found] == [True]
    assert found[0].head is here("attacked")


def test_a_noun_is_no_verb(index, passage):
    here = passage("The attack ended.")
    found = [option for option in options(index, here) if here("attack") in option.tokens]
    assert [option.is_verb for option in found] == [False]
    assert found[0].head is here("attack")


def test_of_entries_with_the_same_words_the_strictest_comes_first(index, passage):
    here = passage("Rebels attacked Beni, killed ten men, captured Goma and opened fire.")
    for option in options(index, here):
        strictness = [entry.conditions for entry in option.entries]
        assert strictness == sorted(strictness, reverse=True)
        assert len({(entry.words, entry.is_verb) for entry in option.entries}) == 1


def test_knows_the_forms_in_which_its_words_stand(index):
    assert {"attack", "attacks", "attacked", "attacking", "seizing", "seized"} <= index.forms


def test_a_figure_alone_has_an_entry_without_words(engine):
    entry = bare_entry(engine.codebook.kind("killing"))
    assert entry.words == ()
    assert not entry.is_verb
    assert entry.conditions == 0


@pytest.mark.parametrize(
    "text", ["Under arrest, the mayor said, they place", "Guilty of nothing, they find"]
)
def test_a_phrase_that_its_sentence_cuts_off_is_no_trigger(index, passage, text: str) -> None:
    here = passage(text)
    assert [option for option in options(index, here) if len(option.tokens) > 1] == []
