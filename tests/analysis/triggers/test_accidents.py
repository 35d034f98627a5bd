from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed and eight injured when a bus collided with a truck near Nairobi.",
        "Three killed in highway crash",
        "A landslide struck a village in the Rift Valley, killing 12.",
        "Nine miners were killed in the collapse of a gold mine in Mali.",
        "Four soldiers were killed when their helicopter crashed near Konduga.",
        "Twelve people died after drinking toxic alcohol in Punjab.",
        "Eight people were killed in a stampede at a religious festival.",
        "Two tourists were killed by an avalanche.",
        "The outbreak has killed 300 people.",
        "Forty people died of cholera in Aden.",
    ],
)
def test_harm_that_no_side_did_is_no_claim(read, text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ten people were killed when a building collapsed after a missile strike.", "shelling"),
        ("A mine collapsed after a bomb exploded, killing nine miners.", "explosion"),
        ("Soldiers killed four protesters in Khartoum as rain fell.", "killing"),
        ("Thirty people were killed when rebels burned a village near Bria.", "destruction"),
    ],
)
def test_harm_that_somebody_did_beside_an_accident_is(read, text, kind):
    assert [claim.kind for claim in read(text)] == [kind]
