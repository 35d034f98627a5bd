"""Take apart the words that say where: "12 km north of the village of Kafr Nabl, in Idlib"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from ...types import PlaceKind


class Relation(StrEnum):
    """How a place that is meant lies to the place that is named."""

    AT = "at"
    NEAR = "near"
    OUTSKIRTS = "outskirts"
    PART = "part"  # "southern Idlib"
    AWAY = "away"  # "12 km north of", "south of", "12 km from"
    BETWEEN = "between"  # also a road or an axis from one to the other
    BORDER = "border"  # of one country, or between two


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """The names in a phrase and what its other words say about them.

    ``within`` are the names of what it lies in, the nearest first; demonyms too ("the Syrian city
    of Homs"). ``bearing`` is in degrees from north.
    """

    names: tuple[str, ...]  # one, or two for BETWEEN, or either for BORDER
    relation: Relation = Relation.AT
    kind: PlaceKind | None = None  # what the words call it
    within: tuple[str, ...] = ()
    bearing: float | None = None
    distance_km: float | None = None


WORDS: dict[PlaceKind | Relation, str] = {
    PlaceKind.REGION: "province governorate oblast state department prefecture wilaya wilayat krai"
    " region county muhafazah vilayet republic",
    PlaceKind.DISTRICT: "district raion municipality subdistrict sub-district commune tehsil woreda"
    " territory locality cercle township directorate",
    PlaceKind.SETTLEMENT: "city town village hamlet settlement capital city-centre neighbourhood"
    " neighborhood suburb quarter borough villages towns",
    PlaceKind.FEATURE: "camp airbase airport airfield aerodrome base barracks oilfield oilfields"
    " field fields refinery dam bridge crossing checkpoint prison mine mines port plant station"
    " garrison outpost terminal junction crossroads market marketplace hospital clinic school"
    " university mosque church stadium hotel cemetery warehouse depot",
    PlaceKind.AREA: "desert mountain mountains hills hill valley plain plains forest plateau"
    " peninsula island islands steppe basin marshes delta coast highlands heights massif",
    PlaceKind.WATER: "sea gulf strait straits lake river bay",
    Relation.NEAR: "area areas zone sector front frontline front-line line axis pocket enclave"
    " salient bridgehead corridor direction vicinity",
    Relation.OUTSKIRTS: "outskirts suburbs environs surroundings periphery edge edges approaches"
    " hinterland countryside",
}
MEANINGS = {word: meaning for meaning, words in WORDS.items() for word in words.split()}

# Said before such a word, these belong to it: "refugee camp", "oil fields", "border crossing".
MODIFIERS = frozenset(
    "refugee displaced displacement military air army oil gas border power nuclear railway train"
    " bus naval port front industrial international civil hydroelectric thermal holy capital"
    " coastal frontline strategic key main besieged embattled nearby small remote"
    " mountainous rural western"
    " eastern northern southern central neighbouring neighboring volcanic old rebel-held"
    " government-held opposition-held occupied contested whole entire training mining farming city"
    " provincial regional".split()
)

POINTS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
POINT = r"(?P<point>north|south|east|west|(?:north|south)[ -]?(?:east|west))"
PART = r"(?P<part>(?:(?:north|south)[ -]?)?(?:north|south|east|west)(?:ern)?|central|upper|lower)"
NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
           "eight": 8, "nine": 9, "ten": 10, "a dozen": 12, "fifteen": 15, "twenty": 20,
           "thirty": 30, "forty": 40, "fifty": 50, "a hundred": 100, "several": 5,
           "a few": 4}  # fmt: skip
UNITS_KM = {"km": 1.0, "kms": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609, "mi": 1.609,
            "metre": 0.001, "meter": 0.001, "m": 0.001}  # fmt: skip

_NUMBER = r"(?P<number>\d+(?:[.,]\d+)?|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_UNIT = r"(?P<unit>kms?|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|m)"
_GLOSS = r"(?: ?\([^()]*\))?"  # "25 km (15 miles) south of"
_ROAD = r"(?:road|highway|motorway|route|axis|line|corridor|front|frontline|railway)"

_BORDER = r"(?:borders?|frontiers?)"
_STRETCH = r"(?: (?:area|region|zone|strip|line|fence|wall)s?)?"
_NAME = r"[A-Z][\w’']*(?: [A-Z][\w’']*)*"
_OTHER = rf"(?P<other>{_NAME})"
_THE = "(?:the )?"
BORDERS = tuple(
    re.compile(rf"(?:.*?\b)?{pattern}")
    for pattern in (
        rf"{_BORDER}{_STRETCH} (?:between|of) {_THE}(?P<one>{_NAME}) (?:and|with) {_THE}{_OTHER}",
        rf"(?P<one>{_NAME})(?:'s|’s|'|’)? {_BORDER} with {_THE}{_OTHER}",
        rf"{_BORDER}{_STRETCH} with {_THE}(?P<one>{_NAME})",
        rf"(?P<one>{_NAME}) ?[-–—/] ?{_OTHER} {_BORDER}{_STRETCH}",
        rf"(?P<one>{_NAME}?)(?:'s|’s|'|’)? {_BORDER}{_STRETCH}",
    )
)

BETWEEN = re.compile(r"\bbetween (?P<one>.+?) and (?P<other>.+)", re.I)
ROAD = re.compile(
    rf"\b{_ROAD} (?:that )?(?:from|linking|connecting|links|connects|joining|leading from) "
    r"(?P<one>.+?) (?:to|and|with|towards?) (?P<other>.+)",
    re.I,
)
AXIS = re.compile(
    rf"(?:the )?(?P<one>[^\W\d_][\w'’ .-]*?) ?[–—/-] ?(?P<other>[^\W\d_][\w'’ .]*?) {_ROAD}", re.I
)
AWAY = re.compile(
    rf"(?:(?P<before>.*?)\b{_NUMBER}[ -]?{_UNIT}\b{_GLOSS}(?: away)?,? (?:(?:to|in) the )?"
    rf"(?:{POINT} )?(?:of|from|outside) (?P<rest>.+))",
    re.I,
)
# Characters; no place is described in more, and over many words the patterns would take minutes.
LONGEST = 300
BESIDE = re.compile(
    rf"(?P<the>\b(?:in )?the )?(?:\b(?:just|immediately|further) )?\b{POINT} of (?P<rest>.+)", re.I
)
NEAR = re.compile(
    r"\b(?:near|nearby|close to|around|outside|not far from|next to|adjacent to|surrounding"
    r"|towards?|(?:in the )?vicinity of|on the way to|bordering|just off|off|along(?:side)?|between"
    r"|(?:banks?|shores?|edges?|fringes?) of|(?:in the )?direction of) (?P<rest>.+)",
    re.I,
)
PART_OF = re.compile(
    rf"(?:the )?{PART}(?: and (?:north|south|east|west)(?:ern)?)? (?:(?:part|half|side|areas?|end"
    r"|districts?|countryside|suburbs) of )?(?P<rest>.+)",
    re.I,
)
LEAD = re.compile(r"^(?:(?:in|at|on|from|into|inside|within|across|throughout|to|the) )+", re.I)
ABOUT = re.compile(
    r"(?<![\s,])[\s,]*+(?:\b(?:which is|that is|lying|located|situated|some|about|around|roughly"
    r"|nearly|just|approximately|almost|over|more than|less than|at least))*[\s,]*+$",
    re.I,
)
JOINT = re.compile(r",? +(in|at|of|inside|within|on) +|, *", re.I)
OWNER = re.compile(r"^The |(?:'s|’s|'|’)$")
POSSESSIVE = re.compile(r"^(?P<owner>.+?)(?:'s|’s|s'|s’) (?P<rest>.+)")

Known = Callable[[str], bool]


def read_place_phrase(words: str, known: Known) -> PlacePhrase:
    """What a phrase says; a name that is known whole ("South Sudan") is not taken apart."""
    written = " ".join(words.split())
    if len(written) > LONGEST:
        return PlacePhrase((written,))
    words = written.strip(" ,.;:")
    bare = LEAD.sub("", words)
    for whole in (written, words, bare):  # "Ky." ends in its own stop
        if known(whole):
            return PlacePhrase((whole,))
    return (
        _read_border(words)
        or _read_two(words, known)
        or _read_away(words, known)
        or _read_near(words, known)
        or _read_part(bare, known)
        or _read_nested(bare, known)
    )


def _read_border(words: str) -> PlacePhrase | None:
    for pattern in BORDERS:
        if found := pattern.fullmatch(words):
            return PlacePhrase(
                tuple(OWNER.sub("", name) for name in found.groupdict().values() if name),
                Relation.BORDER,
            )
    return None


def _read_two(words: str, known: Known) -> PlacePhrase | None:
    found = BETWEEN.search(words) or ROAD.search(words) or AXIS.fullmatch(words)
    if not found:
        return None
    one = read_place_phrase(found["one"], known)
    other = read_place_phrase(found["other"], known)
    return PlacePhrase(
        (one.names[0], other.names[0]), Relation.BETWEEN, within=one.within + other.within
    )


def _read_away(words: str, known: Known) -> PlacePhrase | None:
    if found := AWAY.fullmatch(words):
        named = _read_named(found["before"], known)
        if named:
            inner = read_place_phrase(found["rest"], known)
            return replace(named, within=(*named.within, *inner.names, *inner.within))
        unit = found["unit"].lower()
        number = NUMBERS.get(found["number"].lower())
        distance = number if number is not None else float(found["number"].replace(",", "."))
        inner = read_place_phrase(found["rest"], known)
        return replace(
            inner,
            relation=Relation.AWAY,
            bearing=_bearing(found["point"]),
            distance_km=distance * UNITS_KM.get(unit, UNITS_KM.get(unit.rstrip("s"), 1.0)),
        )
    if found := BESIDE.search(words):
        inner = read_place_phrase(found["rest"], known)
        # "The south of Idlib" is inside it; "south of Idlib" and "to the south of it" are not.
        outside = not found["the"] or words[: found.start()].lower().endswith("to ")
        relation = Relation.AWAY if outside else Relation.PART
        return replace(inner, relation=relation, bearing=_bearing(found["point"]))
    return None


def _read_named(before: str | None, known: Known) -> PlacePhrase | None:
    """The place that "about 20 km north of Aleppo" only helps to find."""
    name = ABOUT.sub("", before or "").strip(" ,")
    phrase = _read_nested(name, known) if name else None
    return phrase if phrase and known(phrase.names[0]) else None


def _read_near(words: str, known: Known) -> PlacePhrase | None:
    found = NEAR.search(words)
    if not found:
        return None
    inner = read_place_phrase(found["rest"], known)
    before = words[: found.start()].strip(" ,")
    # "Kafr Nabl, near Idlib" names the place; "an area near Idlib" does not.
    if before and known(LEAD.sub("", before)):
        return PlacePhrase((LEAD.sub("", before),), within=(*inner.names, *inner.within))
    if inner.relation is Relation.AT:
        return replace(inner, relation=Relation.NEAR)
    return inner


def _read_part(words: str, known: Known) -> PlacePhrase | None:
    found = PART_OF.fullmatch(words)
    if not found:
        return None
    inner = read_place_phrase(found["rest"], known)
    if not inner.names or not inner.names[0][:1].isupper():
        return None
    relation = inner.relation if inner.relation is not Relation.AT else Relation.PART
    part = re.sub("(?:ern)$", "", found["part"].lower())
    return replace(inner, relation=relation, bearing=_bearing(part))


def _read_nested(words: str, known: Known) -> PlacePhrase:
    """Read "the village of Kafr Nabl, in Idlib province", from the innermost name outwards."""
    pieces = JOINT.split(words)
    phrase = PlacePhrase(())
    within: list[str] = []
    for piece, joint in zip(pieces[::2], [*pieces[1::2], None], strict=True):
        name, meaning, owner = _read_piece(piece, known)
        if owner:
            within.append(owner)
        if isinstance(meaning, PlaceKind) and not phrase.names:
            phrase = replace(phrase, kind=phrase.kind or meaning)
        elif isinstance(meaning, Relation) and not phrase.names:
            phrase = replace(phrase, relation=meaning)
            if piece.lower().endswith("countryside"):
                phrase = replace(phrase, kind=PlaceKind.REGION)
        if not name:
            continue
        # "The Syrian city of Homs" lies in Syria, but "Sangin district of Helmand" is Sangin.
        describes = meaning is not None and joint is not None and joint.lower() == "of"
        if phrase.names or (describes and not known(name)):
            within.append(name)
        else:
            phrase = replace(phrase, names=(name,))
    if not phrase.names:
        phrase = replace(phrase, names=(within.pop(0) if within else words,))
    return replace(phrase, within=tuple(within))


def _read_piece(piece: str, known: Known) -> tuple[str, PlaceKind | Relation | None, str]:
    """The name in a piece, what it is called, and whose it is ("Syria's Idlib province")."""
    piece = LEAD.sub("", piece.strip())
    owner = ""
    if not known(piece) and (found := POSSESSIVE.match(piece)):
        owner, piece = found["owner"], found["rest"]
    if known(piece):
        return piece, None, owner
    words = piece.split()
    meaning: PlaceKind | Relation | None = None
    # At the end ("Hurayji oil fields") or, after a name in other languages' order, at the head.
    while words and words[-1].lower() in MEANINGS:
        meaning = MEANINGS[words.pop().lower()]
        while words and words[-1].lower() in MODIFIERS:
            words.pop()
    if words and meaning is None and words[0].lower() in MEANINGS and words[0].islower():
        meaning = MEANINGS[words.pop(0)]
    while words and words[0].islower() and words[0] in MODIFIERS:
        words.pop(0)
    name = LEAD.sub("", " ".join(words))
    if part := PART_OF.fullmatch(name):
        name = part["rest"] if not known(name) else name
    return name, meaning, owner


def _bearing(point: str | None) -> float | None:
    return POINTS.get(re.sub("[ -]", "", point.lower())) if point else None
