"""Put the lines of a PDF's pages together to paragraphs; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from .blocks import FIRST_BLOCKS, find_named, sound
from .page import normalise_lines

EDGE = 2  # lines at the top and the bottom of a page that may be its header and footer
LONGEST_HEADLINE = 300

# Of the size of letters, found on papers set by LaTeX, FOP and word processors.
SAME_LINE = 0.5  # a raised figure is still on its line
INDENTED = 0.8  # a paragraph that begins without more space above
# Times what is usual in the document.
WIDE = 1.3  # the distance to the line above, where a paragraph begins
LARGER = 1.12  # the letters of a heading

NUMBER = re.compile(r"\d{1,4}")
WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,40})[-\u2010]$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
SOFT_HYPHEN = "\u00ad"
ENDED = re.compile("[.!?:\u2026\u061f\u06d4\u3002][\"'\u2019\u201d\u00bb)\\]]*$")
BULLETS = ("\u2022", "\u25cf", "\u25aa", "\u2013 ", "- ")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words, where it begins, and how large its letters are."""

    text: str
    x: float
    y: float  # upwards
    size: float


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading."""

    text: str
    size: float


@dataclass(slots=True)
class Collector:
    """Takes the pieces that a page's text comes in, and makes lines of them."""

    pieces: list[Line] = field(default_factory=list)

    def __call__(
        self, text: str, page: Sequence[float], matrix: Sequence[float], font: object, size: float
    ) -> None:
        """Take one piece, with where it is on the page."""
        x = matrix[4] * page[0] + matrix[5] * page[2] + page[4]
        y = matrix[4] * page[1] + matrix[5] * page[3] + page[5]
        size *= abs(matrix[3] * page[3]) or abs(matrix[1] * page[2]) or 1.0  # upright, or turned
        for at, piece in enumerate(normalise_lines(text).split("\n")):
            if piece:
                self.pieces.append(Line(piece, x, y - at * size, size))

    def lines(self) -> tuple[Line, ...]:
        """The lines of the page, in the order in which they are written."""
        lines: list[list[Line]] = []
        for piece in self.pieces:
            if lines and abs(lines[-1][-1].y - piece.y) < SAME_LINE * lines[-1][0].size:
                lines[-1].append(piece)
            else:
                lines.append([piece])
        return tuple(line for line in map(_line, lines) if line.text)


def _line(pieces: Sequence[Line]) -> Line:
    most = max(pieces, key=lambda piece: len(piece.text))
    # Broken tables of characters give what no store takes.
    text = sound("".join(piece.text for piece in pieces))
    return Line(" ".join(text.split()), pieces[0].x, pieces[0].y, most.size)


# ---- what pages repeat -----------------------------------------------------------------------


def without_repeats(pages: Sequence[Sequence[Line]]) -> tuple[tuple[Line, ...], ...]:
    """The pages without the headers and footers that most of them have."""
    edges = [
        {key for at in _edges(lines) for key in _keys(lines[at], number)}
        for number, lines in enumerate(pages)
    ]
    counts = Counter(key for keys in edges for key in keys)
    # Left and right pages may have their own, and the first page none.
    enough = max(2, len(pages) // 2 - 1)
    running = {key for key, count in counts.items() if count >= enough}
    return tuple(
        tuple(
            line
            for at, line in enumerate(lines)
            if at not in _edges(lines) or running.isdisjoint(_keys(line, number))
        )
        for number, lines in enumerate(pages)
    )


def _edges(lines: Sequence[Line]) -> frozenset[int]:
    return frozenset((*range(min(EDGE, len(lines))), *range(max(len(lines) - EDGE, 0), len(lines))))


def _keys(line: Line, number: int) -> Iterator[tuple[str, int]]:
    """What a line is, as it stands and with each figure told from its page's number.

    Only figures that grow with the pages are overlooked: "Killed: 4" on one page and "Killed: 9" on
    the next are no footer.
    """
    size = round(line.size)
    yield line.text, size
    for found in NUMBER.finditer(line.text):
        start, end = found.span()
        yield f"{line.text[:start]}{int(found[0]) - number:+}{line.text[end:]}", size


# ---- paragraphs ------------------------------------------------------------------------------


def find_blocks(pages: Sequence[Sequence[Line]]) -> tuple[Block, ...]:
    """The paragraphs and headings of pages, lines and broken words joined."""
    lines = [line for page in pages for line in page]
    words = Counter(word for line in lines for word in WORDS.findall(line.text))
    distance = _usual_distance(pages)
    blocks: list[list[Line]] = []
    for line in lines:
        if not blocks or _begins(blocks[-1][-1], line, distance):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return tuple(Block(_join(block, words), block[0].size) for block in blocks)


def _usual_distance(pages: Iterable[Sequence[Line]]) -> float:
    """How far lines are apart, in sizes of their letters."""
    distances = [
        (above.y - line.y) / line.size
        for page in pages
        for above, line in pairwise(page)
        if above.y > line.y and line.size
    ]
    return median(distances) if distances else WIDE


def _begins(above: Line, line: Line, distance: float) -> bool:
    """Whether a line begins a paragraph."""
    if not 1 / LARGER < (line.size or 1) / (above.size or 1) < LARGER:
        return True
    ended = ENDED.search(above.text) is not None
    down = above.y - line.y
    if down <= 0:  # the next column, or the next page
        return ended
    return (
        down > WIDE * distance * line.size
        or (ended and line.x - above.x > INDENTED * line.size)
        or line.text.startswith(BULLETS)
    )


def _join(lines: Sequence[Line], words: Counter[str]) -> str:
    first, *others = (line.text for line in lines)
    joined = [first]
    for text in others:
        before = joined[-1]
        broken, follows = BROKEN.search(before), FIRST_WORD.match(text)
        if before.endswith(SOFT_HYPHEN):
            joined[-1] = before[:-1]
        elif broken and follows and follows[0][0].islower():
            if not _is_compound(broken[1], follows[0], words):
                joined[-1] = before[:-1]
        else:
            joined.append(" ")
        joined.append(text)
    return "".join(joined)


def _is_compound(first: str, second: str, words: Counter[str]) -> bool:
    """Whether the hyphen at a line's end belongs there: "Russian-backed"."""
    if words[first + second]:
        return False
    return bool(words[f"{first}-{second}"] or (first[0].isupper() and words[first]))


# ---- the headline ----------------------------------------------------------------------------


def find_headline(blocks: Sequence[Block], title: str | None) -> int | None:
    """Which block is the headline: the one that the file's title names, or the largest.

    Programs put the names of files and templates into titles, so that one alone is none.
    """
    first = blocks[:FIRST_BLOCKS]
    named = find_named((block.text for block in first), title)
    if named is not None or not first:
        return named
    usual = median(block.size for block in blocks for _ in range(len(block.text) // 40 + 1))
    largest = max(range(len(first)), key=lambda at: first[at].size)
    is_larger = first[largest].size > LARGER * usual
    return largest if is_larger and len(first[largest].text) <= LONGEST_HEADLINE else None
