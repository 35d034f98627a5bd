"""Documents are read some at one go, as many as memory allows."""

from __future__ import annotations

import pytest

from dateline.pipeline.reading import chunks
from dateline.pipeline.reading.chunks import AT_ONE_GO, read_chunk, split
from dateline.types import Document


def documents(*texts: str) -> list[Document]:
    return [Document(str(number), "x", text) for number, text in enumerate(texts)]


def sizes(*texts: str) -> list[int]:
    return [len(chunk) for chunk in split(documents(*texts))]


def test_so_many_documents_are_read_at_one_go() -> None:
    assert sizes(*["a"] * (AT_ONE_GO + 1)) == [AT_ONE_GO, 1]
    assert sizes() == []


def test_long_documents_are_read_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "CHARACTERS", 10)
    assert sizes("12345", "12345", "1", "123456789012345", "1") == [2, 1, 1, 1]


def test_what_breaks_the_others_is_found(reader) -> None:
    found = read_chunk(reader, documents("shelled", "unreadable", "crash", "shelled"))
    assert [type(outcome).__name__ for outcome in found] == [
        "Reading",
        "ExtractError",
        "RuntimeError",
        "Reading",
    ]


def test_what_cannot_be_read_does_not_keep_the_others_from_being_read_together(reader) -> None:
    asked = []

    class Counting(type(reader)):
        def read_each(self, documents):
            asked.append(len(documents))
            return super().read_each(documents)

    found = read_chunk(Counting(), documents("shelled", "unreadable", "shelled"))
    assert (asked, [len(found[at].claims) for at in (0, 2)]) == ([2], [1, 1])
