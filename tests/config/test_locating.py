from pathlib import Path

import pytest

from dateline.config import (
    Settings,
    codebook_files,
    find_project,
    gazetteer_location,
    gazetteer_output,
    load_settings,
    register_files,
    store_location,
)
from dateline.errors import UsageError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dateline.toml").write_text('store = "events/war.db"\n')
    (tmp_path / "reports" / "may").mkdir(parents=True)
    return tmp_path


def test_without_a_word_the_store_is_beside_the_caller(tmp_path: Path) -> None:
    assert store_location(None, {}, tmp_path) == str(tmp_path / "dateline.db")


def test_a_project_is_found_upward(project: Path) -> None:
    assert find_project(project / "reports" / "may") == project / "dateline.toml"


def test_the_projects_store_is_relative_to_the_project(project: Path) -> None:
    assert store_location(None, {}, project / "reports") == str(project / "events/war.db")


def test_the_environment_goes_before_the_project(project: Path) -> None:
    found = store_location(None, {"DATELINE_STORE": "other.db"}, project)
    assert found == str(project / "other.db")


def test_an_empty_environment_variable_says_nothing(project: Path) -> None:
    assert store_location(None, {"DATELINE_STORE": ""}, project).endswith("war.db")


def test_the_option_goes_before_everything(project: Path) -> None:
    found = store_location("mine.db", {"DATELINE_STORE": "other.db"}, project)
    assert found == str(project / "mine.db")


@pytest.mark.parametrize("url", ["postgresql://localhost/war", "sqlite:////srv/war.db"])
def test_a_url_stays_as_it_is(url: str, tmp_path: Path) -> None:
    assert store_location(url, {}, tmp_path) == url


def test_a_store_may_be_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert store_location("~/war.db", {}, tmp_path) == str(tmp_path / "home" / "war.db")


def test_a_store_without_a_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--store: the store has no name"):
        store_location("  ", {}, tmp_path)


def test_a_project_may_leave_the_store_open(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text("")
    assert load_settings(tmp_path / "dateline.toml") == Settings()
    assert store_location(None, {}, tmp_path) == str(tmp_path / "dateline.db")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            'stroe = "war.db"',
            "unknown setting 'stroe'; known: store, codebook, registers, gazetteer, fetch",
        ),
        ("store = 3", "Expected `str"),
        ("store = ", "dateline.toml: "),
    ],
)
def test_a_broken_project_file_is_named_with_its_problem(
    text: str, problem: str, tmp_path: Path
) -> None:
    (tmp_path / "dateline.toml").write_text(text)
    with pytest.raises(UsageError, match=problem):
        store_location(None, {}, tmp_path)


def test_a_project_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_bytes(b'store = "\xff"')
    with pytest.raises(UsageError, match=r"dateline\.toml: "):
        load_settings(tmp_path / "dateline.toml")


def test_a_project_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_settings(tmp_path / "dateline.toml")


def test_a_projects_codebook_is_relative_to_the_project(project: Path) -> None:
    assert codebook_files(project / "reports") == ()
    (project / "dateline.toml").write_text('codebook = "kinds/mine.toml"\n')
    assert codebook_files(project / "reports") == (project / "kinds/mine.toml",)


def test_outside_of_a_project_there_is_no_codebook(tmp_path: Path) -> None:
    assert codebook_files(tmp_path) == ()


def test_a_codebook_without_a_name_is_refused(project: Path) -> None:
    (project / "dateline.toml").write_text('codebook = ""\n')
    with pytest.raises(UsageError, match="the codebook has no name"):
        codebook_files(project)


def test_a_projects_registers_are_relative_to_the_project(project: Path) -> None:
    (project / "dateline.toml").write_text('registers = ["mine.toml", "lists/more.toml"]\n')
    found = register_files(project / "reports" / "may")
    assert found == (project / "mine.toml", project / "lists/more.toml")


def test_without_a_project_there_are_no_registers(tmp_path: Path) -> None:
    assert register_files(tmp_path) == ()


def test_without_a_word_the_packaged_gazetteer_is_meant(tmp_path: Path) -> None:
    assert gazetteer_location(None, {}, tmp_path) is None


def test_the_gazetteer_is_named_by_option_environment_or_project_in_this_order(
    project: Path,
) -> None:
    below = project / "reports"
    (project / "dateline.toml").write_text('gazetteer = "data/places.sqlite"\n')
    environ = {"DATELINE_GAZETTEER": "other.sqlite"}
    assert gazetteer_location(None, {}, below) == project / "data/places.sqlite"
    assert gazetteer_location(None, environ, below) == below / "other.sqlite"
    assert gazetteer_location("mine.sqlite", environ, below) == below / "mine.sqlite"


def test_a_gazetteer_without_a_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--gazetteer: the gazetteer has no name"):
        gazetteer_location(" ", {}, tmp_path)


def test_a_gazetteer_is_built_where_it_will_be_looked_for(project: Path) -> None:
    data = project / "user"
    in_project = gazetteer_output(None, {}, project / "reports", data_dir=data)
    assert in_project == project / "gazetteer.sqlite"
    (project / "dateline.toml").write_text('gazetteer = "data/places.sqlite"\n')
    configured = gazetteer_output(None, {}, project / "reports", data_dir=data)
    assert configured == project / "data/places.sqlite"
    assert gazetteer_output("g.sqlite", {}, project, data_dir=data) == project / "g.sqlite"


def test_outside_of_a_project_a_gazetteer_is_built_in_the_users_data(tmp_path: Path) -> None:
    found = gazetteer_output(None, {}, tmp_path, data_dir=tmp_path / "user")
    assert found == tmp_path / "user" / "gazetteer.sqlite"
