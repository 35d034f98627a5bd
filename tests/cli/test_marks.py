"""Marked passages: labelled brackets in a pipe, colours on a terminal."""

import click
import pytest

from dateline.cli.marks import Mark, is_coloured, legend, mark
from dateline.types import Span

TEXT = "The army\nshelled nine camps."


def at(words: str, label: str, *, is_trigger: bool = False) -> Mark:
    start = TEXT.index(words)
    return Mark(Span(start, start + len(words)), label, is_trigger)


ALL = Span(0, len(TEXT))


def test_words_are_labelled_on_one_line() -> None:
    marks = [at("shelled", "shelling", is_trigger=True), at("The army", "actor")]
    assert mark(TEXT, ALL, marks, colour=False) == (
        "[actor: The army] [shelling: shelled] nine camps."
    )


def test_marks_may_lie_in_each_other() -> None:
    marks = [at("nine", "toll killed"), at("nine camps", "target")]
    assert mark(TEXT, ALL, marks, colour=False).endswith("[target: [toll killed: nine] camps].")


def test_the_same_words_may_have_two_labels() -> None:
    marks = [at("The army", "actor"), at("The army", "speaker")]
    assert mark(TEXT, ALL, marks, colour=False).startswith("[actor: [speaker: The army]]")


def test_what_crosses_another_mark_is_left_out() -> None:
    marks = [at("army\nshelled", "actor"), at("shelled nine", "target")]
    assert mark(TEXT, ALL, marks, colour=False) == "The [actor: army shelled] nine camps."


def test_what_lies_outside_the_passage_is_left_out() -> None:
    assert mark(TEXT, Span(0, 8), [at("camps", "target")], colour=False) == "The army"


@pytest.mark.parametrize("words", ["nine", "nine camps", "army\nshelled"])
def test_colours_change_no_word(words: str) -> None:
    marks = [at(words, "target"), at("shelled", "shelling", is_trigger=True)]
    coloured = mark(TEXT, ALL, marks, colour=True)
    assert "\x1b" in coloured
    assert click.unstyle(coloured) == " ".join(TEXT.split())


def test_colours_are_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_coloured()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert is_coloured()
    assert not is_coloured(no_color=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not is_coloured()


def test_the_legend_names_every_colour() -> None:
    words = click.unstyle(legend()).split()
    assert {"trigger", "actor", "target", "place", "toll", "speaker"} <= set(words)
