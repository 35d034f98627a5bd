"""What ``import dateline`` offers."""

import subprocess
import sys

import pytest

import dateline


def test_everything_offered_is_there() -> None:
    assert all(getattr(dateline, name) is not None for name in dateline.__all__)


def test_what_is_public_is_what_is_offered() -> None:
    assert [name for name in dir(dateline) if not name.startswith("_")] == dateline.__all__
    assert dateline.__all__ == sorted(dateline.__all__)


def test_every_record_and_error_is_offered() -> None:
    from dateline import errors, types

    own = {
        name
        for module in (errors, types)
        for name, value in vars(module).items()
        if isinstance(value, type) and value.__module__ == module.__name__
    }
    protocols = {"Gazetteer", "Hierarchy", "Names"}
    assert own - protocols <= set(dateline.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'read_minds'"):
        _ = dateline.read_minds


def test_importing_loads_nothing() -> None:
    program = "import sys, dateline; print([n for n in sys.modules if n.startswith('dateline.')])"
    outcome = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert outcome.stdout == "[]\n"


def test_a_text_gives_claims_events_and_their_words() -> None:
    text = "Rebels shelled the market of El Obeid on Tuesday, killing nine people."
    found = dateline.read_text(text, published="2024-05-15")
    (claim,) = found.claims
    assert (claim.kind, claim.status) == ("shelling", dateline.Status.OCCURRED)
    assert claim.trigger.of(text) == "shelled"
    (event,) = found.events
    assert str(event.when.earliest) == "2024-05-14"


def test_documents_give_readings() -> None:
    document = dateline.Document("a.txt", "here", "Rebels shelled the town of Hajin on Monday.")
    (reading,) = dateline.read_documents([document])
    assert reading.document == document.id
