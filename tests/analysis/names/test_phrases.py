from __future__ import annotations

import pytest

from dateline.codebook.kinds import Class


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("At least ten civilians died.", "civilians", "At least ten civilians"),
        ("The Syrian army left.", "army", "The Syrian army"),
        ("Fighters of the Islamic State left.", "Fighters", "Fighters of the Islamic State"),
        ("They entered the town of Beni.", "town", "the town of Beni"),
        ("They saw the leader of the rebels.", "rebels", "the rebels"),
        ("Two soldiers, both armed, left.", "soldiers", "Two soldiers"),
    ],
)
def test_a_phrase_reaches_as_far_as_its_words(passage, text, head, words):
    here = passage(text)
    assert here.phrases.span_of(here(head)).of(text) == words


@pytest.mark.parametrize(
    ("text", "head", "classes"),
    [
        ("Soldiers left.", "Soldiers", {Class.ARMED}),
        ("Villagers left.", "Villagers", {Class.PEOPLE}),
        ("Dozens of villagers left.", "Dozens", {Class.PEOPLE}),
        ("The town is calm.", "town", {Class.PLACE}),
        ("They left Mogadishu.", "Mogadishu", {Class.PLACE}),
        ("Hezbollah left.", "Hezbollah", {Class.ARMED, Class.BODY}),
        ("The idea was good.", "idea", {Class.THING}),
        ("They left.", "They", set()),
        ("Ten were killed.", "Ten", {Class.PEOPLE}),
        ("They met Colonel Xyzzyq.", "Xyzzyq", {Class.PEOPLE}),
        ("They met Xyzzyq.", "Xyzzyq", set()),
        ("The men who left were tired.", "who", set()),
    ],
)
def test_says_what_a_phrase_can_name(passage, text, head, classes):
    here = passage(text)
    assert here.phrases.classes(here(head)) == classes


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Rebels left Bria.", "Rebels", True),
        ("The government resigned.", "government", True),
        ("Moscow rejected the plan.", "Moscow", True),
        ("They met Xyzzyq.", "Xyzzyq", True),
        ("They left.", "They", True),
        ("The town is calm.", "town", False),
        ("They met in Bambari.", "Bambari", False),
        ("The idea was good.", "idea", False),
    ],
)
def test_says_who_can_act(passage, text, head, expected):
    here = passage(text)
    assert here.phrases.can_act(here(head)) is expected


@pytest.mark.parametrize(
    ("text", "modifier", "expected"),
    [
        ("The rebel attack ended.", "rebel", True),
        ("The Israeli strike ended.", "Israeli", True),
        ("The Homs battle ended.", "Homs", True),
        ("The second attack ended.", "second", False),
    ],
)
def test_says_whether_a_modifier_names_somebody(passage, text, modifier, expected):
    here = passage(text)
    assert here.phrases.names_somebody(here(modifier)) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("They left on Tuesday.", "Tuesday", True),
        ("It began in 2014.", "2014", True),
        ("They left last week.", "week", True),
        ("They counted 3500 people.", "people", False),
    ],
)
def test_says_what_is_a_time(passage, text, head, expected):
    here = passage(text)
    assert here.phrases.is_time(here(head)) is expected


def test_a_known_name_is_found_longest_first(passage):
    here = passage("The Rapid Support Forces left Deir Ezzor.")
    known = {here.text[here.sentence.tokens[k.first].start : here.sentence.tokens[k.last].end]
             for k in here.phrases.known.values()}  # fmt: skip
    assert known == {"Rapid Support Forces", "Deir Ezzor"}
    assert here.phrases.is_known_actor(here("Forces"))
    assert here.phrases.is_known_place(here("Ezzor"))
    assert not here.phrases.is_known_place(here("left"))


def test_a_verb_that_opens_a_sentence_is_no_place(passage):
    here = passage("Fighting them was hard.")
    assert not here.phrases.is_known_place(here("Fighting"))


def test_words_are_looked_up_without_their_article(passage):
    here = passage("The rebels left the town.")
    span = here.phrases.span_of(here("rebels"))
    assert here.phrases.words(span) == "rebels"


def test_the_people_are_counted_and_not_the_number(passage):
    here = passage("Hundreds of refugees left the camp of tents.")
    assert here.phrases.people_in(here("Hundreds")) is here("refugees")
    assert here.phrases.people_in(here("camp")) is here("camp")
