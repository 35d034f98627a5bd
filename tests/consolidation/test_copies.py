from __future__ import annotations

from dateline.consolidation.copies import LEAST_RUNS, LONGEST, cut_runs, find_copies

WORDS = [f"word{number}" for number in range(60)]
STORY = " ".join(WORDS)
OTHER = " ".join(f"other{number}" for number in range(60))


def test_a_text_printed_twice_is_a_copy():
    assert list(find_copies([STORY, OTHER, STORY])) == [(0, 2)]


def test_case_and_punctuation_make_no_other_text():
    assert list(find_copies([STORY, STORY.upper().replace(" ", ", ")])) == [(0, 1)]


def test_an_update_with_as_much_again_is_a_copy_of_the_story():
    assert list(find_copies([STORY, f"{STORY} {OTHER}"])) == [(0, 1)]


def test_updates_of_updates_hang_together():
    first = " ".join(WORDS[:30])
    second = " ".join(WORDS[10:50])
    third = " ".join(WORDS[30:])
    assert list(find_copies([first, second, third])) == [(0, 1), (1, 2)]


def test_a_statement_that_two_quote_makes_no_copies():
    quote = " ".join(WORDS[:20])
    assert list(find_copies([f"{quote} {OTHER}", f"{quote} {OTHER[::-1]}"])) == []


def test_a_few_words_are_told_alike_by_chance():
    short = " ".join(WORDS[: LEAST_RUNS + 2])
    assert list(find_copies([short, f"{short}!"])) == []
    assert list(find_copies([f"{short} x", f"{short} x!"])) == [(0, 1)]


def test_the_same_words_exactly_are_a_copy_however_few():
    assert list(find_copies(["Shells hit Oldtown.", "Shells hit Oldtown."])) == [(0, 1)]


def test_copies_of_copies_are_found_by_the_first():
    assert list(find_copies([STORY, f"{STORY} end", f"{STORY} stop"])) == [(0, 1), (0, 2)]


def test_of_a_book_the_beginning_is_looked_at():
    book = " ".join(f"word{number}" for number in range(LONGEST))
    assert len(cut_runs(book)) < LONGEST / 4
    assert list(find_copies([book, f"{book} end"])) == [(0, 1)]
