"""Read the dates of a table; its own values decide whether 03/04/2019 is in April or in March."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ...errors import UsageError
from ...time_forms import MONTHS
from ...types import DatePrecision, Day, When

FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
ISO = re.compile(r"(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?")
YEARLESS = re.compile(r"--\d\d-\d\d")
WORDS = re.compile(r"(?:(\d{1,2})[\s-]+)?([A-Za-z]{3,9})\.?[\s-]+(?:(\d{1,2}),\s*)?(\d{4})")
YEAR = re.compile(r"\d{4}")
CLOCK = re.compile(r"[T\s]\d{1,2}:\d\d.*$")
REMEDY = "write it like 2018-09-01"
ORDER_REMEDY = "say --dates dmy for day/month/year, or --dates mdy"
LAST_FIRST = 12  # the last number that can be a month

# By design: ACLED's "sometime in the week" is the week around its date.
HALF_A_WEEK = timedelta(days=3)


class Order(StrEnum):
    """Which of two figures comes first."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


@dataclass(frozen=True, slots=True)
class Seen:
    """A date in figures, and the row where it stands."""

    words: str
    row: int


@dataclass(slots=True)
class OrderEvidence:
    """What a column's values show of their order; the first value that shows it."""

    column: str
    day_first: Seen | None = None
    month_first: Seen | None = None
    open: Seen | None = None

    def add(self, words: str, row: int) -> None:
        """Take one value into account."""
        found = FIGURES.fullmatch(CLOCK.sub("", words.strip()))
        if found is None:
            return
        first, second, seen = int(found[1]), int(found[2]), Seen(words, row)
        if first > LAST_FIRST >= second:
            self.day_first = self.day_first or seen
        elif second > LAST_FIRST >= first:
            self.month_first = self.month_first or seen
        elif first != second:
            self.open = self.open or seen

    def decide(self) -> Order | None:
        """The order; ``None`` where no value needs one."""
        if self.day_first and self.month_first:
            one, other = self.day_first, self.month_first
            raise UsageError(
                f"column {self.column}: {one.words!r} (row {one.row}) has the day first, "
                f"{other.words!r} (row {other.row}) the month; {ORDER_REMEDY}"
            )
        if self.open and not (self.day_first or self.month_first):
            raise UsageError(
                f"column {self.column}: {self.open.words!r} (row {self.open.row}) can be read "
                f"day first or month first, and no other value shows which; {ORDER_REMEDY}"
            )
        if self.day_first:
            return Order.DAY_FIRST
        return Order.MONTH_FIRST if self.month_first else None


def read_days(words: str, order: Order | None) -> tuple[Day, Day]:
    """The first and last day that words stand for; ``ValueError`` says why they stand for none."""
    try:
        return _read_days(CLOCK.sub("", words.strip()), order)
    except ValueError as error:
        raise ValueError(f"{words!r} is not a date: {error}") from error


def _read_days(plain: str, order: Order | None) -> tuple[Day, Day]:
    if YEARLESS.fullmatch(plain):
        day = Day.parse(plain)
        date(2000, day.month, day.day)  # a leap year: is there such a day?
        return day, day
    if YEAR.fullmatch(plain):
        first = Day.of(date(int(plain), 1, 1))
        return first, Day(first.year, 12, 31)
    year, month, number = _parts(plain, order)
    if number is not None:
        day = Day.of(date(year, month, number))
        return day, day
    return Day.of(date(year, month, 1)), Day(year, month, monthrange(year, month)[1])


def _parts(plain: str, order: Order | None) -> tuple[int, int, int | None]:
    """Year, month, and the day where one is given."""
    if found := ISO.fullmatch(plain):
        return int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    if found := FIGURES.fullmatch(plain):
        first, second = int(found[1]), int(found[2])
        month_first = order is Order.MONTH_FIRST
        return int(found[3]), *((first, second) if month_first else (second, first))
    found = WORDS.fullmatch(plain)
    month = MONTHS.get(found[2].lower()) if found else None
    if found is None or month is None:
        raise ValueError(REMEDY)
    number = found[1] or found[3]
    return int(found[4]), month, int(number) if number else None


def make_when(first: Day, last: Day, precision: DatePrecision | None = None) -> When:
    """A time; its precision follows from its length where none is given."""
    return When(first, last, precision or _precision(first, last))


def _precision(first: Day, last: Day) -> DatePrecision:
    if first.date is None or last.date is None:
        return DatePrecision.DAY
    days = (last.date - first.date).days + 1
    for longest, precision in (
        (1, DatePrecision.DAY),
        (6, DatePrecision.FEW_DAYS),
        (7, DatePrecision.WEEK),
        (31, DatePrecision.MONTH),
    ):
        if days <= longest:
            return precision
    return DatePrecision.YEAR


def widen(day: Day, time_precision: int) -> When:
    """ACLED's date with its time precision: the day, the week around it, or its month."""
    at = day.date
    if at is None or time_precision == 1:
        return make_when(day, day)
    if time_precision == 2:
        first, last = at - HALF_A_WEEK, at + HALF_A_WEEK
        return make_when(Day.of(first), Day.of(last), DatePrecision.WEEK)
    last = at.replace(day=monthrange(at.year, at.month)[1])
    return make_when(Day.of(at.replace(day=1)), Day.of(last), DatePrecision.MONTH)
