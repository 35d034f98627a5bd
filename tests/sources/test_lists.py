"""Reading lists of addresses."""

from __future__ import annotations

import pytest

from dateline.errors import ExtractError
from dateline.sources.lists import read_list


def test_every_address_is_read_once_and_what_is_remarked_is_passed_over() -> None:
    raw = b"# May\nhttps://a.example/1\r\n\n  https://a.example/2  \nhttps://a.example/1\n"
    assert read_list(raw, "list") == ("https://a.example/1", "https://a.example/2")


@pytest.mark.parametrize("line", ["a.example/1", "ftp://a.example/", "Rebels shelled Kosti."])
def test_a_line_that_is_no_web_address_is_named(line: str) -> None:
    with pytest.raises(ExtractError, match="no web address: "):
        read_list(f"https://a.example/1\n{line}\n".encode(), "list")
