"""TIMEX3 types and values of expressions whose words alone give them.

ISO-TimeML writes an amount as P3D, how often as the amount with the type SET, and a time that is
only near, past or ahead as PRESENT_REF, PAST_REF, FUTURE_REF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...analysis.tolls.quantities import NUMBER_WORDS
from ...types import Span

# Units below a day stand behind a T.
_UNITS = {
    "decade": "0Y",
    "year": "Y",
    "quarter": "Q",
    "month": "M",
    "fortnight": "W",
    "week": "W",
    "weekend": "WE",
    "day": "D",
    "night": "D",
    "hour": "TH",
    "minute": "TM",
    "second": "TS",
}
_UNIT = rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_ABOUT = (
    r"(?:for|over|in|within|about|around|nearly|almost|at|least|most|the|last|past|next|coming"
    r"|following|previous|preceding|more|less|fewer|than|under|just|only|exactly|barely|up|to|well"
    r"|some|another|during|throughout|approximately|roughly|a\s+further)"
)
_RUNNING = r"(?:consecutive|straight|successive|full|whole|trading|business|working|calendar|solid)"
_LENGTH = re.compile(
    rf"(?:{_ABOUT}\s+)*(?:(?P<count>\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?:\s+of)?[\s-])?"
    rf"(?:{_RUNNING}[\s-])?{_UNIT}s?(?P<long>[\s-]long)?(?P<ago>\s+ago)?",
    re.IGNORECASE,
)
_A_COUPLE = re.compile(r"\b(?:an?\s+)(couple|few|number|dozen)\b(?:\s+of)?", re.IGNORECASE)
_VAGUE = frozenset(["several", "few", "many", "number", "dozens", "hundreds"])
_HALF = re.compile(r"(?:an?\s+)?half[\s-](?:an?[\s-])?(hour|day|year)", re.IGNORECASE)
_HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M"}


def length_of(words: str) -> str | None:
    """ "Two years" is P2Y, "several days" PXD, "the past decade" P10Y; ``None`` for no amount.

    "Years ago" says how long, as the corpora code it; fewer days or weeks ago say which day.
    """
    if found := _HALF.fullmatch(words):
        return _HALVES[found[1].lower()]
    found = _LENGTH.fullmatch(_A_COUPLE.sub(r"\1", words))
    if found is None:
        return None
    unit, count = found["unit"].lower(), (found["count"] or "").lower()
    if found["ago"] and unit not in ("year", "decade"):
        return None
    if not count:
        return _bare(words, unit, is_long=bool(found["long"]))
    figure = _figure(count)
    return figure and _written(figure, unit)


def _bare(words: str, unit: str, *, is_long: bool) -> str | None:
    """ "Decades-long" and "in years" are of no known number, "over the past year" is one."""
    if re.search(rf"{unit}s", words, re.IGNORECASE):
        return _written("X", unit)
    single = re.search(r"\bthe\s+(?:last|past|coming)\s", words, re.IGNORECASE)
    within = re.match(r"(?:in|over|within|during|for)\s+the\s+next\s", words, re.IGNORECASE)
    return _written("1", unit) if is_long or single or within else None


def _figure(count: str) -> str | None:
    if count in _VAGUE:
        return "X"
    if re.fullmatch(r"\d+(?:\.\d+)?", count):
        return count
    known = {"couple": 2, "dozen": 12, "a": 1, "an": 1} | NUMBER_WORDS
    tens, _, ones = count.partition("-")
    if tens in known and (not ones or ones in known):
        return str(known[tens] + (known[ones] if ones else 0))
    return None


def _written(figure: str, unit: str) -> str:
    sign = _UNITS[unit]
    if unit == "decade":
        return f"P{figure}0Y" if figure != "X" else "PXY"
    if unit == "fortnight" and figure.isdigit():
        figure = str(2 * int(figure))
    return f"PT{figure}{sign[1]}" if sign[0] == "T" else f"P{figure}{sign}"


# ---- how often -----------------------------------------------------------------------------------

_OFTEN = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
}
_UNITS_OFTEN = "(?:year|month|week|day|night|hour|minute|quarter)"
_NOT_AGO = r"(?!\s(?:ago|earlier|later|before|after|into))"
# "40 ships a year", "twice a day", "$3 million a month"; "a quarter" is rather a fourth.
_RATE = (
    r"(?:(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|[mb]illion|hundred|thousand)"
    r"\s(?:[a-z-]+\s){0,2}?|once\s|twice\s|times\s|%\s)"
    rf"(?P<rate>an?\s(?!quarter){_UNITS_OFTEN}){_NOT_AGO}"
)
_SET = (
    rf"(?P<every>(?:[Ee](?:very|ach)|per)\s(?:single\s|other\s)?{_UNITS_OFTEN}){_NOT_AGO}"
    rf"|{_RATE}|(?P<often>{'|'.join(_OFTEN)})"
)

# ---- near, past, ahead ---------------------------------------------------------------------------

_REFERENCES = {
    "PRESENT_REF": (
        r"now(?!-)|currently|presently|nowadays|at\spresent|at\sthe\smoment|(?<=the\s)current"
        r"|(?:for\s)?the\stime\sbeing|the\spresent(?=[.,;)]|\sday\b)"
    ),
    "PAST_REF": (
        r"(?:(?:more|most|very)\s)?recently|(?<!most\s)recent"
        r"|the\s(?:recent\s)?past(?=[.,;'\")\]]|\sand\b|$)"
    ),
    "FUTURE_REF": (
        r"(?:very\s)?soon(?!-|er)|the\s(?:near\s|foreseeable\s)?future(?!\sof)"
        r"|(?:the\s)?(?:near|short|long|medium|longer|shorter)[\s-]term"
    ),
}
# ---- amounts that are no time of an event: "the worst in years", "decades in the making" ---------

_AMOUNTS = (
    r"(?<=\bin\s)(?:just\s|only\s)?(?:minutes|hours|days|weeks|months|years|decades)(?=[.,;)]|$)"
    r"|(?:decades|years|months|weeks|days|hours)(?=\sin\sthe\smaking|\sof\b)"
    r"|(?:the\s(?:past|last|next)\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s"
    r"(?:(?:consecutive|straight|successive)\squarters|quarters|(?:trading|business|working)\s(?:days|weeks))"
)
_EXTRA = re.compile(
    rf"(?<![\w-])(?:{_SET}|{'|'.join(f'(?P<{name}>{form})' for name, form in _REFERENCES.items())}"
    rf"|(?P<amount>{_AMOUNTS}))(?!\w)",
    re.MULTILINE,
)


def find_extra(text: str) -> Iterator[tuple[Span, str, str]]:
    """How often, how near, how long: expressions that place no event, with types and values."""
    for found in _EXTRA.finditer(text):
        if found["amount"]:
            value = length_of(found["amount"])
            if value:
                yield Span(*found.span("amount")), "DURATION", value
        elif group := next((name for name in ("every", "rate") if found[name]), None):
            yield Span(*found.span(group)), "SET", _written("1", found[group].split()[-1].lower())
        elif found["often"]:
            yield Span(*found.span()), "SET", _OFTEN[found["often"]]
        else:
            yield Span(*found.span()), "DATE", str(found.lastgroup)
