"""Hand-coded articles and a system's predictions about them: reading and writing the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ..errors import UsageError

T = TypeVar("T")

# Files of a corpus that are about it and not of it.
_ABOUT = frozenset(["agreement.json", "same_as.json"])


@dataclass(frozen=True, slots=True)
class Pin:
    """Where a claim's place is; no coordinates where it was named but not located."""

    lat: float | None = None
    lon: float | None = None
    name: str | None = None
    country: str | None = None
    precision: int | None = None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, if both are known."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class TimeRange:
    """First and last day as ISO 8601, ``--07-25`` where the year is unknown."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A toll as coded."""

    kind: str | None = None
    low: int | None = None
    high: int | None = None
    whose: str | None = None
    qualifier: str | None = None
    cumulative: bool = False


@dataclass(frozen=True, slots=True)
class Offsets:
    """A span as the files write it."""

    start: int
    end: int

    def overlaps(self, other: Offsets) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What a system says one or more passages of an article report: one row after the join."""

    kind: str
    status: str | None = None
    background: bool = False
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    place_resolved: Pin | None = None
    time: TimeRange | None = None
    tolls: tuple[Figure, ...] = ()
    speaker: str | None = None
    hedged: bool = False
    outcome: str | None = None
    sentence: tuple[int, ...] | None = None
    trigger: Offsets | None = None
    evidence: tuple[Offsets, ...] = ()
    event: str | None = None

    @property
    def place_in_text(self) -> Offsets | None:
        """The words to find it by: its trigger, else its first passage."""
        return self.trigger or next(iter(self.evidence), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim(Prediction):
    """What a coder says; ``optional`` is wanted by nobody and forbidden to nobody."""

    optional: bool = False
    kind_alt: tuple[str, ...] = ()
    status_alt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One coded article."""

    id: str
    sentences: tuple[tuple[int, int], ...]
    claims: tuple[GoldClaim, ...]
    events: tuple[tuple[int, ...], ...] = ()  # indexes of claims that are one happening
    published: str | None = None
    text: str | None = None

    @property
    def published_at(self) -> datetime | None:
        """The time of publication, midnight UTC where only the day is known."""
        if self.published is None:
            return None
        moment = datetime.fromisoformat(self.published)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PredictedArticle:
    """What a system says about one article."""

    id: str
    claims: tuple[Prediction, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedClaims:
    """Claims of one article that belong to a group."""

    id: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """One happening that several articles tell of."""

    name: str
    claims: tuple[SharedClaims, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Corpus:
    """Coded articles, by id, and the happenings they share."""

    articles: tuple[GoldArticle, ...]
    shared: tuple[SharedEvent, ...] = ()


def load_articles(folder: Path) -> Corpus:
    """The coded articles of a folder: ``NN.claims.json``, each with its ``NN.txt``."""
    articles = []
    for path, content in _contents(folder):
        if "sentences" in content:
            text = path.with_name(path.name.removesuffix(".json").removesuffix(".claims") + ".txt")
            read = {"text": _read(text)} if text.is_file() else {}
            articles.append(_convert({**content, **read}, GoldArticle, path))
    if not articles:
        raise UsageError(f"{folder}: no coded articles here (NN.claims.json beside NN.txt)")
    return Corpus(tuple(sorted(articles, key=lambda article: article.id)), _load_shared(folder))


def load_predictions(folder: Path) -> tuple[PredictedArticle, ...]:
    """A system's predictions: a JSON file for each article, keyed by ``id``, else by its name."""
    return tuple(_convert(content, PredictedArticle, path) for path, content in _contents(folder))


def write_predictions(predictions: Iterable[PredictedArticle], folder: Path) -> tuple[Path, ...]:
    """Write one JSON file for each article, as :func:`load_predictions` reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for article in predictions:
        path = folder / f"{article.id}.json"
        if path.parent != folder:
            raise UsageError(f"{article.id!r} cannot be the name of a file")
        content = msgspec.json.format(msgspec.json.encode(article), indent=1)
        path.write_bytes(content + b"\n")
        written.append(path)
    return tuple(written)


def predict(
    corpus: Corpus, read: Callable[[str, datetime | None], Iterable[Prediction]]
) -> tuple[PredictedArticle, ...]:
    """What a system that reads a text and its time of publication says about a corpus."""
    return tuple(
        PredictedArticle(article.id, tuple(read(article.text, article.published_at)))
        for article in corpus.articles
        if article.text is not None
    )


# ---- files ---------------------------------------------------------------------------------------


def _contents(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    for path in sorted(folder.glob("*.json")):
        if path.name in _ABOUT:
            continue
        try:
            content = msgspec.json.decode(path.read_bytes())
        except (OSError, msgspec.MsgspecError) as error:
            raise UsageError(f"{path}: {error}") from error
        if isinstance(content, dict) and "claims" in content:
            claims = [_tidy(claim) for claim in content["claims"] if claim.get("kind")]
            key = str(content.get("id") or path.name.rsplit(".", 1)[0])
            yield path, {**content, "id": key, "claims": claims}


def _load_shared(folder: Path) -> tuple[SharedEvent, ...]:
    path = folder / "same_as.json"
    if not path.is_file():
        return ()
    try:
        return _convert(
            msgspec.json.decode(path.read_bytes())["groups"], tuple[SharedEvent, ...], path
        )
    except (KeyError, TypeError, msgspec.MsgspecError) as error:
        raise UsageError(f"{path}: {error}") from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}") from error


_NAMES = ("actors", "targets", "through", "places")


def _tidy(claim: Mapping[str, Any]) -> dict[str, Any]:
    """One shape for what the format allows in several: a name or an object, one or a list."""
    tidy = {key: value for key, value in claim.items() if value is not None}
    for role in _NAMES:
        tidy[role] = [_name_of(name) for name in _listed(claim.get(role))]
    for part in ("tolls", "evidence"):
        tidy[part] = _listed(claim.get(part))
    speakers = _listed(claim.get("speaker"))
    tidy["speaker"] = _name_of(speakers[0]) if speakers else None
    triggers = _listed(claim.get("trigger"))
    tidy["trigger"] = triggers[0] if triggers and triggers[0].get("start") is not None else None
    if "sentence" in tidy:
        tidy["sentence"] = _listed(claim["sentence"], empty=None)
    if "event" in tidy:
        tidy["event"] = str(claim["event"])
    return tidy


def _listed(value: Any, *, empty: Any = False) -> list[Any]:
    if isinstance(value, list):
        return value
    return [value] if value or (empty is None and value is not None) else []


def _name_of(name: Any) -> str:
    if isinstance(name, dict):
        name = name.get("name") or name.get("text") or name.get("canonical") or ""
    return str(name)


def _convert(content: Any, kind: type[T], path: Path) -> T:
    try:
        return msgspec.convert(content, kind)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: {error}") from error
