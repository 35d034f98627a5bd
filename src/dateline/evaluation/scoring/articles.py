"""Compare a system's claims with hand-coded ones.

A predicted claim can be a coded one when they share a sentence and their kinds are equal, of one
family, or bridged. The pairing is one to one and the heaviest there is. All other measures are
taken on the pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields

from ..articles import (
    Corpus,
    Figure,
    GoldArticle,
    GoldClaim,
    Offsets,
    PredictedArticle,
    Prediction,
)
from ..measures import Rate, Tally, best_pairs, kilometres
from . import likeness
from .likeness import is_same_name, is_same_place, load_lists

NEAR_KM = 50

NEVER = Rate()
NOTHING = Tally()

# What makes the heavier pair, where a claim could be paired with several. Whether it is a pair
# at all outweighs everything else, then whether the claim is wanted, then the kind.
PAIR = 100.0
WANTED = 30
KIND = 4
STATUS = 3
SAME_WORDS = 4
ROLE = 2.0
SPEAKER = 2


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which claims of an article were paired: (coded, predicted), and what could have been."""

    pairs: tuple[tuple[int, int], ...]
    duplicates: int  # predictions of a claim that another prediction was paired with


@dataclass(frozen=True, slots=True)
class ToldAsFact:
    """A claim of what did not happen that was predicted as having happened."""

    article: str
    claim: int
    kind: str
    status: str
    predicted: str


