"""The place names of a text, and where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...analysis.survey import Survey
from ...pipeline import Engine
from ...resolution.places.context import make_place_context
from ...resolution.places.nested_names import find_nested_names
from ...resolution.places.weights import PlaceContext
from ...types import Location
from ..rows import Toponym, ToponymsRow
from .documents import survey_rows


def answer(rows: Sequence[ToponymsRow], engine: Engine) -> Iterator[ToponymsRow]:
    """Every name of a place or people, with the coordinates it is resolved to, if any."""
    for row, survey in survey_rows(rows, engine):
        yield ToponymsRow(id=row.id, toponyms=tuple(_toponyms(row.text, survey, engine)))


def _toponyms(text: str, survey: Survey, engine: Engine) -> Iterator[Toponym]:
    resolver = engine.resolve.places
    context = make_place_context(
        (span.of(text) for span in survey.places),
        (span.of(text) for span in survey.peoples),
        resolver,
        within=find_nested_names(text, survey.places),
    )
    for span in sorted({*survey.places, *survey.peoples}):
        location = _locate(span.of(text), context, engine)
        yield Toponym(
            start=span.start,
            end=span.end,
            quote=span.of(text),
            lat=location.latitude if location else None,
            lon=location.longitude if location else None,
            geonameid=location.places[0] if location and len(location.places) == 1 else None,
        )


def _locate(name: str, context: PlaceContext, engine: Engine) -> Location | None:
    """Where a name is; where a people is, its country is."""
    resolver = engine.resolve.places
    code = resolver.countries.country_of_demonym(name)
    country = resolver.countries.country_name(code) if code else None
    return resolver(country or name.replace("\n", " "), context=context).chosen
