"""Decide which reading of a trigger its surroundings allow, and say why the others fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...codebook.kinds import Class, Noun, Verb
from ..grammar.parse import Token
from ..grammar.slots import Arguments
from ..names.phrases import Phrases
from ..status.moods import is_own_deed
from ..tolls.sums import is_of_war
from ..tolls.toll_words import does_harm
from .finding import Entry, Found

_HUMAN = frozenset({Class.PEOPLE, Class.ARMED})
_SAYING = frozenset("by on against between with in at near of possessive".split())
_DAMAGING = frozenset({"damage", "destroy", "wreck", "cripple", "flatten"})
_HARMED_BY = frozenset({"in", "by", "during", "from"})
_MODIFYING = frozenset({"compound", "amod", "advmod", "nmod"})
_LOCATING = ("in", "at", "near", "outside", "around")
_HANDING = frozenset("deliver supply provide receive give get offer have lack need".split())
_NEUTER = frozenset({"it", "this", "that", "which"})
_PREPOSITIONS = frozenset(
    "on at to with against for from in into of over upon through up off out about".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The entry whose conditions hold, or what the last one tried lacks."""

    entry: Entry | None
    lacking: str = ""


def choose_entry(found: Found, arguments: Arguments, phrases: Phrases) -> Choice:
    """The first entry, of those with the same words, whose conditions the arguments meet."""
    lacking = ""
    near: frozenset[str] | None = None  # the same for every entry, and dear
    for entry in _likelier_first(found, arguments, phrases):
        if _asks_for_words(entry.pattern) and near is None:
            near = frozenset(_words_near(found, arguments, phrases))
        problem = next(_problems(entry, found, arguments, phrases, near or frozenset()), None)
        if problem is None:
            return Choice(entry)
        lacking = lacking or f"no {entry.kind.label.lower()}: {problem}"
    return Choice(None, lacking)


def _likelier_first(found: Found, arguments: Arguments, phrases: Phrases) -> tuple[Entry, ...]:
    """A name nobody knows that is captured is rather a village; rebels bomb from the ground."""
    objects = arguments.of("object")
    if any(phrases.is_non_state(head) for head in arguments.of("subject")):
        return tuple(sorted(found.entries, key=lambda entry: entry.kind.id == "airstrike"))
    if not found.is_verb or not any(head.is_name and not phrases.classes(head) for head in objects):
        return found.entries
    return tuple(sorted(found.entries, key=lambda entry: not _wants_place(entry)))


def _asks_for_words(pattern: Verb | Noun) -> bool:
    return bool(pattern.words) or (isinstance(pattern, Verb) and bool(pattern.unless))


def _wants_place(entry: Entry) -> bool:
    return isinstance(entry.pattern, Verb) and Class.PLACE in entry.pattern.object


def following(pattern: Verb | Noun) -> str | None:
    """The preposition a verb phrase ends in: what follows it is its object."""
    if not isinstance(pattern, Verb):
        return None
    words = pattern.verb.split()
    return words[-1] if len(words) > 1 and words[-1] in _PREPOSITIONS else None


def _problems(
    entry: Entry, found: Found, arguments: Arguments, phrases: Phrases, near: frozenset[str]
) -> Iterator[str]:
    """What an entry asks for that is not there; ``near`` are the words that stand with it."""
    pattern = entry.pattern
    if pattern.words and not _has_word(pattern.words, near):
        yield f"none of “{', '.join(pattern.words[:4])}” stands with it"
    if isinstance(pattern, Verb) and (other := near.intersection(pattern.unless)):
        yield f"“{min(other)}” stands with it"
    if isinstance(pattern, Noun):
        yield from _problems_of_noun(pattern, found, arguments, phrases)
        return
    subjects = arguments.of("subject")
    if not _accepted(pattern.subject, subjects, phrases):
        yield f"“{subjects[0].text}” is no {_named(pattern.subject)}"
    objects = done_to(pattern, arguments)
    if not _accepted(pattern.object, objects, phrases):
        yield f"“{objects[0].text}” is no {_named(pattern.object)}"
    for slot in pattern.needs:
        if not _has_slot(slot, pattern, found, arguments):
            yield f"it has no {slot}"


def _problems_of_noun(
    pattern: Noun, found: Found, arguments: Arguments, phrases: Phrases
) -> Iterator[str]:
    done = arguments.of("of")
    if not _accepted(pattern.object, done, phrases):
        yield f"“{done[0].text}” is no {_named(pattern.object)}"
    # "An attack in Pahalgam" is placed, if by nothing else.
    is_located = not pattern.object and any(map(phrases.is_known_place, arguments.of(*_LOCATING)))
    if (
        pattern.needs
        and not is_located
        and not any(_noun_has(slot, found, arguments, phrases) for slot in pattern.needs)
    ):
        yield f"nothing stands with it ({', '.join(pattern.needs)})"


def _named(classes: tuple[Class, ...]) -> str:
    return " or ".join(classes)


def done_to(pattern: Verb, arguments: Arguments) -> tuple[Token, ...]:
    """The object; of "open fire on", what follows the phrase."""
    objects = arguments.of("object")
    preposition = following(pattern)
    return objects or (arguments.of(preposition) if preposition else ())


def _accepted(wanted: tuple[Class, ...], heads: tuple[Token, ...], phrases: Phrases) -> bool:
    return not wanted or not heads or any(_can_be(head, wanted, phrases) for head in heads)


