"""Make originals of the rows of tables, and read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec

from ...errors import ExtractError
from ...types import Original, fingerprint
from ..blocks import join_blocks
from ..file import File, Said
from ..html import find_blocks
from ..links import canonical, web_link
from ..page import Page, check_size, normalise_lines, signature
from ..published import Moment, parse_published
from .columns import find_columns
from .member import Member

FORMAT = ".row"
MARKUP = re.compile(r"<(?:p|br|div)\b[^<>]{0,1000}>", re.IGNORECASE)
LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].{0,20})?", re.IGNORECASE)
# Seconds since 1970 in tables of posts: from 1973, so that no year and no number is one.
SECONDS = re.compile(r"\d{9,10}(?:\.\d{1,6})?")
MILLISECONDS = re.compile(r"\d{12,13}")


class Row(msgspec.Struct, frozen=True):
    """A row as it stood in its table, and which of its columns holds what."""

    row: dict[str, object]
    columns: dict[str, str]

    def said(self, field: str) -> str | None:
        """What the row says of one thing; ``None`` where it says nothing."""
        name = self.columns.get(field)
        return None if name is None else _words(self.row.get(name, _inside(self.row, name)))


def make_row(row: Mapping[str, object], number: int, file: File, said: Said) -> Member:
    """A member of a table, filed under its link, else its id, else its content."""
    made = Row(dict(row), find_columns(row, said.columns))
    try:
        raw = msgspec.json.encode(made)
    except (UnicodeEncodeError, msgspec.MsgspecError):
        where = f"{file.address}#{number}"
        return Member(number, where, problem="cannot be decoded: say --encoding NAME")
    # No number of its row: one more at the top would make each a version of the one before it.
    key = made.said("id") or fingerprint(made.row)[:12]
    link = web_link("", made.said("address"))
    address = canonical(link) if link else f"{file.address}#{' '.join(key.split())}"
    guessed = said.source is None
    original = Original(raw, FORMAT, address, said.source or file.source, guessed=guessed)
    return Member(number, address, original)


def read_row(original: Original) -> Page:
    """Read a row of a table."""
    row, address = msgspec.json.decode(original.raw, type=Row), original.address
    status = row.said("status")
    if "status" in row.columns and "success" not in (status or ""):
        raise ExtractError(address, f"was not archived: {status or 'no status'}")
    words = normalise_lines(row.said("text") or "")
    if not words.strip():
        raise ExtractError(address, "has no text")
    check_size(words, address)
    blocks = find_blocks(words, address) if MARKUP.search(words) else words.split("\n\n")
    text, headline = join_blocks(row.said("headline"), blocks)
    language = LANGUAGE.fullmatch(row.said("language") or "")
    return Page(
        text,
        headline,
        _published(row.said("published"), address),
        source=row.said("source"),
        author=signature(row.said("author")),
        language=language[1].lower() if language else None,
    )


def _published(words: str | None, address: str) -> Moment | None:
    if words is None:
        return None
    if SECONDS.fullmatch(words) or MILLISECONDS.fullmatch(words):
        scale = 1000 if MILLISECONDS.fullmatch(words) else 1
        return Moment(datetime.fromtimestamp(float(words) / scale, UTC))
    published = parse_published(words)
    if published is None:
        # Dropping it would misdate every event of the row.
        raise ExtractError(
            address, f"its date {words[:40]!r} is not a date; write it as 2023-10-24"
        )
    return published


def _inside(row: Mapping[str, object], path: str) -> object:
    """What lies deeper: "data.text"."""
    found: object = row
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _words(said: object) -> str | None:
    if isinstance(said, list):
        said = ", ".join(filter(None, map(_words, said)))
    if isinstance(said, bool) or not isinstance(said, str | int | float):
        return None
    return str(said).strip() or None
