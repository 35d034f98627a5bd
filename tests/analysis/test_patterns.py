"""No text can make a pattern of the analysis slow: each is run over 100 KB of bad luck."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from time import process_time

import pytest

import dateline.analysis
from dateline.analysis.text.blocks import find_blocks
from dateline.analysis.text.recase import recase
from dateline.types import Document, Inter

SIZE = 100_000
# Ten times what the slowest takes on a laptop; one that backtracks takes minutes.
BOUND = 5.0  # CPU seconds
PATTERNS = {
    f"{module.name.removeprefix('dateline.analysis.')}.{name}": value
    for module in pkgutil.walk_packages(dateline.analysis.__path__, "dateline.analysis.")
    for name, value in vars(import_module(module.name)).items()
    if isinstance(value, re.Pattern)
}
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


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_stays_fast(name):
    def run(text: str) -> None:
        for _ in PATTERNS[name].finditer(text):
            pass

    assert [piece for piece in PIECES if not is_fast(run, piece)] == []


@pytest.mark.parametrize("piece", PIECES)
def test_parting_a_text_stays_fast(piece):
    assert is_fast(lambda text: find_blocks(Document("a.txt", "test", text)), piece)


@pytest.mark.parametrize("piece", PIECES)
def test_lowering_a_text_stays_fast(piece):
    assert is_fast(lambda text: recase(text, Nobody()), piece)
