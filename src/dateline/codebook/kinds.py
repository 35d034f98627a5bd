"""The shape of a codebook: kinds, their mappings and the language that triggers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..types import KindId, Status


class Role(StrEnum):
    """What an argument of a trigger is to the event."""

    ACTOR = "actor"
    TARGET = "target"
    SIDES = "sides"  # all of them act on each other: "A and B clashed"
    THROUGH = "through"
    PLACE = "place"
    INSTRUMENT = "instrument"
    PURPOSE = "purpose"
    CONTENT = "content"  # what is demanded, threatened, offered, discussed
    NONE = "none"


class Class(StrEnum):
    """What sort of thing the head word of an argument names."""

    PLACE = "place"
    PEOPLE = "people"  # persons who are not fighting: civilians, prisoners, officials
    ARMED = "armed"  # forces, armed groups, fighters
    BODY = "body"  # states, governments, parties, organisations
    THING = "thing"  # buildings, weapons, vehicles, goods


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb or verb phrase, as lemmas ("open fire"), and what its arguments are.

    ``roles`` maps ``subject``, ``object`` or a preposition to a role, over the engine's defaults
    (subject: actor; object, ``against``, ``on``: target; ``by`` of a passive: actor). ``subject``
    and ``object`` say of what class an argument must be, if it is there; ``needs`` which must be
    there, all of them; ``words`` are lemmas of which one must stand in an argument ("warplane"),
    ``unless`` lemmas of which none may ("prices fell").
    In ``verb`` a ``*`` stands for the object's words ("take * hostage"), a ``**`` for more of them
    ("say ** must", with ``obligation`` among its needs), and what follows a phrase
    that ends in a preposition is its object ("open fire on").
    """

    verb: str
    roles: Mapping[str, Role] = field(default_factory=dict)
    subject: tuple[Class, ...] = ()
    object: tuple[Class, ...] = ()
    needs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    status: Status | None = None  # what the verb itself says: "repel" is a failed attack
    swapped: bool = False  # the subject is on the receiving end: "came under attack from"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun or noun phrase, as lemmas ("exchange of fire"), that names the event itself.

    Default roles: ``by`` and a possessive or modifier that is armed: actor; ``on``, ``against``:
    target; ``between``, ``with``: sides for a symmetric kind; ``of``: see ``roles``. ``object``
    says of what class the ``of`` argument must be, if it is there; of ``needs`` one is enough;
    ``words`` are lemmas of which one must stand in an argument or modifier.
    """

    noun: str
    roles: Mapping[str, Role] = field(default_factory=dict)
    object: tuple[Class, ...] = ()
    needs: tuple[str, ...] = ()  # light, by, of, on, against, between, compound, harm, any
    words: tuple[str, ...] = ()
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggers:
    """The language of a kind."""

    verbs: tuple[Verb, ...] = ()
    nouns: tuple[Noun, ...] = ()
    light: tuple[str, ...] = ()  # verbs that support this kind's nouns beyond the general ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When a mapping applies; every field given must hold."""

    inter: tuple[int, ...] = ()  # the first actor's ACLED inter
    target_inter: tuple[int, ...] = ()
    words: tuple[str, ...] = ()  # lemmas in trigger, instruments or targets
    status: tuple[Status, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """A PLOVER event type with its mode and contexts."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    when: Condition = Condition()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cameo:
    """A CAMEO code."""

    code: str
    when: Condition = Condition()


@dataclass(frozen=True, slots=True, kw_only=True)
class Acled:
    """An ACLED event and sub-event type, in its own spelling."""

    event: str
    sub_event: str
    when: Condition = Condition()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ucdp:
    """A UCDP type of violence: 1 state-based, 2 non-state, 3 one-sided."""

    type: int
    when: Condition = Condition()


@dataclass(frozen=True, slots=True, kw_only=True)
class Positive:
    """A sentence that gives a claim of the kind."""

    text: str
    trigger: str
    status: Status | None = None
    actors: tuple[str, ...] | None = None  # words of the text; None: not checked
    targets: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative:
    """A sentence that gives no claim of the kind."""

    text: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One sort of event. In each mapping the first entry whose condition holds applies."""

    id: KindId
    label: str
    definition: str
    family: str | None = None
    force: bool = False  # whether it is a use of force, so that a failed try still happened
    symmetric: bool = False  # whether both sides act: clash, talks
    everyday: bool = False  # whether companies and families do it too: offers, visits, agreements
    plover: tuple[Plover, ...] = ()
    cameo: tuple[Cameo, ...] = ()
    acled: tuple[Acled, ...] = ()
    ucdp: tuple[Ucdp, ...] = ()
    triggers: Triggers = Triggers()
    positive: tuple[Positive, ...] = ()
    negative: tuple[Negative, ...] = ()
