"""A table's own words for kinds become the codebook's."""

from pathlib import Path

import pytest

from dateline.codebook import Codebook
from dateline.codebook.schemes import load_schemes
from dateline.errors import UsageError
from dateline.sources.coded.kinds import make_kind_map, parse_kinds
from dateline.sources.coded.shapes import load_shapes
from dateline.types import KindId

SHAPE = load_shapes()


def test_every_kind_that_a_sub_event_is_read_as_can_be_written_as_that_sub_event(
    codebook: Codebook,
) -> None:
    acled = SHAPE["acled"]
    for event, sub_events in load_schemes().acled.items():
        assert event in acled.kinds
        for sub_event in sub_events:
            for kind in {acled.kinds[sub_event], acled.deadly.get(sub_event)} - {None}:
                said = {mapping.sub_event for mapping in codebook.kind(str(kind)).acled}
                assert sub_event in said, (sub_event, kind)


def test_every_type_of_violence_is_read_as_a_kind_that_is_mapped_to_it(codebook: Codebook) -> None:
    for type, kind in SHAPE["ucdp"].kinds.items():
        assert int(type) in {mapping.type for mapping in codebook.kind(kind).ucdp}


def test_an_attack_that_left_dead_is_a_killing(codebook: Codebook) -> None:
    kinds = make_kind_map(SHAPE["acled"], codebook, {})
    assert kinds.find("Attack") == "offensive"
    assert kinds.find("Attack", is_deadly=True) == "killing"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("clash", "clash"),
        ("Drone strike", "drone-strike"),
        ("drone_strike", "drone-strike"),
        ("Night raid", "offensive"),
    ],
)
def test_words_are_a_kind_or_its_label_or_what_the_user_said(
    codebook: Codebook, words: str, kind: str
) -> None:
    kinds = make_kind_map(SHAPE["own"], codebook, {"night raid": "offensive"})
    assert kinds.find(words) == KindId(kind)


def test_a_label_of_the_codebook_is_its_kind(codebook: Codebook) -> None:
    kinds = make_kind_map(SHAPE["own"], codebook, {})
    for kind in codebook.kinds:
        assert kinds.find(kind.label) in codebook


def test_the_users_word_goes_before_the_shapes(codebook: Codebook) -> None:
    kinds = make_kind_map(SHAPE["acled"], codebook, {"attack": "torture-or-beating"})
    assert kinds.find("Attack", is_deadly=True) == "torture-or-beating"


@pytest.mark.parametrize(
    ("words", "hint"),
    [("shellin", "did you mean shelling?"), ("xyzzy", "say which it is with --kinds 'xyzzy'=KIND")],
)
def test_an_unknown_kind_is_refused_with_what_to_do(
    codebook: Codebook, words: str, hint: str
) -> None:
    with pytest.raises(ValueError, match="is no kind of the codebook") as caught:
        make_kind_map(SHAPE["own"], codebook, {}).find(words)
    assert hint in str(caught.value)


def test_a_map_to_a_kind_that_is_not_there_is_refused(codebook: Codebook) -> None:
    with pytest.raises(UsageError, match="did you mean clash"):
        make_kind_map(SHAPE["own"], codebook, {"battle": "clas"})


def test_kinds_are_said_in_line_or_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "kinds.toml"
    file.write_text('"night raid" = "offensive"\nbomb = "explosion"\n')
    assert parse_kinds((str(file), "bomb=airstrike,'a=b'=clash")) == {
        "night raid": "offensive",
        "bomb": "airstrike",
        "a=b": "clash",
    }


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("raid=", "write it like raid=offensive"),
        ("nothing.toml", "no such file"),
        ("bad.toml", "it is a file of lines like"),
        ("list.toml", "it is a file of lines like"),
    ],
)
def test_a_map_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, problem: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.toml").write_text("no toml at all")
    Path("list.toml").write_text('raid = ["offensive"]')
    with pytest.raises(UsageError) as caught:
        parse_kinds((said,))
    assert problem.casefold() in str(caught.value).casefold()
