"""Who somebody is: the names that spell out a group, and those a state is told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...analysis.grammar.parse import Token

_STATES = {
    "dead": "killed", "killed": "killed", "victim": "killed", "body": "killed", "corpse": "killed",
    "wounded": "wounded", "injured": "wounded", "wound": "wounded", "injure": "wounded",
    "kidnapped": "abducted", "hostage": "abducted",
}  # fmt: skip
_NAMING = frozenset({"identify", "name", "call"})


def behind(token: Token, preposition: str) -> Iterator[Token]:
    """What stands behind one of its prepositions, one by one."""
    for child in token.children:
        if child.dep in ("prep", "dative") and child.lemma == preposition:
            thing = child.child("pobj")
            yield from thing.conjuncts() if thing else ()


def names_of(group: Token) -> tuple[Token, ...]:
    """The names of those described: "two nurses, A and B", "a man identified as C"."""
    found: list[Token] = []
    for child in group.children:
        if child.dep == "appos":
            for member in child.conjuncts():
                found += (member, *names_of(member))
        elif child.dep == "acl" and child.lemma in _NAMING:
            called = child.child("oprd", "dobj")
            found += called.conjuncts() if called else ()
            found += behind(child, "as")
    return tuple(dict.fromkeys(name for name in found if name.is_name))


def spelled_out(tokens: Iterable[Token]) -> Iterator[tuple[Token, Token]]:
    """Groups spoken of again, with the names of their members: "the nurses were A and B"."""
    for token in tokens:
        names = names_of(token)
        if token.dep == "nsubj" and token.head.lemma == "be":
            named = token.head.child("attr")
            names += tuple(n for n in named.conjuncts() if n.is_name) if named else ()
        if token.tag == "NNS" and len(names) > 1 and token.child("det", "nummod"):
            yield from ((token, name) for name in names)


def named_by(token: Token) -> tuple[str | None, tuple[Token, ...]]:
    """The state of those a verb names, and their names."""
    if token.lemma == "identify":
        named = token.child("nsubjpass") or token.child("dobj")
        return (_state_of(named), tuple(behind(token, "as"))) if named else (None, ())
    if token.lemma == "be" and token.pos in ("AUX", "VERB"):
        among = [child for child in token.children if child.lemma in ("among", "including")]
        subject, named = token.child("nsubj"), token.child("attr")
        if among:
            group = among[0].child("pobj")
            told = subject or named
            if group is None or told is None:
                return None, ()
            return _state_of(group), tuple(told.conjuncts())
        if subject is not None and named is not None:
            return _state_of(subject), tuple(named.conjuncts())
    return None, ()


def _state_of(people: Token) -> str | None:
    """ "The injured", "one of the wounded", "the dead man": what became of them."""
    words = [people, *people.children]
    words += [part for child in people.children for part in child.children]
    return next((_STATES[word.lemma] for word in words if word.lemma in _STATES), None) or next(
        (_STATES[word.text.lower()] for word in words if word.text.lower() in _STATES), None
    )
