"""Take off the block of ``key: value`` lines between ``---`` that may open a text or Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import ExtractError
from .published import Moment, parse_published

FENCE = "---"
LINES = 60  # a longer block is no front matter but a text that begins with a rule
ENTRY = re.compile(r"([A-Za-z][\w-]*):(?:\s+(.*))?$")
OTHER_LINE = re.compile(r"\s|#|-\s|$")  # nested values, comments, lists, blank


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says; other keys are passed over."""

    published: Moment | None = None
    source: str | None = None
    address: str | None = None
    title: str | None = None


def split_front_matter(text: str, address: str) -> tuple[FrontMatter, str]:
    """Split a text into its front matter, empty if there is none, and the rest."""
    lines = text.split("\n", LINES)
    if lines[0].rstrip() != FENCE or FENCE not in (line.rstrip() for line in lines[1:LINES]):
        return FrontMatter(), text
    end = next(at for at, line in enumerate(lines) if at and line.rstrip() == FENCE)
    inside = lines[1:end]
    if not all(ENTRY.match(line) or OTHER_LINE.match(line) for line in inside):
        return FrontMatter(), text
    entries = {
        entry[1].lower(): _unquoted(entry[2] or "")
        for line in inside
        if (entry := ENTRY.match(line))
    }
    published = _published(entries.get("date") or entries.get("published"), address)
    return FrontMatter(
        published=published,
        source=entries.get("source") or None,
        address=entries.get("url") or entries.get("address") or None,
        title=entries.get("title") or None,
    ), "\n".join(lines[end + 1 :]).lstrip("\n")


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _published(words: str | None, address: str) -> Moment | None:
    if words is None:
        return None
    published = parse_published(words)
    if published is None:
        # Somebody wrote it by hand and meant it: dropping it would misdate every event.
        raise ExtractError(address, f"its date {words!r} is not a date; write it as 2023-10-24")
    return published
