"""Read the numbers of a table: figures of people, degrees, and codes."""

from __future__ import annotations

import re

WHOLE = re.compile(r"\d+(?:\.0+)?")
THOUSANDS = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+")
RANGE = re.compile(r"(\d+)\s*(?:-|–|to)\s*(\d+)")
AT_LEAST = re.compile(r"(\d+)\s*\+|>=\s*(\d+)|at least (\d+)", re.IGNORECASE)
DEGREES = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?")
LARGEST = 10_000_000_000  # more people than there are


def read_figure(words: str) -> tuple[int, int | None]:
    """The lowest and highest number that words stand for: ``12``, ``1,200``, ``10-12``, ``10+``."""
    if WHOLE.fullmatch(words):
        low = high = int(words.partition(".")[0])
    elif THOUSANDS.fullmatch(words):
        low = high = int(re.sub(r"\D", "", words))
    elif found := RANGE.fullmatch(words):
        low, high = int(found[1]), int(found[2])
    elif found := AT_LEAST.fullmatch(words):
        low, high = int(found[1] or found[2] or found[3]), None
    else:
        raise ValueError(f"{words!r} is not a number of people: write it like 12, 10-12 or 10+")
    if high is not None and high < low:
        raise ValueError(f"{words!r} ends before it begins")
    if max(low, high or 0) > LARGEST:
        raise ValueError(f"{words!r} is more people than there are")
    return low, high


def read_degrees(words: str, *, most: float) -> float:
    """A latitude or longitude; a comma may stand for the point."""
    if not DEGREES.fullmatch(words):
        raise ValueError(f"{words!r} is not in degrees: write it like 33.51")
    degrees = float(words.replace(",", "."))
    if abs(degrees) > most:
        raise ValueError(f"{words!r} is beyond {most:.0f} degrees")
    return degrees


def read_code(words: str, *, most: int) -> int:
    """A code from 1 on."""
    plain = words.partition(".0")[0]
    if not plain.isdecimal() or not 1 <= int(plain) <= most:
        raise ValueError(f"{words!r} is none of the codes 1 to {most}")
    return int(plain)


def read_kilometres(words: str) -> float:
    """A radius."""
    try:
        radius = float(words.replace(",", "."))
    except ValueError:
        radius = -1.0
    if not 0 <= radius <= 20_000:
        raise ValueError(f"{words!r} is not in kilometres: write it like 2.5")
    return radius
