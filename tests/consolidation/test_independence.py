from __future__ import annotations

import pytest

from dateline.consolidation.independence import COPIES, find_voices
from dateline.consolidation.resolved import resolve_claims


@pytest.fixture
def voices(tell, atlas):
    """The voices of some documents, each given by its values; its text is its own."""

    def make(*documents, owners=None):
        members = []
        for number, told in enumerate(documents):
            words = " ".join(f"w{number}x{index}" for index in range(20))
            speaker = told.get("speaker")
            lead = f"{speaker} said " if speaker else ""
            claims = [{"trigger": "shelled", "kind": "shelling"}]
            if speaker:
                claims[0]["speakers"] = [speaker]
            if told.get("own"):
                claims.append({"trigger": "shelled#2", "kind": "shelling"})
            text = told.get("text", f"{lead}guns shelled the town. It was shelled. {words}.")
            document = {"address": str(number), "text": text, "claim": claims, **told}
            members += resolve_claims(*tell({"source": f"paper {number}", **document}), atlas)
        return find_voices(tuple(members), owners or {})

    return make


def test_one_document_is_one_voice_and_needs_no_reason(voices):
    (voice,) = voices({"source": "Daily"})
    assert (voice.sources, voice.because) == (("Daily",), ())


def test_sources_that_have_nothing_in_common_are_independent(voices):
    assert [voice.because for voice in voices({}, {}, {})] == [(), (), ()]


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        ({"source": "Daily"}, {"source": "Daily"}, "both are of Daily"),
        ({"agency": "Reuters"}, {"agency": "Reuters"}, "both carry Reuters's text"),
        ({"agency": "Reuters"}, {"source": "Reuters"}, "both carry Reuters's text"),
        ({"speaker": "Reuters"}, {"source": "Reuters"}, "both give the word of Reuters"),
        ({"speaker": "Reuters"}, {"agency": "Reuters"}, "both give the word of Reuters"),
        ({"speaker": "army"}, {"speaker": "army"}, "both give the word of army"),
        ({"text": "Guns shelled it."}, {"text": "Guns shelled it."}, COPIES),
    ],
)
def test_what_hangs_together_is_one_voice(one, other, because, voices):
    (voice,) = voices(one, other)
    assert voice.because == (because,)
    assert len(voice.documents) == 2


def test_papers_of_one_owner_are_one_voice(voices):
    owners = {"paper 0": "Ministry", "paper 1": "Ministry", "paper 2": "Trust"}
    first, second = voices({}, {}, {}, owners=owners)
    assert first.because == ("both belong to Ministry",)
    assert (first.sources, second.sources) == (("paper 0", "paper 1"), ("paper 2",))


@pytest.mark.parametrize("speaker", ["a doctor", "army officials"])
def test_nobody_in_particular_is_not_one_voice(speaker, voices):
    assert len(voices({"speaker": speaker}, {"speaker": speaker})) == 2


def test_who_says_something_by_itself_is_a_voice_of_its_own(voices):
    quoting = {"speaker": "Reuters"}
    assert len(voices({**quoting, "own": True}, quoting)) == 2


def test_an_unattributed_headline_takes_nothing_from_the_speaker(voices, tell, atlas):
    told = {
        "text": "Guns shelled town\n\nReuters said guns shelled the town.",
        "claim": [
            {"trigger": "shelled", "kind": "shelling"},
            {"trigger": "shelled#2", "kind": "shelling", "speakers": ["Reuters"]},
        ],
    }
    quoting = {"address": "q", "source": "Herald", **told}
    own = {
        "address": "o",
        "source": "Reuters",
        "text": "The town was shelled at dawn.",
        "claim": [{"trigger": "shelled", "kind": "shelling"}],
    }
    members = (*resolve_claims(*tell(quoting), atlas), *resolve_claims(*tell(own), atlas))
    (voice,) = find_voices(members, {})
    assert voice.because == ("both give the word of Reuters",)


def test_headlines_alone_say_it_by_themselves(voices):
    told = {"text": "Guns shelled the town\n\nNothing more was known.", "headline": True}
    other = {"text": "Guns shelled the old town\n\nMore is to come.", "headline": True}
    assert len(voices(told, other)) == 2


def test_what_hangs_together_over_a_third_is_one_voice(voices):
    (voice,) = voices(
        {"source": "Daily"}, {"agency": "Reuters"}, {"source": "Daily", "agency": "Reuters"}
    )
    assert voice.because == ("both are of Daily", "both carry Reuters's text")
