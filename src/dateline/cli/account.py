"""Account for claims in words: what was read, by which rule, and what each name was taken for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from ..types import Actor, Claim, Location, Mention, PassedOver, Reason, Resolution, Span
from ..types.saying import say_when
from .claim_lines import Resolved
from .marks import mark, mark_claim
from .words import one_line, say_outcome, say_toll, say_where, short, visible

T = TypeVar("T")

LABEL = 11  # wide enough for "instrument"
CANDIDATES = 4  # more lose by far, and only fill the screen


def account_for(
    claim: Claim, resolved: Resolved, *, colour: bool, candidates: bool
) -> Iterator[str]:
    """Everything about one claim, line by line."""
    text = resolved.document.text
    outcome = claim.outcome.kind if claim.outcome else None
    recalled = ", recalled" if claim.background else ""
    head = f"{claim.kind}, {say_outcome(claim.status, outcome)}{recalled}"
    yield f"{click.style(head, bold=True)}  claim {short(claim.id)}, confidence {claim.confidence}"
    yield f"  {mark_claim(resolved.document, claim, colour=colour)}"
    yield _line("trigger", f"“{one_line(claim.trigger.of(text))}”")
    if claim.status_cue:
        yield _line("status", f"{claim.status}: “{one_line(claim.status_cue.of(text))}”")
    for label, mentions in (
        ("actor", claim.actors),
        ("target", claim.targets),
        ("through", claim.through),
    ):
        for mention in mentions:
            yield _line(label, _say_actor(mention, resolved))
    for mention in claim.places:
        yield _line("place", _say_mention(mention, text, _say_place(resolved.place(mention))))
    for mention in claim.times:
        yield _line("time", _say_mention(mention, text, say_when(resolved.time(mention)) or None))
    for mention in claim.instruments:
        yield _line("instrument", _say_mention(mention, text, ""))
    for purpose in claim.purposes:
        yield _line("purpose", f"“{one_line(purpose.of(text))}”")
    if claim.outcome:
        yield _line("outcome", f"{claim.outcome.kind}: “{one_line(claim.outcome.span.of(text))}”")
    for toll in claim.tolls:
        whose = f", {_say_actor(toll.whose, resolved)}" if toll.whose else ""
        yield _line("toll", f"{say_toll(toll)}: “{one_line(toll.span.of(text))}”{whose}")
    for said in claim.speakers:
        speaker = _say_actor(said.speaker, resolved) if said.speaker else "nobody named"
        cue = f": “{one_line(said.cue.of(text))}”" if said.cue else ""
        yield _line("speaker", f"{speaker}, {said.stance}{cue}")
    for hedge in claim.hedges:
        yield _line("hedge", f"“{one_line(hedge.of(text))}”")
    yield from _reasons(claim.why, "  because")
    if candidates:
        yield from _candidates(claim, resolved)


def account_for_passed_over(
    passed: Iterable[PassedOver], resolved: Resolved, *, colour: bool
) -> Iterator[str]:
    """What could have been a claim and is none."""
    text = resolved.document.text
    for words in passed:
        where = words.trigger or words.evidence
        kind = f" ({words.kind})" if words.kind else ""
        yield f"{click.style('not coded', bold=True)}: “{one_line(where.of(text))}”{kind}"
        yield f"  {mark(text, words.evidence, (), colour=colour)}"
        yield _line("because", words.because)


def is_about(passed: PassedOver, evidence: Span) -> bool:
    """Whether words that were passed over stand in a passage."""
    return passed.evidence.overlaps(evidence)


def _line(label: str, words: str) -> str:
    return f"  {label:<{LABEL}}{visible(words)}"


def _say_mention(mention: Mention, text: str, value: str | None) -> str:
    """The words, what they stand for, what that is taken for, and the rule that put them there."""
    words = f"“{one_line(mention.span.of(text))}”"
    if mention.antecedent:
        words += f", that is “{one_line(mention.antecedent.of(text))}”"
    if value is None:
        words += " → unknown"
    elif value:
        words += f" → {value}"
    rule = f"; {mention.because}" if mention.because else ""
    return f"{words}{rule}"


def _say_actor(mention: Mention, resolved: Resolved) -> str:
    actor = resolved.actor(mention)
    value = f"{actor.name} [{actor.id}]" if actor else None
    return _say_mention(mention, resolved.document.text, value)


def _say_place(location: Location | None) -> str | None:
    return None if location is None else f"{say_where(location)}{_details(location)}"


def _details(location: Location) -> str:
    parts = [part for part in (location.admin1, location.country) if part]
    if location.latitude is not None and location.longitude is not None:
        parts.append(f"{location.latitude:.3f}, {location.longitude:.3f}")
    parts.append(f"where_prec {int(location.precision)}")
    return f" [{', '.join(parts)}]"


def _reasons(reasons: Iterable[Reason], label: str) -> Iterator[str]:
    for number, reason in enumerate(reasons):
        points = f" ({reason.points:+.2f})" if reason.points else ""
        yield f"{label if not number else '':<{LABEL + 2}}{visible(reason.because)}{points}"


def _candidates(claim: Claim, resolved: Resolved) -> Iterator[str]:
    """What each name could have meant, with points."""
    said = [attribution.speaker for attribution in claim.speakers if attribution.speaker]
    whose = [toll.whose for toll in claim.tolls if toll.whose]
    seen: set[str] = set()
    for mention in (*claim.actors, *claim.targets, *claim.through, *said, *whose):
        yield from _weighed(resolved.actors.get(mention.names), seen, _say_register)
    for mention in claim.places:
        yield from _weighed(resolved.places.get(mention.names), seen, _say_location)
    for mention in claim.times:
        yield from _weighed(resolved.times.get(mention.names), seen, say_when)


def _say_register(actor: Actor) -> str:
    return f"{actor.name} [{actor.id}]"


def _say_location(location: Location) -> str:
    return say_where(location) + _details(location)


def _weighed(
    resolution: Resolution[T] | None, seen: set[str], say: Callable[[T], str]
) -> Iterator[str]:
    if resolution is None or resolution.name in seen:
        return
    seen.add(resolution.name)
    name = one_line(resolution.name)
    if not resolution.candidates:
        yield f"  “{name}”: {resolution.because or 'nothing is known by this name'}"
        return
    yield f"  “{name}” could be"
    for candidate in resolution.candidates[:CANDIDATES]:
        sign = "→" if candidate.value == resolution.chosen else " "
        yield f"    {sign} {candidate.score:5.2f}  {say(candidate.value)}"
        because = "; ".join(
            f"{reason.because} ({reason.points:+.2f})" for reason in candidate.reasons
        )
        if because:
            yield f"             {visible(because)}"
    more = len(resolution.candidates) - CANDIDATES
    if more > 0:
        yield f"             and {more} more"
    if resolution.chosen is None:
        yield f"      none was chosen: {resolution.because}"
