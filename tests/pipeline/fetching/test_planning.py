"""What a project's settings mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.config import FetchSettings, LimitSettings, Project, Settings, SourceSettings
from dateline.errors import UsageError
from dateline.pipeline.fetching.planning import make_policy, plan
from dateline.types import SourceKind

PLACES = {
    SourceKind.FEED: "https://nile.example/feed",
    SourceKind.PAGE: "http://127.0.0.1:8000/live",
    SourceKind.FILES: "reports",
}


def project(*sources: SourceSettings, **settings) -> Project:
    return Project(Path("/war"), Settings(sources=sources, **settings))


def source(kind: SourceKind, location: str | None = None, **more) -> SourceSettings:
    return SourceSettings(name=kind.value, kind=kind, location=location or PLACES[kind], **more)


def test_what_the_file_says_of_fetching_is_kept_to() -> None:
    policy = make_policy(
        project(
            fetch=FetchSettings(user_agent="Desk/1", pause=2.5, robots=False, allow=("intranet",)),
            limits=LimitSettings(seconds=7.0, megabytes=2.0),
        )
    )
    assert (policy.user_agent, policy.pause, policy.robots) == ("Desk/1", 2.5, False)
    assert policy.allow == {"intranet"}
    assert (policy.limits.seconds, policy.limits.decoded_bytes) == (7.0, 2_000_000)


def test_only_a_source_that_is_vouched_for_may_lie_in_a_private_network() -> None:
    mine = source(SourceKind.PAGE, allow_private=True)
    policy = make_policy(project(source(SourceKind.FEED), mine))
    assert policy.allow == {"127.0.0.1:8000"}
    feed, page = plan(project(source(SourceKind.FEED), mine))
    assert (feed.own, page.own) == (False, True)


def test_a_path_is_seen_from_the_projects_folder() -> None:
    [files] = plan(project(source(SourceKind.FILES)))
    assert files.path == Path("/war/reports")


def test_sources_are_chosen_by_name() -> None:
    whole = project(source(SourceKind.FEED), source(SourceKind.FILES))
    assert [planned.name for planned in plan(whole, ("files",))] == ["files"]
    with pytest.raises(UsageError, match="no source is called 'radio'"):
        plan(whole, ("radio",))


@pytest.mark.parametrize(
    ("kind", "location"),
    [
        (SourceKind.FEED, "reports"),
        (SourceKind.FILES, "https://nile.example/"),
        (SourceKind.FEED, "ftp://nile.example/"),
        (SourceKind.FEED, "https://me:secret@nile.example/"),
    ],
)
def test_a_location_that_cannot_be_meant_is_refused_with_its_source(kind, location) -> None:
    with pytest.raises(UsageError, match=f"^{kind}: "):
        plan(project(source(kind, location, allow_private=True)))


def test_columns_that_no_document_has_are_refused() -> None:
    tables = source(SourceKind.FILES, columns={"text": "body"})
    assert plan(project(tables))[0].said.columns == {"text": "body"}
    tables = source(SourceKind.FILES, columns={"words": "body"})
    with pytest.raises(
        UsageError, match="files: no document has a 'words'; a column can hold: text"
    ):
        plan(project(tables))
