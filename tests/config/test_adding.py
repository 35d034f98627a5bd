"""Making a project, and adding sources to its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.config import (
    Project,
    Settings,
    SourceSettings,
    add_source,
    init_project,
    load_project,
    load_settings,
    locate,
)
from dateline.config.adding import TEMPLATE, describe
from dateline.config.settings import parse_settings
from dateline.errors import UsageError
from dateline.types import Confidence, SourceKind

FEED = SourceSettings(
    name="Nile Post",
    kind=SourceKind.FEED,
    location="https://nile.example/feed.xml",
    country="SD",
    owner='the "Ministry"',
    lean="government",
    trust=Confidence.LOW,
    pages=False,
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    init_project(tmp_path)
    return load_project(tmp_path)


def test_a_new_project_has_the_usual_settings_written_out(project: Project) -> None:
    assert project.settings == Settings(store="dateline.db")


def test_the_settings_that_are_written_are_those_of_the_manual() -> None:
    page = Path(__file__).parents[2] / "docs/how-to/follow-sources.md"
    assert f"```toml\n{TEMPLATE}```" in page.read_text("utf-8")


def test_a_project_that_is_there_is_not_touched(project: Project) -> None:
    project.file.write_text("# mine\n")
    with pytest.raises(UsageError, match="is there already"):
        init_project(project.folder)
    assert project.file.read_text() == "# mine\n"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        init_project(tmp_path / "taken" / "war")


def test_a_source_is_added_with_all_that_is_said_of_it(project: Project) -> None:
    with_feed = add_source(project, FEED)
    assert with_feed.settings.sources == (FEED,)
    assert load_settings(project.file).sources == (FEED,)


def test_what_a_person_wrote_into_the_file_stays(project: Project) -> None:
    project.file.write_text("# ask Amal first\nstore = 'war.db'   # on the big disk\n\n\n")
    add_source(project, FEED)
    text = project.file.read_text()
    assert text.startswith("# ask Amal first\nstore = 'war.db'   # on the big disk\n\n[[sources]]")
    assert [path.name for path in project.folder.iterdir()] == ["dateline.toml"]


@pytest.mark.parametrize(
    ("name", "location", "problem"),
    [
        ("Other", FEED.location, "is there already, as 'Nile Post'"),
        (FEED.name, "https://other.example/", "is called 'Nile Post' already"),
    ],
)
def test_a_source_is_added_once(name: str, location: str, problem: str, project: Project) -> None:
    with pytest.raises(UsageError, match=problem):
        add_source(
            add_source(project, FEED),
            SourceSettings(name=name, kind=SourceKind.FEED, location=location),
        )


@given(st.text(min_size=1, max_size=40))
def test_any_words_come_back_from_the_file_as_they_were_said(words: str) -> None:
    source = SourceSettings(name=words, kind=SourceKind.PAGE, location="https://a.example/")
    read = parse_settings(describe(source).encode(), Path("dateline.toml")).sources[0]
    assert read.name == words.encode("utf-8", "replace").decode()


def test_a_path_in_the_project_is_named_from_its_folder(project: Project, tmp_path: Path) -> None:
    assert locate(project, tmp_path / "news" / "may") == "news/may"
    assert locate(project, Path("/srv/news")) == str(Path("/srv/news").absolute())
