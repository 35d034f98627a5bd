"""Lists whose members the parse takes for other names of the first."""

from __future__ import annotations

import pytest

from dateline.pipeline import shared_engine
from dateline.types import Document


def targets(text: str) -> tuple[str, ...]:
    claims = shared_engine().find_claims(Document("list", "list", text, language="en")).claims
    return tuple(mention.span.of(text) for claim in claims for mention in claim.targets)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bomb damaged a hotel, two restaurants and a clinic.",
            ("a hotel", "two restaurants", "a clinic"),
        ),
        (
            "Rebels destroyed the town hall, a petrol station and the bridge.",
            ("the town hall", "a petrol station", "the bridge"),
        ),
        (
            "The murder of the priest Juan Ruiz and his sister shocked the town.",
            ("the priest Juan Ruiz", "his sister"),
        ),
    ],
)
def test_members_of_a_list_stand_side_by_side(text: str, expected: tuple[str, ...]) -> None:
    assert targets(text) == expected


def test_another_name_of_one_person_is_no_list() -> None:
    found = targets("Gunmen killed Tomasz Kowalski, a judge and critic of the militia.")
    assert found == ("Tomasz Kowalski",)
