"""One engine for the whole process, and dates as people write them."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from threading import Thread

import pytest

from dateline.errors import ExtractError, UsageError
from dateline.pipeline import read_documents, read_published, read_text, shared_engine
from dateline.sources import parts_of
from dateline.types import Document

TEXT = "Rebels shelled the market of El Obeid on Tuesday, killing nine people."


def test_the_engine_is_loaded_once() -> None:
    assert shared_engine() is shared_engine()


def test_two_threads_get_one_engine_and_the_same_claims() -> None:
    claims = []
    threads = [Thread(target=lambda: claims.append(read_text(TEXT).claims)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert claims[0]
    assert claims[1:] == claims[:1] * 2


def test_a_codebook_of_ones_own_makes_another_engine(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[extend]]\nid = "shelling"\n')
    assert shared_engine(codebooks=(mine,)) is not shared_engine()


def test_a_register_of_ones_own_makes_another_reading(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[actor]]\nid = "blue"\nname = "Blue Column"\ninter = 2\nsector = "REB"\n')
    engine = shared_engine(registers=(mine,))
    assert engine.digest != shared_engine().digest
    reading = engine.read_text("The Blue Column shelled Gulu.", language="en").reading
    chosen = {resolved.chosen and resolved.chosen.id for resolved in reading.actors}
    assert "blue" in chosen


def test_documents_are_read_in_order() -> None:
    documents = [Document(f"{name}.txt", "test", f"{TEXT} Part {name}.") for name in "ab"]
    readings = list(read_documents(documents))
    assert [reading.document for reading in readings] == [document.id for document in documents]


def test_a_language_that_cannot_be_read_says_so() -> None:
    french = "Les rebelles ont attaqué la ville mardi, selon un porte-parole de l'armée, qui parle."
    with pytest.raises(ExtractError, match="its language is 'fr', read are: en"):
        read_text(french)
    with pytest.raises(ExtractError, match="no words"):
        read_text("1, 2, 3.")


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        (None, None),
        ("2018-09-01", datetime(2018, 9, 1, tzinfo=UTC)),
        (date(2018, 9, 1), datetime(2018, 9, 1, tzinfo=UTC)),
        (datetime(2018, 9, 1, 12), datetime(2018, 9, 1, 12, tzinfo=UTC)),  # noqa: DTZ001
        (
            datetime(2018, 9, 1, 12, tzinfo=timezone(timedelta(hours=2))),
            datetime(2018, 9, 1, 10, tzinfo=UTC),
        ),
    ],
)
def test_a_publication_date_becomes_a_moment(
    published: str | date | None, moment: datetime | None
) -> None:
    assert parts_of(read_published(published))[0] == moment


def test_words_that_are_no_date_are_refused_with_the_way_to_write_one() -> None:
    with pytest.raises(UsageError, match="'last week' is not a date: write it like 2018-09-01"):
        read_text(TEXT, published="last week")


def test_documents_before_one_that_cannot_be_read_are_given_first() -> None:
    french = "Les rebelles ont attaqué la ville mardi, selon un porte-parole de l'armée, qui parle."
    documents = [Document("a", "test", TEXT), Document("b", "test", french)]
    readings = read_documents(documents)
    assert next(readings).document == documents[0].id
    with pytest.raises(ExtractError, match="its language is 'fr'"):
        next(readings)
