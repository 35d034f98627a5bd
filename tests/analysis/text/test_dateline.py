from __future__ import annotations

from time import process_time

import pytest

from dateline.analysis.text.dateline import find_dateline


@pytest.mark.parametrize(
    ("text", "place", "within", "date", "agency"),
    [
        ("KHARTOUM, 23 Oct (Agency) \u2014 Two shells fell.", "KHARTOUM", "", "23 Oct", "Agency"),
        ("San Salvador, 28 OCT 89 -- TROOPS FIRED.", "San Salvador", "", "28 OCT 89", ""),
        (
            "BOGOTA, 7 JUL 89 (RADIO UNO) -- [TEXT] TWO MEN FELL.",
            "BOGOTA",
            "",
            "7 JUL 89",
            "RADIO UNO",
        ),
        ("DAMASCUS, July 25 (Agency) -- Jets struck.", "DAMASCUS", "", "July 25", "Agency"),
        ("BEIRUT (Agency) - Rebels left.", "BEIRUT", "", "", "Agency"),
        ("GAZA CITY, Gaza Strip (AB) \u2014 Jets struck.", "GAZA CITY", "Gaza Strip", "", "AB"),
        ("KYIV, Ukraine \u2013 Drones were shot down.", "KYIV", "Ukraine", "", ""),
        ("NIAMEY \u2014 Gunmen attacked a village.", "NIAMEY", "", "", ""),
        ("QUETTA: Gunmen attacked a village.", "QUETTA", "", "", ""),
        ("MOSCOW, October 23. /AGENCY/. The ministry said.", "MOSCOW", "", "October 23", "AGENCY"),
        (
            "Goma, Oct. 23, 2024 (Agency) - Rebels took a hill.",
            "Goma",
            "",
            "Oct. 23, 2024",
            "Agency",
        ),
        (
            "Bogot\u00e1, 3 June 2023. Fighters attacked a patrol.",
            "Bogot\u00e1",
            "",
            "3 June 2023",
            "",
        ),
        ("ADEN, Dec 10 2023 (Agency) - Talks opened.", "ADEN", "", "Dec 10 2023", "Agency"),
        ("GENEVA (Agency), 3 May 2023 -- Talks opened.", "GENEVA", "", "3 May 2023", "Agency"),
        (
            "Army retakes the port\n\nADEN, 2 May (Agency) - Troops entered.",
            "ADEN",
            "",
            "2 May",
            "Agency",
        ),
        ("PORT-AU-PRINCE, Haiti (AB) \u2014 Gangs fired.", "PORT-AU-PRINCE", "Haiti", "", "AB"),
        (
            "DEIR EZ-ZOR, Syria, 4 June (Agency) - A bomb.",
            "DEIR EZ-ZOR",
            "Syria",
            "4 June",
            "Agency",
        ),
    ],
)
def test_finds_place_date_and_agency(text, place, within, date, agency):
    dateline = find_dateline(text)
    assert dateline is not None
    parts = (dateline.place, dateline.within, dateline.date, dateline.agency)
    assert [part.of(text) if part else "" for part in parts] == [place, within, date, agency]
    assert all(dateline.span.covers(part) for part in parts if part)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Oldtown on Sunday.",
        "However - and this matters - the truce held.",
        "UPDATE 2 - Rebels shelled Oldtown.",
        "BREAKING \u2014 Rebels shelled Oldtown.",
        "THE ARMY -- TWO BRIGADES OF IT -- MOVED NORTH.",
        "The leader (Agency) said nothing.",
        "",
    ],
)
def test_other_openings_are_no_dateline(text):
    assert find_dateline(text) is None


def test_looks_at_the_opening_only():
    assert find_dateline("Quiet. " * 400 + "\nADEN, 2 May (Agency) - Troops entered.") is None


@pytest.mark.parametrize("flood", ["A ", "A-", "A, ", "AA (b) ", "Ab Cd ", "1 May "])
def test_a_hostile_opening_costs_little(flood):
    start = process_time()
    find_dateline(flood * 50_000)
    assert process_time() - start < 3  # a millisecond; were it quadratic, minutes
