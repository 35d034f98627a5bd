from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.store.gazetteer import GazetteerIndex, open_gazetteer
from dateline.store.gazetteer_cache import find_cache_dir
from dateline.store.gazetteer_layout import Spelling
from dateline.types import Place, PlaceId, PlaceKind

LOWER = Spelling(str.lower)


class Three:
    """A world of three places, which counts how often it was asked for."""

    def __init__(self) -> None:
        self.asked = 0
        self.places = (
            Place(PlaceId("a"), "Hajin", PlaceKind.SETTLEMENT, 34.7, 40.8, "SY", "Deir ez-Zor",
                  29_237, 2.3, ("Hajeen", "HAJIN")),
            Place(PlaceId("b"), "Hajin", PlaceKind.SETTLEMENT, 37.9, 36.1, "TR"),
            Place(PlaceId("c"), "Red Sea", PlaceKind.WATER, 20.0, 38.5, radius_km=400.0),
        )  # fmt: skip

    def __call__(self) -> Three:
        self.asked += 1
        return self

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places)


@pytest.fixture
def world() -> Three:
    return Three()


def open_index(world: Three, folder: Path, digest: str = "x") -> GazetteerIndex:
    return open_gazetteer(world, LOWER, digest=digest, cache_dir=folder)


def test_finds_a_place_by_any_spelling_that_folds_alike(world: Three, tmp_path: Path) -> None:
    index = open_index(world, tmp_path)
    assert [place.id for place in index.named("hajin")] == ["a", "b"]
    assert [place.id for place in index.named("HAJEEN")] == ["a"]
    assert index.named("Homs") == ()


def test_tells_an_exact_spelling_from_a_folded_one(world: Three, tmp_path: Path) -> None:
    index = open_index(world, tmp_path)
    assert [place.id for place in index.spelled("HAJIN")] == ["a"]
    assert index.spelled("hajin") == ()


def test_gives_back_what_was_put_in_but_the_aliases(world: Three, tmp_path: Path) -> None:
    place = open_index(world, tmp_path).get_place(PlaceId("a"))
    assert place == Place(
        PlaceId("a"), "Hajin", PlaceKind.SETTLEMENT, 34.7, 40.8, "SY", "Deir ez-Zor", 29_237, 2.3
    )
    assert open_index(world, tmp_path).get_place(PlaceId("zz")) is None


def test_is_built_once_for_one_digest(world: Three, tmp_path: Path) -> None:
    open_index(world, tmp_path).close()
    open_index(world, tmp_path).close()
    assert world.asked == 1
    open_index(world, tmp_path, digest="y").close()
    assert world.asked == 2


def test_two_that_start_together_build_it_once(world: Three, tmp_path: Path) -> None:
    threads = [threading.Thread(target=open_index, args=(world, tmp_path)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert world.asked == 1


def test_reports_its_progress(world: Three, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    open_gazetteer(
        world, LOWER, digest="x", cache_dir=tmp_path,
        progress=lambda done, total: seen.append((done, total)),
    )  # fmt: skip
    assert seen == [(0, 3), (3, 3)]


def test_a_build_that_fails_leaves_nothing_behind(world: Three, tmp_path: Path) -> None:
    def stumble(name: str) -> str:
        if name == "Red Sea":
            raise RuntimeError("power cut")
        return name

    with pytest.raises(RuntimeError, match="power cut"):
        open_gazetteer(world, Spelling(stumble), digest="x", cache_dir=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["gazetteer.lock"]
    assert open_index(world, tmp_path).named("Hajin")


def test_a_folder_that_cannot_be_made_is_one_clear_line(world: Three, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(StoreError, match="cannot build the gazetteer index"):
        open_index(world, blocked)


def test_a_damaged_index_is_one_clear_line(world: Three, tmp_path: Path) -> None:
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(b"not a database, but long enough to be read as one" * 40)
    with pytest.raises(StoreError, match="gazetteer index"):
        GazetteerIndex(path, LOWER).named("Hajin")


def test_the_cache_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert find_cache_dir() == tmp_path
    monkeypatch.delenv("DATELINE_CACHE")
    assert find_cache_dir().name == "dateline"


def test_threads_may_share_it(world: Three, tmp_path: Path) -> None:
    index = open_index(world, tmp_path)
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(len(index.named("Hajin")))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 8
