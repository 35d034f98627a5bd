"""Build a gazetteer from the user's files over the packaged one, and look things up in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from hashlib import file_digest
from pathlib import Path

from ..errors import UsageError
from ..resolution.gazetteer_files.formats import Format, GazetteerFile, check_columns, recognise
from ..resolution.gazetteer_files.geonames import load_admin_names
from ..resolution.gazetteer_files.knowledge import Knowledge, load_knowledge
from ..resolution.gazetteer_files.rows import open_text
from ..resolution.places.atlas import Atlas, atlas_digest, load_atlas
from ..resolution.places.lookup import Match
from ..store.gazetteer import GazetteerIndex
from ..store.gazetteer_info import summarise_gazetteer
from ..store.gazetteer_layout import LAYOUT
from ..store.gazetteer_writer import GazetteerWriter, building
from ..types import GazetteerSource, GazetteerSummary, PlaceDetail, PlaceRow, fingerprint
from .reading.gazetteers import make_lookup, make_spelling

PACKAGED = GazetteerSource(
    "Dateline",
    "packaged",
    "CC BY 4.0; public domain; Apache-2.0",
    "GeoNames, https://www.geonames.org; Natural Earth; Dateline's own list",
)
ORDER = list(Format)

Seen = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asks of a build."""

    format: Format | None = None
    columns: Mapping[str, str] = field(default_factory=dict)  # of one's own table
    every_feature: bool = False
    every_script: bool = False


def find_files(paths: Sequence[Path], wishes: Wishes) -> tuple[GazetteerFile, ...]:
    """What each file is, in the order in which they are taken in; a wrong one is refused."""
    files = []
    for path in paths:
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file")
        file = GazetteerFile(path, wishes.format) if wishes.format else _recognise(path, wishes)
        if file.format is Format.OWN:
            check_columns(file, wishes.columns)
        files.append(file)
    return tuple(sorted(files, key=lambda file: ORDER.index(file.format)))


def _recognise(path: Path, wishes: Wishes) -> GazetteerFile:
    # Whoever names the columns of a table says that it is his own.
    try:
        return recognise(path)
    except UsageError:
        if wishes.columns:
            return GazetteerFile(path, Format.OWN)
        raise


def build_gazetteer(
    files: Sequence[GazetteerFile], output: Path, wishes: Wishes, *, seen: Seen | None = None
) -> GazetteerSummary:
    """Build the index; what an earlier build of the same files got done is not done again.

    The index that was there stays until the new one is whole. Rows that tell no place are counted
    and named in the summary.
    """
    told = seen or _ignore
    plan = make_plan(files, wishes, told)
    with building(output, make_spelling(), plan) as writer:
        if writer.resumed:
            told("going on where the last build stopped", 0)
        fill(writer, files, wishes, told)
        writer.put_meta(digest=plan, built=datetime.now(UTC).isoformat(timespec="seconds"))
        writer.finish(output, seen=lambda step: told(step, 0))
    return summarise_gazetteer(output)


def make_plan(files: Sequence[GazetteerFile], wishes: Wishes, seen: Seen) -> str:
    """Names what is to be built from what: contents, not the names or ages of files."""
    contents = []
    for file in files:
        seen(f"looking through {file.path.name}", 0)
        try:
            with file.path.open("rb") as content:
                contents.append((file.format.value, file_digest(content, "blake2b").hexdigest()))
        except OSError as error:
            raise UsageError(f"{file.path}: cannot be read: {error.strerror}") from error
    asked = (sorted(wishes.columns.items()), wishes.every_feature, wishes.every_script)
    return fingerprint(LAYOUT, atlas_digest(), contents, asked)


def fill(
    writer: GazetteerWriter, files: Sequence[GazetteerFile], wishes: Wishes, seen: Seen
) -> None:
    """Take in the packaged places, then the files, each from where it was left."""
    done = writer.open_source(0, PACKAGED)
    if done is not None:
        writer.fill(0, packaged_rows(load_atlas(), done), seen=lambda row: seen("Dateline", row))
    knowledge = learn(files, wishes)
    for number, file in enumerate(files, start=1):
        done = writer.open_source(number, file.source)
        if done is not None:
            rows = file.read(knowledge, done=done, columns=wishes.columns)
            writer.fill(number, rows, seen=partial(seen, file.path.name))


def packaged_rows(atlas: Atlas, done: int) -> Iterator[tuple[int, PlaceRow]]:
    """The packaged places after the first so many."""
    for number, place in enumerate(atlas, start=1):
        if number > done:
            yield number, PlaceRow(place)


def learn(files: Sequence[GazetteerFile], wishes: Wishes) -> Knowledge:
    """What the readers must know, with the names of divisions that some of the files hold."""
    names: dict[str, str] = {}
    for file in files:
        if file.format is Format.GEONAMES_ADMIN:
            with open_text(file.path) as text:
                names |= load_admin_names(text)
    return load_knowledge(
        admin1={code: name for code, name in names.items() if code.count(".") == 1},
        admin2={code: name for code, name in names.items() if code.count(".") == 2},
        every_feature=wishes.every_feature,
        every_script=wishes.every_script,
    )


def look_up(
    gazetteer: GazetteerIndex, name: str, *, country: str | None = None
) -> Iterator[tuple[Match, PlaceDetail]]:
    """The places that a name could be, the surest way first, and what else is kept of each."""
    lookup = make_lookup(gazetteer)
    found = lookup.find(name)
    known = [match for match in found if country in (None, match.place.country)]
    ids = {match.place.id for match in known}
    alike = lookup.find_alike(name, (country,) if country else None)
    for match in (*known, *(match for match in alike if match.place.id not in ids)):
        detail = gazetteer.describe(match.place.id)
        yield match, detail or PlaceDetail(None, None, "")


def _ignore(step: str, row: int) -> None:
    """The progress of a build that nobody watches."""
