from __future__ import annotations

import pytest

from dateline.analysis.places.stretches import find_stretches
from dateline.analysis.places.where import find_places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gunmen struck on the road from Mosul to Tal Afar.", ["the road from Mosul to Tal Afar"]),
        ("They died on the road linking Bamako and Segou.", ["road linking Bamako and Segou"]),
        (
            "They died in an attack between the towns of Djibo and Bourzanga.",
            ["between the towns of Djibo and Bourzanga"],
        ),
        ("They fought on the border between Mali and Niger.", ["border between Mali and Niger"]),
        ("They were killed near the border with Chad.", ["border with Chad"]),
        ("They were killed near Kenya's border with Somalia.", ["Kenya's border with Somalia"]),
        ("Jets struck along the Syrian-Lebanese border.", ["Syrian-Lebanese border"]),
        ("Jets struck near the Syrian border.", ["Syrian border"]),
        ("They fought in the Pokrovsk direction.", ["Pokrovsk direction"]),
        ("They died 20 km (12 miles) north of Gao.", ["20 km (12 miles) north of Gao"]),
        ("Protesters marched from Nairobi to Thika.", ["Nairobi", "Thika"]),
        ("Rebels seized Goma and Bukavu.", ["Goma", "Bukavu"]),
        ("Syrian border guards fled.", []),
        ("The border was closed.", []),
        ("The army closed its borders with Somalia.", []),
    ],
)
def test_what_two_names_mark_off_is_one_place(passage, text, places):
    here = passage(text)
    found = find_stretches(find_places(here.phrases, ()), here.phrases)
    assert [place.span.of(text) for place in found] == places


def test_a_deal_between_two_countries_is_at_no_border(passage):
    text = "A deal between Mali and Niger failed."
    here = passage(text)
    found = find_stretches(find_places(here.phrases, ()), here.phrases)
    assert all("and" not in place.span.of(text) for place in found)
