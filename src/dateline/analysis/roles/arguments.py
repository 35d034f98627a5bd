"""What stands where around a trigger: subject, object, prepositions, as the grammar has it.

Voice, light verbs, control, relative clauses and coordination are undone here, so that everything
after it sees who did it and to whom, whichever way it was put.
"""

from __future__ import annotations

from ..grammar.slots import Argument, Arguments, far_against, in_order, in_slot, prepositions_of
from ..grammar.subjects import agents_of, is_passive, objects_of, subjects_of
from ..status.attitudes import Attitudes
from ..triggers.finding import Found
from .noun_arguments import of_noun


def find_arguments(found: Found, attitudes: Attitudes) -> Arguments:
    """Collect what fills the slots of a trigger."""
    if found.is_verb:
        return _of_verb(found, attitudes)
    return of_noun(found, attitudes)


def _of_verb(found: Found, attitudes: Attitudes) -> Arguments:
    verb = found.head
    inside = {token.index for token in found.tokens}
    passive = is_passive(verb)
    subject, objects = list(subjects_of(verb)), list(objects_of(verb, inside))
    participle = (
        verb.tag == "VBN"
        and verb.dep in ("acl", "amod")
        and not any(child.dep in ("aux", "dobj") for child in verb.children)
    )
    pairs: list[Argument] = []
    if passive:
        pairs += in_slot("object", subject)
        pairs += in_slot("subject", agents_of(verb))
        pairs += in_slot("object", objects)
    else:
        pairs += in_slot("subject", subject)
        pairs += in_slot("object", objects)
    for part in found.tokens:  # "open fire on": the preposition may hang from any part
        for slot, head in prepositions_of(part):
            if not (passive and slot == "by" and part is verb):
                pairs.append(Argument(slot, head))
    for token in objects:  # "attacked positions of X", "launched shells at Y": kept on the object
        pairs += [Argument(slot, head) for slot, head in prepositions_of(token) if slot != "of"]
    pairs += far_against(verb)
    pairs = [pair for pair in pairs if pair.head.index not in inside]
    return Arguments(verb, None, in_order(pairs), passive, participle)
