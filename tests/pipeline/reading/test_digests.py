"""Code and data are named after their content."""

from dateline.pipeline.reading.digests import code_digest


def test_the_same_code_has_the_same_name_and_other_code_another() -> None:
    assert code_digest("types") == code_digest("types")
    assert code_digest("types") != code_digest("types", "pipeline/events/coding.py")
