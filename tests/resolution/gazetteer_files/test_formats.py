from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.resolution.gazetteer_files.formats import (
    Format,
    GazetteerFile,
    check_columns,
    recognise,
)

FILES = {
    "1\tA\tA\t\t35\t36\tP\tPPL\tSY\t\t07\t\t\t\t0\t\t\t\t2024-01-01\n": Format.GEONAMES,
    "1\t2\ten\tName\t\t\t\t\n": Format.GEONAMES_NAMES,
    "1\t2\ten\tName\t\t\t\t\t\t\n": Format.GEONAMES_NAMES,
    "SY.07\tIdlib\tIdlib\t1\n": Format.GEONAMES_ADMIN,
    "# a remark\nSY.07.12\tHarim\tHarim\t1\n": Format.GEONAMES_ADMIN,
    "NAME,NAMEASCII,LATITUDE,LONGITUDE\n": Format.NATURAL_EARTH,
    '{"type": "FeatureCollection", "features": []}': Format.NATURAL_EARTH,
    "ADM1_EN;ADM1_PCODE\n": Format.PCODES,
    "Location,Admin Level,P-Code,Name\n": Format.PCODES,
    "\ufeffPlace,Lat,Lon\n": Format.OWN,
    "title\ty\tx\n": Format.OWN,
}


@pytest.mark.parametrize("text", FILES)
def test_a_file_is_known_by_what_stands_in_it(text: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text(text, "utf-8")
    assert recognise(path).format is FILES[text]


@pytest.mark.parametrize("text", ["", "a letter to a friend\n", '{"a": 1}', "name,population\n"])
def test_what_is_none_of_them_is_refused_with_its_first_words(text: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"letter\.txt: neither GeoNames, .* --format"):
        recognise(path)


def test_a_broken_archive_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "UA.zip"
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(UsageError, match=r"UA\.zip: cannot be read"):
        recognise(path)


def test_an_archive_without_data_is_refused(tmp_path: Path) -> None:
    from zipfile import ZipFile

    path = tmp_path / "UA.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "words")
    with pytest.raises(UsageError, match="holds no data"):
        recognise(path)


def test_a_table_that_lacks_a_column_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,north,lon\n")
    file = GazetteerFile(path, Format.OWN)
    with pytest.raises(UsageError, match="no column for latitude; it has name, north, lon; say"):
        check_columns(file, {})
    with pytest.raises(UsageError, match=r"mine\.csv: there is no column 'up'"):
        check_columns(file, {"latitude": "up"})
    check_columns(file, {"latitude": "north"})
