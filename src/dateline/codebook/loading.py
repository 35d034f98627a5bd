"""Bring in a codebook from its files, and merge a user's files into it.

A file holds ``[[family]]``, ``[[kind]]``, ``[[extend]]`` and ``[figurative]``. A ``[[kind]]`` with
a known id takes the place of the whole kind; ``[[extend]]`` adds trigger language and examples to a
known kind; ``[figurative]`` adds phrases. ``replace = true`` at the top starts from nothing.

Trigger language is written short: a bare string stands for an entry with no conditions, a list of
words for one entry each, and "(fire|launch) rocket" for both phrases. Articles are left out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib import resources
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ..errors import ResourceError
from ..types import KindId
from .book import Codebook, Family, Figurative
from .checking import find_problems
from .kinds import Kind, Negative, Positive, Role, Triggers

BUILT_IN = (
    "fighting",
    "violence",
    "coercion",
    "posture",
    "diplomacy",
    "protest",
    "other",
    "figurative",
)

# Prepositions that end a phrase in order to govern what follows; "over" and "in" are more often
# particles ("hand over", "turn in").
GOVERNING = frozenset(
    "about after against at behind between by for from into near of on onto through to toward"
    " towards under upon with".split()
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """What a file adds to a kind that is already there."""

    id: KindId
    triggers: Triggers = field(default_factory=Triggers)
    positive: tuple[Positive, ...] = ()
    negative: tuple[Negative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookFile:
    """One file, read but not yet merged."""

    name: str
    replace: bool
    families: tuple[Family, ...]
    kinds: tuple[Kind, ...]
    extensions: tuple[Extension, ...]
    figurative: Figurative


def load_codebook(*extra: Path) -> Codebook:
    """The packaged codebook with the given files merged in, in their order."""
    codebook = Codebook()
    for name in BUILT_IN:
        text = resources.files(__package__).joinpath(f"data/{name}.toml").read_text("utf-8")
        codebook = merge(codebook, read_file(text, f"{name}.toml"))
    for path in extra:
        codebook = merge(codebook, read_file(_text_of(path), str(path)))
    if not codebook.kinds:
        raise ResourceError(f"{', '.join(map(str, extra))}: no kind is left in the codebook")
    return codebook


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")  # editors on Windows put a mark before the text
    except OSError as error:
        raise ResourceError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ResourceError(f"{path}: is not UTF-8 text (byte {error.start})") from error


def read_file(text: str, name: str) -> CodebookFile:
    """One file's entries, or a refusal that names the file, the entry and the reason."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"{name}: not TOML: {error}") from error
    for key in table:
        if key not in {"replace", "family", "kind", "extend", "figurative"}:
            raise ResourceError(f"{name}: unknown entry {key!r} at the top of the file")
    file = CodebookFile(
        name=name,
        replace=_convert(table.get("replace", False), bool, f"{name}: replace"),
        families=tuple(_records(table, "family", Family, name)),
        kinds=tuple(_records(table, "kind", Kind, name)),
        extensions=tuple(_records(table, "extend", Extension, name)),
        figurative=_convert(
            _expanded(table.get("figurative", {})), Figurative, f"{name}: figurative"
        ),
    )
    _refuse_broken(file)
    return file


def _refuse_broken(file: CodebookFile) -> None:
    for records in (file.families, file.kinds, file.extensions):
        seen = set()
        for record in records:
            if record.id in seen:
                raise ResourceError(f"{file.name}: {record.id}: id: is there twice")
            seen.add(record.id)
    for kind in file.kinds:
        for problem in find_problems(kind):
            raise ResourceError(f"{file.name}: kind {kind.id}: {problem}")


def merge(codebook: Codebook, file: CodebookFile) -> Codebook:
    """The codebook with a file's entries; a refusal if they do not fit it."""
    base = Codebook() if file.replace else codebook
    families = {family.id: family for family in (*base.families, *file.families)}
    kinds = {kind.id: kind for kind in (*base.kinds, *file.kinds)}
    for kind in file.kinds:
        if kind.family is not None and kind.family not in families:
            raise ResourceError(
                f"{file.name}: kind {kind.id}: family: no family {kind.family!r}"
                f" (there are: {', '.join(families) or 'none'})"
            )
    for extension in file.extensions:
        if extension.id not in kinds:
            raise ResourceError(f"{file.name}: extend {extension.id}: id: no such kind to extend")
        extended = _extend(kinds[extension.id], extension)
        for problem in find_problems(extended):
            raise ResourceError(f"{file.name}: extend {extension.id}: {problem}")
        kinds[extension.id] = extended
    return Codebook(
        families=tuple(families.values()),
        kinds=tuple(kinds.values()),
        figurative=Figurative(
            phrases=_union(base.figurative.phrases, file.figurative.phrases),
            company=_union(base.figurative.company, file.figurative.company),
            play=_union(base.figurative.play, file.figurative.play),
            trade=_union(base.figurative.trade, file.figurative.trade),
        ),
    )


def _union(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*left, *right)))


