"""No text can make a pattern slow: each of the package is run over 100 KB of bad luck."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from time import process_time

import pytest

import dateline
from dateline.analysis.text.blocks import find_blocks
from dateline.analysis.text.recase import recase
from dateline.resolution.places import phrases
from dateline.resolution.times import choosing as times
from dateline.types import Document, Inter

SIZE = 100_000
# Ten times what the slowest takes on a laptop; one that backtracks takes minutes.
BOUND = 5.0  # CPU seconds
# The evaluation reads the corpora of whoever measures, and no document.
NOT_RUN = ("dateline.evaluation.", "dateline.__main__")


def find_patterns(name: str, value: object) -> Iterator[tuple[str, re.Pattern]]:
    """Patterns by name, those in tables too."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, dict):
        yield from find_patterns(name, tuple(value.values()))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from find_patterns(f"{name}.{number}", part)


PATTERNS = {
    name: pattern
    for module in pkgutil.walk_packages(dateline.__path__, "dateline.")
    if not module.name.startswith(NOT_RUN)
    for variable, value in vars(import_module(module.name)).items()
    for name, pattern in find_patterns(f"{module.name.removeprefix('dateline.')}.{variable}", value)
}
ONCE = {pattern: name for name, pattern in PATTERNS.items()}  # by whatever module imports it


# What is longer is not looked into: see LONGEST in each.
SHORT = {"resolution.times.": times.LONGEST, "resolution.places.phrases.": phrases.LONGEST}


def find_ways(name: str) -> frozenset[str]:
    """How its module uses a pattern; where that is not seen, it is searched for everywhere."""
    *path, variable = [part for part in name.split(".") if not part.isdigit()]
    source = Path(dateline.__path__[0], *path).with_suffix(".py")
    code = source.read_text(encoding="utf-8") if source.exists() else ""
    called = "|".join((variable, *re.findall(rf"for (\w+) in {variable}\b", code)))
    used = frozenset(re.findall(rf"\b(?:{called})\.(\w+)\(", code))
    return used if used and used <= {"match", "fullmatch"} else frozenset({"finditer"})


PIECES = (
    *("a", "A", "1", " ", "\n", ".", "-", "'", "(", "[A", '"', "\t ", "é", "İ", "\u2014 "),
    *(
        "A ",
        "1,",
        "A.",
        "in ",
        "of the ",
        "A-b ",
        "12 May ",
        "between ",
        "[TEXT] ",
        "(A",
        "- ",
        ":\n",
    ),
    *("Monday, ", "2018-", "9:", "May 1, ", "a few ", "last ", "KABUL, ", "(AP) ", "A/", "1 to "),
    *("<", "<a ", "<p>", "<meta ", "&#", "http://a", "\r", "\u200b", "k: v\n", "---\n", "A.. "),
)


class Nobody:
    """Names of which none is known."""

    def is_actor(self, name: str) -> bool:
        return False

    def inter_of(self, name: str) -> Inter | None:
        return None

    is_place = is_capital = is_demonym = is_actor


def is_fast(run: Callable[[str], object], piece: str) -> bool:
    """Whether it takes a bounded time; a tenth of the size first, so that a slow one ends soon.

    One of three tries must: a collection of garbage may fall into any of them.
    """
    for size in (SIZE // 10, SIZE):
        text = piece * (size // len(piece)) + "!"
        bound = BOUND * size / SIZE
        if all(time_of(run, text) > bound for _ in range(3)):
            return False
    return True


def time_of(run: Callable[[str], object], text: str) -> float:
    """The seconds of the processor that a run takes."""
    started = process_time()
    run(text)
    return process_time() - started


@pytest.mark.parametrize(
    ("pattern", "name"), sorted(ONCE.items(), key=lambda one: one[1]), ids=sorted(ONCE.values())
)
def test_a_pattern_stays_fast(pattern: re.Pattern, name: str) -> None:
    ways = find_ways(name)
    longest = next((length for room, length in SHORT.items() if name.startswith(room)), SIZE)

    def run(text: str) -> None:
        words = text[:longest]
        for way in ways:
            found = getattr(pattern, way)(
                words.encode() if isinstance(pattern.pattern, bytes) else words
            )
            if way == "finditer":
                for _ in found:
                    pass

    assert [piece for piece in PIECES if not is_fast(run, piece)] == []


@pytest.mark.parametrize("piece", PIECES)
def test_parting_a_text_stays_fast(piece):
    assert is_fast(lambda text: find_blocks(Document("a.txt", "test", text)), piece)


@pytest.mark.parametrize("piece", PIECES)
def test_lowering_a_text_stays_fast(piece):
    assert is_fast(lambda text: recase(text, Nobody()), piece)
