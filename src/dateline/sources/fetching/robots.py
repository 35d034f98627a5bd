"""Read robots.txt by RFC 9309: what a host asks programs to leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

READ_AT_MOST = 500_000  # bytes; the RFC's least
LONGEST_DELAY = 30.0  # seconds; a host that asks for an hour asks not to be read at all


@dataclass(frozen=True, slots=True)
class Rule:
    """A path with its wildcards, and whether it may be asked for."""

    path: str
    allowed: bool

    def matches(self, path: str) -> bool:
        """Whether a path begins as the rule says; one step a character, so none takes long."""
        pattern, end = (self.path[:-1], True) if self.path.endswith("$") else (self.path, False)
        first, *rest = pattern.split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        for number, part in enumerate(rest, start=1):
            last = end and number == len(rest)
            found = path.rfind(part, at) if last else path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return not end or at == len(path)


@dataclass(frozen=True)
class Robots:
    """What one robots.txt asks of one program."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    @cached_property
    def _longest_first(self) -> tuple[Rule, ...]:
        return tuple(sorted(self.rules, key=lambda rule: (-len(rule.path), not rule.allowed)))

    def allows(self, path: str) -> bool:
        """Whether a path may be asked for: the longest rule decides, and the kinder of two."""
        return next((rule.allowed for rule in self._longest_first if rule.matches(path)), True)


def parse_robots(raw: bytes, *, agent: str) -> Robots:
    """Read the groups that name a program, else those for all."""
    groups = tuple(_groups(raw[:READ_AT_MOST].decode("utf-8", "replace").removeprefix("\ufeff")))
    token = _token(agent)
    mine = [lines for agents, lines in groups if token in map(_token, agents)]
    chosen = mine or [lines for agents, lines in groups if "*" in agents]
    lines = [line for group in chosen for line in group]
    rules = tuple(
        Rule(path, key == "allow") for key, path in lines if key in ("allow", "disallow") and path
    )
    return Robots(rules, _delay(value for key, value in lines if key == "crawl-delay"))


def _groups(text: str) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    agents: list[str] = []
    lines: list[tuple[str, str]] = []
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = [], []
            agents.append(value)
        elif agents and key in ("allow", "disallow", "crawl-delay"):
            lines.append((key, value))
    yield agents, lines


def _token(agent: str) -> str:
    return re.match(r"[A-Za-z_-]*", agent)[0].lower()  # type: ignore[index]  # matches nothing too


def _delay(values: Iterable[str]) -> float | None:
    delays = [float(value) for value in values if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value)]
    return min(max(delays), LONGEST_DELAY) if delays else None
