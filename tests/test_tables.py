"""Tables as people save them."""

import io

import pytest

from dateline.tables import LONGEST_CELL, find_sign, is_hashtags, read_cells


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_columns_is_the_one_that_parts_the_first_line(sign: str) -> None:
    rows = (("a", "b", "c", '"d, e; f"'), ("1", "2", "3", "4"))
    file = io.StringIO("\n".join(map(sign.join, rows)))
    assert find_sign(file) == sign
    assert list(read_cells(file, sign))[1] == (2, ["1", "2", "3", "4"])


def test_a_row_that_cannot_be_parsed_is_told_and_the_rest_goes_on() -> None:
    long = "x" * (LONGEST_CELL + 1)
    rows = list(read_cells(io.StringIO(f"a,b\n1,{long}\n3,4\n"), ","))
    assert rows[0] == (1, ["a", "b"])
    assert isinstance(rows[1][1], str)
    assert rows[-1][1] == ["3", "4"]


def test_a_row_of_hashtags_is_known() -> None:
    assert is_hashtags(["#date", " #country", ""])
    assert not is_hashtags(["", ""])
    assert not is_hashtags(["#date", "Sudan"])
