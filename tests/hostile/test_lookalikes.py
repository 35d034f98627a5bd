"""Names that look like others and marks that hide or turn text mislead neither look-up nor eye."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import dateline
from dateline.cli import main
from dateline.cli.words import visible
from dateline.resolution.masks import DRAWN_LETTERS, HIDDEN_MARKS, TWO_ALPHABETS, unmask

MASKED = {
    "a Cyrillic letter": ("H\u0430mas", TWO_ALPHABETS),
    "three Cyrillic letters": ("\u041d\u0430m\u0430s", TWO_ALPHABETS),
    "a Greek letter": ("Ham\u03b1s", TWO_ALPHABETS),
    "a space without width": ("Ha\u200bmas", HIDDEN_MARKS),
    "a joiner": ("Ham\u200das", HIDDEN_MARKS),
    "a soft hyphen": ("Ha\u00admas", HIDDEN_MARKS),
    "a mark of order": ("Ha\ufeffmas", HIDDEN_MARKS),
    "a turn to the left": ("\u202eHamas\u202c", HIDDEN_MARKS),
    "an isolate": ("\u2067Hamas\u2069", HIDDEN_MARKS),
    "tags": ("Hamas\U000e0041\U000e007f", HIDDEN_MARKS),
    "full width": ("\uff28\uff41\uff4d\uff41\uff53", DRAWN_LETTERS),
    "letters of formulas": ("\U0001d407\U0001d41a\U0001d426\U0001d41a\U0001d42c", DRAWN_LETTERS),
    "all at once": ("H\u0430\u200bma\uff53", TWO_ALPHABETS),
}
AS_WRITTEN = (
    *("Hamas", "Kyiv", "São Tomé", "Deir ez-Zor", "Łódź", "Đà Nẵng", "Qa‘im", "Kʼobane", "’Amran"),
    *("Киев", "Хамас", "АТО", "Αθήνα", "حماس", "北京", "IS", "Hamas и другие", ""),
)


@pytest.mark.parametrize(("name", "because"), MASKED.values(), ids=MASKED)
def test_an_actor_is_who_a_reader_sees(name: str, because: str) -> None:
    text = f"{name} fighters shelled Sderot on Tuesday."
    read = dateline.read_text(text, published="2024-05-14")
    (actor,) = read.reading.actors
    assert actor.chosen is not None
    assert actor.chosen.id == "hamas"
    assert because in actor.because
    assert because in actor.candidates[0].reasons[-1].because
    # What is written is kept, to the code point.
    assert actor.name == f"{name} fighters"
    (claim,) = read.claims
    assert claim.actors[0].span.of(text) == f"{name} fighters"


@pytest.mark.parametrize("name", ["K\u043esti", "Ko\u200bsti", "Ko\u202esti", "K\u03bfsti"])
def test_a_place_is_where_a_reader_sees(name: str) -> None:
    text = f"Rebels shelled {name} on Tuesday, the Sudanese army said."
    (place,) = dateline.read_text(text, published="2024-05-14").reading.places
    assert place.chosen is not None
    assert (place.chosen.name, place.chosen.country) == ("Kosti", "SD")
    assert place.name == name
    assert "taken for 'Kosti'" in place.because


@pytest.mark.parametrize("name", AS_WRITTEN)
def test_a_name_in_one_alphabet_is_what_it_says(name: str) -> None:
    assert unmask(name) is None


@given(name=st.text())
def test_a_mask_comes_off_at_once(name: str) -> None:
    plain = unmask(name)
    assert plain is None or unmask(plain) is None


@given(name=st.from_regex(r"[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9})?", fullmatch=True))
def test_a_name_is_found_under_its_masks(name: str) -> None:
    masked = name.replace("a", "\u0430").replace("o", "\u043e\u200b")
    assert (unmask(masked) or masked) == name


# ---- what is shown ---------------------------------------------------------------------------

TROJAN = "\u202e\u2066H\u0430mas\u2069\u202c \u200bshelled\x1b[8m Sderot\x07"
TEXT = f"{TROJAN} on Tuesday.\n\nHamas fighters\u202e shelled Ashkelon\u202c on Monday.\n"
UNSEEN = ("\u202e", "\u202c", "\u2066", "\u2069", "\u200b", "\x1b", "\x07")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_STORE", raising=False)
    (tmp_path / "a\u202etxt.exe.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def test_nothing_turns_hides_or_steers_what_a_terminal_shows(here: Path) -> None:
    outputs = [run("read", ".", "--published", "2024-05-14").output]
    outputs += [run(command).output for command in ("claims", "events", "failures")]
    for line in run("claims", "--json").stdout.splitlines():
        outputs += [run("show", json.loads(line)["id"]).output]
        outputs += [run("why", json.loads(line)["id"]).output]
        outputs += [run("show", json.loads(line)["document"]).output]
    for line in run("events", "--json").stdout.splitlines():
        outputs += [run("show", json.loads(line)["event"]["id"]).output]
    assert len(outputs) >= 8
    lines = [line for output in outputs for line in output.split("\n")]
    assert [ascii(line) for line in lines if any(mark in line for mark in UNSEEN)] == []
    assert "[U+202E]" in "".join(outputs)


def test_what_is_exported_is_what_was_written(here: Path) -> None:
    run("read", ".", "--published", "2024-05-14")
    quotes = set()
    for line in run("export", "jsonl", "--all").stdout.splitlines():
        for words in json.loads(line)["evidence"]:
            assert TEXT[words["start"] : words["end"]] == words["quote"]
            quotes.add(words["quote"])
    assert any("\u202e" in quote for quote in quotes)
    run("export", "evidence", "--raw", "--output", "evidence.csv")
    with (here / "evidence.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["quote"] for row in rows} <= quotes
    features = json.loads(run("export", "geojson").stdout)["features"]
    for feature in features:
        for words in feature["properties"]["evidence"]:
            assert words["quote"] in quotes
            assert words["address"] == "a\u202etxt.exe.txt"


@given(words=st.text())
def test_what_is_seen_holds_nothing_hidden(words: str) -> None:
    shown = visible(words)
    assert not any(mark in shown for mark in UNSEEN)
    assert visible(shown) == shown
