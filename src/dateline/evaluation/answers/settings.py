"""What can be said of how and in what sort of text a happening is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...analysis.lexicon import load_lexicon
from ...analysis.parse import Token

if TYPE_CHECKING:
    from .happenings import Happening
    from .tellings import Telling
    from .texts import TextView

_FIRST_PERSON = frozenset("we our us ours i my me".split())
_HIDDEN = re.compile(r"\W*CLANDESTINE\b", re.IGNORECASE)
_MORE = re.compile(
    r"\[(CONTINUED|EDITORIAL REPORT|EXCERPTS?|SUMMARY|PASSAGE OMITTED)", re.IGNORECASE
)
_JUDGING = frozenset(
    "condemn denounce deplore reject repudiate protest lament investigate clarify solve "
    "commemorate mourn remember recall accuse try sentence involve implicate".split()
)
_MILITARY = frozenset(
    "barracks garrison position positions battalion brigade troops soldiers army military patrol "
    "base installation installations detachment unit units column post posts guerrillas "
    "rebels".split()
)
_MUCH, _LITTLE = 4000, 1000  # characters


def settings_of(it: Happening) -> Iterator[str]:
    """How it is told."""
    text = it.text
    for telling in it.group:
        yield from _clause(text, telling)
    yield from _of_text(text)
    words = {word.lower() for w in (*it.people, *it.things) for word in w.split()}
    if words & _MILITARY:
        yield "something military was hit"
    if any(set(w.lower().split()) & load_lexicon().titles for w in it.people):
        yield "somebody of rank was hit"
    if any(deed.is_blame for deed in it.deeds):
        yield "somebody is blamed"
    if it.harms:
        yield "harm is told of"
        if len(it.harms) > 3:
            yield "much harm is told of"


def _clause(text: TextView, telling: Telling) -> Iterator[str]:
    sentence = text.around.sentences[text.around.sentence_of(telling.claim)]
    tokens = sentence.between(telling.claim.trigger)
    if not tokens:
        return
    head = next((t for t in tokens if t.pos == "VERB"), tokens[-1])
    yield f"told as {_place_in_sentence(head)}"
    if any(above.lemma in _JUDGING for above in head.ancestors()):
        yield "somebody judges it"
    if set(sentence.lowered) & _FIRST_PERSON:
        yield "told by somebody who takes part"


def _place_in_sentence(head: Token) -> str:
    if head.pos == "VERB":
        if head.dep in ("relcl", "acl"):
            return "an aside"
        return (
            "the main thing" if head.head is head or head.dep in ("ccomp", "conj") else "a clause"
        )
    if head.dep in ("nsubj", "nsubjpass"):
        return "a subject"
    return "an object" if head.dep == "dobj" else "a word in passing"


def _of_text(text: TextView) -> tuple[str, ...]:
    found = []
    words = text.read.document.text
    if _HIDDEN.match(words):
        found.append("the text is from hiding")
    if _MORE.search(words[:600]):
        found.append("the text is a part of one")
    if len(words) > _MUCH:
        found.append("the text is long")
    elif len(words) < _LITTLE:
        found.append("the text is short")
    sentences = text.around.sentences
    ours = sum(bool(set(s.lowered) & _FIRST_PERSON) for s in sentences)
    if sentences and ours * 3 > len(sentences):
        found.append("the text speaks of us")
    kinds = Counter(str(claim.kind) for claim in text.read.claims)
    if kinds["clash"]:
        found.append("the text tells of clashes")
    if kinds["clash"] * 3 > sum(kinds.values()):
        found.append("the text tells mostly of clashes")
    military = sum(bool(set(s.lowered) & _MILITARY) for s in sentences)
    if sentences and military * 2 > len(sentences):
        found.append("the text is about soldiers")
    return tuple(found)
