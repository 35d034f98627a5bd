"""Mend what a clause hangs from, where only the meaning of its verb tells: who killed, what fell.

"Air strikes in Paktika that killed twelve": the strikes killed, not the province.
"""

from __future__ import annotations

from .tokens import Token, hang

_HARMING = frozenset("kill wound injure leave destroy damage displace hit claim".split())
# Groups that a small model takes for verbs behind a country's name.
_GROUPS = frozenset("gang rebel force troop militia guard bandit jihadist militant".split())
# Verbs that are no nouns.
_ONLY_DONE = frozenset("kidnap abduct seize kill wound injure loot torch burn behead free".split())
# What nobody does to them: "protesters clashed".
_DOING = frozenset("clash march protest rally gather flee demonstrate".split())
_AT = frozenset("in on at near against outside around".split())
# What an attack is told with, and what comes of it as a participle.
_ATTACKING = frozenset(
    "attack storm overrun raid ambush bomb shell strike invade detonate explode crash open launch "
    "capture seize fire".split()
)
_BROUGHT_ABOUT = frozenset(
    "kill wound injure abduct kidnap take capture seize destroy damage displace force leave".split()
)


def mend_attachment(token: Token) -> None:
    """Mend what one clause hangs from, in place."""
    if token.dep in ("relcl", "advcl"):
        _part_from_place(token)
        _part_from_main_clause(token)
    if token.dep == "relcl" and token.pos == "NOUN":
        _mend_relative(token)


def mend_verbless(root: Token) -> None:
    """ "Hundreds of people armed with sticks clashed with police": they did, not the sticks."""
    if root.dep != "ROOT" or root.pos not in ("NOUN", "NUM", "PROPN"):
        return
    _mend_apposed(root)
    for verb in root.subtree():
        is_last = verb.dep in ("acl", "relcl") and verb.tag in ("VBN", "VBD")
        if is_last and verb.lemma in _DOING and verb.child("nsubj", "agent") is None:
            break
    else:
        return
    hang(verb, root, "acl")
    root.children = [child for child in root.children if child is not verb]
    for child in [child for child in root.children if child.index > verb.index]:
        hang(child, verb, child.dep)
    verb.head, verb.dep, verb.tag = verb, "ROOT", "VBD"
    hang(root, verb, "nsubj")


def _mend_apposed(root: Token) -> None:
    """ "Oman, which …, hosted talks": talks that are no name for Oman, but what it hosted."""
    thing = root.child("appos")
    done = thing.child("amod") if thing is not None and root.child("relcl") else None
    if thing is None or done is None or done.tag != "VBN" or done.index != thing.index - 1:
        return
    before = _before(done)
    if not before or before[0].text != "," or any(c.index < done.index for c in thing.children):
        return
    hang(thing, done, "dobj")
    done.head.children = [child for child in done.head.children if child is not done]
    root.children = [child for child in root.children if child is not done]
    for child in [child for child in root.children if child.index > done.index]:
        hang(child, done, child.dep)
    for child in [child for child in thing.children if child.dep in ("prep", "npadvmod")]:
        hang(child, done, child.dep)
    done.head, done.dep, done.tag, done.pos = done, "ROOT", "VBD", "VERB"
    hang(root, done, "nsubj")


def mend_headline_noun(noun: Token) -> None:
    """ "Haiti gangs storm two towns": the gangs storm them, Haiti gangs nothing."""
    verb = noun.child("xcomp") if noun.tag == "VBZ" and noun.lemma in _GROUPS else None
    if verb is None or verb.tag != "VBP" or verb.index != noun.index + 1:
        return
    governor, dep = noun.head, noun.dep
    if governor is noun:
        noun.children = [child for child in noun.children if child is not verb]
        verb.head, verb.dep = verb, dep
    else:
        hang(verb, governor, dep)
    for child in tuple(noun.children):
        if child.index > verb.index:
            hang(child, verb, child.dep)
        elif child.dep == "nsubj":
            child.dep = "compound"
    hang(noun, verb, "nsubj")
    noun.pos, noun.tag = "NOUN", "NNS"


def mend_headline_verb(noun: Token) -> None:
    """ "Gunmen kill nine soldiers, kidnap villagers": a second thing they do."""
    if noun.lemma not in _ONLY_DONE or noun.dep not in ("compound", "amod"):
        return
    root, thing = noun.root, noun.head
    if root is thing:
        return
    before = _before(noun)
    if not before or before[0].text not in (",", "and") or root.tag not in ("VBP", "VBZ", "VB"):
        return
    if thing.index < noun.index or noun.index < root.index:
        return
    hang(noun, root, "conj")
    hang(thing, noun, "dobj")
    noun.pos, noun.tag = "VERB", root.tag


def _part_from_place(verb: Token) -> None:
    """ "Strikes in a province that killed twelve": the strikes did."""
    which = verb.child("nsubj")
    if verb.lemma not in _HARMING or which is None or which.lemma not in ("that", "which"):
        return
    place = next((token for token in _before(which) if token.text != ","), None)
    if place is None or not place.is_name:
        return
    while place.dep in ("conj", "compound") and place.head.is_name:
        place = place.head
    deed = place.head.head
    is_placed = place.dep == "pobj" and place.head.lemma in _AT
    if is_placed and deed.pos == "NOUN" and deed.index < place.index and verb.head is not deed:
        hang(verb, deed, "relcl")


def _part_from_main_clause(verb: Token) -> None:
    """ "… since May, when fighters stormed a base, killing ten": the fighters killed."""
    main = verb.head
    if verb.tag != "VBG" or verb.lemma not in _BROUGHT_ABOUT or main.index > verb.index:
        return
    if verb.child("mark", "nsubj") is not None or main.lemma in _ATTACKING:
        return
    for token in _before(verb):
        if token.index <= main.index:
            return
        is_told = token.dep in ("relcl", "advcl") and token.tag in ("VBD", "VBN", "VBZ", "VBP")
        is_told = is_told and token.child("nsubj", "nsubjpass") is not None
        is_blamed = token.dep == "pcomp" and token.tag == "VBG"  # "accused them of shelling"
        if (is_told or is_blamed) and token.lemma in _ATTACKING:
            hang(verb, token, "advcl")
            return


def _mend_relative(noun: Token) -> None:
    """ "A town, which Chad retook in May": a word behind "which" that is taken for a noun."""
    which, doer = noun.child("det"), noun.child("compound", "nmod", "nsubj")
    if which is None or which.tag != "WDT" or doer is None or doer.index != noun.index - 1:
        return
    noun.pos, noun.tag = "VERB", "VBD"
    which.dep, doer.dep = "dobj", "nsubj"


def _before(token: Token) -> tuple[Token, ...]:
    """The words of the sentence before one, the nearest first."""
    before = [other for other in token.root.subtree() if other.index < token.index]
    return tuple(sorted(before, key=lambda other: -other.index))
