"""Naming a page always the same."""

from __future__ import annotations

import pytest

from dateline.sources.links import canonical, is_front, same_site, web_link


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://Nile.Example/a?utm_source=x&id=7#top", "https://nile.example/a?id=7"),
        ("https://nile.example/a?fbclid=x", "https://nile.example/a"),
        ("https://nile.example/a?q=a%20b&empty=", "https://nile.example/a?q=a%20b&empty="),
        ("https://nile.example", "https://nile.example/"),
        (" https://nile.example/A ", "https://nile.example/A"),
    ],
)
def test_what_is_hung_on_a_link_is_taken_off(address: str, expected: str) -> None:
    assert canonical(address) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("b", "https://nile.example/x/b"),
        ("//other.example/b", "https://other.example/b"),
        ("ftp://other.example/b", None),
        ("data:text/html,x", None),
        ("http://", None),
        ("http://[::1", None),
        ("", None),
        (None, None),
    ],
)
def test_a_link_is_a_whole_web_address_or_none(link: str | None, expected: str | None) -> None:
    assert web_link("https://nile.example/x/a", link) == expected


def test_one_host_is_one_site_with_or_without_www_and_its_usual_port() -> None:
    assert same_site("https://www.nile.example/a", "https://nile.example:443/b")
    assert not same_site("https://nile.example/a", "https://nile.example:8443/a")
    assert not same_site("https://nile.example/", "https://nile.example.evil.example/")
    assert not same_site("http://nile.example:x/", "http://nile.example/")


def test_the_front_of_a_site_is_told_from_its_pages() -> None:
    assert is_front("https://nile.example")
    assert is_front("https://nile.example/?utm_source=x")
    assert not is_front("https://nile.example/?p=7")
