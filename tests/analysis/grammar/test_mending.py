from __future__ import annotations


def test_who_reports_does_not_take_the_doer_for_a_subject_of_its_own(passage):
    here = passage(
        "Gunmen on motorcycles killed 38 villagers and abducted dozens in Zamfara, "
        "residents and a local official said on Thursday."
    )
    assert here("Gunmen").head is here("killed")
    assert here("killed").head is here("said")
    assert here("killed").dep == "ccomp"


def test_a_second_report_hangs_from_the_first(passage):
    here = passage("The minister said that rebels shelled the town and vowed to retake it.")
    assert here("vowed").head is here("said")


def test_a_second_deed_stays_with_the_first(passage):
    here = passage("The minister said that rebels shelled the town and burned it.")
    assert here("burned").head is here("shelled")


def test_who_stands_behind_after_can_be_the_doer_of_what_follows(passage):
    here = passage("The attack came a day after a force of rebels captured an outpost near Kani.")
    assert here("force").head is here("captured")
    assert here("force").dep == "nsubj"


def test_the_eight_who_were_injured_were_not_killed(passage):
    here = passage("Three people were killed and eight injured when a bomb exploded near Nairobi.")
    assert here("eight").head is here("injured")


def test_those_named_after_what_was_done_to_them_underwent_it(passage):
    here = passage("Also wounded were two nurses and a driver.")
    assert (here("nurses").head, here("nurses").dep) == (here("wounded"), "nsubjpass")


def test_those_said_to_be_injured_in_a_shortened_clause_did_nothing(passage):
    here = passage(
        "Five pilgrims were killed and 24 soldiers injured when a truck exploded in Beled."
    )
    assert (here("soldiers").head, here("soldiers").dep) == (here("injured"), "nsubjpass")


def test_who_injures_somebody_still_does_so(passage):
    here = passage("Five pilgrims were killed and the soldiers injured a boy in Beled.")
    assert here("soldiers").dep == "nsubj"


def test_following_is_a_preposition_when_nobody_follows(passage):
    here = passage("The minister ordered a search following the bombings in Jolo.")
    assert (here("following").pos, here("bombings").dep) == ("ADP", "pobj")


def test_what_a_call_asks_for_is_no_purpose(passage):
    here = passage("The UN called on Rwanda to withdraw its troops from Congo.")
    assert here("withdraw").dep == "xcomp"


def test_a_clause_before_a_semicolon_is_not_said_by_who_speaks_behind_it(passage):
    here = passage("Gunmen killed 12 soldiers in Kandadji; the junta said 100 men were captured.")
    assert here("killed").dep != "ccomp"


def test_is_in_capitals_is_the_group_in_a_mixed_text(passage):
    here = passage("IS attacked the prison in Hasakah.")
    assert (here("IS").pos, here("IS").dep, here("attacked").tag) == ("PROPN", "nsubj", "VBD")
    here = passage("Turkish jets bombed IS positions near Jarablus.")
    assert (here("IS").dep, here("positions").dep) == ("compound", "dobj")
    here = passage("The town is under fire.")
    assert here("is").pos == "AUX"


def test_who_is_kidnapped_and_was_freed_kidnapped_nobody(passage):
    here = passage("Peter Okello and Paul Mwangi, kidnapped last week in Gulu, were freed today.")
    assert (here("kidnapped").tag, here("kidnapped").dep) == ("VBN", "acl")
    assert here("kidnapped").head is here("Okello")
    assert (here("freed").dep, here("Okello").dep) == ("ROOT", "nsubjpass")


def test_who_did_one_thing_and_was_done_another_did_the_first(passage):
    here = passage("Peter Okello kidnapped a priest and was jailed.")
    assert here("kidnapped").dep == "ROOT"


def test_an_infinitive_far_behind_the_first_is_coordinated_with_it(passage):
    here = passage("He planned to murder a guard at home, and then use grenades on a barracks.")
    assert here("use").head is here("murder")


def test_a_present_tense_beside_another_is_no_infinitive(passage):
    here = passage("They plan to stay in the town and fight the army every day.")
    assert here("fight").tag in ("VB", "VBP")


def test_what_is_denied_in_the_perfect_is_the_deed(passage):
    here = passage("The army denies having shelled villages.")
    assert (here("shelled").dep, here("shelled").head) == ("xcomp", here("denies"))
    assert (here("villages").dep, here("villages").head) == ("dobj", here("shelled"))


def test_a_day_ahead_of_who_acts_is_no_part_of_the_name(passage):
    here = passage("On Tuesday militias attacked police in Tripoli.")
    assert (here("Tuesday").head, here("militias").head) == (here("On"), here("attacked"))
    assert here("militias").dep == "nsubj"


def test_a_day_may_be_part_of_what_the_clause_is_about(passage):
    here = passage("On Friday prayers the imam said nothing.")
    assert here("imam").head is here("said")
    assert here("prayers").dep != "nsubj"


def test_who_is_attacked_at_work_is_attacked(passage):
    here = passage("Settlers attacked farmers harvesting olives near Nablus.")
    assert (here("farmers").dep, here("farmers").head) == ("dobj", here("attacked"))
    assert here("harvesting").dep == "acl"
