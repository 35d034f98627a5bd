"""Read texts and documents with one engine that every caller in the process shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from threading import Lock

from ...config import DEFAULT_MODEL
from ...errors import ExtractError, UsageError
from ...sources import Moment, make_moment, parse_published, parts_of
from ...types import Document, Reading
from .chunks import AT_ONE_GO
from .engine import DocumentReading, Engine, load_engine
from .gazetteers import Progress

# One parse at a time: the pipeline's own work holds the interpreter anyway, and no part of the
# engine has to promise that two threads may be inside it.
_READING = Lock()
_LOADING = Lock()
_engines: dict[tuple[str, Path | None], Engine] = {}  # by model and gazetteer


def shared_engine(
    *,
    model: str = DEFAULT_MODEL,
    codebooks: tuple[Path, ...] = (),
    registers: tuple[Path, ...] = (),
    gazetteer: Path | None = None,
    progress: Progress | None = None,
) -> Engine:
    """The engine of this process, loaded when it is first asked for.

    With codebooks or registers of one's own it is loaded anew: they may have changed.
    """
    with _LOADING:
        if codebooks or registers:
            return load_engine(
                model=model,
                codebooks=codebooks,
                registers=registers,
                gazetteer=gazetteer,
                progress=progress,
            )
        wanted = (model, gazetteer)
        if wanted not in _engines:
            _engines[wanted] = load_engine(model=model, gazetteer=gazetteer, progress=progress)
        return _engines[wanted]


def read_text(text: str, *, published: str | date | None = None) -> DocumentReading:
    """Read a text that is in no file and no store, joined as one document is.

    ``published`` is a date or a moment, or words for one in ISO 8601: "2018-09-01".
    """
    at, zone = parts_of(read_published(published))
    engine = shared_engine()
    with _READING:
        return engine.read_text(text, published=at, zone=zone)


def read_documents(documents: Iterable[Document]) -> Iterator[Reading]:
    """Read documents in order, some at one go, keeping them in no store.

    ``ExtractError`` for one in a language that cannot be read, after those before it.
    """
    engine = shared_engine()
    waiting = iter(documents)
    while chunk := list(islice(waiting, AT_ONE_GO)):
        with _READING:
            readings = list(engine.read_each(list(_readable(chunk, engine))))
        yield from readings
        for document in chunk[len(readings) :][:1]:
            engine.check(document)


def _readable(documents: Iterable[Document], engine: Engine) -> Iterator[Document]:
    """The documents before the first that cannot be read."""
    for document in documents:
        try:
            engine.check(document)
        except ExtractError:
            return
        yield document


def read_published(published: str | date | None) -> Moment | None:
    """A moment: midnight for a bare day. ``UsageError`` for words that give none."""
    if published is None:
        return None
    if isinstance(published, str):
        moment = parse_published(published)
    elif isinstance(published, datetime):
        moment = make_moment(published)
    else:
        moment = make_moment(datetime.combine(published, time()))
    if moment is None:
        raise UsageError(
            f"{str(published)!r} is not a date: write it like 2018-09-01 or 2018-09-01T14:30Z"
        )
    return moment
