from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.resolution.actors.choosing import ActorContext, ActorResolver
from dateline.resolution.actors.register import (
    ActorRegister,
    find_displaced,
    fold_name,
    load_register,
    register_digests,
)
from dateline.resolution.actors.register_entries import Entry
from dateline.types import ActorId, Inter

MINIMAL = '[[actor]]\nid = "{id}"\nname = "{name}"\ninter = 2\nsector = "REB"\n'


@pytest.fixture(scope="module")
def register() -> ActorRegister:
    return load_register()


def write(folder: Path, content: str, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


# ---- folding ----


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Houthis", "Houthi"),
        ("Al-Nusra Front", "al Nusra Front"),
        ("Kata'ib Hezbollah", "Kataib Hezbollah"),
        ("Ansar Allah", "Ansarallah"),
    ],
)
def test_spellings_of_one_name_fold_together(left: str, right: str) -> None:
    assert fold_name(left) == fold_name(right)


def test_a_short_name_does_not_fold() -> None:
    assert fold_name("IS") is None


def test_an_acronym_is_not_the_word_it_looks_like(register: ActorRegister) -> None:
    assert register.spelled("MODEL")
    assert not register.sounding("Model")


def test_a_name_in_small_letters_only_matches_one_listed_so(register: ActorRegister) -> None:
    assert register.spelled("peshmerga")
    assert not register.sounding("islamic state")


def test_an_organ_is_found_by_its_country(register: ActorRegister) -> None:
    assert [entry.id for entry in register.get_organs("IL", "army")] == ["israel-defense-forces"]
    assert register.get_organs("FR", "army") == ()


# ---- a user's own register ----


def test_a_file_of_ones_own_is_a_register(tmp_path: Path) -> None:
    path = write(tmp_path, MINIMAL.format(id="red-front", name="Red Front"))
    register = load_register(path)
    assert register.entries == (Entry(ActorId("red-front"), "Red Front", Inter.REBEL_GROUP, "REB"),)
    assert register.get_entry(ActorId("red-front")) == register.entries[0]


def test_a_folder_holds_a_register_in_several_files(tmp_path: Path) -> None:
    write(tmp_path, MINIMAL.format(id="red-front", name="Red Front"), "a.toml")
    write(tmp_path, MINIMAL.format(id="blue-front", name="Blue Front"), "b.toml")
    assert len(load_register(tmp_path)) == 2


@pytest.mark.parametrize(
    ("addition", "reason"),
    [
        ('parent = "nobody"', "red-front: there is no actor nobody"),
        ('side = "nobody"', "red-front: there is no actor nobody"),
        ('parent = "red-front"', "red-front: it cannot be its own parent"),
        ('sector = "XXX"', "Cannot overwrite a value"),
        ('country = "Sudan"', "red-front: 'Sudan' is no ISO 3166-1 alpha-2 code"),
        ('organs = ["army"]', "red-front: an organ needs a country"),
        ("since = 2001-01-01\nuntil = 2000-01-01", "red-front: it ends on 2000-01-01"),
        ("untill = 2000-01-01", "red-front: there is no field 'untill'"),
        ('since = "soon"', "red-front: "),
        ("=", "own.toml: "),
        ("[[group]]\na = 1", "there is no table [[group]]"),
        (
            '[[alias]]\nnames = ["Reds"]\nbecause = "they wear red"\nactor = "nobody"',
            "alias Reds: there is no actor nobody",
        ),
        (
            '[[alias]]\nnames = ["Reds"]\nbecause = "they wear red"',
            "alias Reds: needs an actor, or country and organ",
        ),
    ],
)
def test_a_broken_register_is_refused_with_file_entry_and_reason(
    addition: str, reason: str, tmp_path: Path
) -> None:
    path = write(tmp_path, MINIMAL.format(id="red-front", name="Red Front") + addition)
    with pytest.raises(ResourceError) as refusal:
        load_register(path)
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_unknown_sector_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, MINIMAL.format(id="red-front", name="Red Front").replace("REB", "XXX"))
    with pytest.raises(ResourceError, match=r"own\.toml: red-front: there is no sector XXX"):
        load_register(path)


