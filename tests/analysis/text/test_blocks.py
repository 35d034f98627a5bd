from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.text.blocks import Part, after_bullet, find_blocks, find_heading
from dateline.types import Document, Span

TABLE = Path(__file__).parents[2] / "cases" / "passages.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def document(text: str, headline: Span | None = None) -> Document:
    return Document("a.txt", "test", text, headline)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_parts_a_text_into_blocks(case):
    blocks = find_blocks(document(case["text"]))
    assert [[block.part, block.span.of(case["text"])] for block in blocks] == case["blocks"]


def test_a_headline_that_the_source_marks_is_the_headline_whatever_its_stop():
    text = "Army takes Goma.\n\nThe army took Goma on Monday."
    first, second = find_blocks(document(text, Span(0, 16)))
    assert (first.part, second.part) == (Part.HEADLINE, Part.BODY)


def test_a_first_line_beside_a_marked_headline_is_a_subhead():
    text = "World news\n\nArmy takes Goma\n\nThe army took Goma on Monday."
    parts = [block.part for block in find_blocks(document(text, Span(12, 27)))]
    assert parts == [Part.SUBHEAD, Part.HEADLINE, Part.BODY]


def test_a_long_line_whose_stop_was_lost_is_prose():
    text = "Headline\n\n" + "the army went on " * 16
    assert find_blocks(document(text))[1].part is Part.BODY


@given(st.text(alphabet="ab .\n\t-•é\u2028\r", max_size=300))
def test_blocks_hold_every_visible_character_once_and_in_order(text):
    blocks = find_blocks(document(text))
    inside = "".join(block.span.of(text) for block in blocks)
    assert "".join(inside.split()) == "".join(text.split())
    ends = [0, *(block.span.end for block in blocks)]
    assert all(end <= block.span.start for end, block in zip(ends, blocks, strict=False))


@given(st.text(max_size=300))
def test_no_block_begins_or_ends_with_white_space(text):
    for block in find_blocks(document(text)):
        words = block.span.of(text)
        assert words == words.strip()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mali. The army says it has killed ten.", "Mali"),
        ("Burkina Faso – Gunmen killed ten.", "Burkina Faso"),
        ("- Niger: The army killed ten.", "Niger"),
        ("Kirkuk", "Kirkuk"),
        ("Kirkuk:", "Kirkuk"),
        ("Russia – which denies it – sent troops.", None),
        ("The army, which is in Mali, killed ten.", None),
    ],
)
def test_finds_the_name_that_heads_a_paragraph(text, name):
    heading = find_heading(Span(0, len(text)), text)
    assert (heading.name.of(text) if heading else None) == name


@pytest.mark.parametrize("bullet", ["- ", "• ", "3. ", "12) "])
def test_a_bullet_is_no_part_of_what_is_told(bullet):
    text = f"{bullet}Three aid workers were freed."
    assert after_bullet(Span(0, len(text)), text).of(text) == "Three aid workers were freed."
