"""A text on trade or private life gives no claims of everyday acts; one on conflict does."""

import pytest

from dateline.analysis.grammar.lexicon import load_lexicon
from dateline.analysis.triggers.bearing import is_public, is_remote
from dateline.types import Document

TRADE = """\
Northfield Dairy offered to buy its smaller rival Hillcrest on Monday, the two firms said.

Hillcrest rejected the bid at first. Its owners later agreed to talks, and the two sides met twice \
in a hotel near the plant. Northfield promised to keep all 300 jobs. "They asked us for a better \
price and we gave them one," said Anna Lindqvist, who founded Hillcrest with her sister."""

WAR = """\
The rebels offered to free ten prisoners on Monday, both sides said.

The army rejected the offer at first. Its commanders later agreed to talks, and the two sides met \
twice in a hotel near the front line. The rebels promised to keep the truce."""


def test_a_text_on_trade_gives_no_offers_talks_or_agreements(read):
    assert [claim.kind for claim in read(TRADE)] == []


def test_the_same_acts_are_claims_in_a_text_on_war(read):
    assert {"offer", "refusal", "talks"} <= {claim.kind for claim in read(WAR)}


def test_a_minister_in_a_text_on_trade_is_a_public_party(read):
    text = TRADE + "\n\nThe finance minister demanded on Tuesday that the sale be stopped."
    assert [claim.kind for claim in read(text)] == ["demand"]


def test_what_is_left_out_is_kept_with_its_reason(engine):
    findings = engine.find_claims(Document("a.txt", "test", TRADE))
    assert any("no public party" in passed.because for passed in findings.passed_over)


def test_a_single_sentence_says_too_little_of_what_its_text_is_about(passage):
    short = passage("Northfield offered to buy Hillcrest.").sentence
    assert not is_remote([short], load_lexicon())
    assert is_remote([short] * 20, load_lexicon())


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels offered talks.", "Rebels", True),
        ("France offered talks.", "France", True),
        ("The prime minister offered talks.", "minister", True),
        ("Senator Wilma Hoekstra offered help.", "Hoekstra", True),
        ("Villagers asked for help.", "Villagers", True),
        ("The airline offered a refund.", "airline", False),
        ("Mrs Hoekstra offered help.", "Hoekstra", False),
        ("It offered help.", "It", False),
        ("The teacher praised her class.", "teacher", False),
    ],
)
def test_a_party_is_public_by_what_it_is_called(passage, text, word, expected):
    here = passage(text)
    assert is_public(here(word), here.phrases) is expected


CRIME = """\
A man in a mask robbed a shopkeeper on Wednesday night. He had walked into a newsagent's, pulled \
out a kitchen knife and demanded the contents of the till. Neighbours chased him down the street. \
Detectives have appealed for witnesses. A student was arrested on Thursday on suspicion of \
robbery, and in May a teenager who had threatened the owner was sentenced to 14 months."""


def test_everyday_crime_and_what_police_and_courts_do_about_it_give_no_claims(read):
    assert [claim.kind for claim in read(CRIME)] == []
