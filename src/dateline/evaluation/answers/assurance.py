"""What bears on how sure a text is who did it, and by whose word."""

from __future__ import annotations

from collections.abc import Iterator

from ...analysis.parse import Sentence
from ..rows import RecordEvent
from .circumstances import head_of
from .happenings import Happening
from .words import load_words

LEVELS = (
    "reported as fact",
    "claimed or admitted",
    "suspected or accused",
    "suspected or accused by authorities",
    "possible",
)
_DENYING = frozenset("deny denial reject refute".split())
_MAYBE = frozenset("may might could possible possibly probable probably likely".split())
_KNOWING = frozenset("know unknown identify unidentified".split())


def assurance_of(it: Happening, record: RecordEvent) -> dict[str, float]:
    """Everything said of a happening that bears on it; each is there or is not."""
    return dict.fromkeys(_all(it, record), 1.0)


def _all(it: Happening, record: RecordEvent) -> Iterator[str]:
    yield f"it is a {it.label}"
    yield f"it is {it.status}"
    yield f"read as {record.actor_confidence}"
    if it.rivals == 0:
        yield "the text tells nothing else"
    yield from _acting(record)
    numbers = sorted({it.text.around.sentence_of(claim) for claim in it.claims})
    sentences = it.text.around.sentences
    near = {n + step for n in numbers for step in (-1, 1, 2)} - set(numbers)
    yield from _worded((sentences[n] for n in numbers), "")
    yield from _worded((sentences[n] for n in near if 0 <= n < len(sentences)), " nearby")
    yield from _worded(sentences, " anywhere")
    for stance in {said.stance for claim in it.claims for said in claim.speakers if said.stance}:
        yield f"somebody {stance.value} it"
    if any(deed.is_blame for deed in it.deeds):
        yield "somebody is blamed"


def _acting(record: RecordEvent) -> Iterator[str]:
    if record.actor_organizations:
        yield "an organisation is read"
    if record.actors:
        yield "somebody is read to act"
    heads = {head_of(name).removesuffix("s") for names in record.actors for name in names}
    if heads & load_words().rebels:
        yield "rebels act"
    if record.actor_organizations and record.actors:
        yield "an organisation and somebody are read"


def _worded(sentences: Iterator[Sentence] | tuple[Sentence, ...], where: str) -> Iterator[str]:
    words = load_words()
    said = frozenset().union(*(sentence.words for sentence in sentences))
    if said & {"responsibility", "credit"} and said & words.claiming:
        yield f"claiming{where}"
    if said & words.suspecting:
        yield f"suspicion{where}"
        if said & words.authorities:
            yield f"suspicion of authorities{where}"
    for name, table in (
        ("blame", words.blaming),
        ("arrest", words.arresting),
        ("denial", _DENYING),
        ("doubt", _MAYBE),
        ("who is known", _KNOWING),
        ("rebels", words.rebels),
    ):
        if said & table:
            yield f"{name}{where}"
