from dateline.sources import SAMPLES, find_samples, read_document
from dateline.sources.extracting import FORMATS

SAMPLED = tuple(read_document(file) for file in find_samples())


def test_every_sample_is_read() -> None:
    files = [path for path in SAMPLES.iterdir() if path.is_file()]
    assert len(SAMPLED) == len(files) == 16
    assert all(path.suffix in FORMATS for path in files)


def test_every_format_has_a_sample() -> None:
    assert {path.suffix for path in SAMPLES.iterdir()} == {".txt", ".md", ".html"}


def test_every_sample_has_a_date_and_a_source_that_says_it_is_invented() -> None:
    assert all(document.published for document in SAMPLED)
    assert all(document.source.endswith("(invented)") for document in SAMPLED)


def test_the_headline_of_every_sample_is_found_where_there_is_one() -> None:
    without = [document.address for document in SAMPLED if document.headline is None]
    assert without == ["ukraine-bulletin.txt"]


def test_nothing_of_a_page_but_its_article_is_read() -> None:
    texts = "".join(document.text for document in SAMPLED)
    assert "does not exist" not in texts
    assert "Home" not in texts
    assert "Both sides deny responsibility" in texts
