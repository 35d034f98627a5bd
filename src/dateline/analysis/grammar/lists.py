"""Mend lists: the members of "a hall, a station and the post" stand side by side."""

from __future__ import annotations

from .lexicon import load_lexicon
from .tokens import Token, hang

# A verb has one of each.
_ONCE = frozenset({"nsubj", "nsubjpass", "dobj"})


def mend_lists(tokens: tuple[Token, ...]) -> None:
    """Mend the lists of one sentence, in place."""
    for token in tokens:
        if token.dep in _ONCE:
            _second(token)
        if token.dep == "conj" and token.pos == "NOUN":
            _last(token)
    for token in tokens:
        if token.dep == "appos":
            _list(token)
            _title(token)


def _second(token: Token) -> None:
    """ "Six pilgrims and two drivers were shot": one subject of two, not two subjects."""
    first = next((child for child in token.head.children if child.dep == token.dep), token)
    if first is token or token.pos not in ("NOUN", "PROPN") or first.pos not in ("NOUN", "PROPN"):
        return
    joints = [child for child in (*first.children, *token.head.children) if child.dep == "cc"]
    if any(first.index < joint.index < token.index for joint in joints):
        hang(token, first, "conj")


def _last(token: Token) -> None:
    """ "Destroyed a hall, a station, and the post": the post is destroyed, not done."""
    verb = token.head
    if verb.pos != "VERB" or not _is_counted(token) or token.child("nsubj", "cop", "aux"):
        return
    before = [c for c in verb.children if c.dep in ("dobj", "nsubjpass") and c.index < token.index]
    if before and before[-1].index > verb.index and before[-1].pos == "NOUN":
        hang(token, before[-1], "conj")


def _list(token: Token) -> None:
    """ "A hall, a station and the post": the second of three things is no other name of the first.

    "Ruiz, a lawyer and activist" and "the priest, Juan Ruiz" are left alone.
    """
    head = token.head
    if head.pos != "NOUN" or head.index > token.index:
        return
    last = next((child for child in token.children if child.dep == "conj"), None)
    if last is not None:
        is_list = token.pos == "NOUN" and _is_counted(token) and _is_counted(last)
        is_list = is_list and token.child("cc") is not None
        # "The priest, Juan Ruiz and his sister": the name is another name, the sister is not.
        if not is_list and token.is_name and _is_counted(last):
            hang(last, head, "conj")
            return
    else:
        later = [c for c in head.head.children if c.dep == head.dep and c.index > token.index]
        later += [c for c in head.children if c.dep == "conj" and c.index > token.index]
        joined = head.head.child("cc") is not None or head.child("cc") is not None
        is_list = token.pos == "NOUN" and _is_counted(token) and bool(later) and joined
    if is_list:
        token.dep = "conj"


def _title(name: Token) -> None:
    """ "The priest Juan Ruiz": what he is leads his name in, as in "priest Juan Ruiz"."""
    noun = name.head
    first = min(
        (child.index for child in name.children if child.dep == "compound"), default=name.index
    )
    if not name.is_name or first != noun.index + 1 or noun.tag != "NN":
        return
    if noun.lemma not in load_lexicon().people or noun.head is noun:
        return
    hang(name, noun.head, noun.dep)
    for child in [child for child in noun.children if child is not name]:
        hang(child, name, child.dep)
    hang(noun, name, "compound")


def _is_counted(noun: Token) -> bool:
    """Whether it has an article, an owner or a number of its own."""
    return any(child.dep in ("det", "poss", "nummod") for child in noun.children)
