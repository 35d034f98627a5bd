"""Decide what each argument of a trigger is to the event: actor, target, place, instrument."""

from __future__ import annotations

from ...codebook.kinds import Class, Noun, Role, Verb
from ..grammar.parse import Token
from ..grammar.slots import Argument, Arguments
from ..grammar.subjects import is_passive
from ..names.phrases import Phrases
from ..places.where import is_region
from ..triggers.conditions import following
from ..triggers.finding import Entry
from .fillers import Filler
from .owners import LAUNCHING, owner_of, sender_of
from .sides import put_sides

_TARGETING = frozenset("against on upon at to toward towards".split())
_PLACING = frozenset(
    "in at near outside inside around across throughout along within off on over beyond from "
    "between into behind beside by through amid".split()
)
_RANKS = frozenset(
    {"major", "general", "private"}
)  # before a noun they describe: "major offensive"
_BRANDED = "terrorist"  # a "terrorist attack" says what it is called, not whose it is
_NOBODY = frozenset({"rise", "toll"})  # "Toll of the shelling rises to 17", tagged this way or that
_TELLING = frozenset({"VBZ", "VBP", "VBD", "MD"})  # a finite verb is nobody
_SIDING = frozenset({"with", "between", "against", "among"})
_THROUGH = frozenset({"through", "via"})
FROM_AFAR = frozenset({"airstrike", "drone-strike", "shelling"})  # it happens where it hits
# What goes off is meant for the building or vehicle that it goes off at.
BLASTS = frozenset({"explosion", "suicide-attack"})
_STREETS = frozenset(
    "market marketplace bazaar square checkpoint checkpost roadblock camp port mine dam".split()
)
# Slots whose filler is done to, whatever it is; behind a preposition it must be something known.
_DIRECT = frozenset({"object", "subject", "of"})


def find_roles(
    entry: Entry, arguments: Arguments, phrases: Phrases, words: tuple[Token, ...] = ()
) -> tuple[Filler, ...]:
    """Give each argument its role, in text order; what has none is left out.

    A force among the trigger's own words acts too: "rebel attack".
    """
    fillers: list[Filler] = [
        Filler(word, Role.ACTOR, f"“{word.text}” in “{' '.join(entry.words)}”")
        for word in words
        if isinstance(entry.pattern, Noun)
        and word.dep in ("compound", "amod")
        and _acts_in_trigger(word, phrases)
    ]
    for argument in arguments.found:
        filler = _filler(argument, entry, arguments, phrases)
        if filler is not None and all(
            filler.head is not other.head or filler.role is not other.role for other in fillers
        ):
            fillers.append(filler)
    if entry.kind.force:
        fillers += _dispossessed(fillers, phrases)
    has_sides = any(filler.role is Role.SIDES for filler in fillers)
    return tuple(put_sides(fillers, phrases) if entry.kind.symmetric or has_sides else fillers)


def _acts_in_trigger(word: Token, phrases: Phrases) -> bool:
    """ "Rebel attack", "Israeli strike"; but "artillery attack", "major offensive"."""
    if phrases.names.is_demonym(word.text):
        return True
    is_armed = phrases.lexicon.class_of(word.lemma) is Class.ARMED and word.lemma != _BRANDED
    return is_armed and word.lemma not in phrases.lexicon.weapon and word.lemma not in _RANKS


def _filler(
    argument: Argument, entry: Entry, arguments: Arguments, phrases: Phrases
) -> Filler | None:
    role = _role(argument, entry, arguments, phrases)
    if role is None or role is Role.NONE:
        return None
    head = argument.head
    because = _because(argument, entry, arguments)
    if phrases.is_time(head) or head.tag in _TELLING or head.lemma in _NOBODY:
        return None
    if head.is_nobody:
        return None  # "rocket hits airport, no casualties"; "no group admitted the attack"
    if role in (Role.ACTOR, Role.SIDES) and not _may_act(argument, phrases):
        if head.lemma in phrases.lexicon.weapon:
            sender = sender_of(head, phrases)
            if sender is not None:
                return Filler(sender, role, f"who sent the {because}")
            return Filler(head, Role.INSTRUMENT, because)
        owner = owner_of(head, phrases)
        return Filler(owner, role, because) if owner else None
    if role is Role.TARGET and head.tag == "CD" and phrases.people_in(head) is head:
        return None  # "killed 12": the toll says all there is
    if role is Role.TARGET and head.lemma == "life":  # "an attempt on the minister's life"
        head = head.child("poss") or head
    if role is Role.TARGET:
        if argument.slot not in _DIRECT and not _is_listed(head, phrases):
            owner = owner_of(head, phrases)  # "hacked into the computers of the army"
            return Filler(owner, role, because) if owner else None  # "on one hand"
        is_common_place = phrases.is_place(head) and not head.is_name
        if is_common_place and argument.slot not in _DIRECT and not entry.kind.force:
            return None  # "exchanged prisoners on the border"
        if head.lemma in phrases.lexicon.weapon and arguments.clause.lemma in LAUNCHING:
            return Filler(head, Role.INSTRUMENT, because)
        return _target(head, because, phrases, is_force=entry.kind.force)
    return Filler(head, role, because)