@dataclass(frozen=True, slots=True)
class FalseFacts:
    """How often plans, threats, denials and their like came out as facts."""

    total: int = 0
    occurred: int = 0
    ongoing: int = 0
    by_status: tuple[tuple[str, Rate], ...] = ()
    cases: tuple[ToldAsFact, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """How one article came out."""

    id: str
    detection: Tally
    wanted: int
    predicted: int
    optional: int  # optional claims that were found
    duplicates: int


@dataclass(frozen=True, slots=True)
class Fields:
    """What is right on the pairs, field by field; adds up over pairs."""

    kind: Rate = NEVER
    status: Rate = NEVER
    kind_and_status: Rate = NEVER
    background: Rate = NEVER
    hedged: Rate = NEVER
    time: Rate = NEVER  # where a time is coded
    no_time: Rate = NEVER  # where none is
    pin_given: Rate = NEVER
    within_50km: Rate = NEVER  # of the pins given
    actors: Tally = NOTHING
    targets: Tally = NOTHING
    through: Tally = NOTHING
    places: Tally = NOTHING
    tolls: Tally = NOTHING
    toll_lows: Tally = NOTHING
    speaker: Tally = NOTHING

    def __add__(self, other: Fields) -> Fields:
        return Fields(
            *(getattr(self, part.name) + getattr(other, part.name) for part in fields(self))
        )


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything measured on a corpus."""

    articles: tuple[ArticleScore, ...]
    without_predictions: tuple[str, ...]
    in_hard_negatives: int  # claims predicted in articles that have none
    on_pairs: Fields
    false_facts: FalseFacts
    same_event: Tally | None  # over pairs of predictions, where these name their event
    confusion: tuple[tuple[str, str, int], ...] = field(default=())  # coded, predicted, how often

    @property
    def detection(self) -> Tally:
        """Claims found, too much, missed."""
        return sum((article.detection for article in self.articles), Tally())

    @property
    def duplicates(self) -> int:
        """Predictions of what was predicted already."""
        return sum(article.duplicates for article in self.articles)

    @property
    def duplicates_forgiven(self) -> Tally:
        """Detection, with duplicates not counted as too much."""
        found = self.detection
        return Tally(found.right, found.extra - self.duplicates, found.missed)


def score_articles(corpus: Corpus, predictions: Iterable[PredictedArticle]) -> Scores:
    """Measure predictions against a coded corpus."""
    by_id = {article.id: article for article in predictions}
    compared = [
        _Compared(gold, by_id[gold.id].claims if gold.id in by_id else ())
        for gold in corpus.articles
    ]
    scored = tuple(_score_article(article) for article in compared)
    pairs = [pair for article in compared for pair in article.paired()]
    return Scores(
        articles=scored,
        without_predictions=tuple(gold.id for gold in corpus.articles if gold.id not in by_id),
        in_hard_negatives=sum(score.detection.extra for score in scored if not score.wanted),
        on_pairs=sum((_compare(pair.gold, pair.found) for pair in pairs), Fields()),
        false_facts=_count_false_facts(pairs),
        same_event=_score_events(corpus, pairs),
        confusion=_count_confusion(pairs),
    )


# ---- pairing -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Pair:
    article: str
    index: int  # of the coded claim
    gold: GoldClaim
    found: Prediction


@dataclass(frozen=True)
class _Compared:
    """An article with its predictions, paired."""

    gold: GoldArticle
    predictions: tuple[Prediction, ...]
    pairs: Pairs = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pairs", pair_claims(self.gold, self.predictions))

    def paired(self) -> list[_Pair]:
        return [
            _Pair(self.gold.id, row, self.gold.claims[row], self.predictions[column])
            for row, column in self.pairs.pairs
        ]


def pair_claims(article: GoldArticle, predictions: Sequence[Prediction]) -> Pairs:
    """The heaviest one-to-one pairing of coded and predicted claims."""
    coded = [_sentences_of(claim, article, coded=True) for claim in article.claims]
    found = [_sentences_of(claim, article, coded=False) for claim in predictions]
    weights = [
        [
            _weigh(claim, other) if sentences & others else 0.0
            for other, others in zip(predictions, found, strict=True)
        ]
        for claim, sentences in zip(article.claims, coded, strict=True)
    ]
    pairs = best_pairs(weights)
    taken = {column for _, column in pairs}
    duplicates = sum(
        any(weights[row][column] > 0 for row, _ in pairs)
        for column in range(len(predictions))
        if column not in taken
    )
    return Pairs(pairs, duplicates)


def _sentences_of(claim: Prediction, article: GoldArticle, *, coded: bool) -> frozenset[int]:
    """The sentences a claim stands in: as coded, or as its words tell."""
    words = claim.place_in_text
    touched = frozenset(
        number
        for number, (start, end) in enumerate(article.sentences)
        if words and words.overlaps(Offsets(start, end))
    )
    if coded or not words:
        return touched | frozenset(claim.sentence or ())
    return touched


def _weigh(gold: GoldClaim, found: Prediction) -> float:
    kinds = likeness.weigh_kinds(gold, found)
    if not kinds:
        return 0.0
    weight = PAIR + KIND * kinds + (0 if gold.optional else WANTED)
    weight += STATUS * likeness.is_right_status(gold, found)
    words, others = gold.place_in_text, found.place_in_text
    weight += SAME_WORDS * bool(words and others and words.overlaps(others))
    roles = (
        (gold.actors, found.actors, is_same_name),
        (gold.targets, found.targets, is_same_name),
        (gold.places, found.places, is_same_place),
    )
    for names, other_names, is_same in roles:
        if names or other_names:
            same = likeness.count_same(names, other_names, is_same)
            weight += ROLE * same / max(len(names), len(other_names))
    if gold.speaker and found.speaker and is_same_name(gold.speaker, found.speaker):
        weight += SPEAKER
    return weight


# ---- on the pairs --------------------------------------------------------------------------------


def _score_article(article: _Compared) -> ArticleScore:
    claims, pairs = article.gold.claims, article.pairs
    wanted = sum(not claim.optional for claim in claims)
    right = sum(not claims[row].optional for row, _ in pairs.pairs)
    optional = len(pairs.pairs) - right
    extra = len(article.predictions) - right - optional
    return ArticleScore(
        article.gold.id,
        Tally(right, extra, wanted - right),
        wanted,
        len(article.predictions),
        optional,
        pairs.duplicates,
    )


def _compare(gold: GoldClaim, found: Prediction) -> Fields:
    kind, status = likeness.is_right_kind(gold, found), likeness.is_right_status(gold, found)
    time = Rate(int(likeness.is_same_time(gold.time, found.time)), 1)
    pin_given, within = _compare_pins(gold, found)
    actors, targets = _compare_sides(gold, found)
    return Fields(
        kind=Rate(int(kind), 1),
        status=Rate(int(status), 1),
        kind_and_status=Rate(int(kind and status), 1),
        background=Rate(int(gold.background == found.background), 1),
        hedged=Rate(int(gold.hedged == found.hedged), 1),
        time=time if gold.time else Rate(),
        no_time=Rate() if gold.time else time,
        pin_given=pin_given,
        within_50km=within,
        actors=actors,
        targets=targets,
        through=_tally(gold.through, found.through, is_same_name),
        places=_tally(gold.places, found.places, is_same_place),
        tolls=_tally_tolls(gold.tolls, found.tolls, lambda toll: (toll.kind, toll.low, toll.high)),
        toll_lows=_tally_tolls(gold.tolls, found.tolls, lambda toll: (toll.kind, toll.low)),
        speaker=_compare_speakers(gold, found),
    )


def _tally(gold: Sequence[str], found: Sequence[str], is_same: Callable[[str, str], bool]) -> Tally:
    same = likeness.count_same(gold, found, is_same)
    return Tally(same, len(found) - same, len(gold) - same)


def _tally_tolls(
    gold: Sequence[Figure], found: Sequence[Figure], key: Callable[[Figure], object]
) -> Tally:
    same = sum((Counter(map(key, gold)) & Counter(map(key, found))).values())
    return Tally(same, len(found) - same, len(gold) - same)


def _compare_sides(gold: GoldClaim, found: Prediction) -> tuple[Tally, Tally]:
    """Actors and targets; the sides of a clash are one set, counted as actors."""
    if "clash" in (gold.kind, found.kind):
        sides = (*gold.actors, *gold.targets), (*found.actors, *found.targets)
        return _tally(*sides, is_same_name), Tally()
    return (
        _tally(gold.actors, found.actors, is_same_name),
        _tally(gold.targets, found.targets, is_same_name),
    )


def _compare_speakers(gold: GoldClaim, found: Prediction) -> Tally:
    speaker = found.speaker
    # Who condemns or demands is its actor; naming him as speaker too is no error.
    speaks = gold.kind in load_lists().speech and not gold.speaker
    if speaks and speaker and any(is_same_name(actor, speaker) for actor in gold.actors):
        speaker = None
    right = bool(gold.speaker and speaker and is_same_name(gold.speaker, speaker))
    return Tally(
        int(right), int(bool(speaker) and not right), int(bool(gold.speaker) and not right)
    )


def _compare_pins(gold: GoldClaim, found: Prediction) -> tuple[Rate, Rate]:
    point = gold.place_resolved.point if gold.place_resolved else None
    other = found.place_resolved.point if found.place_resolved else None
    if point is None:
        return Rate(), Rate()
    if other is None:
        return Rate(0, 1), Rate()
    return Rate(1, 1), Rate(int(kilometres(point, other) <= NEAR_KM), 1)


def _count_false_facts(pairs: Sequence[_Pair]) -> FalseFacts:
    unreal = [pair for pair in pairs if pair.gold.status in load_lists().not_real]
    cases = tuple(
        ToldAsFact(
            pair.article, pair.index, pair.gold.kind, pair.gold.status or "", pair.found.status
        )
        for pair in unreal
        if pair.found.status in ("occurred", "ongoing")
        and not likeness.is_right_status(pair.gold, pair.found)
    )
    totals = Counter(pair.gold.status or "" for pair in unreal)
    wrong = Counter(case.status for case in cases)
    return FalseFacts(
        total=len(unreal),
        occurred=sum(case.predicted == "occurred" for case in cases),
        ongoing=sum(case.predicted == "ongoing" for case in cases),
        by_status=tuple((status, Rate(wrong[status], totals[status])) for status in sorted(totals)),
        cases=cases,
    )


def _count_confusion(pairs: Sequence[_Pair]) -> tuple[tuple[str, str, int], ...]:
    counts = Counter((str(pair.gold.status), str(pair.found.status)) for pair in pairs)
    return tuple((*statuses, count) for statuses, count in sorted(counts.items()))


# ---- which claims are one event ------------------------------------------------------------------


def _score_events(corpus: Corpus, pairs: Sequence[_Pair]) -> Tally | None:
    """Over all two predictions that name an event: are they put together as the coder did."""
    named = [pair for pair in pairs if pair.found.event is not None]
    if len(named) < 2:
        return None
    coded = _coded_events(corpus, named)
    tally = Tally()
    for number, pair in enumerate(named):
        for other in named[:number]:
            together = coded[pair.article, pair.index] == coded[other.article, other.index]
            joined = pair.found.event == other.found.event
            tally += Tally(
                int(together and joined), int(joined and not together), int(together and not joined)
            )
    return tally


def _coded_events(corpus: Corpus, named: Sequence[_Pair]) -> dict[tuple[str, int], str]:
    """The coded happening of each claim; its own where it is in no group."""
    articles = {article.id: article for article in corpus.articles}
    shared = {
        (claims.id, index): event.name
        for event in corpus.shared
        if event.certain
        for claims in event.claims
        for index in claims.claims
    }
    events = {
        (pair.article, pair.index): _group_of(articles[pair.article], pair.index) for pair in named
    }
    # A claim in a happening that several articles tell of takes its whole group with it.
    renamed = {events[claim]: shared[claim] for claim in events if claim in shared}
    return {claim: renamed.get(event, event) for claim, event in events.items()}


def _group_of(article: GoldArticle, index: int) -> str:
    number = next((number for number, group in enumerate(article.events) if index in group), None)
    return f"{article.id}.{index}" if number is None else f"{article.id}#{number}"
