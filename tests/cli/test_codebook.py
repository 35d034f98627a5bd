"""The codebook can be looked at, and one's own can be checked."""

from pathlib import Path

MINE = """\
[[extend]]
id = "shelling"
triggers.nouns = [{ noun = "zapping", needs = ["any"] }]
positive = [{ text = "Rebels shelled the town of Hajin.", trigger = "shelled" }]
"""


def test_all_kinds_are_listed(run) -> None:
    lines = run("codebook").stdout.splitlines()
    assert len(lines) == 47
    assert run("codebook", "show").stdout.splitlines() == lines


def test_a_kind_shows_its_language_and_its_place_in_other_schemes(run) -> None:
    text = run("codebook", "show", "airstrike").stdout
    for words in ("PLOVER", "CAMEO", "ACLED", "Air/drone strike", "verbs", "not coded"):
        assert words in text


def test_an_unknown_kind_names_what_is_near(run) -> None:
    result = run("codebook", "show", "airstrikes")
    assert result.exit_code == 2
    assert "did you mean" in result.stderr


def test_a_codebook_whose_examples_come_out_passes(run, here: Path) -> None:
    (here / "mine.toml").write_text(MINE)
    result = run("codebook", "check", "mine.toml")
    assert result.exit_code == 0, result.stdout
    assert "1 kind new or changed" in result.stderr


def test_a_codebook_that_the_project_names_is_in_force_and_can_be_checked(run, here: Path) -> None:
    (here / "mine.toml").write_text(MINE)
    (here / "dateline.toml").write_text('codebook = "mine.toml"\n')
    assert "zapping" in run("codebook", "show", "shelling").stdout
    assert "zapping" in run("codebook", "show", "shelling", "--codebook", "mine.toml").stdout
    assert "1 kind new or changed" in run("codebook", "check", "mine.toml").stderr


def test_an_example_that_fails_is_one_line(run, here: Path) -> None:
    (here / "mine.toml").write_text(
        MINE.replace("Rebels shelled the town of Hajin", "Rebels shelled").replace(
            'positive = [{ text = "Rebels shelled.", trigger = "shelled" }]',
            'positive = [{ text = "Rebels left.", trigger = "left" }]',
        )
    )
    result = run("codebook", "check", "mine.toml")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line == "shelling: 'left' gave nothing: 'Rebels left.'" or line.startswith("shelling: ")


def test_a_broken_codebook_is_refused_with_file_and_reason(run, here: Path) -> None:
    (here / "mine.toml").write_text('[[extend]]\nid = "nothing-like-it"\n')
    result = run("codebook", "check", "mine.toml")
    assert result.exit_code == 1
    assert "mine.toml" in result.stderr
    assert "nothing-like-it" in result.stderr
