import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import ExtractError, FetchError
from dateline.sources import File, Moment, Said, extract, find_files, original_of, read_document


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
    (folder / ".git").mkdir()
    (folder / "loop").symlink_to(folder)
    skipped: list[tuple[str, str]] = []
    found = list(find_files([folder], skip=lambda path, why: skipped.append((path.name, why))))
    assert [file.address for file in found] == ["a.md", "b.txt", "may/c.HTML"]
    assert sorted(skipped) == [
        (".draft.txt", "is hidden"),
        (".git", "is hidden"),
        ("loop", "is a link to a folder"),
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
