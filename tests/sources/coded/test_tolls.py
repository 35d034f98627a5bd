"""People are counted with their bounds, and by side."""

from .conftest import UCDP, only, ucdp_row


def test_noughts_by_side_say_nothing_and_the_total_does(table) -> None:
    row = ucdp_row(deaths_a=0, deaths_b=0, deaths_civilians=0, best=0, low=0, high=0)
    (figure,) = only(table(",".join(UCDP), row)).figures
    assert (figure.low, figure.high, figure.whose) == (0, 0, None)


def test_a_side_without_a_name_is_nobodys(table) -> None:
    event = only(table(",".join(UCDP), ucdp_row(side_a="", side_b="")))
    assert [figure.whose for figure in event.figures[2:4]] == [None, None]


def test_a_highest_figure_alone_has_no_lowest(table) -> None:
    event = only(table("date,kind,killed_high", "2024,clash,9"))
    assert [(figure.low, figure.high) for figure in event.figures] == [(0, 9)]
