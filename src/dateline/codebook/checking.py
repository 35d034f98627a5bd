"""Decide what is wrong with a kind, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .kinds import Kind, Noun, Role, Verb
from .schemes import load_schemes

POSITIVE_AT_LEAST = 3
NEGATIVE_AT_LEAST = 2

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
WORDS = re.compile(r"[\w'’.-]+( (\*\*?|[\w'’.-]+))*")
PREPOSITIONS = frozenset(
    "about across after against along among around as at behind between beyond by for from in"
    " inside into near of off on onto out outside over past through to toward towards under upon"
    " via with within".split()
)
ARGUMENTS = PREPOSITIONS | {"subject", "object"}
VERB_NEEDS = ARGUMENTS | {
    "clause",
    "deed",
    "deed of another",
    "infinitive",
    "obligation",
    "passive",
    "no object",
}
NOUN_NEEDS = PREPOSITIONS | {"light", "compound", "possessive", "harm", "any"}


def find_problems(kind: Kind) -> Iterator[str]:
    """Each reason to refuse the kind, as "field: reason"."""
    if not ID.fullmatch(kind.id):
        yield f"id: {kind.id!r} is not lower-case words joined by hyphens"
    for field in ("label", "definition"):
        if not getattr(kind, field).strip():
            yield f"{field}: is empty"
    yield from _mapping_problems(kind)
    yield from _trigger_problems(kind)
    yield from _example_problems(kind)


def _mapping_problems(kind: Kind) -> Iterator[str]:
    schemes = load_schemes()
    for plover in kind.plover:
        modes = schemes.plover.get(plover.type)
        if modes is None:
            yield f"plover: no type {plover.type!r} (there are: {', '.join(schemes.plover)})"
        elif plover.mode is not None and plover.mode not in modes:
            listed = ", ".join(modes) or "none"
            yield f"plover: {plover.type} has no mode {plover.mode!r} (its modes: {listed})"
        for context in plover.contexts:
            if context not in schemes.plover_contexts:
                yield f"plover: no context {context!r}"
    for cameo in kind.cameo:
        if not re.fullmatch(r"\d{2,4}", cameo.code) or cameo.code[:2] not in schemes.cameo:
            yield f"cameo: no code {cameo.code!r} (two to four digits, the first two 01 to 20)"
    for acled in kind.acled:
        sub_events = schemes.acled.get(acled.event)
        if sub_events is None:
            yield f"acled: no event type {acled.event!r} (there are: {', '.join(schemes.acled)})"
        elif acled.sub_event not in sub_events:
            listed = ", ".join(sub_events)
            yield f"acled: {acled.event} has no sub-event {acled.sub_event!r} (it has: {listed})"
    for ucdp in kind.ucdp:
        if str(ucdp.type) not in schemes.ucdp:
            yield f"ucdp: no type of violence {ucdp.type} (1 to 3)"


def _trigger_problems(kind: Kind) -> Iterator[str]:
    for verb in kind.triggers.verbs:
        yield from _wording_problems("verb", verb.verb)
        yield from _role_problems(f"triggers.verbs {verb.verb!r}", verb.roles)
        yield from _verb_need_problems(verb)
    for noun in kind.triggers.nouns:
        yield from _wording_problems("noun", noun.noun)
        yield from _role_problems(f"triggers.nouns {noun.noun!r}", noun.roles)
        yield from _noun_need_problems(noun)


def _wording_problems(sort: str, words: str) -> Iterator[str]:
    if words != words.lower() or not WORDS.fullmatch(words):
        yield f"triggers.{sort}s: {words!r} is not lower-case lemmas with one space between"


def _role_problems(where: str, roles: Mapping[str, Role]) -> Iterator[str]:
    for argument in roles:
        if argument not in ARGUMENTS:
            yield f"{where}.roles: {argument!r} is not subject, object or a preposition"


def _verb_need_problems(verb: Verb) -> Iterator[str]:
    for need in verb.needs:
        if need not in VERB_NEEDS:
            yield (
                f"triggers.verbs {verb.verb!r}.needs: {need!r} is not subject, object, no object,"
                " clause, passive or a preposition"
            )


def _noun_need_problems(noun: Noun) -> Iterator[str]:
    for need in noun.needs:
        if need not in NOUN_NEEDS:
            yield (
                f"triggers.nouns {noun.noun!r}.needs: {need!r} is not light, compound, possessive,"
                " harm, any or a preposition"
            )


def _example_problems(kind: Kind) -> Iterator[str]:
    for field, examples, wanted in (
        ("positive", kind.positive, POSITIVE_AT_LEAST),
        ("negative", kind.negative, NEGATIVE_AT_LEAST),
    ):
        if len(examples) < wanted:
            yield f"{field}: {len(examples)} examples, at least {wanted} are needed"
    for number, example in enumerate(kind.positive, start=1):
        for field, quote in (
            ("trigger", example.trigger),
            *(("actors", actor) for actor in example.actors or ()),
            *(("targets", target) for target in example.targets or ()),
        ):
            if not quote or quote not in example.text:
                yield f"positive {number}, {field}: {quote!r} is not in its text: {example.text!r}"
