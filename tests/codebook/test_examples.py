"""The examples of a codebook are held against what a reader finds in them."""

from __future__ import annotations

import pytest

from dateline.codebook import Codebook, Told, check_examples
from dateline.codebook.kinds import Kind, Negative, Positive
from dateline.types import KindId, Status

SHELLED = "The army shelled Hajin on Monday."
FIRED = "The company fired its cook."
CODEBOOK = Codebook(
    kinds=(
        Kind(
            id=KindId("shelling"),
            label="Shelling",
            definition="Shells are fired.",
            positive=(
                Positive(
                    text=SHELLED,
                    trigger="shelled",
                    status=Status.OCCURRED,
                    actors=("army",),
                    targets=(),
                ),
            ),
            negative=(Negative(text=FIRED, because="it is a dismissal"),),
        ),
    )
)
RIGHT = Told(
    kind=KindId("shelling"), trigger="shelled", status=Status.OCCURRED, actors=("The army",)
)


def problems(*told: Told, text: str = SHELLED) -> list[str]:
    failures = check_examples(
        CODEBOOK, lambda read: told if read == text else (RIGHT,) * (read == SHELLED)
    )
    return [str(failure) for failure in failures]


def told(**changes: object) -> Told:
    fields = {name: getattr(RIGHT, name) for name in ("kind", "trigger", "status", "actors")}
    return Told(**{**fields, **changes})  # type: ignore[arg-type]


def test_an_example_told_as_it_wants_is_no_failure() -> None:
    assert problems(RIGHT) == []


def test_one_right_claim_among_others_is_enough() -> None:
    assert problems(told(status=Status.FAILED), RIGHT, told(kind=KindId("clash"))) == []


@pytest.mark.parametrize(
    ("claims", "expect"),
    [
        ((), "'shelled' gave nothing"),
        ((told(kind=KindId("clash")),), "'shelled' gave clash"),
        ((told(trigger="Hajin"),), "'shelled' gave nothing"),
        ((told(trigger=""),), "'shelled' gave nothing"),
        ((told(status=Status.PLANNED),), "status is planned, not occurred"),
        ((told(actors=()),), "actors are [], not ['army']"),
        ((told(actors=("The army", "Monday")),), "actors are ['The army', 'Monday'], not ['army']"),
        ((told(targets=("Hajin",)),), "targets are ['Hajin'], not []"),
    ],
)
def test_a_mistold_example_is_a_failure_that_says_how(claims, expect: str) -> None:
    assert problems(*claims) == [f"shelling: {expect}: {SHELLED!r}"]


def test_what_an_example_leaves_open_is_not_checked() -> None:
    kind = CODEBOOK.kinds[0]
    loose = Codebook(
        kinds=(
            Kind(
                id=kind.id,
                label=kind.label,
                definition=kind.definition,
                positive=(Positive(text=SHELLED, trigger="shelled"),),
            ),
        )
    )
    assert check_examples(loose, lambda _: (told(status=Status.DENIED, actors=("Hajin",)),)) == ()


def test_a_negative_example_that_is_coded_is_a_failure_with_the_reason() -> None:
    assert problems(told(trigger="fired"), text=FIRED) == [
        f"shelling: coded, although it is a dismissal: {FIRED!r}"
    ]


def test_a_negative_example_coded_as_another_kind_is_fine() -> None:
    assert problems(told(kind=KindId("strike"), trigger="fired"), text=FIRED) == []
