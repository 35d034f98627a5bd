"""The words and figures English dates are made of: what finding and resolving times share.

Patterns here have no groups with names and no nested quantifiers, so they can be put together.
"""

from __future__ import annotations

from collections.abc import Iterable

from .named_days import SHORTEST_MONTH, Calendar, load_named_days

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}

NUMBERS = {
    name: number
    for number, name in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty".split(),
        start=1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}
NUMBERS |= {
    f"{tens}-{ones}": NUMBERS[tens] + NUMBERS[ones]
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty")
    for ones in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}

ORDINALS = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        " twentieth".split(),
        start=1,
    )
}
ORDINALS |= {f"twenty-{name}": 20 + number for name, number in ORDINALS.items() if number < 10}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}

# First month and number of months, north of the equator.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

UNITS = (
    "minute",
    "hour",
    "day",
    "night",
    "week",
    "weekend",
    "fortnight",
    "month",
    "year",
    "decade",
)

PARTS = (
    "morning",
    "afternoon",
    "evening",
    "night",
    "midnight",
    "midday",
    "noon",
    "dawn",
    "dusk",
    "daybreak",
    "sunrise",
    "sunset",
    "sundown",
    "nightfall",
    "first light",
    "mid-morning",
    "mid-afternoon",
    "lunchtime",
    "iftar",
    "suhoor",
)

# Words for an amount that names no number.
VAGUE = ("several", "a few", "few", "some", "many", "a couple of", "a number of", "dozens of")


def words(names: Iterable[str], *, capital: bool = False) -> str:
    """A pattern for any of these words; with ``capital``, only where the first letter is one.

    Words are grouped by first letter behind a character class, because the engine skips a branch
    that starts with a class at once and must enter one that starts with an ignored case.
    """
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        groups.setdefault(name[0], []).append(name[1:].replace(" ", SPACE))
    branches = (
        f"[{initial.upper()}{'' if capital else initial}](?i:{'|'.join(rest)})"
        for initial, rest in sorted(groups.items())
    )
    return f"(?:{'|'.join(branches)})"


SPACE = r"\s{1,3}"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?"
YEAR = r"(?:1[5-9]|20)\d\d"
MONTH = words(
    (name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"}), capital=True
)
SHORT_MONTH = words((name for name in MONTHS if len(name) <= 4), capital=True) + r"\.?"
ANY_MONTH = f"(?:{MONTH}|{SHORT_MONTH})"
WEEKDAY = words(name for name in WEEKDAYS if name.endswith("day"))
SHORT_WEEKDAY = (
    words((name for name in WEEKDAYS if not name.endswith("day")), capital=True) + r"\.?"
)
UNIT = words(UNITS)
PART = words(PARTS)
SEASON = words(SEASONS)
_TENS = r"[TtFfSs](?i:wenty|hirty|orty|ifty|ixty)"
_ONES = r"(?i:one|two|three|four|five|six|seven|eight|nine)"
NUMBER = (
    rf"(?:\d{{1,3}}|{_TENS}-{_ONES}"
    rf"|{words(name for name in NUMBERS if len(name) > 2 and '-' not in name)})"
)
# Known by their names, the longer first. A name of one word is a person's too ("Ramadan"), so a
# text must put a word ahead of it.
NAMED_DAYS = tuple(
    sorted(
        {name for named in load_named_days() for name in named.names}, key=lambda name: -len(name)
    )
)


def _any_apostrophe(pattern: str) -> str:
    return pattern.replace("'", "['\u2019]")


NAMED_PLAINLY = _any_apostrophe(
    words((n for n in NAMED_DAYS if " " in n or "-" in n), capital=True)
)
NAMED_SHORTLY = _any_apostrophe(
    words((n for n in NAMED_DAYS if " " not in n and "-" not in n), capital=True)
)
NAMED = f"(?:{NAMED_PLAINLY}|{NAMED_SHORTLY})"
ISLAMIC_MONTH = _any_apostrophe(
    words(
        {
            name
            for named in load_named_days()
            if named.calendar is Calendar.ISLAMIC and named.days >= SHORTEST_MONTH
            for name in named.names
        },
        capital=True,
    )
)
ORDINAL_WORD = (
    rf"(?:[Tt](?i:wenty|hirty)-(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    rf"|{words(name for name in ORDINALS if '-' not in name)})"
)
ORDINAL = rf"(?:{ORDINAL_WORD}|\d{{1,2}}(?i:st|nd|rd|th))"
