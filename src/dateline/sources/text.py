"""Read plain text."""

from __future__ import annotations

from ..types import Span
from .front_matter import split_front_matter
from .page import Page, normalise_lines

HEADLINE = 160  # characters; longer first lines are paragraphs
END_OF_SENTENCE = tuple(".:;,\u2026")  # "?" and "!" also end headlines


def read_text(text: str, address: str) -> Page:
    """Read plain text, with front matter or without."""
    front, body = split_front_matter(normalise_lines(text), address)
    headline = find_headline(body)
    if front.title and headline is None:
        body = f"{front.title}\n\n{body}"
        headline = Span(0, len(front.title))
    return Page(body, headline, front.published, front.address, front.source)


def find_headline(text: str) -> Span | None:
    """Find the headline: a short first line, unlike a sentence at its end, set off from the rest.

    Set off means followed by a blank line, or by a line so long that it is a whole paragraph; a
    short line after it would be the next line of a paragraph broken by hand.
    """
    start = len(text) - len(text.lstrip())
    line, _, rest = text[start:].partition("\n")
    line = line.rstrip()
    following = rest.partition("\n")[0].strip()
    if (
        not line
        or len(line) > HEADLINE
        or line.endswith(END_OF_SENTENCE)
        or not rest.strip()
        or 0 < len(following) <= HEADLINE
    ):
        return None
    return Span(start, start + len(line))
