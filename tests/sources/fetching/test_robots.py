"""robots.txt, by RFC 9309."""

from __future__ import annotations

import time

import pytest

from dateline.sources.fetching.robots import Robots, parse_robots


def read(text: str, agent: str = "Dateline/0.1") -> Robots:
    return parse_robots(text.encode(), agent=agent)


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow: /", "/a", False),
        ("Disallow:", "/a", True),
        ("Disallow: /a", "/about", False),
        ("Disallow: /a/", "/about", True),
        ("Disallow: /\nAllow: /news", "/news/1", True),
        ("Allow: /news\nDisallow: /news/old", "/news/old/1", False),
        ("Allow: /page\nDisallow: /page", "/page", True),
        ("Disallow: *.pdf$", "/a.pdf", False),
        ("Disallow: *.pdf$", "/a.pdf?x=1", True),
        ("Disallow: /*/print", "/news/12/print", False),
        ("Disallow: /a*b*c", "/axxbyyc", False),
        ("Disallow: /a*b*c", "/axxcyyb", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("disallow : /a # not this", "/a", False),
        ("Nonsense\nDisallow /a", "/a", True),
    ],
)
def test_the_longest_rule_decides(rules: str, path: str, allowed: bool) -> None:
    assert read(f"User-agent: *\n{rules}\n").allows(path) is allowed


def test_a_group_of_our_own_goes_before_that_for_all() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-Agent: DATELINE\nDisallow: /old\n"
    assert read(text).allows("/new")
    assert not read(text).allows("/old")
    assert not read(text, agent="Desk").allows("/new")


def test_several_programs_may_share_a_group() -> None:
    text = "User-agent: other\nUser-agent: dateline\nDisallow: /a\nUser-agent: more\nDisallow: /b"
    assert not read(text).allows("/a")
    assert read(text).allows("/b")


def test_rules_before_any_program_are_for_none() -> None:
    assert read("Disallow: /\n").allows("/a")
    assert read("").allows("/a")


def test_a_delay_is_kept_within_reason() -> None:
    assert read("User-agent: *\nCrawl-delay: 2.5").delay == 2.5
    assert read("User-agent: *\nCrawl-delay: 86400").delay == 30
    assert read("User-agent: *\nCrawl-delay: soon").delay is None


def test_no_rule_takes_long_to_match() -> None:
    robots = read("User-agent: *\nDisallow: /" + "a*" * 200 + "b$\n")
    start = time.monotonic()
    assert robots.allows("/" + "a" * 50_000)
    assert time.monotonic() - start < 0.05
