from __future__ import annotations

import pytest

from dateline.analysis.grammar.lexicon import load_lexicon
from dateline.codebook.kinds import Class


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("soldier", Class.ARMED),
        ("militia", Class.ARMED),
        ("villager", Class.PEOPLE),
        ("journalist", Class.PEOPLE),
        ("government", Class.BODY),
        ("delegation", Class.BODY),
        ("checkpoint", Class.PLACE),
        ("hospital", Class.PLACE),
        ("tanker", Class.THING),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_says_what_a_head_word_names(lemma, expected):
    assert load_lexicon().class_of(lemma) is expected


def test_every_word_is_a_lower_case_lemma():
    lexicon = load_lexicon()
    for name in lexicon.__slots__:
        assert getattr(lexicon, name), f"{name} is empty"
        assert all(word == word.lower() for word in getattr(lexicon, name)), name


def test_is_loaded_once():
    assert load_lexicon() is load_lexicon()
