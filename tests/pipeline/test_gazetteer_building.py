"""A gazetteer is built from files over the packaged one, and the same files make the same one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.pipeline import gazetteer_building
from dateline.pipeline.gazetteer_building import Wishes, build_gazetteer, find_files, look_up
from dateline.pipeline.reading.gazetteers import digest_of, open_places
from dateline.resolution.gazetteer_files.formats import Format
from dateline.store import gazetteer_writer
from dateline.store.gazetteer import GazetteerIndex
from dateline.types import Place, PlaceId, PlaceKind

VILLAGE = (
    "900001\tMala Tokmachka\tMala Tokmachka\tMalaya Tokmachka\t47.53\t35.89\tP\tPPL\tUA\t\t26\t2619"
    "\t\t\t3000\t\t\tEurope/Kyiv\t2024-01-01\n"
)
PLAIN = Wishes()
NAMES = "1\t900001\ten\tLittle Tokmachka\t\t\t\t\n"
ADMIN2 = "UA.26.2619\tPolohy Raion\tPolohy Raion\t900003\n"
MINE = "name,lat,lon,country\nMala Tokmachka,47.6,35.9,UA\nbroken,north,1,UA\n"


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = [
        Place(PlaceId("gn:1"), "Orikhiv", PlaceKind.SETTLEMENT, 47.57, 35.78, "UA"),
        Place(PlaceId("gn:2"), "Tokmak", PlaceKind.SETTLEMENT, 47.25, 35.71, "UA"),
    ]
    monkeypatch.setattr(gazetteer_building, "load_atlas", lambda: packaged)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    texts = {"mine.csv": MINE, "names.txt": NAMES, "admin2.txt": ADMIN2, "UA.txt": VILLAGE}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return [tmp_path / name for name in texts]


def build(
    paths: list[Path], output: Path, wishes: Wishes = PLAIN, **said: object
) -> GazetteerIndex:
    build_gazetteer(find_files(paths, wishes), output, wishes, **said)  # type: ignore[arg-type]
    return open_places(output)


def test_files_are_taken_in_so_that_names_find_their_places_and_own_entries_come_last(
    files: list[Path],
) -> None:
    found = find_files(files, Wishes())
    assert [file.format for file in found] == [
        Format.GEONAMES, Format.GEONAMES_ADMIN, Format.GEONAMES_NAMES, Format.OWN,
    ]  # fmt: skip


def test_every_file_is_in_it_and_so_is_what_is_packaged(files: list[Path], tmp_path: Path) -> None:
    index = build(files, tmp_path / "g.sqlite")
    assert [place.id for place in index.named("Orikhiv")] == ["gn:1"]
    assert [place.id for place in index.named("Little Tokmachka")] == ["gn:900001"]
    detail = index.describe(PlaceId("gn:900001"))
    assert detail is not None
    assert (detail.feature, detail.admin2, detail.source) == ("P.PPL", "Polohy Raion", "UA.txt")


def test_the_users_own_entry_wins(files: list[Path], tmp_path: Path) -> None:
    index = build(files, tmp_path / "g.sqlite")
    (own,) = index.named("Mala Tokmachka")
    assert own.id == "own:mala-tokmachka@47.60,35.90"


def test_a_row_that_tells_no_place_is_in_the_summary(files: list[Path], tmp_path: Path) -> None:
    summary = build_gazetteer(find_files(files, Wishes()), tmp_path / "g.sqlite", Wishes())
    (failure,) = summary.failures
    assert (failure.source, failure.line) == ("mine.csv", 3)
    assert [source.failures for source in summary.sources] == [0, 0, 0, 0, 1]
    assert summary.built.endswith("+00:00")


def test_what_goes_on_is_said(files: list[Path], tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(gazetteer_writer, "AT_ONE_GO", 1)
    seen: list[tuple[str, int]] = []
    build(files, tmp_path / "g.sqlite", seen=lambda step, line: seen.append((step, line)))
    assert ("looking through UA.txt", 0) in seen
    assert ("UA.txt", 1) in seen
    assert seen[-1] == ("writing the file", 0)


def test_an_interrupted_build_goes_on_where_it_stopped(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gazetteer_writer, "AT_ONE_GO", 1)

    def stop(step: str, line: int) -> None:
        if step == "names.txt":
            raise KeyboardInterrupt

    output = tmp_path / "g.sqlite"
    with pytest.raises(KeyboardInterrupt):
        build(files, output, seen=stop)
    assert not output.exists()
    seen: list[str] = []
    index = build(files, output, seen=lambda step, line: seen.append(step))
    assert "going on where the last build stopped" in seen
    assert "UA.txt" not in seen, "it is not read again"
    assert "names.txt" not in seen
    assert index.named("Little Tokmachka")


def test_what_is_packaged_goes_on_too(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gazetteer_writer, "AT_ONE_GO", 1)

    def stop(step: str, line: int) -> None:
        if step == "Dateline":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(files, tmp_path / "g.sqlite", seen=stop)
    index = build(files, tmp_path / "g.sqlite")
    assert [len(index.named(name)) for name in ("Orikhiv", "Tokmak")] == [1, 1]


def test_the_digest_is_of_contents_and_wishes_not_of_names(
    files: list[Path], tmp_path: Path
) -> None:
    def digest(paths: list[Path], wishes: Wishes = PLAIN) -> str:
        index = build(paths, tmp_path / "g.sqlite", wishes)
        found = digest_of(index)
        index.close()
        return found

    first = digest(files)
    renamed = files[3].rename(tmp_path / "ukraine.txt")
    assert digest([*files[:3], renamed]) == first
    assert digest([*files[:3], renamed], Wishes(every_script=True)) != first
    renamed.write_text(VILLAGE.replace("3000", "3001"))
    assert digest([*files[:3], renamed]) != first


def test_a_file_that_is_not_there_or_nothing_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        find_files([tmp_path / "none.txt"], Wishes())
    (tmp_path / "table.txt").write_text("label,north,east\nPost,35,36\n")
    with pytest.raises(UsageError, match="neither GeoNames"):
        find_files([tmp_path / "table.txt"], Wishes())


def test_who_names_the_columns_says_that_a_table_is_his_own(tmp_path: Path) -> None:
    (tmp_path / "table.txt").write_text("label,north,east\nPost,35,36\n")
    columns = {"name": "label", "latitude": "north", "longitude": "east"}
    (file,) = find_files([tmp_path / "table.txt"], Wishes(columns=columns))
    assert file.format is Format.OWN
    (file,) = find_files([tmp_path / "table.txt"], Wishes(Format.OWN, columns))
    assert file.format is Format.OWN


def test_a_file_that_goes_away_is_one_clear_line(files: list[Path], tmp_path: Path) -> None:
    found = find_files(files, Wishes())
    files[3].unlink()
    with pytest.raises(UsageError, match=r"UA\.txt: cannot be read"):
        build_gazetteer(found, tmp_path / "g.sqlite", Wishes())


def test_a_name_is_looked_up_with_the_step_that_found_it(files: list[Path], tmp_path: Path) -> None:
    index = build(files[3:], tmp_path / "g.sqlite")
    found = {
        name: [(match.place.id, match.step.value) for match, _ in look_up(index, name)]
        for name in ("Orikhiv", "ORIKHIV", "Orekhov", "Mala Tokmachkaa", "Nowhere")
    }
    assert found["Orikhiv"] == [("gn:1", "exact")]
    assert found["ORIKHIV"] == [("gn:1", "folded")]
    assert found["Orekhov"] == [("gn:1", "transliterated")]
    assert found["Nowhere"] == []


def test_a_country_narrows_what_is_found(files: list[Path], tmp_path: Path) -> None:
    index = build(files[3:], tmp_path / "g.sqlite")
    assert list(look_up(index, "Orikhiv", country="SY")) == []
    assert [match.place.id for match, _ in look_up(index, "Orikhiv", country="UA")] == ["gn:1"]
