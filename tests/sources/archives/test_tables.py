"""Tables: each row a document, its columns known by name or told."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import ExtractError
from dateline.sources import File, Member, Moment, Said, extract, find_members
from dateline.types import Document

CSV = """Title,Body,Date,URL,Byline,Outlet,Lang
Rebels shell Kosti,"Rebels shelled Kosti, the army said.

Nine died.",2024-05-04T01:30:00+03:00,https://Nile.example/7?utm_source=x,Amal Idris,Nile Post,en-GB
"""


def read(tmp_path: Path, raw: bytes | str, name: str = "posts.csv", **said) -> list[Member]:
    path = tmp_path / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return list(find_members(File(path, name, "tables"), said=Said(**said)))


def documents(members: list[Member]) -> list[Document]:
    return [extract(member.original) for member in members if member.original]


def test_a_row_gives_a_document_with_all_that_its_columns_say(tmp_path: Path) -> None:
    (document,) = documents(read(tmp_path, CSV))
    assert document.text == (
        "Rebels shell Kosti\n\nRebels shelled Kosti, the army said.\n\nNine died."
    )
    assert document.headline is not None
    assert document.headline.of(document.text) == "Rebels shell Kosti"
    assert (document.published, document.zone) == (
        datetime(2024, 5, 3, 22, 30, tzinfo=UTC),
        "+03:00",
    )
    assert document.address == "https://nile.example/7"
    assert (document.author, document.source, document.language) == (
        "Amal Idris",
        "Nile Post",
        "en",
    )


def test_what_is_kept_of_a_row_is_the_row(tmp_path: Path) -> None:
    (member,) = read(tmp_path, CSV)
    assert member.original is not None
    kept = json.loads(member.original.raw)
    assert kept["row"]["Title"] == "Rebels shell Kosti"
    assert kept["columns"]["headline"] == "Title"
    assert extract(member.original) == extract(member.original)


def test_columns_of_other_names_are_told(tmp_path: Path) -> None:
    raw = "wann,was,title\n2024-05-03,Rebels shelled Kosti.,Other\n"
    columns = {"text": "was", "published": "wann", "headline": "title"}
    (document,) = documents(read(tmp_path, raw, columns=columns))
    assert document.text == "Other\n\nRebels shelled Kosti."
    assert (document.published, document.zone) == (datetime(2024, 5, 3, tzinfo=UTC), None)


def test_the_users_word_goes_before_the_rows(tmp_path: Path) -> None:
    said = {"source": "desk", "published": Moment(datetime(2024, 1, 1, tzinfo=UTC), "+01:00")}
    (document,) = documents(read(tmp_path, CSV, **said))
    assert (document.source, document.zone) == ("desk", "+01:00")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_delimiters_and_encodings_are_found_out(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    rows = ("date", "text"), ("2024-05-03", "Café hit: nine died")
    raw = "\r\n".join(delimiter.join(cells) for cells in rows).encode(encoding)
    assert [document.text for document in documents(read(tmp_path, raw))] == ["Café hit: nine died"]


def test_rows_are_filed_under_link_or_id_or_else_their_content(tmp_path: Path) -> None:
    rows = "id,text\n7,Nine died in Kosti.\n7,Ten died in Kosti.\n"
    assert [member.address for member in read(tmp_path, rows)] == ["posts.csv#7"] * 2
    bare = ["Nine died in Kosti.", "Ten died in Kosti."]
    first = read(tmp_path, "text\n{}\n{}\n".format(*bare))
    later = read(tmp_path, "text\nOne fled.\n{}\n{}\n".format(*bare))
    assert [member.address for member in first] == [member.address for member in later[1:]]
    assert len({member.address for member in later}) == 3


PROBLEMS = {
    "no text": ("2024-05-03, ", "has no text"),
    "no date": ("05/03/24,Nine died.", "its date '05/03/24' is not a date"),
    "no status": ("2024-05-03,Nine died.,", None),
    "more cells": ("2024-05-03,Nine died.,and,more", "has 4 cells for 2 columns"),
}


@pytest.mark.parametrize(("row", "problem"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_row_that_gives_no_document_is_a_problem_of_its_own(
    tmp_path: Path, row: str, problem: str | None
) -> None:
    raw = f"date,text\n2024-05-02,One fled.\n{row}\n2024-05-04,Two fled.\n"
    members = read(tmp_path, raw)
    told = []
    for member in members:
        try:
            told.append(member.problem or (member.original and extract(member.original) and None))
        except ExtractError as error:
            told.append(error.problem)
    assert len(told) == 3
    assert (told[0], told[2]) == (None, None)
    assert told[1] is problem or (problem is not None and str(told[1]).startswith(problem))


def test_a_cell_without_end_is_a_problem_and_held_no_further_than_the_limit(
    tmp_path: Path,
) -> None:
    members = read(tmp_path, 'date,text\n2024-05-03,"' + "Nine died.\n" * 1_000_000)
    assert members[0].problem == "is broken: field larger than field limit (10000000)"


def test_bytes_that_are_no_text_far_down_are_a_problem_of_their_row(tmp_path: Path) -> None:
    raw = b"text\n" + b"Nobody was hurt.\n" * 10_000 + b"Caf\xe9 hit.\nTwo fled.\n"
    problems = [member.problem for member in read(tmp_path, raw) if member.problem]
    assert problems == ["cannot be decoded: say --encoding NAME"]


@pytest.mark.parametrize(
    ("raw", "said", "problem"),
    [
        ("a,b\n1,2\n", {}, r"say --columns text=NAME; has: a, b$"),
        ("text\nx\n", {"columns": {"text": "body"}}, "has no column 'body'; its columns are: text"),
        ("", {}, "has no row with the names of its columns"),
    ],
    ids=["unknown", "missing", "empty"],
)
def test_a_table_without_a_column_of_texts_says_what_it_has(
    tmp_path: Path, raw: str, said: dict, problem: str
) -> None:
    with pytest.raises(ExtractError, match=problem):
        read(tmp_path, raw, **said)


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    assert len(read(tmp_path, "text,date\n\nNine died.,\n,\n")) == 1


ARCHIVED = """Link,Archive status,Archive location,Upload timestamp,Upload title,Text content
https://t.example/1,telethon: success,s3://x,2024-05-03T22:30:00+00:00,Kosti,Rebels shelled Kosti.
https://t.example/2,nothing archived,,,,
https://t.example/3,,,,,
"""


def test_what_an_archiver_did_not_archive_is_a_problem(tmp_path: Path) -> None:
    """The sheet that Bellingcat's auto-archiver writes into."""
    first, *others = read(tmp_path, ARCHIVED)
    (document,) = documents([first])
    assert (document.address, document.text) == (
        "https://t.example/1",
        "Kosti\n\nRebels shelled Kosti.",
    )
    assert document.published == datetime(2024, 5, 3, 22, 30, tzinfo=UTC)
    for member, status in zip(others, ("nothing archived", "no status"), strict=True):
        assert member.original is not None
        with pytest.raises(ExtractError, match=f"was not archived: {status}"):
            extract(member.original)


