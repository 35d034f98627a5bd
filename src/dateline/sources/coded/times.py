"""Read when a row says that something was, and when it was written."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from ...types import DatePrecision, Day, When
from ..published import Moment, parse_published
from .dates import make_when, read_days, widen
from .numbers import read_code
from .records import Piece
from .rows import Row

EPOCH = re.compile(r"\d{9,11}")


def read_when(row: Row) -> When | None:
    """When it was."""
    start, end = row.piece("date"), row.piece("date_end")
    if start is None:
        return None
    first, last = _days(row, start)
    if (time_precision := row.read("time_precision", lambda w: read_code(w, most=3))) is not None:
        return widen(first, time_precision)
    if end is not None:
        last = _days(row, end)[1]
        if first.date and last.date and last.date < first.date:
            raise row.fail(end.column, f"{end.words!r} is before {start.words!r}")
    code = row.read("date_prec", lambda words: read_code(words, most=5))
    return make_when(first, last, DatePrecision(code) if code else None)


def _days(row: Row, piece: Piece) -> tuple[Day, Day]:
    order = row.table.orders.get(piece.column)
    return row.understand(piece, lambda words: read_days(words, order))


def read_published(row: Row) -> Moment | None:
    """When the data set wrote or changed it."""
    piece = row.piece("published")
    if piece is None:
        return None
    if EPOCH.fullmatch(piece.words):
        return Moment(datetime.fromtimestamp(int(piece.words), UTC))
    first = Piece(piece.column, piece.words.partition(";")[0])
    if (moment := parse_published(first.words)) is not None:
        return moment
    day = _days(row, first)[0].date
    return Moment(datetime(day.year, day.month, day.day, tzinfo=UTC)) if day else None
