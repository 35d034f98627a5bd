from __future__ import annotations


def test_strikes_that_killed_hang_from_the_strikes_and_not_from_the_province(passage):
    here = passage(
        "Chad accused Sudan of carrying out air strikes in Wadi that killed nine people."
    )
    assert here("killed").head is here("strikes")


def test_what_a_relative_clause_brought_about_is_not_of_the_main_clause(passage):
    here = passage(
        "Dozens have been shot in Narathiwat since May, when gunmen stormed a base, "
        "killing four soldiers."
    )
    assert here("killing").head is here("stormed")


def test_what_an_attack_brought_about_stays_with_it(passage):
    here = passage("Gunmen attacked a camp near Goma on Friday, killing four soldiers.")
    assert here("killing").head is here("attacked")


def test_protesters_who_clash_are_no_sticks_that_were_clashed(passage):
    here = passage("Hundreds of people armed with sticks clashed with police in Lagos on Monday.")
    assert here("clashed").dep == "ROOT"
    assert here("Hundreds").head is here("clashed")


def test_who_is_accused_of_shelling_killed_and_not_who_accuses(passage):
    here = passage("Niger accused Benin of shelling two villages on Sunday, killing a woman.")
    assert here("killing").head is here("shelling")
