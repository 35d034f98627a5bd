"""Say what the columns of a table mean, and tell from its header which shape it has."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

import msgspec

from ...errors import UsageError
from ...types import TollKind

TOLLS = tuple(kind.value for kind in TollKind)
# What a row can say; each field of a shape is one of these.
FIELDS = (
    "id",
    "kind",
    "status",
    "date",
    "date_end",
    "date_prec",
    "time_precision",
    "actor",
    "actor_inter",
    "target",
    "target_inter",
    "place",
    "admin1",
    "country",
    "latitude",
    "longitude",
    "where_prec",
    "geo_precision",
    "radius_km",
    *(f"{kind}{bound}" for kind in TOLLS for bound in ("", "_low", "_high")),
    "killed_actor",
    "killed_target",
    "killed_civilians",
    "notes",
    "published",
)
REQUIRED = ("kind", "date")
SHAPES = ("acled", "ucdp", "own")
_, UCDP, OWN = SHAPES


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the columns of a table mean, and what kinds are called in it."""

    name: str = ""
    source: str | None = None  # the data set; a spreadsheet is its coder's
    shared_ids: bool = False  # whether an id is one event's in every file
    needs: tuple[str, ...] = ()
    header: tuple[str, ...] = ()  # of files that come without one
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    deadly: Mapping[str, str] = field(default_factory=dict)  # what rows with dead are instead


@cache
def load_shapes() -> Mapping[str, Shape]:
    """The shapes that come with the package, by name."""
    text = files(__package__).joinpath("shapes.toml").read_text("utf-8")
    read = msgspec.convert(tomllib.loads(text), dict[str, Shape])
    shapes = {name: replace(shape, name=name) for name, shape in read.items()}
    own = shapes[OWN]
    named = {name: (name, *own.columns.get(name, ())) for name in FIELDS}
    return {**shapes, OWN: replace(own, columns=named)}


def find_shape(header: Sequence[str]) -> Shape:
    """The shape that a header has; a table of one's own where it is no data set's."""
    there = {name.casefold() for name in header}
    shapes = load_shapes()
    named = (shape for shape in shapes.values() if shape.needs)
    return next((shape for shape in named if there.issuperset(shape.needs)), shapes[OWN])


def is_headerless(cells: Sequence[str]) -> bool:
    """Whether a first row is one of UCDP's events already."""
    header = load_shapes()[UCDP].header
    kind = header.index("type_of_violence")
    return len(cells) == len(header) and cells[0].isdecimal() and cells[kind] in ("1", "2", "3")


def parse_columns(said: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """``date=Day,actor=Perpetrator``; a field that is said twice has both columns."""
    columns: dict[str, tuple[str, ...]] = {}
    for part in (part for words in said for part in words.split(",")):
        name, sign, column = (words.strip() for words in part.partition("="))
        if not (name and sign and column):
            raise UsageError(f"--columns {part!r} names no column: write it like date=Day")
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(FIELDS)}"
            raise UsageError(f"--columns {name}: there is no such field; {hint}")
        columns[name] = (*columns.get(name, ()), column)
    return columns


def check_columns(header: Sequence[str], said: Mapping[str, tuple[str, ...]]) -> None:
    """``UsageError`` for a column that was said and is not there."""
    there = {name.casefold() for name in header}
    for name, columns in said.items():
        for column in columns:
            if column.casefold() not in there:
                near = get_close_matches(column, header, n=1)
                hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(header)}"
                raise UsageError(f"no column {column!r} for --columns {name}; {hint}")


def fit(shape: Shape, header: Sequence[str], said: Mapping[str, tuple[str, ...]]) -> Shape:
    """A shape with the columns that a header has, spelled as there; those that were said first."""
    spelled = {name.casefold(): name for name in header}
    wanted = {
        name: (*said.get(name, ()), *shape.columns.get(name, ()))
        for name in dict.fromkeys((*shape.columns, *said))
    }
    there = {
        name: tuple(spelled[c.casefold()] for c in columns if c.casefold() in spelled)
        for name, columns in wanted.items()
    }
    found = {name: columns for name, columns in there.items() if columns}
    for name in REQUIRED:
        if name not in found:
            meant = shape.columns.get(name, (name,))[0]
            raise UsageError(
                f"no column for {name} ({meant!r}); it has {', '.join(header)}; "
                f"say which it is with --columns {name}=COLUMN"
            )
    return replace(shape, columns=found)
