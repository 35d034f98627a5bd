from __future__ import annotations

import pytest

from dateline.analysis.lexicon import load_lexicon
from dateline.analysis.persons import find_persons
from dateline.analysis.speech import load_speech


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
    ],
)
def test_finds_the_surnames_of_who_is_introduced_as_a_person(passage, text, names):
    found = find_persons([passage(text).sentence], load_lexicon(), load_speech())
    assert found == names
