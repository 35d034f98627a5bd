from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.analysis.grammar.parse import Parser, Sentence, Text, load_model
from dateline.analysis.text.blocks import Part
from dateline.errors import ResourceError

BLOCKS = (
    "Rebels attacked Beni on Monday, killing ten people.",
    "Five dead in blast",
    "The army said it had withdrawn. Nobody confirmed that.",
    "  ",
    "“They left,” he said — at 5:30 a.m., in Deir ez-Zor (Syria).",
)
ODD = st.lists(
    st.sampled_from(
        [
            *"Rebels shelled the town killing 12. ( ) “ ” ' - … \t 🚀 é İ \u200b Kyiv’s".split(" "),
            "\n",
        ]
    ),
    max_size=30,
).map(" ".join)


@pytest.fixture(scope="session")
def parser(engine):
    return engine.find_claims.parser


def shape(sentences: tuple[Sentence, ...]) -> list[list[tuple[str, str, str, int]]]:
    return [
        [(token.text, token.tag, token.dep, token.head.index) for token in sentence.tokens]
        for sentence in sentences
    ]


def body(words: str, start: int = 0, block: int = 0) -> Text:
    return Text(words, start, Part.BODY, block)


@settings(deadline=None, max_examples=60)
@given(words=ODD, before=st.integers(0, 50))
def test_every_token_stands_where_it_says(parser, words, before):
    text = "x" * before + words
    for sentence in parser([body(words, before)]):
        assert all(token.span.of(text) == token.text for token in sentence.tokens)
        assert sentence.span == sentence.tokens[0].span.to(sentence.tokens[-1].span)


@settings(deadline=None, max_examples=60)
@given(words=ODD)
def test_every_sentence_is_one_tree_over_its_own_tokens(parser, words):
    for sentence in parser([body(words)]):
        assert [token.index for token in sentence.tokens] == list(range(len(sentence.tokens)))
        assert len(set(sentence.root.subtree())) == len(sentence.tokens)
        for token in sentence.tokens:
            assert token.head is token or token in token.head.children
            assert sentence.root in (token, *token.ancestors())


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_is_parsed_the_same_whatever_stands_beside_it(parser, block):
    alone = shape(parser([body(block)]))
    for others in (BLOCKS, BLOCKS[::-1], BLOCKS * 3):
        together = [
            sentence
            for sentence in parser(body(words, block=number) for number, words in enumerate(others))
            if sentence.block == others.index(block)
        ]
        assert shape(tuple(together)) == alone


@settings(deadline=None, max_examples=15)
@given(documents=st.lists(st.lists(ODD, max_size=3), max_size=6))
def test_documents_read_at_one_go_are_parsed_as_each_alone(parser, documents):
    texts = [tuple(body(words) for words in document) for document in documents]
    together = [shape(sentences) for sentences in parser.parse_each(texts)]
    assert together == [shape(parser(document)) for document in texts]


def test_a_paragraph_gives_its_sentences_and_a_headline_one(parser):
    words = "Rebels took Beni. The army fled."
    assert len(parser([body(words)])) == 2
    assert len(parser([Text(words, 0, Part.HEADLINE, 0)])) == 1


def test_white_space_gives_no_sentence(parser):
    assert parser([body(" \t ")]) == ()
    assert parser([]) == ()


def test_walks_the_tree_up_and_down(passage):
    here = passage("Rebels, soldiers and militiamen attacked the town of Beni.")
    assert here.words(here("Rebels").conjuncts()) == ["Rebels", "soldiers", "militiamen"]
    assert here.words(here("Beni").ancestors()) == ["of", "town", "attacked"]
    assert {"the", "of", "Beni"} < set(here.words(here("town").subtree()))
    assert here("attacked").child("iobj", "dobj") is here("town")
    assert here("attacked").child("iobj") is None
    assert here.sentence.root is here("attacked")
    assert here("Beni").is_name
    assert not here("town").is_name
    assert repr(here("town")) == "town/dobj"


def test_gives_the_tokens_that_a_span_touches(passage):
    here = passage("Rebels attacked Beni.")
    span = here("attacked").span
    assert here.words(here.sentence.between(span)) == ["attacked"]
    assert here.words(here.sentence.between(here("Rebels").span.to(span))) == ["Rebels", "attacked"]


def test_mends_lemmas_that_bear_on_what_happened(passage):
    assert passage("Residents fled the town.")("fled").lemma == "flee"


def test_a_pipeline_that_is_not_installed_is_refused_with_advice():
    with pytest.raises(ResourceError, match="no such spaCy pipeline"):
        load_model("xx_no_such_pipeline")


def test_names_its_model_and_version(parser):
    assert isinstance(parser, Parser)
    name, version = parser.version.split(" ")
    assert name == parser.model
    assert version[0].isdigit()


def test_names_that_nobody_knows_are_not_remembered_for_good(parser, monkeypatch):
    monkeypatch.setattr("dateline.analysis.grammar.parse.REMEMBERED", 100)
    strings = parser._nlp.vocab.strings
    invented = [f"Zq{number}xv" for number in range(300)]
    before = parser([body(f"{name} attacked Beni.") for name in invented[:150]])
    held = len(strings)
    parser([body(f"{name} attacked Beni.") for name in invented[150:]])
    assert len(strings) == held
    assert not any(name in strings for name in invented)
    parser([body("Rebels attacked Beni.")])
    assert len(parser._strings) < 100
    again = parser([body(f"{name} attacked Beni.") for name in invented[:150]])
    assert shape(again) == shape(before)