def _extend(kind: Kind, extension: Extension) -> Kind:
    # A user's entries come first: of two entries alike in words and conditions the first applies.
    return replace(
        kind,
        triggers=Triggers(
            verbs=extension.triggers.verbs + kind.triggers.verbs,
            nouns=extension.triggers.nouns + kind.triggers.nouns,
            light=_union(kind.triggers.light, extension.triggers.light),
        ),
        positive=kind.positive + extension.positive,
        negative=kind.negative + extension.negative,
    )


# ---- from TOML to records ----------------------------------------------------------------------


def expand(pattern: str) -> tuple[str, ...]:
    """Every phrase a pattern stands for: "(fire|launch) (|heavy) rocket" is four."""
    parts = re.split(r"\(([^()]*)\)", pattern)
    choices = (part.split("|") if index % 2 else [part] for index, part in enumerate(parts))
    return tuple(dict.fromkeys(" ".join("".join(chosen).split()) for chosen in product(*choices)))


def _expanded(table: Any) -> Any:
    """Write the shorthand of trigger language out."""
    if not isinstance(table, dict):
        return table
    written = dict(table)
    for key, name in (("verbs", "verb"), ("nouns", "noun")):
        if isinstance(table.get(key), list):
            written[key] = [entry for given in table[key] for entry in _entries(given, name)]
    for key in ("phrases", "company", "play", "trade"):
        if isinstance(table.get(key), list) and all(isinstance(it, str) for it in table[key]):
            written[key] = [phrase for pattern in table[key] for phrase in expand(pattern)]
    return written


def _entries(given: Any, name: str) -> Iterator[Any]:
    table = {name: given} if isinstance(given, str) else given
    patterns = table.get(name) if isinstance(table, dict) else None
    if isinstance(patterns, str):
        patterns = [patterns]
    if not isinstance(patterns, list) or not all(isinstance(it, str) for it in patterns):
        yield table
        return
    for pattern in patterns:
        for words in expand(pattern):
            yield (
                _with_role_of_end({**table, name: words})
                if name == "verb"
                else {
                    **table,
                    name: words,
                }
            )


def _with_role_of_end(verb: dict[str, Any]) -> dict[str, Any]:
    """What follows a phrase that ends in a preposition is its object: say so in roles and needs."""
    *before, last = verb["verb"].split() or [""]
    roles, needs = verb.get("roles", {}), verb.get("needs", [])
    if not before or last not in GOVERNING or not isinstance(roles, dict):
        return verb
    role = roles.get("object", Role.ACTOR if verb.get("swapped") else Role.TARGET)
    return {
        **verb,
        "roles": {last: role, **roles},
        "needs": [last if need == "object" else need for need in needs]
        if isinstance(needs, list)
        else needs,
    }


def _records(table: dict[str, Any], key: str, type_: type[T], name: str) -> Iterator[T]:
    given = table.get(key, [])
    if not isinstance(given, list):
        raise ResourceError(f"{name}: {key}: write [[{key}]], one table for each")
    for number, raw in enumerate(given, start=1):
        id_ = raw.get("id") if isinstance(raw, dict) else None
        where = f"{name}: {key} {id_ if isinstance(id_, str) and id_ else f'number {number}'}"
        if isinstance(raw, dict) and "triggers" in raw:
            raw = {**raw, "triggers": _expanded(raw["triggers"])}
        yield _convert(raw, type_, where)


def _convert(raw: Any, type_: type[T], where: str) -> T:
    try:
        record = msgspec.convert(raw, type_)
    except msgspec.ValidationError as error:
        problem, _, path = str(error).partition(" - at ")
        at = _named(raw, path.strip("`").removeprefix("$").removeprefix("."))
        raise ResourceError(f"{where}: {at + ': ' if at else ''}{problem}") from error
    for at in _unknown(raw, msgspec.to_builtins(record)):
        raise ResourceError(f"{where}: {_named(raw, at)}: there is no such field")
    return record


def _unknown(given: Any, kept: Any, path: str = "") -> Iterator[str]:
    """The fields that conversion dropped; a mistyped name must not pass in silence."""
    if isinstance(given, dict) and isinstance(kept, dict):
        for name, value in given.items():
            if name in kept:
                yield from _unknown(value, kept[name], f"{path}.{name}".lstrip("."))
            else:
                yield f"{path}.{name}".lstrip(".")
    elif isinstance(given, list):
        for index, (value, other) in enumerate(zip(given, kept, strict=True)):
            yield from _unknown(value, other, f"{path}[{index}]")


def _named(raw: Any, path: str) -> str:
    """A path a person can find: the verb or noun itself, not its number in the written-out list."""
    found = re.match(r"triggers\.(verbs|nouns)\[(\d+)\]\.?(.*)", path)
    if not found:
        return path
    listed, number, rest = found.groups()
    entry = raw["triggers"][listed][int(number)]
    words = entry.get(listed.removesuffix("s")) if isinstance(entry, dict) else None
    if not isinstance(words, str):
        return path
    return f"triggers.{listed} {words!r}{'.' + rest if rest else ''}"
