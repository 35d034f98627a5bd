"""Bring model, codebook, gazetteer and register together, and read one document with them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ...analysis.claims import ClaimFinder
from ...analysis.grammar.parse import Parser
from ...analysis.survey import Survey, Surveyor
from ...analysis.text.language import READABLE, find_language
from ...codebook import Codebook, load_codebook
from ...config import DEFAULT_MODEL
from ...consolidation import Kinds, consolidate, load_kinds
from ...errors import ExtractError
from ...resolution.actors.choosing import ActorResolver
from ...resolution.actors.names import ActorNames
from ...resolution.actors.register import load_register, register_digests
from ...resolution.countries import Countries, load_countries
from ...resolution.places.choosing import PlaceResolver
from ...resolution.places.names import PlaceNames
from ...types import Claim, Document, Event, Reading, fingerprint
from .digests import code_digest
from .gazetteers import Progress, digest_of, make_lookup, open_places
from .names import KnownNames, World, make_world
from .resolving import Resolvers

# What decides how a passage is read; a change in any of these makes another reading.
_DECIDING = ("analysis", "resolution", "pipeline/reading", "types", "time_forms")


@dataclass(frozen=True)
class DocumentReading:
    """One document with its reading, and its claims joined into events."""

    document: Document
    reading: Reading
    events: tuple[Event, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What its passages report."""
        return self.reading.claims


@dataclass(frozen=True)
class Engine:
    """Everything that reads a document; made once, used for many."""

    find_claims: ClaimFinder
    resolve: Resolvers
    codebook: Codebook
    kinds: Kinds
    world: World
    digest: str

    def check(self, document: Document) -> None:
        """``ExtractError`` for a language that cannot be read."""
        language = document.language or find_language(document.text)
        if language not in READABLE:
            raise ExtractError(document.address, _unreadable(language))

    def read(self, document: Document) -> Reading:
        """Read one document. ``ExtractError`` for a language that cannot be read."""
        self.check(document)
        return next(self.read_each([document]))

    def read_each(self, documents: Sequence[Document]) -> Iterator[Reading]:
        """Read documents that were checked, in order; many at one go are read faster."""
        with _collecting_later():
            found = self.find_claims.read_each(documents)
            readings = [
                self.resolve(document, findings, digest=self.digest)
                for document, findings in zip(documents, found, strict=True)
            ]
        return iter(readings)

    def survey_each(self, documents: Sequence[Document]) -> Iterator[Survey]:
        """Everything that documents name and tell, coded or not, in order."""
        finder = self.find_claims
        return Surveyor(finder.open, finder.knowledge)(documents)

    def read_joined(self, document: Document) -> DocumentReading:
        """Read one document and join what its headline, lead and body tell alike."""
        return self.join(document, self.read(document))

    def join(self, document: Document, reading: Reading) -> DocumentReading:
        """A document's reading with its claims joined."""
        joined = consolidate([(document, reading)], hierarchy=self.world, kinds=self.kinds)
        return DocumentReading(document, reading, joined.events)

    def read_text(
        self,
        text: str,
        *,
        published: datetime | None = None,
        zone: str | None = None,
        language: str | None = None,
    ) -> DocumentReading:
        """Read a text that is not in any file; its language is found out unless it is said."""
        document = Document("text", "text", text, published=published, language=language, zone=zone)
        return self.read_joined(document)


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Leave the garbage collector off while documents are read, if it was on.

    The tokens of a batch point at each other and live until it is read: looking through them for
    garbage takes a tenth of the time and finds none.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _unreadable(language: str | None) -> str:
    if language is None:
        return "no words to tell its language by; it is kept, and can be coded by hand"
    known = ", ".join(sorted(READABLE))
    return f"its language is {language!r}, read are: {known}; it is kept, and can be coded by hand"


def load_engine(
    *,
    model: str = DEFAULT_MODEL,
    codebooks: tuple[Path, ...] = (),
    registers: tuple[Path, ...] = (),
    gazetteer: Path | None = None,
    cache_dir: Path | None = None,
    progress: Progress | None = None,
) -> Engine:
    """Load every resource; the packaged gazetteer is indexed the first time, which takes a while.

    ``codebooks`` and ``registers`` are files of a user's own, laid over the packaged ones;
    ``gazetteer`` is one of the user's own, as ``dateline gazetteer build`` makes it.
    """
    codebook = load_codebook(*codebooks)
    index = open_places(gazetteer, cache_dir=cache_dir, progress=progress)
    countries = Countries(load_countries())
    is_listed = index.is_listed if gazetteer else None
    places = PlaceNames(index, countries=countries, is_listed=is_listed)
    register = load_register(own=registers)
    actors = ActorResolver(register, countries=places)
    parser = Parser(model)
    return Engine(
        find_claims=ClaimFinder(parser, codebook, KnownNames(ActorNames(actors), places)),
        resolve=Resolvers(actors, PlaceResolver(index, countries, lookup=make_lookup(index))),
        codebook=codebook,
        kinds=make_kinds(codebook),
        world=make_world(register, countries.all),
        digest=fingerprint(
            code_digest(*_DECIDING),
            parser.version,
            codebook.digest,
            digest_of(index),
            *register_digests(registers),
        ),
    )


def make_kinds(codebook: Codebook) -> Kinds:
    """What joining must know of the kinds of a codebook."""
    return load_kinds({kind.id: kind.family or kind.id for kind in codebook.kinds})


def load_world(registers: tuple[Path, ...] = ()) -> World:
    """What joining must know of actors and places; it takes no parser."""
    return make_world(load_register(own=registers), load_countries())
