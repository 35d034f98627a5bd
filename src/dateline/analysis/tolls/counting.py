"""Count people: who was killed, wounded, taken, freed or driven out, and how many.

A toll belongs to an event. "Ten people were killed in the shelling" is one shelling with a toll;
where no cause is told, the killing itself is the event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...codebook.kinds import Class
from ...types import Confidence, Mention, MentionKind, Qualifier, Toll, TollKind
from ..grammar.parse import Sentence, Token
from ..names.phrases import Phrases
from .quantities import COLLECTIVE, Quantity, find_quantity
from .sums import is_cumulative
from .toll_words import HARM, NOUNS, STATES, are_lives, kind_of_verb

# Verbs whose subject is who comes to harm.
_UNDERGONE = frozenset("die perish flee surrender defect drown".split())
_RISING = frozenset("rise climb reach stand increase jump pass exceed grow go".split())
_UNREAL = frozenset({"would", "could", "might", "may", "can"})


@dataclass(frozen=True, slots=True, eq=False)
class FoundToll:
    """A toll and the word that counts, from which its event is looked for."""

    toll: Toll
    anchor: Token  # "killed", "dead", "losses"
    who: Token | None


def find_tolls(phrases: Phrases, sentence: Sentence) -> tuple[FoundToll, ...]:
    """Find every figure of people in a sentence, in text order."""
    found: dict[tuple[TollKind, int], FoundToll] = {}
    for token in sentence.tokens:
        for toll in _at(token, phrases, sentence):
            key = (toll.toll.kind, (toll.who or toll.anchor).index)
            found.setdefault(key, toll)
    return tuple(sorted(found.values(), key=lambda toll: (toll.toll.span, toll.toll.kind)))


def _at(token: Token, phrases: Phrases, sentence: Sentence) -> Iterator[FoundToll]:
    kind = kind_of_verb(token)
    is_counted = any(child.dep == "nummod" for child in token.children)  # "and 30 wounded"
    if kind is not None and not is_counted:
        if kind in HARM and _is_unreal(token):
            return
        yield from _of_verb(token, kind, phrases, sentence)
    elif token.text.lower() in STATES:
        yield from _of_state(token, STATES[token.text.lower()], phrases, sentence)
    elif (token.lemma == "toll" and _is_of_event(token)) or (
        token.lemma == "number" and _counts_dead(token)
    ):
        yield from _death_toll(token, phrases, sentence)
    elif token.pos == "NOUN" and token.lemma in NOUNS:
        yield from _of_noun(token, NOUNS[token.lemma], phrases, sentence)


def _is_unreal(verb: Token) -> bool:
    """ "Would have killed hundreds", "did not kill anyone": nobody is counted."""
    return any(
        child.dep == "neg" or (child.dep == "aux" and child.lemma in _UNREAL)
        for child in verb.children
    )


def _of_verb(
    verb: Token, kind: TollKind, phrases: Phrases, sentence: Sentence
) -> Iterator[FoundToll]:
    for head in _undergoing(verb):
        if head.head.dep == "prep" and head.head.head.lemma == "number":
            continue  # "the number of people killed": the figure follows
        for counted in head.conjuncts():
            yield from _counted(counted, kind, verb, phrases, sentence)


def _undergoing(verb: Token) -> Iterator[Token]:
    if verb.lemma in ("claim", "cost", "take", "lose") and are_lives(verb.child("dobj")):
        lives = verb.child("dobj")
        if lives is not None:
            people = next(
                (child for child in lives.children if child.dep == "prep" and child.lemma == "of"),
                None,
            )
            counted = people.child("pobj") if people else None
            if counted is not None:
                yield counted
            elif verb.lemma == "lose" and verb.child("nsubj") is not None:
                yield verb.child("nsubj") or lives
            else:
                yield lives
        return
    passive = verb.child("nsubjpass")
    if passive is not None:
        yield passive if passive.lemma not in ("who", "that", "which") else verb.head
        return
    if verb.tag == "VBN" and verb.dep in ("acl", "amod") and not verb.child("dobj", "aux"):
        yield verb.head
        return
    counted = verb.child("npadvmod", "nsubj")
    if counted is not None and counted.tag == "CD" and verb.tag == "VBN" and not verb.child("aux"):
        yield counted  # "and about ten injured"
        return
    if verb.lemma in _UNDERGONE:
        subject = verb.child("nsubj")
        if subject is not None:
            yield subject if subject.lemma not in ("who", "that", "which") else verb.head
        return
    shared = _shared_subject(verb)
    if shared is not None:
        yield shared
        return
    for child in verb.children:
        if child.lemma == "among" and child.dep == "prep":
            return  # "killed three people, among them a child"
        if child.dep in ("dobj", "obj"):
            yield child


def _shared_subject(verb: Token) -> Token | None:
    """ "Were shot and killed", "stepped on a mine and was killed": who both verbs are about."""
    if verb.tag != "VBN" or verb.dep != "conj" or verb.child("nsubj", "dobj"):
        return None
    passive = verb.head.child("nsubjpass")
    return passive or (verb.head.child("nsubj") if verb.child("auxpass") else None)


def _of_state(
    token: Token, kind: TollKind, phrases: Phrases, sentence: Sentence
) -> Iterator[FoundToll]:
    """ "left ten dead", "ten dead", "the dead", "with two others missing"."""
    governor = token.head
    for counted in _counted_by_state(token, governor):
        yield from _counted(counted, kind, token, phrases, sentence, needs_figure=True)


def _counted_by_state(token: Token, governor: Token) -> Iterator[Token]:
    if any(child.dep == "nummod" for child in token.children):
        yield token  # "at least ten dead"
        return
    own = token.child("nsubj", "nsubjpass")
    if token.dep == "conj" and own is not None:
        yield own  # "they buried 38, and many are missing"
        return
    if token.dep in ("amod", "acomp", "oprd", "ccomp", "acl", "conj", "xcomp", "ROOT", "appos"):
        if governor.pos in ("NOUN", "PROPN", "NUM") and governor is not token:
            yield governor
        elif governor.pos in ("VERB", "AUX") and governor is not token:
            subject = governor.child("dobj") or governor.child("nsubj", "nsubjpass")
            if subject is not None:
                yield from (
                    one for one in subject.conjuncts() if one is subject or not _has_state(one)
                )
        own = token.child("nsubj", "npadvmod")
        if own is not None:
            yield own
    elif token.dep == "dobj" or token.dep == "nsubj":
        yield token


def _has_state(counted: Token) -> bool:
    """ "Left one dead and three wounded": the three are not dead."""
    return any(child.text.lower() in STATES for child in counted.children)


def _of_noun(
    noun: Token, kind: TollKind, phrases: Phrases, sentence: Sentence
) -> Iterator[FoundToll]:
    """ "suffered losses", "12 deaths", "the deaths of 12 people", "a death toll of 12"."""
    whose = next(
        (
            child.child("pobj")
            for child in noun.children
            if child.dep == "prep" and child.lemma in ("of", "among") and child.child("pobj")
        ),
        None,
    )
    governor = noun.head
    if noun.is_nobody:
        return  # "causing no injuries"
    if noun.dep == "compound" and governor.lemma == "toll":
        yield from _death_toll(governor, phrases, sentence)
        return
    if (
        noun.lemma == "loss"
        and whose is not None
        and whose.lemma not in ("life", *phrases.lexicon.people)
    ):
        return
    quantity = find_quantity(noun, sentence)
    if noun.tag == "NN" and noun.lemma == "loss" and whose is None:
        return  # "a terrible loss"
    if quantity is not None:
        yield _made(kind, quantity, noun, _side(noun), phrases)
    elif whose is not None:
        yield from _counted(whose, kind, noun, phrases, sentence)
    elif (
        governor.lemma in ("suffer", "sustain", "inflict", "cause", "report", "take")
        and noun.dep == "dobj"
    ):
        vague = Quantity(noun.span, None, None, Qualifier.VAGUE)
        yield _made(kind, vague, noun, _side(noun), phrases)


def _side(noun: Token) -> Token | None:
    """Whose losses they are: who suffers them."""
    if noun.dep == "dobj" and noun.head.lemma in ("suffer", "sustain", "take"):
        verb = noun.head
        return verb.child("nsubj") or (
            verb.head.child("nsubj", "nsubjpass") if verb.dep == "conj" else None
        )
    return next(
        (
            child
            for child in noun.children
            if child.dep in ("poss", "amod", "compound") and child.is_name
        ),
        None,
    )


def _is_of_event(toll: Token) -> bool:
    """ "The toll from Friday's attack rose to 12"; a death toll is found by its "death"."""
    modified = any(child.dep in ("compound", "amod") for child in toll.children)
    return not modified and any(
        child.dep == "prep" and child.lemma in ("from", "of", "in") for child in toll.children
    )


def _counts_dead(number: Token) -> bool:
    """ "The number of people killed in the shelling has risen to 17"."""
    return number.head.lemma in _RISING and any(
        token.lemma in ("kill", "dead", "death", "die", "victim", "fatality")
        for token in number.subtree()
    )


def _death_toll(toll: Token, phrases: Phrases, sentence: Sentence) -> Iterator[FoundToll]:
    for token in (*toll.subtree(), *toll.head.subtree()):
        if token.tag != "CD" or token.index < toll.index or phrases.is_time(token):
            continue
        if token.dep != "nummod" or _are_people(token.head, phrases):  # "rises to 5 dollars"
            quantity = find_quantity(token, sentence)
            if quantity is not None:
                yield _made(TollKind.KILLED, quantity, toll, None, phrases)
                return


def _counted(
    counted: Token,
    kind: TollKind,
    anchor: Token,
    phrases: Phrases,
    sentence: Sentence,
    *,
    needs_figure: bool = False,
) -> Iterator[FoundToll]:
    """The toll of one counted noun phrase, if it is people."""
    who = phrases.people_in(counted)
    if not _are_people(who, phrases):
        return
    quantity = find_quantity(counted, sentence) or (
        find_quantity(who, sentence) if who is not counted else None
    )
    if quantity is None:
        if needs_figure or who.is_name or who.tag == "PRP":
            return
        singular = who.tag == "NN"
        if who.lemma in COLLECTIVE or (singular and who.lemma == "life"):
            return  # "heavy loss of life"
        definite = any(
            child.dep in ("det", "poss") and child.lemma not in ("a", "an")
            for child in who.children
        )
        if not singular and (definite or kind not in (TollKind.KILLED, TollKind.WOUNDED)):
            return  # "the prisoners" says nothing of how many
        quantity = Quantity(
            who.span,
            1 if singular else None,
            1 if singular else None,
            Qualifier.EXACT if singular else Qualifier.VAGUE,
        )
    yield _made(kind, quantity, anchor, who, phrases)


def _are_people(who: Token, phrases: Phrases) -> bool:
    classes = phrases.classes(who)
    if classes & {Class.PEOPLE, Class.ARMED}:
        return not phrases.is_time(who)
    if who.tag == "CD" or who.lemma in phrases.lexicon.casualty:
        return not phrases.is_time(who)
    if who.text.lower() in STATES:
        return True
    return who.lemma in phrases.lexicon.counters or who.lemma in ("other", "who", "they")


def _made(
    kind: TollKind, quantity: Quantity, anchor: Token, who: Token | None, phrases: Phrases
) -> FoundToll:
    whose = None
    if (
        who is not None
        and who.lemma not in phrases.lexicon.counters
        and who.tag not in ("CD", "PRP")
        and who.text.lower() not in STATES  # "at least 12 dead" says nothing of who
    ):
        whose = Mention(phrases.span_of(who), MentionKind.ACTOR, because="who is counted")
    toll = Toll(
        kind,
        quantity.span,
        quantity.low,
        quantity.high,
        quantity.qualifier,
        whose,
        cumulative=is_cumulative(anchor, phrases.sentence),
        confidence=Confidence.HIGH if quantity.qualifier is Qualifier.EXACT else Confidence.MEDIUM,
    )
    return FoundToll(toll, anchor, who)
