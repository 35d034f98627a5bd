"""The page of the codebook is as the codebook is now."""

import codebook_doc
from dateline.codebook import load_codebook


def test_the_page_of_the_codebook_is_fresh() -> None:
    assert codebook_doc.PAGE.read_text("utf-8") == codebook_doc.make_page(load_codebook())
