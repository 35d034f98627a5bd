"""Codebooks are read from files, merged, and refused with file, entry and reason."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook import Codebook
from dateline.codebook.kinds import Role
from dateline.codebook.loading import expand, load_codebook, merge, read_file
from dateline.errors import ResourceError

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "codebook_refusals.toml").read_text("utf-8")
)["case"]

VALID = """\
replace = false
[[family]]
id = "water"
label = "Water"
[[kind]]
id = "flooding"
label = "Flood used as a weapon"
definition = "Water is let loose on people or places."
family = "water"
force = true
plover = [{ type = "ASSAULT", mode = "unconventional", contexts = ["environment"] }]
cameo = [{ code = "204" }]
acled = [{ event = "Strategic developments", sub_event = "Other" }]
ucdp = [{ type = 1 }]
positive = [
  { text = "Troops flooded the valley with water.", trigger = "flooded", actors = ["Troops"] },
  { text = "They opened the dam on Kherson.", trigger = "opened the dam", targets = ["Kherson"] },
  { text = "The flooding of Kherson displaced thousands.", trigger = "flooding" },
]
negative = [
  { text = "Fans flooded the pitch.", because = "the word means a crowd" },
  { text = "Rain flooded the cellar.", because = "it is weather" },
]
[kind.triggers]
verbs = [
  { verb = "flood", object = ["place"], roles = { with = "instrument" } },
  "inundate",
  { verb = "be flooded", swapped = true },
  { verb = "open the dam on", needs = ["object"] },
]
nouns = [
  { noun = "flooding", needs = ["of"], roles = { of = "target" } },
  { noun = "dam (plot|bombing)", status = "failed" },
]
light = []
# second kind
[figurative]
phrases = ["flood of tears"]
"""

EXTENSION = """\
[[extend]]
id = "clash"
positive = [{ text = "A scrap between two militias cost a life.", trigger = "scrap" }]
[extend.triggers]
nouns = ["scrap"]
light = ["pick"]
[figurative]
phrases = ["scrap (heap|metal)"]
"""


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_refuses_a_broken_file_in_one_line(case: dict[str, str], tmp_path: Path) -> None:
    assert case["old"] in VALID
    path = write(tmp_path, VALID.replace(case["old"], case["new"], 1))
    with pytest.raises(ResourceError) as refusal:
        merge(Codebook(), read_file(path.read_text("utf-8"), str(path)))
    message = str(refusal.value)
    assert message.startswith(f"{path}: ")
    assert case["expect"] in message
    assert "\n" not in message


def test_the_packaged_codebook_has_46_kinds_in_a_fixed_order() -> None:
    codebook = load_codebook()
    assert len(codebook.kinds) == 46
    assert codebook.kinds[0].id == "clash"
    assert codebook.kinds[-1].id == "other"


def test_the_same_files_have_the_same_digest() -> None:
    assert load_codebook().digest == load_codebook().digest


def test_another_file_has_another_digest(tmp_path: Path) -> None:
    assert load_codebook(write(tmp_path, EXTENSION)).digest != load_codebook().digest


def test_a_new_kind_is_added_behind_the_others(tmp_path: Path) -> None:
    codebook = load_codebook(write(tmp_path, VALID))
    assert len(codebook.kinds) == 47
    assert codebook.kinds[-1].id == "flooding"
    assert codebook.family_of("flooding") == "water"


def test_a_known_id_takes_the_place_of_the_whole_kind(tmp_path: Path) -> None:
    mine = VALID.replace('id = "flooding"', 'id = "clash"')
    codebook = load_codebook(write(tmp_path, mine))
    assert len(codebook.kinds) == 46
    assert codebook.kinds[0].label == "Flood used as a weapon"


def test_replace_leaves_the_packaged_kinds_and_phrases_out(tmp_path: Path) -> None:
    codebook = load_codebook(write(tmp_path, VALID.replace("= false", "= true", 1)))
    assert [kind.id for kind in codebook.kinds] == ["flooding"]
    assert codebook.figurative.phrases == ("flood of tears",)
    assert [family.id for family in codebook.families] == ["water"]


def test_a_codebook_with_no_kind_left_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "replace = true")
    with pytest.raises(ResourceError, match="no kind is left in the codebook"):
        load_codebook(path)


def test_an_extension_adds_and_keeps_what_was_there(tmp_path: Path) -> None:
    before = load_codebook().kind("clash")
    codebook = load_codebook(write(tmp_path, EXTENSION))
    after = codebook.kind("clash")
    assert after.triggers.nouns[0].noun == "scrap"
    assert after.triggers.nouns[1:] == before.triggers.nouns
    assert after.triggers.light == (*before.triggers.light, "pick")
    assert after.positive[-1].trigger == "scrap"
    assert after.plover == before.plover
    assert {"scrap heap", "scrap metal"} <= set(codebook.figurative.phrases)


def test_later_files_see_the_kinds_of_earlier_ones(tmp_path: Path) -> None:
    first = write(tmp_path, VALID, "first.toml")
    second = write(tmp_path, EXTENSION.replace('"clash"', '"flooding"'), "second.toml")
    assert load_codebook(first, second).kind("flooding").triggers.light == ("pick",)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"none\.toml: cannot be read: No such file"):
        load_codebook(tmp_path / "none.toml")


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b'label = "Krieg f\xfcr"')
    with pytest.raises(ResourceError, match=r"is not UTF-8 text \(byte 16\)"):
        load_codebook(path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(VALID, "utf-8-sig")
    assert "flooding" in load_codebook(path)


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("shell", ("shell",)),
        ("(fire|launch) rocket", ("fire rocket", "launch rocket")),
        ("(|heavy )fire", ("fire", "heavy fire")),
        ("push (|* )back", ("push back", "push * back")),
        ("(a|a) b", ("a b",)),
    ],
)
def test_brackets_stand_for_alternatives(pattern: str, phrases: tuple[str, ...]) -> None:
    assert expand(pattern) == phrases


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3), max_size=3))
def test_a_pattern_gives_every_choice_once(groups: list[list[str]]) -> None:
    phrases = expand(" ".join(f"({'|'.join(group)})" for group in groups))
    assert len(phrases) == len(set(phrases))
    expected = 1
    for group in groups:
        expected *= len(set(group))
    assert len(phrases) == expected


def test_what_follows_a_phrase_that_ends_in_a_preposition_is_its_object() -> None:
    verbs = {verb.verb: verb for verb in read_file(VALID, "mine").kinds[0].triggers.verbs}
    assert verbs["open the dam on"].roles == {"on": Role.TARGET}
    assert verbs["open the dam on"].needs == ("on",)


def test_who_follows_a_swapped_phrase_is_the_actor() -> None:
    text = VALID.replace('"be flooded"', '"come under water from"')
    verbs = {verb.verb: verb for verb in read_file(text, "mine").kinds[0].triggers.verbs}
    assert verbs["come under water from"].roles == {"from": Role.ACTOR}


def test_a_list_of_words_is_one_entry_for_each() -> None:
    text = VALID.replace('verb = "flood"', 'verb = ["flood", "(drown|swamp)"]')
    words = [verb.verb for verb in read_file(text, "mine").kinds[0].triggers.verbs]
    assert words[:3] == ["flood", "drown", "swamp"]
