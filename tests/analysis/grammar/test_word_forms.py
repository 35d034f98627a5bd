from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import spacy

from dateline.analysis.grammar.parse import Text
from dateline.analysis.grammar.word_forms import MENDED, WordForms
from dateline.analysis.text.blocks import Part
from dateline.config import DEFAULT_MODEL

CASES = Path(__file__).parents[2] / "cases"
TEXTS = [
    case["text"]
    for name in ("claims", "status", "tolls", "speakers")
    for case in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.fixture(scope="session")
def pipeline():
    return spacy.load(DEFAULT_MODEL, exclude=["ner"])


def test_forms_asked_once_are_those_of_the_whole_pipeline(engine, pipeline):
    for text in TEXTS:
        sentences = engine.find_claims.parser([Text(text, 0, Part.BODY, 0)])
        tokens = [token for sentence in sentences for token in sentence.tokens]
        words = [word for word in pipeline(text) if not word.is_space]
        for token, word in zip(tokens, words, strict=True):
            if token.tag == word.tag_:  # else the parser mended it
                form = (word.pos_, MENDED.get(word.lower_) or word.lemma_.lower())
                assert (token.pos, token.lemma) == form, text


def test_a_pipeline_whose_lemmas_come_from_elsewhere_is_not_asked_form_by_form(pipeline):
    assert WordForms.fit(pipeline)
    assert not WordForms.fit(spacy.blank("en"))


def test_forms_are_learnt_once(pipeline):
    forms = WordForms(pipeline)
    word = pipeline("Rebels attacked.")[1]
    form = (word.orth, word.tag, word.dep)
    forms.learn([form, form])
    forms.learn([form])
    assert forms[form] == ("VERB", "attack")
