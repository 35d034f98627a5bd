from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.evaluation import kind_maps
from dateline.evaluation.kind_maps import KindMap, load_kind_map, packaged_maps

TOML = '[kinds]\nairstrike = "bombing"\nclash = ["attack", "bombing"]\ntalks = []\n'


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        ("airstrike", ("bombing",)),
        ("clash", ("attack", "bombing")),
        ("talks", ()),
        ("protest", ("protest",)),
    ],
)
def test_a_kind_has_labels(tmp_path, kind, labels):
    (tmp_path / "mine.toml").write_text(TOML)
    assert load_kind_map(str(tmp_path / "mine.toml")).labels_of(kind) == labels


def test_a_packaged_map_has_a_name(tmp_path, monkeypatch):
    monkeypatch.setattr(kind_maps, "files", lambda package: tmp_path)
    assert packaged_maps() == ()
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "mine.toml").write_text(TOML)
    assert packaged_maps() == ("mine",)
    assert load_kind_map("mine").labels_of("airstrike") == ("bombing",)


def test_maps_that_come_with_dateline_can_be_read():
    assert all(isinstance(load_kind_map(name), KindMap) for name in packaged_maps())


def test_a_map_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match="nowhere: no such file, nor a packaged map"):
        load_kind_map("nowhere")
    with pytest.raises(UsageError, match=f"{tmp_path}: "):
        load_kind_map(str(tmp_path))


@pytest.mark.parametrize("text", ["[kinds", "[kinds]\nclash = 7\n"])
def test_a_broken_map_is_refused_with_its_reason(tmp_path, text):
    (tmp_path / "mine.toml").write_text(text)
    with pytest.raises(UsageError, match=r"mine\.toml: "):
        load_kind_map(str(tmp_path / "mine.toml"))
