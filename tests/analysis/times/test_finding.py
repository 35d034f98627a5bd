from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.times.finding import find_times

TABLE = Path(__file__).parents[2] / "cases" / "times.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def words(text: str) -> list[str]:
    return [span.of(text) for span in find_times(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_finds_the_words_that_say_when(case):
    assert words(case["text"]) == [case["words"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_finds_them_in_capitals_too(case):
    text = case["text"].upper()
    assert words(text) == [case["words"].upper()]


@pytest.mark.parametrize(
    "text",
    [
        "The two sides may march on the second town.",
        "THE ATTACK MAY KILL HUNDREDS.",
        "Some 2000 rebels and 1,950 soldiers fought over Hill 2012.",
        "They hoped to reach a last minute agreement.",
        "The 25th Brigade relieved the 4th Armoured Division.",
        "A 20-year-old man and a girl 12 years old were found.",
        "They march to the capital and fall back.",
        "It costs $2016 and weighs 2016 kg.",
        "Monitors from the Sun and the Mon State were there.",
        "He is in august company.",
        "They shell the town every Friday and each Sunday.",
        "It recalls Bloody Sunday and Black Friday.",
        "A crowd met on Sun Yat-sen's grave, in Jan Egeland's words.",
        "On the eve of the election Rajab Tayyip spoke for Safar Ali.",
    ],
)
def test_other_words_and_figures_are_not_times(text):
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In July 25 soldiers died.", ["July"]),
        ("On July 25 soldiers died.", ["July 25"]),
        ("On 8 November, last year's winner left.", ["8 November", "last year"]),
        ("Two days after, Friday's talks ended.", ["Two days after", "Friday"]),
        ("From May 5 to the river; on Friday and Saturday.", ["From May 5", "Friday and Saturday"]),
        ("The May 15 attack and the March offensive.", ["May 15", "March"]),
        ("At 10:30 on Friday, and again at 0800 GMT.", ["10:30 on Friday", "0800 GMT"]),
        ("Between 3 and 5 May he met April Jones.", ["Between 3 and 5 May"]),
        ("Since early this week, unlike last week,", ["Since early this week", "last week"]),
        ("three weeks before the vote", ["three weeks before"]),
        ("a three-day battle", ["three-day"]),
        ("between July 1, 2007 and then", ["July 1, 2007"]),
        ("August 8, 2012 - 4 people were hurt", ["August 8, 2012"]),
        ("between July 3 and 5", ["between July 3 and 5"]),
        ("THAT MAY KILL that night", ["that night"]),
        ("the toll from Tuesday's shelling", ["Tuesday"]),
        ("held by rebels since Tuesday's raid", ["Tuesday"]),
    ],
)
def test_takes_the_words_that_belong_to_the_time_and_no_more(text, found):
    assert words(text) == found


def test_counts_from_the_offset_of_the_sentence():
    document = "Quiet. They left on 25 July."
    (span,) = find_times(document[7:], offset=7)
    assert span.of(document) == "25 July"


PIECES = st.sampled_from(
    [case["words"] for case in CASES] + ["the", "on", "may", "12", "3", "-", ",", ".", "\n", "and"]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=12), st.integers(0, 1000))
def test_spans_are_in_order_apart_and_inside_the_text(pieces, offset):
    text = " ".join(pieces)
    spans = find_times(text, offset=offset)
    for before, after in pairwise(spans):
        assert before.end <= after.start
    for span in spans:
        assert offset <= span.start < span.end <= offset + len(text)
        found = text[span.start - offset : span.end - offset]
        assert found == found.strip()


FLOODS = (
    *(
        "a",
        "1 ",
        "the ",
        "two ",
        "since ",
        "Monday ",
        "25 July ",
        "1/",
        "1-",
        "last ",
        "in ",
        "may ",
    ),
    *("early ", "the early night of ", "between 10 and ", "May ", "a ", "1 to ", "at least ", "\n"),
    *("the first half of ", "since the beginning of the ", "July 1 - ", "12 ", "2018 ", "in the "),
)


@pytest.mark.parametrize("flood", FLOODS)
def test_a_hostile_text_takes_no_longer_than_its_length(flood):
    find_times("warm up on 25 July")
    text = (flood * (100_000 // len(flood) + 1))[:100_000]
    start = process_time()
    find_times(text)
    # 10-60 ms; were it quadratic, minutes.
    assert process_time() - start < 3
