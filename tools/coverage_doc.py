"""Write docs/explanation/gazetteer-coverage.md: which of 200 places known from wars the gazetteer has."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.pipeline.reading.gazetteers import make_lookup, open_places
from dateline.resolution.countries import Countries, load_countries
from dateline.resolution.places.areas import measure_km
from dateline.resolution.places.lookup import PlaceLookup
from dateline.store.gazetteer import GazetteerIndex
from dateline.types import Place

ROOT = Path(__file__).parent.parent
LIST = ROOT / "tests/cases/conflict_places.toml"
PAGE = ROOT / "docs/explanation/gazetteer-coverage.md"

NEAR_KM = 25.0  # the list's coordinates are rounded to tenths of a degree, which is up to 8 km
SUPPLEMENT = "dl:"

# What the supplement had and found when the list was committed: entries that came later were
# written by people who may have known it.
THEN_ENTRIES, THEN_FOUND = 704, 161
SETTLED = ("town", "village", "city", "district", "quarter")

SHOWN = """\
# Most places of a war are in the gazetteer, and what is missing can be added

<!-- Written by tools/coverage_doc.py from tests/cases/conflict_places.toml and the packaged gazetteer; run `make docs`. -->

The list is of {total} places of {countries} countries that reports on wars of 1989–2026 name: towns, villages, bases, camps, crossings, oil fields. It was written from general knowledge, committed before it was measured, and is never changed to suit the supplement. A place counts as found when its name leads to a place of its country within {near:.0f} km.

- *GeoNames alone*: towns of 500 people and more, regions and countries, as packaged; a name counts as written or as folded.
- *With the supplement*: and the list of places known from wars in `src/dateline/resolution/data/places.toml`.
- *Written otherwise*: and names that are another way to write a known one in English, as in `dateline gazetteer find`.

| country | places | GeoNames alone | with the supplement | written otherwise |
|---|--:|--:|--:|--:|
{rows}
| **all** | **{total}** | **{alone}** | **{with_it}** | **{alike}** |
| towns, villages, districts | {settled[0]} | {settled[1]} | {settled[2]} | {settled[3]} |
| bases, camps, crossings, fields and the like | {sites[0]} | {sites[1]} | {sites[2]} | {sites[3]} |

**The figure to expect elsewhere is the one from before the supplement was filled**: when the list was committed, the supplement had {then_entries} entries and led to {then_found} of the {total} ({then_share}). What was added since, the table's third column counts; whoever added it knew the list, so it shows that these gaps are closed and not how many others are left.

Of the {spellings} other spellings in the list, {spelled} lead to the right place, {spelled_alike} with what is written otherwise.

Not found by its first name: {missing}.

A country's file of GeoNames brings the villages that are missing, and a table of your own brings the rest: [build a gazetteer](../how-to/build-a-gazetteer.md).
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place of the list."""

    name: str
    sort: str
    latitude: float
    longitude: float
    others: tuple[str, ...]
    country: str

    def is_one_of(self, places: Iterable[Place]) -> bool:
        """Whether one of the places is this one."""
        return any(
            place.country == self.country
            and measure_km(place.latitude, place.longitude, self.latitude, self.longitude)
            <= NEAR_KM
            for place in places
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A place of the list, and which steps find it."""

    wanted: Wanted
    alone: bool
    with_it: bool
    alike: bool
    spelled: int
    spelled_alike: int


def read_list() -> Iterator[Wanted]:
    """The places, country by country."""
    for country, rows in tomllib.loads(LIST.read_text("utf-8")).items():
        for name, sort, latitude, longitude, others in rows:
            yield Wanted(name, sort, latitude, longitude, tuple(others), country)


def look_for(wanted: Wanted, gazetteer: GazetteerIndex, lookup: PlaceLookup) -> Found:
    """Look for one place by every step."""

    def is_alike(name: str) -> bool:
        matches = lookup.find_alike(name, (wanted.country,))
        return wanted.is_one_of(match.place for match in matches)

    def is_known(name: str) -> bool:
        return wanted.is_one_of(gazetteer.named(name))

    named = gazetteer.named(wanted.name)
    known = wanted.is_one_of(named)
    spelled = [is_known(other) for other in wanted.others]
    alike = [sure or is_alike(other) for other, sure in zip(wanted.others, spelled, strict=True)]
    return Found(
        wanted,
        wanted.is_one_of(place for place in named if not place.id.startswith(SUPPLEMENT)),
        known,
        known or is_alike(wanted.name),
        sum(spelled),
        sum(alike),
    )


def count(found: Iterable[Found]) -> tuple[int, int, int, int]:
    """How many there are, and how many each step finds."""
    rows = list(found)
    return (
        len(rows),
        sum(one.alone for one in rows),
        sum(one.with_it for one in rows),
        sum(one.alike for one in rows),
    )


def make_page(gazetteer: GazetteerIndex) -> str:
    lookup = make_lookup(gazetteer)
    names = Countries(load_countries())
    found = [look_for(wanted, gazetteer, lookup) for wanted in read_list()]
    codes = list(dict.fromkeys(one.wanted.country for one in found))
    by_country = {code: count(one for one in found if one.wanted.country == code) for code in codes}
    total, alone, with_it, alike = count(found)
    return SHOWN.format(
        total=total,
        countries=len(codes),
        near=NEAR_KM,
        then_entries=THEN_ENTRIES,
        then_found=THEN_FOUND,
        then_share=f"{THEN_FOUND / total:.0%}",
        rows="\n".join(
            f"| {names.country_name(code)} | {' | '.join(map(str, counts))} |"
            for code, counts in by_country.items()
        ),
        alone=share(alone, total),
        with_it=share(with_it, total),
        alike=share(alike, total),
        settled=count(one for one in found if one.wanted.sort in SETTLED),
        sites=count(one for one in found if one.wanted.sort not in SETTLED),
        spellings=sum(len(one.wanted.others) for one in found),
        spelled=sum(one.spelled for one in found),
        spelled_alike=sum(one.spelled_alike for one in found),
        missing=", ".join(
            f"{one.wanted.name} ({one.wanted.country})" for one in found if not one.alike
        )
        or "none",
    )  # fmt: skip


def share(part: int, total: int) -> str:
    """A count with its share."""
    return f"{part} ({part / total:.0%})"


if __name__ == "__main__":
    PAGE.write_text(make_page(open_places()), "utf-8", newline="\n")