def _can_be(head: Token, wanted: tuple[Class, ...], phrases: Phrases) -> bool:
    head = phrases.people_in(head)
    classes = phrases.classes(head)
    if classes:
        return bool(classes & set(wanted))
    if head.tag in ("PRP", "WP", "DT", "WDT"):
        return head.lemma in _NEUTER or bool(_HUMAN & set(wanted))
    if head.is_name:  # nobody knows this name
        return bool({Class.PLACE, *_HUMAN} & set(wanted))
    return False


def _has_slot(slot: str, pattern: Verb, found: Found, arguments: Arguments) -> bool:
    if slot == "clause":
        return any(child.dep in ("ccomp", "xcomp") for child in found.head.children)
    if slot == "obligation":
        return _is_obliged(found)
    if slot == "deed":
        return is_own_deed(found.head)
    if slot == "deed of another":
        return _is_wished_of(found.head)
    if slot == "infinitive":
        return any(
            child.tag == "VB" and any(part.tag == "TO" for part in child.children)
            for child in found.head.children
            if child.dep in ("xcomp", "ccomp", "advcl")
        )
    if slot == "no object":
        return not done_to(pattern, arguments)
    if slot == "passive":
        return arguments.is_passive
    if slot == "object":
        return bool(done_to(pattern, arguments))
    return bool(arguments.of(slot))


def _is_wished_of(verb: Token) -> bool:
    """ "Wants the soldiers to leave": somebody else is to do it."""
    return any(
        child.dep in ("ccomp", "xcomp")
        and child.child("nsubj", "nsubjpass") is not None
        and any(part.tag == "TO" for part in child.children)
        for child in verb.children
    )


def _is_obliged(found: Found) -> bool:
    """ "Said the rebels must disarm": what is said is what somebody else is to do."""
    said = found.head
    modal = next(token for token in found.tokens if token is not said)
    clause = modal if modal.pos == "VERB" else modal.head
    if modal.pos == "VERB" and not any(child.dep == "xcomp" for child in modal.children):
        return False
    subject = clause.child("nsubj", "nsubjpass")
    is_said = clause.head is said or (clause.dep == "conj" and clause.head.head is said)
    return (
        is_said
        and clause.dep in ("ccomp", "conj")
        and subject is not None
        and subject.tag not in ("PRP", "EX", "DT", "WP", "WDT")
    )


def _noun_has(slot: str, found: Found, arguments: Arguments, phrases: Phrases) -> bool:
    if slot == "light":
        if _is_handed_over(found.head, arguments, phrases):
            return False
        # "Condemned the attack" takes it as having happened, like a verb that supports it.
        return (
            arguments.support is not None
            or bool(arguments.of("subject", "resisted by", "spoken of by"))
            or _does_harm(found.head, phrases)
        )
    if slot == "harm":
        return _does_harm(found.head, phrases)
    if slot == "compound":
        return any(map(phrases.names_somebody, arguments.of("modifier")))
    if slot == "any":
        return (
            arguments.support is not None
            or _does_harm(found.head, phrases)
            or bool(arguments.of(*_SAYING))
            or any(map(phrases.names_somebody, arguments.of("modifier")))
        )
    return bool(arguments.of(slot))


def _is_handed_over(noun: Token, arguments: Arguments, phrases: Phrases) -> bool:
    """ "Delivered two attack helicopters": the weapon is a gift, and does nothing yet."""
    is_given = arguments.support is not None and arguments.support.lemma in _HANDING
    return is_given and noun.lemma in phrases.lexicon.weapon


def _does_harm(event: Token, phrases: Phrases) -> bool:
    """ "An attack that killed ten", "the blast killed ten"."""
    if phrases.can_act(event):
        return False  # "a mob that killed ten" is who did it
    clauses = [child for child in event.children if child.dep in ("relcl", "acl")]
    if event.dep == "nsubj":
        clauses.append(event.head)
    if event.dep == "pobj" and event.head.lemma in _HARMED_BY:  # "killed in the strike"
        clauses.append(event.head.head)
    return any(
        clause.pos == "VERB"
        and (does_harm(clause) or clause.lemma in _DAMAGING)
        and not is_of_war(clause)
        for clause in clauses
    )


def _has_word(words: tuple[str, ...], near: frozenset[str]) -> bool:
    return not near.isdisjoint(words) or any(
        " " in word and near.issuperset(word.split()) for word in words
    )


def _words_near(found: Found, arguments: Arguments, phrases: Phrases) -> Iterator[str]:
    """The lemmas of what modifies a trigger, of its arguments and of what modifies these."""
    yield from (token.lemma for token in found.tokens if token is not found.head)
    yield from (child.lemma for child in found.head.children if child.dep in _MODIFYING)
    yield from _words_ahead(found)
    for argument in arguments.found:
        yield from (argument.head.lemma, phrases.people_in(argument.head).lemma)
        yield argument.head.text.lower()  # "the wounded" are no "wound"
        for child in argument.head.children:
            if child.dep in _MODIFYING:
                yield from (child.lemma, child.text.lower())
            elif child.dep == "prep":
                yield from (part.lemma for part in child.children)
            elif child.dep == "acl" and child.tag == "VBN":  # "a car packed with explosives"
                yield from (part.lemma for part in child.subtree())


def _words_ahead(found: Found) -> Iterator[str]:
    """Those of the infinitive that a trigger ends with: "are ready to *hold talks*"."""
    verb = found.tokens[-1].head
    if found.tokens[-1].tag == "TO" and verb is not found.head:
        yield verb.lemma
        yield from (child.lemma for child in verb.children if child.dep == "dobj")
