"""Tell headline, sub-heads and body apart, so that no line fuses with the next.

A blank line always ends a passage. Inside a block a line break ends one too, unless the block was
wrapped by hand: the line is long, ends without a full stop and the next goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ...types import Document, Span


class Part(StrEnum):
    """Which part of a document a passage belongs to."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """Text that is parsed at one go: a headline, a sub-head or a paragraph."""

    span: Span
    part: Part


@dataclass(frozen=True, slots=True)
class Heading:
    """The name that heads a paragraph or some paragraphs, and where the name is over."""

    name: Span
    end: int


# Hand-wrapped text has lines of 60 to 80 characters; a headline in one is shorter or stands alone.
WRAPPED = 55
WIDEST = 120  # a longer line was never wrapped: it is a paragraph of its own
# A line without a full stop longer than this many words is prose whose stop was lost.
SUBHEAD_WORDS = 60

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"""[.!?…:;]["'”’)\]]*$""")
_LIST_ITEM = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s")
# "Burkina Faso. Gunmen …", "Niger: The army …", "Chad – Talks …", or a line "Mali".
_HEADING = re.compile(
    r"(?:[-*•–—]\s*)?(?P<name>[^\W\d_][^.:;,!?()\n–—]{1,40}?)"
    r"(?:(?:\s*[.:]|\s+[-–—])\s+(?=[^\W_a-z]|[\"“])|[.:]?(?=\n|$))"
)


def find_blocks(document: Document) -> tuple[Block, ...]:
    """Split a document into the blocks that are parsed one by one, in order."""
    spans = list(_joined_lines(document.text))
    return tuple(
        Block(span, _part(span, document, is_first=index == 0)) for index, span in enumerate(spans)
    )


def find_heading(block: Span, text: str) -> Heading | None:
    """What a paragraph of a digest may name first, before it tells anything: "Mali. The army"."""
    found = _HEADING.match(text, block.start, block.end)
    return Heading(Span(*found.span("name")), found.end()) if found else None


def after_bullet(block: Span, text: str) -> Span:
    """A block without the bullet or the number that makes it an item of a list."""
    bullet = _LIST_ITEM.match(text, block.start, block.end)
    return Span(bullet.end(), block.end) if bullet else block


def _part(span: Span, document: Document, *, is_first: bool) -> Part:
    words = span.of(document.text)
    if document.headline and document.headline.overlaps(span):
        return Part.HEADLINE
    if _STOP.search(words) or len(words.split()) > SUBHEAD_WORDS:
        return Part.BODY
    if is_first and document.headline is None:
        return Part.HEADLINE
    return Part.SUBHEAD


def _joined_lines(text: str) -> Iterator[Span]:
    """Lines, those of a hand-wrapped paragraph joined."""
    open_span: Span | None = None
    for match in _LINE.finditer(text):
        line = _stripped(text, match.start(), match.end())
        if line is None:
            continue
        if open_span and _goes_on(text, open_span, line):
            open_span = open_span.to(line)
            continue
        if open_span:
            yield open_span
        open_span = line
    if open_span:
        yield open_span


def _goes_on(text: str, above: Span, line: Span) -> bool:
    if text.count("\n", above.end, line.start) != 1:
        return False
    last = above.of(text).rsplit("\n", 1)[-1]
    words = line.of(text)
    if _LIST_ITEM.match(words) or len(last) < WRAPPED or len(words) > WIDEST:
        return False
    return not _STOP.search(last) or words[0].islower() or len(last) <= 90


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if right > left else None