def test_a_missing_register_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"gone\.toml"):
        load_register(tmp_path / "gone.toml")


def test_one_id_twice_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, MINIMAL.format(id="red-front", name="Red Front") * 2)
    with pytest.raises(ResourceError, match=r"red-front: this id is taken in own\.toml"):
        load_register(path)


def test_one_name_for_two_at_the_same_time_and_place_is_refused(tmp_path: Path) -> None:
    content = MINIMAL.format(id="red-front", name="Front") + MINIMAL.format(id="blue", name="Front")
    with pytest.raises(ResourceError, match="the name 'Front' means"):
        load_register(write(tmp_path, content))


def test_one_name_may_pass_from_one_to_the_next(tmp_path: Path) -> None:
    first = MINIMAL.format(id="red-front", name="Front") + "until = 2000-01-01\n"
    second = MINIMAL.format(id="blue", name="Front") + "since = 2000-01-01\n"
    assert len(load_register(write(tmp_path, first + second)).spelled("Front")) == 2


# ---- a user's register beside another ----


def test_a_users_entry_takes_the_place_of_one_with_its_id(tmp_path: Path) -> None:
    own = write(tmp_path, MINIMAL.format(id="ansar-dine", name="Blue Column"))
    register = load_register(own=[own])
    assert register.spelled("Ansar Dine") == ()
    assert [naming.name for naming in register.spelled("Blue Column")] == ["Blue Column"]


def test_a_users_name_wins_where_both_could_be_meant(tmp_path: Path) -> None:
    content = MINIMAL.format(id="blue", name="Ansar Dine") + 'country = "{}"\n'
    here = load_register(own=[write(tmp_path, content.format("ML"))]).spelled("Ansar Dine")
    assert [naming.entry and naming.entry.id for naming in here] == ["blue"]
    far = load_register(own=[write(tmp_path, content.format("PE"))]).spelled("Ansar Dine")
    assert {naming.entry and naming.entry.id for naming in far} == {"blue", "ansar-dine"}


def test_a_users_entry_can_be_an_organ_of_its_country(tmp_path: Path) -> None:
    content = MINIMAL.format(id="blue", name="Blue Guard") + 'country = "ZM"\norgans = ["army"]\n'
    resolve = ActorResolver(load_register(own=[write(tmp_path, content)]))
    chosen = resolve("Zambian soldiers", context=ActorContext()).chosen
    assert chosen is not None
    assert chosen.id == "blue"


def test_a_users_entry_may_name_packaged_ones(tmp_path: Path) -> None:
    content = MINIMAL.format(id="blue", name="Blue Column") + 'split_from = "mnla"\n'
    assert load_register(own=[write(tmp_path, content)]).get_entry(ActorId("blue")) is not None
    with pytest.raises(ResourceError, match=r"own.toml: blue: there is no actor mnlaa"):
        load_register(own=[write(tmp_path, content.replace("mnla", "mnlaa"))])


def test_names_taken_from_others_are_told(tmp_path: Path) -> None:
    content = MINIMAL.format(id="blue", name="Ansar Dine") + 'country = "ML"\n'
    own = write(tmp_path, content)
    ((taken, had),) = find_displaced([own], load_register())
    assert (taken.name, had.entry and had.entry.id) == ("Ansar Dine", "ansar-dine")


def test_the_digest_of_a_register_names_its_content(tmp_path: Path) -> None:
    first = register_digests([write(tmp_path, MINIMAL.format(id="a", name="Front"))])
    assert first == register_digests([tmp_path])
    assert first != register_digests([write(tmp_path, MINIMAL.format(id="a", name="Fronts"))])
    assert register_digests([]) == ()
