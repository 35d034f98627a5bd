"""Files made to hang, exhaust or mislead a reader."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DocumentError, ExtractError, FetchError
from dateline.sources import File, extract, find_files, original_of, read_document
from dateline.types import Document

SUFFIXES = (".txt", ".md", ".html")

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def read(raw: bytes, suffix: str) -> Document:
    return extract(original_of(File(Path(f"a{suffix}"), f"a{suffix}", "hostile"), raw))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_twenty_megabytes_are_refused(suffix: str) -> None:
    with pytest.raises(ExtractError, match="too large: 20,000,"):
        read(b"Three were killed. " * 1_052_632, suffix)


def test_a_file_beyond_every_encoding_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(5_000_000_000)  # sparse: takes no room on disk
    (file,) = find_files([tmp_path])
    with pytest.raises(ExtractError, match="too large: over 40,000,000 bytes"):
        read_document(file)


@posix
def test_a_pipe_does_not_hang_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert list(find_files([tmp_path])) == []
    (file,) = find_files([tmp_path / "pipe.txt"])
    with pytest.raises(FetchError, match="is not a regular file"):
        read_document(file)


@posix
def test_links_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    for file in find_files([tmp_path]):
        with pytest.raises(FetchError):
            read_document(file)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
def test_a_file_name_that_is_no_text_gets_an_address_that_is(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("Three were killed.")
    (file,) = find_files([tmp_path])
    assert read_document(file).address == "\ufffd.txt"


def test_a_zero_byte_in_a_name_is_a_failure_of_that_file() -> None:
    with pytest.raises(FetchError):
        read_document(File(Path("a\0.txt"), "a.txt", "hostile"))


@pytest.mark.parametrize(
    "raw",
    [
        b"<div>" * 200_000 + b"Three were killed.",
        b"<p>" + b"a <b>b</b> " * 100_000,
        b"<" * 100_000,
        b"<!--" * 50_000,
        b"&#0;&#xd800;&#x110000;&amp;" * 10_000,
        b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script><p>Three died.",
        b"<table>" * 20_000 + b"Three were killed.",
    ],
    ids=["deep", "wide", "angles", "comments", "entities", "json", "tables"],
)
def test_a_page_made_to_exhaust_gives_text_or_a_reason_in_time(raw: bytes) -> None:
    start = time.monotonic()
    with suppress(DocumentError):
        read(raw, ".html")
    assert time.monotonic() - start < 20  # they take 0.1-3 s; a quadratic parser takes minutes


CONTAINERS = ["div", "b", "font", "table", "ul><li", "blockquote", "section", "made-up"]


@pytest.mark.parametrize("count", [300, 20_000])
@pytest.mark.parametrize("container", CONTAINERS)
def test_what_lies_deep_in_a_page_is_not_lost(container: str, count: int) -> None:
    deep = f"<{container}>" * count
    page = (
        "<html><head><title>Shells on Kosti</title>"
        "<meta property='article:published_time' content='2024-05-03T09:00:00Z'></head><body>"
        f"<h1>Shells on Kosti</h1><p>Rebels shelled Kosti.</p>{deep}<p>Three were killed.</p>"
        "</div><script>stray()</script><p>The army <b>fled</b>.</p>"
    )
    start = time.monotonic()
    document = read(page.encode(), ".html")
    assert document.text.split("\n\n") == [
        "Shells on Kosti", "Rebels shelled Kosti.", "Three were killed.", "The army fled.",
    ]  # fmt: skip
    assert document.headline is not None
    assert document.published is not None
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("kept", ["h1", "nav", "svg"])
def test_a_page_too_deep_even_so_is_refused_rather_than_cut(kept: str) -> None:
    page = f"<p>Rebels shelled Kosti.{f'<{kept}>' * 20_000}Three were killed."
    with pytest.raises(ExtractError, match="nested too deeply to be read"):
        read(page.encode(), ".html")


def test_a_text_cut_at_the_limit_says_so() -> None:
    for suffix, before in ((".txt", ""), (".md", "# Kosti\n\n"), (".html", "<h1>Kosti</h1><p>")):
        document = read((before + "Three were killed. " * 40_000).encode(), suffix)
        assert document.truncated
        assert 400_000 < len(document.text) <= 500_000
        assert document.text.endswith("killed.")
        assert not read(b"Three were killed. " * 20_000, suffix).truncated


@pytest.mark.parametrize(
    "raw",
    [b"*" * 100_000, b"[" * 50_000, b"`" * 50_000 + b" x", b"> " * 5_000 + b"x", b"- " * 5_000],
    ids=["stars", "brackets", "ticks", "quotes", "items"],
)
def test_markdown_made_to_exhaust_gives_text_or_a_reason_in_time(raw: bytes) -> None:
    start = time.monotonic()
    with suppress(DocumentError):
        read(raw, ".md")
    assert time.monotonic() - start < 20


# The first page takes as long as its reader's import.
@settings(deadline=None)
@given(raw=st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
def test_any_bytes_give_a_document_or_a_reason(raw: bytes, suffix: str) -> None:
    try:
        document = read(raw, suffix)
    except DocumentError:
        return
    assert document.text.strip()
    assert "\0" not in document.text
    document.text.encode("utf-8")  # a store can hold it


@settings(deadline=None)
@given(text=st.text(max_size=400), suffix=st.sampled_from(SUFFIXES))
def test_a_headline_is_always_words_of_the_text(text: str, suffix: str) -> None:
    try:
        document = read(text.encode("utf-8", "replace"), suffix)
    except DocumentError:
        return
    if document.headline:
        assert document.headline.of(document.text).strip()
