"""Finding out what a location gives."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dateline.config import Project, init_project, load_project
from dateline.errors import UsageError
from dateline.pipeline.fetching.adding import Wish, add_locations
from dateline.types import Confidence, SourceKind

MINE = Wish(allow_private=True)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    init_project(tmp_path / "war")
    return load_project(tmp_path / "war")


@pytest.fixture
def add(here):
    """Add a location to a project; the source that it becomes."""

    def add(project: Project, location: str | Path, wish: Wish = MINE):
        [source] = add_locations(project, [str(location)], wish, here)
        assert load_project(project.folder).settings.sources == (source,)
        return source

    return add


def test_a_feed_is_asked_what_it_calls_itself(add, project, outlet) -> None:
    outlet.publish("1", "Kosti", "Rebels shelled Kosti.")
    source = add(project, outlet.url("/feed"))
    assert (source.kind, source.name, source.location) == (
        SourceKind.FEED,
        "Nile",
        outlet.url("/feed"),
    )


def test_a_page_that_names_a_feed_gives_the_feed(add, project, outlet) -> None:
    outlet.publish("1", "Kosti", "Rebels shelled Kosti.")
    outlet.answers["/"] = outlet.reply(
        "<html><link rel=alternate type=application/rss+xml href=/feed><p>Hello",
        content_type="text/html",
    )
    assert add(project, outlet.url("/")).location == outlet.url("/feed")


def test_a_page_that_is_meant_itself_stays_a_page(add, project, outlet) -> None:
    source = add(project, outlet.url("/live#now"), Wish(kind=SourceKind.PAGE, allow_private=True))
    assert (source.kind, source.location, outlet.paths) == (
        SourceKind.PAGE,
        outlet.url("/live"),
        [],
    )
    assert source.name == "127.0.0.1"


def test_a_folder_and_a_list_on_disk_are_told_apart(
    add, here, project, outlet, tmp_path: Path
) -> None:
    folder = tmp_path / "war" / "reports"
    folder.mkdir()
    source = add(project, folder)
    assert (source.kind, source.name, source.location) == (SourceKind.FILES, "reports", "reports")
    listed = tmp_path / "pages.txt"
    listed.write_text("https://nile.example/1\n")
    [source] = add_locations(load_project(project.folder), [str(listed)], Wish(), here)
    assert (source.kind, source.name) == (SourceKind.LIST, "pages")


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_is_told_packed_or_not(add, project, outlet, packed: bool) -> None:
    text = b"<urlset><url><loc>/1</loc></url></urlset>"
    outlet.answers["/map.xml.gz"] = outlet.reply(gzip.compress(text) if packed else text)
    source = add(project, outlet.url("/map.xml.gz"))
    assert (source.kind, source.name) == (SourceKind.SITEMAP, "127.0.0.1")


@pytest.mark.parametrize(
    ("file", "name"),
    [("crawl.warc.gz", "crawl"), ("wire.log", "wire"), ("notes", "notes"), (".csv", ".csv")],
)
def test_an_archive_or_a_file_is_called_by_its_name_without_its_format(
    add, project, tmp_path: Path, file: str, name: str
) -> None:
    path = tmp_path / "war" / file
    path.write_bytes(b"")
    source = add(project, path, Wish(columns={"text": "body"}))
    assert (source.kind, source.name, source.columns) == (
        SourceKind.FILES,
        name,
        {"text": "body"},
    )


def test_what_is_said_of_a_source_is_kept(add, project, outlet) -> None:
    said = {
        "name": "Nile Post",
        "kind": "page",
        "country": "sd",
        "owner": "Nile Press",
        "lean": "government",
        "trust": "low",
        "no_pages": True,
        "allow_private": False,
    }
    source = add(project, "https://nile.example/", Wish.of(said))
    assert (source.name, source.country, source.owner) == ("Nile Post", "SD", "Nile Press")
    assert (source.lean, source.trust, source.pages) == ("government", Confidence.LOW, False)


def test_a_country_is_a_code_of_two_letters() -> None:
    with pytest.raises(UsageError, match="--country 'Sudan'"):
        Wish.of({"country": "Sudan"})


def test_an_address_that_is_not_public_is_refused_with_the_way_to_vouch_for_it(
    add, project, outlet
) -> None:
    for address in (outlet.url("/feed"), "http://127.0.0.1/feed"):
        with pytest.raises(UsageError, match="say --allow-private"):
            add(project, address, Wish())
    assert outlet.paths == []
    assert load_project(project.folder).settings.sources == ()


@pytest.mark.parametrize("location", ["/gone", "reports"])
def test_what_is_not_there_is_not_added(add, location: str, project, outlet) -> None:
    place = outlet.url(location) if location.startswith("/") else location
    with pytest.raises(UsageError, match="is not there"):
        add(project, place)


@pytest.mark.parametrize("location", ["ftp://nile.example/", "https://me:secret@nile.example/"])
def test_what_is_no_web_address_is_not_added(add, location: str, project) -> None:
    with pytest.raises(UsageError):
        add(project, location, Wish(kind=SourceKind.FEED))


def test_a_file_cannot_be_added_as_a_feed(add, project, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<rss/>")
    with pytest.raises(UsageError, match="its kind is files or list"):
        add(project, tmp_path / "feed.xml", Wish(kind=SourceKind.FEED))


def test_what_a_file_is_can_be_said(here, project, tmp_path: Path) -> None:
    path = tmp_path / "pages.txt"
    path.write_text("https://nile.example/1\n")
    [source] = add_locations(project, [str(path)], Wish(kind=SourceKind.FILES), here)
    assert source.kind is SourceKind.FILES


def test_a_file_that_is_no_list_is_a_report(here, project, tmp_path: Path) -> None:
    path = tmp_path / "report.opml"
    path.write_text("<opml><body>")
    [source] = add_locations(project, [str(path)], Wish(), here)
    assert source.kind is SourceKind.FILES
