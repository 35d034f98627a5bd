"""Archives: files that hold many documents, read one by one.

``warc`` reads what crawlers keep, ``tables`` CSV and JSON, ``telegram`` an export of chats,
``auto_archiver`` the cells of one archiver's table.
Nothing is ever unpacked to disk, and no name inside an archive becomes one outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..file import HEAD, File, Said
from .member import SIGN_OF_LIFE, Member

__all__ = ["ARCHIVES", "SIGN_OF_LIFE", "Member"]

Find = Callable[[File, Said], Iterator[Member]]


def _find_pages(file: File, said: Said) -> Iterator[Member]:
    from .warc import find_pages

    return find_pages(file, said)


def _find_csv_rows(file: File, said: Said) -> Iterator[Member]:
    from .tables import find_csv_rows

    return find_csv_rows(file, said)


def _find_json_lines(file: File, said: Said) -> Iterator[Member]:
    from .tables import find_json_lines

    return find_json_lines(file, said)


def _find_json(file: File, said: Said) -> Iterator[Member]:
    from .tables import find_json_rows
    from .telegram import find_messages

    with file.path.open("rb") as stream:
        is_list = stream.read(HEAD).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")
    return (find_json_rows if is_list else find_messages)(file, said)


ARCHIVES: dict[str, Find] = {
    ".warc": _find_pages,
    ".warc.gz": _find_pages,
    ".csv": _find_csv_rows,
    ".tsv": _find_csv_rows,
    ".jsonl": _find_json_lines,
    ".ndjson": _find_json_lines,
    ".json": _find_json,
}
