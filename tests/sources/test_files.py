import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import ExtractError, FetchError
from dateline.sources import (
    File,
    Moment,
    Said,
    extract,
    find_files,
    find_members,
    is_archive,
    original_of,
    read_document,
)
from dateline.sources.formats import format_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    (news / "may").mkdir(parents=True)
    (news / "b.txt").write_text("Two soldiers were killed.")
    (news / "a.md").write_text("# Market hit\n\nThree were killed.")
    (news / "may" / "c.HTML").write_text("<p>Four were killed.</p>")
    return news


def addresses(*paths: Path) -> list[str]:
    return [file.address for file in find_files(paths)]


def test_folders_are_walked_in_sorted_order(folder: Path) -> None:
    assert addresses(folder) == ["a.md", "b.txt", "may/c.HTML"]


def test_what_is_left_out_is_named_with_its_reason(folder: Path) -> None:
    (folder / "photo.jpg").touch()
    (folder / ".draft.txt").touch()
    (folder / "package.json").touch()
    (folder / ".git").mkdir()
    (folder / "loop").symlink_to(folder)
    skipped: list[tuple[str, str]] = []
    found = list(find_files([folder], skip=lambda path, why: skipped.append((path.name, why))))
    assert [file.address for file in found] == ["a.md", "b.txt", "may/c.HTML"]
    assert sorted(skipped) == [
        (".draft.txt", "is hidden"),
        (".git", "is hidden"),
        ("loop", "is a link to a folder"),
        ("package.json", "is JSON, and not called result.json"),
        ("photo.jpg", "is of an unknown type"),
    ]


def test_a_file_named_outright_is_read_as_plain_text_whatever_its_name(folder: Path) -> None:
    (folder / "wire.log").write_text("Five were killed.")
    (file,) = find_files([folder / "wire.log"])
    assert (file.address, file.source) == ("wire.log", "news")
    assert read_document(file).text == "Five were killed."


def test_a_file_reached_twice_is_read_once(folder: Path) -> None:
    assert addresses(folder, folder / "b.txt", folder / "may") == ["a.md", "b.txt", "may/c.HTML"]


def test_the_same_folder_in_another_place_gives_the_same_documents(
    folder: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "elsewhere" / "news"
    moved.parent.mkdir()
    before = [read_document(file).id for file in find_files([folder])]
    folder.rename(moved)
    assert [read_document(file).id for file in find_files([moved])] == before


def test_each_format_is_read_by_its_own_reader(folder: Path) -> None:
    texts = [read_document(file).text for file in find_files([folder])]
    assert texts == [
        "Market hit\n\nThree were killed.",
        "Two soldiers were killed.",
        "Four were killed.",
    ]


def test_what_the_user_says_goes_before_what_the_file_says() -> None:
    raw = b"---\ndate: 2023-10-24\nsource: A\nurl: https://a.example\n---\nThree were killed."
    file = File(Path("a.txt"), "a.txt", "folder")
    own = extract(original_of(file, raw))
    assert (own.source, own.address) == ("A", "https://a.example")
    assert own.published == datetime(2023, 10, 24, tzinfo=UTC)
    day = datetime(2024, 1, 1, tzinfo=UTC)
    said = Said(published=Moment(day, "+02:00"), source="B")
    told = extract(original_of(file, raw, said=said))
    assert (told.published, told.zone, told.source) == (day, "+02:00", "B")


def test_a_files_own_time_is_no_time_of_publication(folder: Path) -> None:
    (file, *_) = find_files([folder])
    assert read_document(file).published is None


def test_standard_input_is_read_and_named_after_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named = set()
    for raw in (b"Three were killed.", b"Four were killed."):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        (file,) = find_files([Path("-")])
        document = read_document(file)
        assert document.text == raw.decode()
        named.add(document.address)
    assert len(named) == 2


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    (file,) = find_files([tmp_path / "gone.txt"])
    with pytest.raises(FetchError, match=r"gone\.txt: there is no such file"):
        read_document(file)


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n\n")
    (file,) = find_files([tmp_path])
    with pytest.raises(ExtractError, match=r"empty\.txt: is empty"):
        read_document(file)


def test_archives_are_found_like_files(folder: Path) -> None:
    for name in ("crawl.warc.gz", "posts.csv", "result.json"):
        (folder / name).touch()
    found = {file.address: is_archive(file) for file in find_files([folder])}
    assert [name for name in found if found[name]] == ["crawl.warc.gz", "posts.csv", "result.json"]


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (b"%PDF-1.7", ".pdf"),
        (b"PK\x03\x04", ".docx"),
        (b"WARC/1.0\r\n", ".warc"),
        (b"\x1f\x8b\x08", ".warc.gz"),
        (b" \n<html>", ".html"),
        (b"Nine died.", ".txt"),
    ],
)
def test_a_file_of_no_known_ending_is_what_its_first_bytes_say(
    tmp_path: Path, raw: bytes, form: str
) -> None:
    path = tmp_path / "report.dat"
    path.write_bytes(raw)
    (file,) = find_files([path])
    assert format_of(file) == form
    assert original_of(file, raw).format == form


def test_what_cannot_be_looked_into_is_no_archive(tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path, Path("a\0b")):
        assert not is_archive(File(path, "a", "b"))


@pytest.mark.parametrize("name", ["gone.warc", "gone.csv"])
def test_an_archive_that_is_missing_says_so(tmp_path: Path, name: str) -> None:
    (file,) = find_files([tmp_path / name])
    with pytest.raises(FetchError, match="there is no such file"):
        list(find_members(file))


def test_an_archive_from_standard_input_says_that_a_file_is_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"WARC/1.0\r\n")))
    (file,) = find_files([Path("-")])
    with pytest.raises(ExtractError, match=r"is an archive \(\.warc\): read it from a file"):
        read_document(file)
