from __future__ import annotations

from dateline.evaluation.rows import LabelledSentence, SentencesRow
from dateline.evaluation.scoring.sentences import score


def row(id, *labels):
    return SentencesRow(id=id, labels=labels)


def document(*sentences):
    return SentencesRow(
        id="1", sentences=tuple(LabelledSentence(labels=tuple(labels)) for labels in sentences)
    )


GOLD = (row("1", "A"), row("2", "A"), row("3", "B"))


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert scores.weighted_f1 == scores.macro_f1 == scores.exact == 1
    assert scores.documents is None


def test_frequent_labels_weigh_more():
    scores = score(GOLD, [row(id, "A") for id in "123"])
    assert (scores.weighted_f1, scores.macro_f1, scores.exact) == (0.5333, 0.4, 0.6667)
    assert scores.labels["A"].precision == 0.6667


def test_documents_have_the_labels_of_their_sentences():
    scores = score([document("A", "")], [document("", "A", "B")])
    assert scores.weighted_f1 == 0
    assert scores.documents is not None
    assert scores.documents.weighted_f1 == scores.documents.exact == 1


def test_sentences_that_are_not_answered_have_no_labels():
    assert score([document("A", "")], []).exact == 0.5
    assert score([document("A", "A")], [document("A")]).labels["A"].recall == 0.5


def test_without_labels_there_are_no_figures():
    assert score([row("1")], []).macro_f1 == score([], []).exact == 0
