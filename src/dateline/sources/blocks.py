"""Put blocks of text together so that no two of them fuse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..types import Span

FIRST_BLOCKS = 8  # as far as a headline is looked for

SPACES = re.compile(r"[^\S\n]+")
AROUND_NEWLINE = re.compile(r" ?\n[ \n]*")


def sound(words: str) -> str:
    """Words without NUL and halves of surrogate pairs, which no store takes."""
    return words.encode("utf-8", "replace").decode().replace("\0", "")


def on_one_line(words: object) -> str | None:
    """Words with their spaces closed up; ``None`` for none, and for what is no words."""
    return (" ".join(words.split()) or None) if isinstance(words, str) else None


def tidy(block: str) -> str:
    """One block with its runs of spaces and its blank lines closed up; markup makes both."""
    return AROUND_NEWLINE.sub("\n", SPACES.sub(" ", block)).strip()


def join_all(blocks: Sequence[str], headline: int | None) -> tuple[str, Span | None]:
    """Join blocks with blank lines as they come; say where the one that is the headline stands."""
    text = "\n\n".join(blocks)
    if headline is None:
        return text, None
    start = sum(len(block) + 2 for block in blocks[:headline])
    return text, Span(start, start + len(blocks[headline]))


def letters_of(words: str) -> str:
    """What is left of words when nothing of their layout counts."""
    return "".join(filter(str.isalnum, words)).casefold()


def find_named(blocks: Iterable[str], title: str | None) -> int | None:
    """Which of some blocks is what the file is called; the first of several."""
    if not title:
        return None
    wanted = letters_of(title)
    return next((at for at, block in enumerate(blocks) if letters_of(block) == wanted), None)


def join_blocks(headline: str | None, blocks: Iterable[str]) -> tuple[str, Span | None]:
    """Join blocks with blank lines, the headline first; say where it stands."""
    bodies = [body for block in blocks if (body := tidy(block))]
    first = tidy(headline or "").replace("\n", " ")
    if not first:
        return "\n\n".join(bodies), None
    if bodies and bodies[0].replace("\n", " ") == first:
        bodies = bodies[1:]  # a page's title is often its first heading too
    return "\n\n".join((first, *bodies)), Span(0, len(first))
