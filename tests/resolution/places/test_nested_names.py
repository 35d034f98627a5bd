from __future__ import annotations

import pytest

from dateline.resolution.places.nested_names import find_nested_names
from dateline.types import Span


@pytest.mark.parametrize(
    ("text", "names", "pairs"),
    [
        ("Fighting in Lima, Ohio, went on.", ("Lima", "Ohio"), [("Lima", "Ohio")]),
        ("Clashes in Tripoli (Lebanon).", ("Tripoli", "Lebanon"), [("Tripoli", "Lebanon")]),
        ("Barracks at Kidal in the\nSahara.", ("Kidal", "Sahara"), [("Kidal", "Sahara")]),
        ("In Taiz, in Yemen.", ("Taiz", "Yemen"), [("Taiz", "Yemen")]),
        ("From Gao to Mali.", ("Gao", "Mali"), []),
        ("Gao fell. Mali wept.", ("Gao", "Mali"), []),
        (
            "At Lashkar\nGah, Helmand, Afghanistan.",
            ("Lashkar\nGah", "Helmand", "Afghanistan"),
            [("Lashkar Gah", "Helmand"), ("Helmand", "Afghanistan")],
        ),
    ],
)
def test_a_name_behind_a_comma_may_be_what_the_first_lies_in(
    text: str, names: tuple[str, ...], pairs: list[tuple[str, str]]
) -> None:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    assert list(find_nested_names(text, spans)) == pairs