def _is_listed(head: Token, phrases: Phrases) -> bool:
    return (
        head.is_name
        or head.tag == "PRP"
        or bool(phrases.known.get(head.index) or phrases.lexicon.class_of(head.lemma))
    )


def _may_act(argument: Argument, phrases: Phrases) -> bool:
    head = argument.head
    if argument.slot == "modifier" and phrases.names.is_demonym(head.text):
        return True
    if head.lemma in phrases.lexicon.weapon and not any(
        child.dep in ("amod", "compound", "poss", "nmod") and phrases.names_somebody(child)
        for child in head.children
    ):
        return False  # "artillery hit a market"; but "Turkish artillery" is somebody
    return phrases.can_act(head)


def _target(head: Token, because: str, phrases: Phrases, *, is_force: bool) -> Filler | None:
    # A capital that is shelled is a place, one that is negotiated with is a government.
    is_struck = is_force and phrases.is_known_place(head) and phrases.is_capital(head)
    if is_force and phrases.is_known_place(head) and is_region(head):
        return Filler(head, Role.PLACE, because)
    if is_struck or (phrases.is_place(head) and not phrases.can_act(head)):
        owner = owner_of(head, phrases)
        if owner is not None:  # "positions of the army", "a rebel base"
            return Filler(owner, Role.TARGET, because)
        if head.is_name:
            return Filler(head, Role.PLACE, because)
        return None if _names_place(head, phrases) else Filler(head, Role.TARGET, because)
    return Filler(head, Role.TARGET, because)


def _names_place(head: Token, phrases: Phrases) -> bool:
    """ "the town of Marib": the words name a place by its name."""
    is_building = _is_facility(head, phrases)
    beside = {
        token.index
        for child in head.children
        if is_building and child.dep == "prep" and child.lemma != "of"
        for token in child.subtree()
    }  # "the palace in Mogadishu" is not the palace called Mogadishu
    return any(
        phrases.is_known_place(token)
        for token in head.subtree()
        if token.is_name and token.index not in beside
    )


def _role(argument: Argument, entry: Entry, arguments: Arguments, phrases: Phrases) -> Role | None:
    slot, head = argument.slot, argument.head
    if slot == "from" and entry.kind.id in FROM_AFAR and not _is_firing(head, phrases):
        return Role.NONE  # "rockets fired from Gaza" come down elsewhere
    special = entry.pattern.roles.get(slot)
    if slot == following(entry.pattern):  # "appeal to", "open fire on": its object
        special = special or entry.pattern.roles.get("object") or Role.TARGET
    if slot == "between" and special in (None, Role.SIDES) and _are_places(arguments, phrases):
        return Role.PLACE  # "fighting between Homs and Palmyra"
    if special is Role.NONE and slot == "object" and _move_unsent(argument, arguments, phrases):
        return Role.ACTOR
    if special is Role.ACTOR and slot == "of" and arguments.of("possessive"):
        return Role.CONTENT  # "Chad's rejection of the plan"
    is_given = head.dep == "dative" and slot == "object" and phrases.can_act(head)
    if is_given and special in (Role.NONE, Role.CONTENT):
        return Role.TARGET  # "gave Mozambique five million dollars"
    if special is not None:
        return special
    if isinstance(entry.pattern, Noun):
        found = _noun_role(slot, head, entry, arguments, phrases)
    else:
        found = _verb_role(slot, entry)
    if found is not None:
        return found
    if slot == "with" and head.lemma in phrases.lexicon.weapon:
        return Role.INSTRUMENT
    if slot in ("by", "using", "use") and head.lemma in phrases.lexicon.weapon:
        return Role.INSTRUMENT
    if slot in _THROUGH and phrases.can_act(head):
        return Role.THROUGH
    if slot in _SIDING and entry.kind.symmetric and phrases.can_act(head):
        return Role.SIDES if slot == "between" else Role.TARGET
    if slot in _TARGETING and (phrases.can_act(head) or slot in ("against", "on")):
        if (
            slot in ("to", "toward", "towards", "at")
            and arguments.of("object")
            and not entry.kind.symmetric
        ):
            return Role.TARGET if phrases.can_act(head) else None
        return Role.TARGET
    if slot in _PLACING and entry.kind.id in BLASTS and _is_facility(head, phrases):
        return Role.TARGET  # "a bomb went off outside the bank"
    if slot in _PLACING and phrases.is_place(head):
        return Role.PLACE
    return None


def _is_firing(head: Token, phrases: Phrases) -> bool:
    """ "Mortar fire from Taliban fighters": who fires, where a place is only fired from."""
    return phrases.can_act(head) and not phrases.is_known_place(head)


def _is_facility(head: Token, phrases: Phrases) -> bool:
    """Whether it is a building or the like, named by what it is."""
    lexicon = phrases.lexicon
    if head.lemma in lexicon.areas or head.lemma in _STREETS:
        return False
    if head.lemma in lexicon.weapon:
        return False
    return head.lemma in lexicon.place or head.lemma in lexicon.body or head.lemma in lexicon.thing


