"""Generated pages that depend on the records alone are as the records are now."""

from pathlib import Path

import errors_doc
import types_doc

ROOT = Path(__file__).parent.parent


def test_the_page_of_errors_is_fresh() -> None:
    assert errors_doc.PAGE.read_text("utf-8") == errors_doc.make_page()


def test_the_page_of_records_is_fresh() -> None:
    assert types_doc.PAGE.read_text("utf-8") == types_doc.make_page()
