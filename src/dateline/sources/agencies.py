"""Tell which news agency a text is from when another outlet prints it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

OPENING = 1_500  # characters; as far as a dateline is looked for
ENDING = 400


def find_agency(text: str) -> str | None:
    """The agency that a dateline, a by-line or the last line names; never one only quoted.

    "KYIV, May 14 (Reuters) -", "By Ann Lee, Associated Press", "Source: AFP", "– dpa".
    """
    names, opening, line = _patterns()
    found = opening.search(text[:OPENING])
    if found is None:
        lines = [*text[:OPENING].splitlines()[:8], *text[-ENDING:].splitlines()[-2:]]
        found = next((match for words in lines if (match := line.fullmatch(words.strip()))), None)
    if found is None:
        return None
    return names[next(name for name in found.groups() if name)]


@cache
def _patterns() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    raw = files(__package__).joinpath("data/agencies.toml").read_bytes()
    table = msgspec.toml.decode(raw, type=dict[str, dict[str, tuple[str, ...]]])["agencies"]
    names = {alias: agency for agency, aliases in table.items() for alias in aliases}
    one = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    others = r"(?:\s?[/,;&]\s?[^()\n/]{1,40})?"  # "(AP/Reuters)": the first
    opening = re.compile(rf"\(({one}){others}\)\s{{0,2}}(?:--|[\u2014\u2013:-])")
    line = re.compile(
        rf"\(?({one})\)?"
        rf"|(?:Source|Agency|Via|Credit)s?:\s*({one}){others}\.?"
        rf"|By\s[^,|\n]{{2,80}}[,|]\s?({one})"
        rf"|(?:--|[\u2014\u2013-])\s?\(?({one})\)?"
        rf"|.{{0,400}}[.!?\"\u201d\u2019]\s(?:--|[\u2014\u2013])?\s?\(({one}){others}\)"
        rf"|.{{0,400}}[.!?\"\u201d\u2019]\s(?:--|[\u2014\u2013-])\s?({one})"
    )
    return names, opening, line
