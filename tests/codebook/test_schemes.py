"""The official lists are complete."""

from dateline.codebook.schemes import load_schemes


def test_plover_has_16_types_67_modes_and_37_contexts() -> None:
    schemes = load_schemes()
    assert len(schemes.plover) == 16
    assert sum(map(len, schemes.plover.values())) == 67
    assert len(schemes.plover_contexts) == 37


def test_acled_has_6_types_and_25_sub_types() -> None:
    acled = load_schemes().acled
    assert len(acled) == 6
    assert sum(map(len, acled.values())) == 25


def test_cameo_has_20_roots_and_ucdp_3_types() -> None:
    assert list(load_schemes().cameo) == [f"{root:02}" for root in range(1, 21)]
    assert list(load_schemes().ucdp) == ["1", "2", "3"]
