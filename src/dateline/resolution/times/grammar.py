"""The forms an expression of time can have, each with what lists its senses."""

from __future__ import annotations

import re
from collections.abc import Callable

from ... import time_forms as forms
from ...types import Candidate, When
from . import calendar_senses as calendar
from . import named_senses as named
from . import relative_senses as relative
from .senses import Senses, Viewpoint

_S = r"\s"
_MONTH = rf"(?P<month>{forms.ANY_MONTH})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:,?\s(?:of\s)?|-)'?(?P<year>\d{4}|\d\d))?"
_NAMED_DAY = rf"(?:(?P<weekday>{forms.WEEKDAY}|{forms.SHORT_WEEKDAY}),?\s(?:on\s|the\s)*)?"
_WHICH = r"(?:(?P<which>this|last|next|the\sprevious|the\sfollowing)\s)?"
_UNIT = rf"(?P<unit>{forms.UNIT})"
_PART = rf"(?P<part>{forms.PART}|hours)"
_ABOUT = (
    r"(?:(?:about|around|nearly|almost|over|under|just|only|exactly|barely|more\sthan|less\sthan"
    r"|at\sleast|fewer\sthan|up\sto|well\sover)\s)?"
)
_AMOUNT = (
    rf"(?P<low>{forms.NUMBER}|{forms.words(forms.VAGUE)}|an?)"
    rf"(?:(?:\s(?:or|to)\s|-)(?P<high>{forms.NUMBER}))?"
)
_RUNNING = r"(?:(?:consecutive|straight|successive|full|whole|half|more|long)\s)?"

_NEAR_PART = (
    r"(?:(?:at|before|after|around|about|by|until|till|since|near|through|throughout|in|during)\s)?"
)
_OF_PART = rf"(?:\shours|\sof\sthe\s{forms.PART})?"
_ZONE = (
    r"(?:\s?(?:gmt|utc|ces?t|ees?t|es?t|edt|msk|ist|pkt|eat|[cw]at|trt|aft|mmt)"
    r"|\s[a-z]+\stime)"
)
_CLOCK_12 = rf"\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\.?{_ZONE}?"
_CLOCK_24 = rf"\d{{1,2}}(?::\d\d|h\d\d|\d\d(?=\D))(?:\s(?:hours|hrs))?{_ZONE}?"
_O_CLOCK = rf"{forms.NUMBER}\s?o'clock(?:\sin\sthe\s{forms.PART}|\sat\snight)?"
CLOCK = rf"(?:{_O_CLOCK}|{_CLOCK_12}|{_CLOCK_24})"

FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Viewpoint], Senses]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (
            r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?:t[\d:]+z?)?",
            calendar.iso_senses,
        ),
        (
            r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4}|\d\d)",
            calendar.numeric_senses,
        ),
        (rf"{_NAMED_DAY}{_DAY}(?:\s|-)(?:of\s)?{_MONTH}{_YEAR}", calendar.calendar_day_senses),
        (
            rf"{_NAMED_DAY}{_MONTH}\s(?:the\s)?{_DAY}(?:,?\s(?:of\s)?(?P<year>\d{{4}}))?",
            calendar.calendar_day_senses,
        ),
        (
            rf"{_WHICH}(?:the\s)?{_MONTH}(?:(?:,?\s(?:of\s)?|-)(?P<year>\d{{4}}))?",
            calendar.month_senses,
        ),
        (r"(?P<year>\d{4})(?:[-/](?P<last>\d{4}|\d\d))?", calendar.year_senses),
        (r"(?:the\s)?'?(?P<decade>\d{4}|\d\d)s", calendar.decade_senses),
        (r"q(?P<nth>[1-4])(?P<size>)\s(?P<year>\d{4})", calendar.quarter_senses),
        (r"(?P<size>h)(?P<nth>[12])\s(?P<year>\d{4})", calendar.quarter_senses),
        (
            (
                rf"(?:the\s)?(?P<nth>{forms.ORDINAL}|last)\s(?P<size>quarter|half)\sof\s"
                r"(?P<year>\d{4}|last\syear|this\syear|the\syear)"
            ),
            calendar.quarter_senses,
        ),
        (
            rf"(?:the\s)?(?P<nth>{forms.ORDINAL})[\s-](?P<size>quarter)",
            calendar.last_quarter_senses,
        ),
        (
            (
                rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<named>{forms.ISLAMIC_MONTH})"
                r"(?:,?\s(?P<year>1[34]\d\d))?"
            ),
            named.islamic_day_senses,
        ),
        (
            (
                rf"{_WHICH}(?:(?:the\s)?(?P<nth>{forms.ORDINAL}|last)\s(?P<part>day|night|week)"
                rf"\sof\s)?(?P<named>{forms.NAMED})(?:,?\s(?:of\s)?(?P<year>\d{{4}}))?"
            ),
            named.named_senses,
        ),
        (
            (
                rf"{_WHICH}(?:the\s)?(?P<season>{forms.SEASON})"
                r"(?:\s(?:of\s)?(?P<year>\d{4})(?:[-/](?P<last>\d{4}|\d\d))?)?"
            ),
            calendar.season_senses,
        ),
        (
            rf"{_WHICH}(?P<weekday>{forms.WEEKDAY}|{forms.SHORT_WEEKDAY})",
            calendar.weekday_senses,
        ),
        (
            rf"the\s(?P<weekday>{forms.WEEKDAY})\s(?P<apart>before|after)",
            calendar.weekday_beside_senses,
        ),
        (
            rf"(?P<weekday>{forms.WEEKDAY})\s(?:of\s)?(?P<week>last|this|next)\sweek",
            calendar.weekday_of_week_senses,
        ),
        (
            (
                r"the\ssame\s(?P<unit>period|time|day|week|month|quarter)\s(?:(?:of|in)\s)?"
                rf"(?P<of>last\syear|the\sprevious\syear|\d{{4}}"
                rf"|(?:a|{forms.NUMBER})\syears?\s(?:ago|earlier|before))"
            ),
            relative.same_senses,
        ),
        (
            r"the\s(?:day|night|morning|evening|afternoon)\sof",
            relative.day_of_event_senses,
        ),
        (
            rf"(?P<said>{'|'.join(name.replace(' ', _S) for name in relative.FROM_TODAY)})",
            relative.from_today_senses,
        ),
        (
            (
                r"(?P<which>this|that|the\ssame|last|next|the\snext|the\sprevious|the\sfollowing|the)\s"
                rf"(?P<unit>{forms.UNIT}|{forms.PART}|quarter)"
            ),
            relative.this_senses,
        ),
        (
            (
                rf"{_ABOUT}(?:{_AMOUNT}\s{_RUNNING})?{_UNIT}s?\s"
                r"(?P<apart>ago|from\snow|earlier|later|before|previously|prior|afterwards|after|into)"
            ),
            relative.ago_senses,
        ),
        (rf"the(?P<low>)(?P<high>)\s{_UNIT}\s(?P<apart>before|after|earlier)", relative.ago_senses),
        (
            (
                r"(?:(?:in|over|within|during|for)\s)?(?:the\s)?"
                r"(?P<near>last|past|previous|next|coming|preceding|following|recent)\s"
                rf"(?:(?P<low>few|several|couple\sof|{forms.NUMBER})(?P<high>)\s)?{_UNIT}(?P<plural>s?)"
            ),
            relative.last_few_senses,
        ),
        (
            (
                rf"(?:(?:for|within|throughout|over|in)\s)?{_ABOUT}"
                rf"(?:{_AMOUNT}(?:\s|-){_RUNNING}|(?:many|long)\s)?{_UNIT}s?(?:-long)?"
            ),
            relative.length_senses,
        ),
        (
            (
                rf"(?P<lead>for\s)?(?:the|a)\s(?P<nth>{forms.ORDINAL})\s{_RUNNING}{_UNIT}"
                r"(?P<running>\sin\sa\srow|\srunning)?"
            ),
            relative.nth_senses,
        ),
        (
            r"(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)(?:\sof\s(?P<which>this|last|the)\smonth)?",
            calendar.nth_of_month_senses,
        ),
        (
            rf"{_NEAR_PART}(?:the\s)?(?:(?:early|late|small)\s)?{_PART}{_OF_PART}",
            relative.hour_senses,
        ),
        (rf"{_NEAR_PART}{CLOCK}", relative.hour_senses),
    )
)


# A figure outside of these is no year.
FIRST_YEAR, LAST_YEAR = 1000, 2999


def senses_of(expression: str, view: Viewpoint) -> tuple[Candidate[When], ...] | None:
    """All that a plain expression can mean; ``None`` when it has no form known here."""
    for pattern, read in FORMS:
        if found := pattern.fullmatch(expression):
            try:
                return tuple(sense for sense in read(found, view) if _exists(sense.value))
            except (OverflowError, ValueError):  # "999 decades ago" is before the calendar begins
                return ()
    return None


def _exists(when: When) -> bool:
    """Whether both ends are in years that reports tell of, so that counting from them is safe."""
    days = [day for day in (when.earliest, when.latest) if day and day.year is not None]
    return all(FIRST_YEAR <= (day.year or 0) <= LAST_YEAR for day in days)
