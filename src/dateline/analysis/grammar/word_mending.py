"""Mend words that are tagged for what they cannot be: verbs as nouns, weapons as names."""

from __future__ import annotations

from .lexicon import load_lexicon
from .tokens import Token, hang

# Where a noun stands: subject or object.
_OPENING = frozenset({"Inside", "Outside", "Near", "Around", "Across", "Above", "Beyond"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_CLAUSAL = frozenset({"nsubj", "nsubjpass", "dobj", "aux", "auxpass", "prt", "xcomp", "ccomp"})
# Nouns the tagger takes for adjectives: "mulls offensive against Tigray forces".
_NO_ADJECTIVES = frozenset({"offensive", "counteroffensive"})


def mend_opening(token: Token) -> None:
    """ "Inside Grozny, shells fell": a preposition that opens a sentence is no part of the name."""
    name = token.head
    is_name = token.dep == "compound" and token.tag == "NNP" and name.dep == "nsubj"
    if token.index or not is_name or token.text not in _OPENING:
        return
    if not any(child is not name and child.dep == "nsubj" for child in name.head.children):
        return
    token.pos, token.tag, token.lemma = "ADP", "IN", token.text.lower()
    hang(token, name.head, "prep")
    hang(name, token, "pobj")


def _mend_plural(token: Token) -> None:
    """ "Said that strikes on the port would go on": a finite verb is nobody's subject."""
    if token.pos != "VERB" or any(
        child.dep in ("dobj", "aux", "ccomp") for child in token.children
    ):
        return
    token.pos, token.tag = "NOUN", "NNS"
    that = token.child("nsubj")
    if that is not None and that.lemma == "that":
        that.tag = "IN"
        hang(that, token.head, "mark")


def _mend_first_word(token: Token) -> None:
    """ "Rockets launched by Hezbollah": a weapon that opens a sentence is nobody's name."""
    lemma = token.text.lower().removesuffix("s")
    if lemma in load_lexicon().weapon:
        token.pos, token.tag, token.lemma = "NOUN", "NNS", lemma


def mend_word(token: Token) -> None:
    """Make a noun or a verb of what the tagger takes for something else and cannot be it."""
    if token.tag == "NNS" and token.dep in ("ROOT", "ccomp") and token.child("xcomp"):
        # "The military plans to attack": only verbs have such a complement.
        token.pos, token.tag = "VERB", "VBZ"
        before = [child for child in token.children if child.index < token.index]
        if before and before[-1].dep in ("amod", "compound"):
            before[-1].pos, before[-1].tag, before[-1].dep = "NOUN", "NN", "nsubj"
        return
    if token.tag == "VBZ" and token.dep in _NOMINAL:
        _mend_plural(token)
        return
    if token.tag == "NNPS" and token.index == 0:
        _mend_first_word(token)
        return
    if token.tag == "VBG" and token.dep in _NOMINAL:
        # "Fighting between two militias": it has what nouns have, and nothing that verbs have.
        below = token.children
        is_noun = not any(child.dep in _CLAUSAL for child in below) and any(
            child.dep in ("det", "amod", "poss") or child.lemma in ("between", "of")
            for child in below
        )
    elif token.tag == "JJ" and token.lemma in _NO_ADJECTIVES and token.head.pos != "AUX":
        is_noun = token.dep in _NOMINAL or token.dep in ("acomp", "oprd")
        if is_noun and token.dep not in _NOMINAL:
            token.dep = "dobj"
    else:
        return
    if is_noun:
        token.pos, token.tag, token.lemma = "NOUN", "NN", token.text.lower()


def mend_islamic_state(tokens: tuple[Token, ...]) -> None:
    """ "IS attacked the prison": the group, not the verb."""
    if not any(token.text[0].islower() for token in tokens):
        return  # all capitals
    for token in tokens:
        if token.text != "IS" or token.pos not in ("AUX", "VERB"):
            continue
        verb = token.head
        thing = token.child("attr")
        if token.dep in ("aux", "auxpass", "csubj") and token.index < verb.index:
            if verb.child("nsubj", "nsubjpass") is not None:
                continue
            token.dep = "nsubj"
            if verb.tag == "VBN" and verb.child("aux", "auxpass") is None:
                verb.tag = "VBD"
        elif token.dep == "ccomp" and thing is not None and thing.index == token.index + 1:
            hang(thing, verb, "dobj")  # "bombed IS positions"
            for child in tuple(token.children):
                hang(child, verb, child.dep)
            hang(token, thing, "compound")
        else:
            continue
        token.pos, token.tag, token.lemma = "PROPN", "NNP", "is"
