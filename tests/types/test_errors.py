"""Errors go from process to process with all they hold."""

import pickle

from dateline.errors import ExtractError, FetchError


def test_an_error_of_a_document_survives_the_way_to_another_process() -> None:
    for error in (ExtractError("a.txt", "is empty"), FetchError("b", "is busy", retry_after=5.0)):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
