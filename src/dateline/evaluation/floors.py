"""The figures that no change may give up, and whether they are still reached."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from ..errors import UsageError
from .bench import Run
from .figures import figure_of

FILE = "floors.toml"

_LINE = re.compile(r"^(floor\s*=\s*)\S+", re.MULTILINE)

Measure = Callable[[Run], object | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A figure of a task on a file, and what it may not fall below."""

    task: str
    file: str
    figure: str
    floor: float
    sample: int | None = None
    map: str | None = None

    @property
    def run(self) -> Run:
        """What has to be measured."""
        return Run(self.task, self.file, self.sample, self.map)


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors, and how far below one a figure may be."""

    epsilon: float
    floors: tuple[Floor, ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """A floor and the figure reached; ``None`` where its file is not there."""

    floor: Floor
    figure: float | None
    epsilon: float

    @property
    def is_broken(self) -> bool:
        """Whether the figure is below its floor."""
        return self.figure is not None and self.figure < self.floor.floor - self.epsilon

    @property
    def is_higher(self) -> bool:
        """Whether the floor can be raised to it."""
        return self.figure is not None and self.figure > self.floor.floor

    def __str__(self) -> str:
        floor = self.floor
        name = f"{floor.task}  {floor.file}  {floor.figure}"
        if self.figure is None:
            return f"{name}: skipped, there is no {floor.file}"
        verdict = "BROKEN" if self.is_broken else "holds"
        return f"{name}: {verdict}, floor {floor.floor:g}, reached {self.figure:g}"


def packaged_floors() -> Path:
    """The file that comes with Dateline."""
    return Path(__file__).with_name(FILE)


def load_floors(path: Path) -> Floors:
    """The floors of a file."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Floors)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise UsageError(f"{path}: {error}") from error


def check_floors(floors: Floors, measure: Measure) -> tuple[Reached, ...]:
    """The figure reached for each floor; what several floors stand on is measured once."""
    once = cache(measure)
    return tuple(_check(floor, floors.epsilon, once(floor.run)) for floor in floors.floors)


def _check(floor: Floor, epsilon: float, scores: object | None) -> Reached:
    if scores is None:
        return Reached(floor, None, epsilon)
    figure = figure_of(scores, floor.figure)
    if figure is None:
        raise UsageError(f"{floor.file}: {floor.figure} is not measured there; give another figure")
    return Reached(floor, figure, epsilon)


def raise_floors(path: Path, reached: Sequence[Reached]) -> int:
    """Write higher figures in the place of lower ones, and nothing else; how many there were."""
    text = path.read_text("utf-8")
    if len(_LINE.findall(text)) != len(reached):
        raise UsageError(f"{path}: write each 'floor = …' on a line of its own to have it raised")
    each = iter(reached)

    def write(line: re.Match[str]) -> str:
        one = next(each)
        return f"{line[1]}{one.figure:g}" if one.is_higher else line[0]

    path.write_text(_LINE.sub(write, text), "utf-8")
    return sum(one.is_higher for one in reached)
