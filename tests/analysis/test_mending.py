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


def test_is_in_capitals_is_the_group_in_a_mixed_text(passage):
    here = passage("IS attacked the prison in Hasakah.")
    assert (here("IS").pos, here("IS").dep, here("attacked").tag) == ("PROPN", "nsubj", "VBD")
    here = passage("Turkish jets bombed IS positions near Jarablus.")
    assert (here("IS").dep, here("positions").dep) == ("compound", "dobj")
    here = passage("The town is under fire.")
    assert here("is").pos == "AUX"
