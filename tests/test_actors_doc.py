"""The page of the actor register is as the register is now."""

import actors_doc
from dateline.resolution.actors.register import load_register


def test_the_page_of_the_register_is_fresh() -> None:
    assert actors_doc.PAGE.read_text("utf-8") == actors_doc.make_page(load_register())
