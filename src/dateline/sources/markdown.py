"""Read Markdown: its words, without its marks."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..errors import ExtractError
from .blocks import join_blocks
from .front_matter import split_front_matter
from .html import find_blocks
from .page import Page, normalise_lines

NESTING = 100  # quotes and lists within each other; what lies deeper is dropped by the parser


def read_markdown(text: str, address: str) -> Page:
    """Read Markdown, with front matter or without; the headline is its title or first heading."""
    front, body = split_front_matter(normalise_lines(text), address)
    tokens = _parser().parse(body)
    if any(token.level >= NESTING - 1 for token in tokens):
        raise ExtractError(address, f"is nested deeper than {NESTING} levels")
    blocks: list[str] = []
    title = front.title
    for at, token in enumerate(tokens):
        if token.type == "inline":
            words = _words(token)
            if title is None and not blocks and tokens[at - 1].type == "heading_open":
                title = words
            else:
                blocks.append(words)
        elif token.type == "html_block":
            blocks.extend(find_blocks(token.content, address))
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content)
    joined, headline = join_blocks(title, blocks)
    return Page(joined, headline, front.published, front.address, front.source)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": NESTING}).enable(["table", "strikethrough"])


def _words(inline: Token) -> str:
    return "".join(
        {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
        for token in inline.children or ()
        if token.type not in ("image", "html_inline")
    )
