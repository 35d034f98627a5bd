from __future__ import annotations

import pytest

from dateline.types import BadRow, NamesRow, Place, PlaceKind, PlaceRow


def test_a_division_without_a_point_is_more_names_of_one_that_is_known(read) -> None:
    rows = read(
        "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE\n"
        "Syrian Arab Republic (the),SY,Idleb,SY07,Harim,حارم,SY0703\n"
    )
    assert rows == [NamesRow(("Harim", "SY0703"), None, "SY", PlaceKind.DISTRICT, "Harim")]


def test_a_division_with_a_point_is_a_place(read) -> None:
    (row,) = read(
        "iso3,adm1_name,adm1_pcode,adm2_name,adm2_pcode,adm3_name,adm3_pcode,center_lat,center_lon\n"
        "SYR,Idleb,SY07,Harim,SY0703,Dana,SY070302,36.21,36.77\n"
    )
    assert row == PlaceRow(
        Place(
            "pcode:SY070302", "Dana", PlaceKind.DISTRICT, 36.21, 36.77, "SY", "Idleb", None, 12.0,
            ("SY070302",),
        ),
        "ADM3",
        "Harim",
    )  # fmt: skip


def test_the_list_of_all_codes_says_the_level_of_each_row(read) -> None:
    rows = read(
        "Location,Admin Level,P-Code,Name,Parent P-Code\n"
        "#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent\n"
        "AFG,0,AF,Afghanistan,\nAFG,1,AF01,Kabul,AF\nAFG,2,AF0101,Kabul,AF01\nAFG,x,AF9,No,AF\n"
    )
    assert rows[0] is None
    assert rows[1] == NamesRow(("Kabul", "AF01"), None, "AF", PlaceKind.REGION, "Kabul")
    assert rows[2] == NamesRow(("Kabul", "AF0101"), None, "AF", PlaceKind.DISTRICT, "Kabul")
    assert isinstance(rows[3], BadRow)


@pytest.mark.parametrize("code", ["MM001", "MMR001"])
def test_a_code_tells_its_country_where_nothing_else_does(read, code: str) -> None:
    (row,) = read(f"ADM1_EN,ADM1_PCODE\nKachin,{code}\n")
    assert isinstance(row, NamesRow)
    assert row.country == "MM"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("??,,Harim,9901", "no country"),
        ("SY,,حارم,SY07", "no country, or no level"),
        ("SY,95,Harim,SY07", "no point on earth"),
    ],
)
def test_a_row_that_tells_no_division_is_named(read, row: str, problem: str) -> None:
    (found,) = read(f"iso2,lat,ADM2_EN,ADM2_PCODE,lon\n{row},36\n")
    assert isinstance(found, BadRow)
    assert problem in found.problem