DATABASE = """status,metadata,media
telethon: success,"{'_processed_at': datetime.datetime(2024, 6, 1, 9, 0), 'url': 'https://t.example/1',
'title': 'Kosti', 'content': ""Rebels shelled Kosti: 'nine' died."", 'timestamp':
datetime.datetime(2024, 5, 3, 22, 30, tzinfo=datetime.timezone.utc)}",[]
no archiver,"{'url': 'https://t.example/2'}",[]
x: success,"{'url': __import__('os').getcwd()}",[]
x: success,"[1]",[]
x: success,"{'timestamp': datetime.datetime(2024, 13, 3)}",[]
"""


def test_the_database_that_an_archiver_writes_is_read_too(tmp_path: Path) -> None:
    first, failed, *broken = read(tmp_path, DATABASE)
    (document,) = documents([first])
    assert document.text == "Kosti\n\nRebels shelled Kosti: 'nine' died."
    assert document.address == "https://t.example/1"
    assert (document.published, document.zone) == (
        datetime(2024, 5, 3, 22, 30, tzinfo=UTC),
        "+00:00",
    )
    assert failed.original is not None
    with pytest.raises(ExtractError, match="was not archived: no archiver"):
        extract(failed.original)
    assert [(member.problem or "")[:24] for member in broken] == [
        "is broken: its metadata:",
        "is broken: its metadata ",
        "is broken: its metadata:",
    ]


LINES = (
    '{"full_text": "Nine died in Kosti.", "created_at": 1714775400, "id": 5}\n'
    '\n{"data": {"text": "x"}}\nnot json\n[1]\n'
    '{"text": "<p>One.</p><p>Two <b>fled</b>.</p>", "authors": ["Lee", "Kim"]}\n'
)


def test_json_lines_are_read_like_rows(tmp_path: Path) -> None:
    members = read(tmp_path, LINES, "posts.jsonl")
    assert [member.number for member in members] == [1, 3, 4, 5, 6]
    assert [bool(member.problem) for member in members] == [False, False, True, True, False]
    first, last = documents([members[0], members[4]])
    assert (first.address, first.published) == (
        "posts.jsonl#5",
        datetime(2024, 5, 3, 22, 30, tzinfo=UTC),
    )
    assert (last.text, last.author) == ("One.\n\nTwo fled.", "Lee, Kim")


def test_what_lies_deeper_is_named_by_its_path(tmp_path: Path) -> None:
    raw = '{"data": {"text": "Nine died."}, "at": 1714775400123}\n'
    columns = {"text": "data.text", "published": "at"}
    (document,) = documents(read(tmp_path, raw, "posts.ndjson", columns=columns))
    assert document.text == "Nine died."
    assert document.published == datetime(2024, 5, 3, 22, 30, 0, 123000, tzinfo=UTC)


def test_a_line_longer_than_any_document_is_a_problem_of_its_own(tmp_path: Path) -> None:
    raw = '{"text": "' + "x" * 20_000_000 + '"}\n{"text": "Nine died."}\n'
    first, second = read(tmp_path, raw, "posts.jsonl")
    assert first.problem == "is too large: over 10,000,000 characters"
    assert second.original is not None
    with pytest.raises(ExtractError, match="has a line of over 10,000,000 characters"):
        read(tmp_path, "text\n" + "x" * 20_000_000)


def test_a_json_array_is_read_like_rows(tmp_path: Path) -> None:
    members = read(tmp_path, '[{"text": "Nine died."}, 7, {"text": "Two', "posts.json")
    assert [member.problem and member.problem[:12] for member in members] == [
        None,
        "is no JSON o",
        "is broken: p",
    ]