def _are_places(arguments: Arguments, phrases: Phrases) -> bool:
    """Whether what stands behind "between" is where, not who: one of them cannot act."""
    return any(
        phrases.is_known_place(head) and not phrases.can_act(head)
        for head in arguments.of("between")
    )


def _verb_role(slot: str, entry: Entry) -> Role | None:
    swapped = isinstance(entry.pattern, Verb) and entry.pattern.swapped
    if slot == "subject":
        return Role.TARGET if swapped else Role.ACTOR
    if slot == "object":
        return Role.ACTOR if swapped else Role.TARGET
    if swapped and slot in ("from", "by"):
        return Role.ACTOR
    return None


def _noun_role(
    slot: str, head: Token, entry: Entry, arguments: Arguments, phrases: Phrases
) -> Role | None:
    if slot == "subject":
        if arguments.support is not None and _is_harmed(head, arguments.support, entry, phrases):
            return Role.TARGET
        return Role.ACTOR
    if slot == "by":
        return Role.ACTOR
    if slot == "resisted by":
        return Role.TARGET
    if slot == "possessive":
        if phrases.is_place(head) and not phrases.can_act(head):
            return Role.PLACE
        return Role.ACTOR
    if slot == "object" and arguments.support is not None:
        return None
    if slot == "modifier":
        return _modifier_role(head, entry, phrases)
    if slot == "of":
        return _of_role(head, entry, phrases)
    if slot == "from" and arguments.support is not None and arguments.support.lemma in _RECEIVING:
        return Role.ACTOR
    return None


_RECEIVING = frozenset("suffer sustain face survive receive come see witness die perish".split())
_SUFFERING = _RECEIVING - {"die", "perish"}
_HARMING = frozenset("kill wound injure hurt".split())


def _is_harmed(head: Token, support: Token, entry: Entry, phrases: Phrases) -> bool:
    """ "Suffered an attack", "was wounded in the attack": the subject is whom it was on."""
    if entry.kind.symmetric and support.lemma not in _SUFFERING:
        # An armed man who was killed in a firefight was a side of it, a villager was not.
        people = phrases.people_in(head)
        if people.is_name or phrases.classes(people) != {Class.PEOPLE}:
            return False
    return support.lemma in _RECEIVING or (
        support.lemma in _HARMING and (is_passive(support) or support.tag == "VBN")
    )


def _modifier_role(head: Token, entry: Entry, phrases: Phrases) -> Role | None:
    classes = phrases.classes(head)
    if head.lemma in phrases.lexicon.weapon:
        return Role.INSTRUMENT
    if head.lemma == _BRANDED:
        return None
    if phrases.is_known_actor(head) or (Class.ARMED in classes and head.dep != "amod"):
        return Role.ACTOR
    if phrases.names.is_demonym(head.text):  # "Israeli", "US"
        return Role.ACTOR
    if head.dep in ("compound", "nmod") and phrases.is_place(head) and head.is_name:
        return Role.PLACE
    if classes & {Class.PEOPLE} and head.dep == "compound":
        return Role.TARGET
    return None


def _of_role(head: Token, entry: Entry, phrases: Phrases) -> Role | None:
    """ "The shelling of Marib", "the killing of villagers"; "the offensive of the army"."""
    if entry.kind.id == "offensive" and phrases.can_act(head):
        return Role.ACTOR
    classes = phrases.classes(head)
    if head.lemma in phrases.lexicon.weapon and entry.kind.id in BLASTS:
        return Role.INSTRUMENT  # "the explosion of a bomb"
    if Class.PLACE in classes and not phrases.can_act(head):
        return Role.PLACE
    return Role.TARGET if classes or head.is_name else None


def _move_unsent(argument: Argument, arguments: Arguments, phrases: Phrases) -> bool:
    """ "Troops were deployed": nobody is named who sent them, so it is they who move."""
    is_alone = arguments.is_passive and not arguments.of("subject")
    return is_alone and Class.ARMED in phrases.classes(argument.head)


def _because(argument: Argument, entry: Entry, arguments: Arguments) -> str:
    words = {
        "subject": "subject" if not arguments.is_passive else "agent",
        "object": "object" if not arguments.is_passive else "subject of the passive",
        "possessive": "owner",
        "modifier": "modifier",
        "resisted by": "who resists it, object",
    }.get(argument.slot, f"“{argument.slot}”")
    verb = (
        arguments.support.text
        if arguments.support and argument.slot == "subject"
        else " ".join(entry.words)
    )
    return f"{words} of “{verb}”"


def _dispossessed(fillers: list[Filler], phrases: Phrases) -> list[Filler]:
    """ "Captured a rebel stronghold": whose the place was, where nobody else is the target."""
    if any(filler.role in (Role.TARGET, Role.SIDES) for filler in fillers):
        return []
    owners = [
        (owner_of(phrases.people_in(filler.head), phrases), filler.because)
        for filler in fillers
        if filler.role is Role.PLACE and not filler.head.is_name
    ]
    return [
        Filler(owner, Role.TARGET, f"{because}, whose it was")
        for owner, because in owners
        if owner is not None and all(owner is not filler.head for filler in fillers)
    ]
