from __future__ import annotations

import pytest

from dateline.analysis.grammar.lexicon import load_lexicon
from dateline.analysis.speech.persons import find_persons
from dateline.analysis.speech.reporting import load_speech


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Defence Minister Ivan Velasquez left.", {"Velasquez"}),
        ("Musa Bello, a community leader, left.", {"Bello"}),
        ("Police spokesman Abdul Haji confirmed it.", {"Haji"}),
        ("Maria Keller said it was over.", {"Keller"}),
        ("Ten soldiers left Bamako.", set()),
        ("Bamako said it was over.", set()),
        ("The Malian army said it was over.", set()),
        ("Burgan, 39, was shot at his home.", {"Burgan"}),
        ("Serrano, who ran the shop, was hurt.", {"Serrano"}),
        ("Officers arrested Robert Falkner.", {"Falkner"}),
        ("Harmon said the shelling was heavy.", {"Harmon"}),
        ("Rebels took Abu Rashid and Abu Salman.", set()),
        ("A bomb went off on Victoria Square.", set()),
        ("They fought at Abdul Kheil.", set()),
        ("Rebels took Abu Kamal on Friday.", set()),
        ("The vote was won by Mr Kane - Bamako and Gao and Kayes.", set()),
        ("Gao, 39 km away, was shelled.", set()),
        ("Aleppo, which fell in December, was shelled.", set()),
        ("Israel, who struck first, said it was over.", set()),
        ("Soldiers arrived in Burgan.", set()),
    ],
)
def test_finds_the_surnames_of_who_is_introduced_as_a_person(passage, engine, text, names):
    known = engine.find_claims.knowledge.names
    found = find_persons([passage(text).sentence], load_lexicon(), load_speech(), known)
    assert found == names
