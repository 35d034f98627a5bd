"""Finding a project and understanding its settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.config import load_project
from dateline.config.settings import parse_settings
from dateline.errors import UsageError
from dateline.types import Source, SourceKind

TWO = """\
[[sources]]
name = "Nile Post"
kind = "feed"
location = "https://nile.example/feed.xml"
owner = "Nile Press"

[[sources]]
name = "{name}"
kind = "files"
location = "reports"
"""


def test_the_store_keeps_what_a_project_says_of_a_source() -> None:
    first, second = parse_settings(TWO.format(name="desk").encode(), Path("f")).sources
    assert first.record == Source(
        "Nile Post", SourceKind.FEED, "https://nile.example/feed.xml", owner="Nile Press"
    )
    assert second.record == Source("desk", SourceKind.FILES, "reports")


def test_two_sources_of_one_name_are_refused() -> None:
    with pytest.raises(UsageError, match="two sources are called 'Nile Post'"):
        parse_settings(TWO.format(name="Nile Post").encode(), Path("dateline.toml"))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[fetch]\nspeed = 3", "unknown field `speed`"),
        ("[limits]\nseconds = 'long'", "Expected `float"),
        ("[limits]\nseconds = 0", "seconds"),
        ("[fetch]\npause = -1.0", "pause"),
        ("[[sources]]\nname = 'a'\nkind = 'radio'\nlocation = 'b'", "Invalid enum value 'radio'"),
        ("[[sources]]\nname = ''\nkind = 'feed'\nlocation = 'b'", "name"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_named(text: str, problem: str) -> None:
    with pytest.raises(UsageError, match=rf"dateline\.toml: .*{problem}"):
        parse_settings(text.encode(), Path("dateline.toml"))


def test_without_a_project_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="dateline init"):
        load_project(tmp_path)
