from __future__ import annotations

from dateline.types import Confidence, MentionKind, Status


def test_every_mention_is_of_the_kind_of_its_field(read):
    text = (
        "Rebels of the M23 attacked Congolese troops near Goma with mortars on Monday. "
        "Qatar mediated talks between the M23 and Kinshasa in Doha."
    )
    for claim in read(text):
        acting = (*claim.actors, *claim.targets, *claim.through)
        assert {mention.kind for mention in acting} <= {MentionKind.ACTOR}
        assert {mention.kind for mention in claim.places} <= {MentionKind.PLACE}
        assert {mention.kind for mention in claim.times} <= {MentionKind.TIME}
        assert {mention.kind for mention in claim.instruments} <= {MentionKind.WEAPON}


def test_a_name_the_register_knows_is_surer_than_a_common_word(read):
    known = read("Hezbollah attacked Metula.")[0].actors[0]
    common = read("Gunmen attacked Metula.")[0].actors[0]
    assert (known.confidence, common.confidence) == (Confidence.HIGH, Confidence.MEDIUM)


def test_why_names_trigger_status_and_weight(read):
    text = "Hezbollah will attack Metula."
    (claim,) = read(text)
    assert claim.status is Status.PLANNED
    assert claim.why[0].because.startswith("“attack” tells of ")
    assert claim.why[1].because == "planned: “will” governs it"
    assert sum(reason.points for reason in claim.why) != 0


def test_nobody_is_both_who_acts_and_whom_it_is_done_to(read):
    for text in (
        "Rebels and soldiers attacked each other in Bria.",
        "The army accused itself of attacking the army in Bria.",
        "Clashes between rebels in Bria went on.",
    ):
        for claim in read(text):
            assert not set(claim.actors) & set(claim.targets)
