"""One engine for the tests of the analysis, passages parsed by it, claims beside case tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dateline.analysis.grammar.lexicon import load_lexicon
from dateline.analysis.grammar.parse import Sentence, Text, Token
from dateline.analysis.names.phrases import Phrases
from dateline.analysis.text.blocks import Part
from dateline.pipeline.reading.engine import Engine, load_engine
from dateline.types import Claim, Document, Mention, Toll

READ = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def engine(pytestconfig: pytest.Config) -> Engine:
    folder = Path(pytestconfig.cache.mkdir("gazetteer")) if pytestconfig.cache else None
    return load_engine(cache_dir=folder)


@pytest.fixture(scope="session")
def read(engine: Engine) -> READ:
    """The claims of a text."""

    def find(text: str, published: date | None = None) -> tuple[Claim, ...]:
        moment = datetime.combine(published, time(), UTC) if published else None
        return engine.find_claims(Document("a.txt", "test", text, published=moment)).claims

    return find


@dataclass(frozen=True)
class Passage:
    """One parsed sentence; called with a word, it gives its token."""

    text: str
    sentence: Sentence
    phrases: Phrases

    def __call__(self, word: str) -> Token:
        return next(token for token in self.sentence.tokens if token.text == word)

    def words(self, tokens: Iterable[Token]) -> list[str]:
        return [token.text for token in tokens]


@pytest.fixture(scope="session")
def passage(engine: Engine) -> Callable[..., Passage]:
    """A text parsed as one passage, with the real names."""

    def parse(text: str, part: Part = Part.BODY) -> Passage:
        (sentence,) = engine.find_claims.parser([Text(text, 0, part, 0)])
        phrases = Phrases(sentence, text, engine.find_claims.knowledge.names, load_lexicon())
        return Passage(text, sentence, phrases)

    return parse


class Expected(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What a case says of one claim; ``None`` is not checked, "" and [] are nothing."""

    kind: str | None = None
    status: str | None = None
    background: bool | None = None
    hedged: bool | None = None
    actors: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    through: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    times: tuple[str, ...] | None = None
    instruments: tuple[str, ...] | None = None
    purposes: tuple[str, ...] | None = None
    outcome: str | None = None
    tolls: tuple[str, ...] | None = None
    whose: tuple[str, ...] | None = None
    speaker: str | None = None
    stance: str | None = None

    def differences(self, claim: Claim, text: str) -> Iterator[str]:
        """Each field in which a claim is not as expected."""
        for name in self.__struct_fields__:
            wanted, got = getattr(self, name), _value(claim, name, text)
            if wanted is not None and not _same(wanted, got):
                yield f"{name} is {got!r}, not {wanted!r}"


class Case(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A text and the claims it gives: these and no others, unless ``others`` may stand there."""

    name: str
    text: str
    published: date | None = None
    claims: tuple[Expected, ...] = ()
    nothing: bool = False
    others: bool = False

    def __post_init__(self) -> None:
        if self.nothing == bool(self.claims):
            raise ValueError(f"{self.name}: it gives claims, or nothing")


@pytest.fixture(scope="session")
def differences(read: READ) -> Callable[[dict[str, Any]], list[str]]:
    """What is wrong with the claims of a case's text; nothing if they are as expected."""

    def compare(table: dict[str, Any]) -> list[str]:
        case = msgspec.convert(table, Case)
        claims = read(case.text, case.published)
        problems = _unmatched(case.claims, claims, case.text)
        if len(claims) > len(case.claims) and not case.others:
            problems += [f"unexpected: {_told(claim, case.text)}" for claim in claims]
        return problems

    return compare


def _unmatched(expected: Sequence[Expected], claims: Sequence[Claim], text: str) -> list[str]:
    """The expectations that no claim of their own meets, with how the nearest differs."""
    left, problems = list(claims), []
    for wanted in expected:
        tried = sorted(
            ((list(wanted.differences(claim, text)), number) for number, claim in enumerate(left)),
            key=lambda pair: (len(pair[0]), pair[1]),
        )
        if tried and not tried[0][0]:
            del left[tried[0][1]]
        else:
            problems += tried[0][0] if tried else [f"no claim for {wanted}"]
    return problems


def _value(claim: Claim, name: str, text: str) -> Any:
    if name in ("kind", "status", "background", "hedged"):
        return getattr(claim, name)
    if name == "outcome":
        return claim.outcome.kind if claim.outcome else ""
    if name == "tolls":
        return tuple(map(_figure, claim.tolls))
    if name == "whose":
        return tuple(_words(toll.whose, text) if toll.whose else "" for toll in claim.tolls)
    if name == "speaker":
        return _words(claim.speaker, text) if claim.speaker else ""
    if name == "stance":
        return claim.speakers[0].stance if claim.speakers else ""
    if name == "purposes":
        return tuple(span.of(text) for span in claim.purposes)
    return tuple(_words(mention, text) for mention in getattr(claim, name))


def _words(mention: Mention, text: str) -> str:
    words = mention.span.of(text)
    return f"{words} = {mention.antecedent.of(text)}" if mention.antecedent else words


def _figure(toll: Toll) -> str:
    low, high = toll.low, toll.high
    if low is None and high is None:
        bounds = "?"
    elif low == high:
        bounds = str(low)
    else:
        bounds = f"{'' if low is None else low}..{'' if high is None else high}"
    return f"{toll.kind} {toll.qualifier} {bounds}" + " cumulative" * toll.cumulative


def _same(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, tuple):
        return len(wanted) == len(got) and all(map(_same, wanted, got))
    if isinstance(wanted, str) and wanted:
        return _means(wanted, str(got))
    return bool(wanted == got)


def _means(wanted: str, got: str) -> bool:
    """The same words, but for what may stand before them: "villagers" for "ten villagers"."""
    if " = " in wanted or " = " in got:
        left, right = wanted.split(" = "), got.split(" = ")
        return len(left) == len(right) and all(map(_means, left, right))
    return got == wanted or got.endswith(f" {wanted}")


def _told(claim: Claim, text: str) -> str:
    return f"{claim.kind} {claim.status} “{claim.trigger.of(text)}”"
