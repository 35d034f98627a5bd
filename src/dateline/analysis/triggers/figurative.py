"""Doubt the language of war where it is about something else: "price war", "shot on goal"."""

from __future__ import annotations

from dataclasses import dataclass

from ...codebook import Codebook
from ...codebook.kinds import Class
from ..grammar.parse import Sentence, Token
from ..grammar.slots import Arguments
from ..names.phrases import Phrases
from .finding import Entry

# A page on which this share of sentences is in sporting or business company is about that. Of the
# sample dispatches the sports and the business page are at 0.3, all others at 0.
PAGE_SHARE = 0.2
# Weaker words say what a page is about only where many different ones stand in many sentences.
WEAK_SHARE = 0.4
WEAK_WORDS = 5
OF_ITS_OWN = 3  # of these, how many are no stronger company
# "Bombarded the minister with questions".
_WORDS = frozenset(
    "question statistic request criticism call email praise complaint demand message".split()
)
_HELP = "aid"
# A page with these in many sentences tells of harm, wherever it was done: "a bomb at a match".
_WAR = frozenset(
    "kill wound injure dead death casualty gunman militant rebel soldier troop army bomber blast "
    "explosion police".split()
)


@dataclass(frozen=True, slots=True)
class Figurative:
    """What the codebook lists as language that gives no claim."""

    phrases: frozenset[tuple[str, ...]]
    company: frozenset[str]
    play: frozenset[str] = frozenset()
    trade: frozenset[str] = frozenset()

    @classmethod
    def of(cls, codebook: Codebook) -> Figurative:
        """The lists of a codebook, ready for look-up."""
        figurative = codebook.figurative
        return cls(
            frozenset(
                tuple(phrase.lower().replace("-", " - ").split()) for phrase in figurative.phrases
            ),
            frozenset(word.lower() for word in figurative.company),
            frozenset(word.lower() for word in figurative.play),
            frozenset(word.lower() for word in figurative.trade),
        )

    def is_play(self, sentences: tuple[Sentence, ...]) -> bool:
        """Whether a page is about sport or the arts, by many words that alone say little."""
        return _has_many(self.play, self.company, sentences)

    def is_page(self, sentences: tuple[Sentence, ...]) -> bool:
        """Whether a whole document keeps such company, or is about business by weaker words."""
        if not sentences:
            return False
        kept = sum(self._keeper(sentence) is not None for sentence in sentences)
        is_kept = kept >= 2 and kept >= PAGE_SHARE * len(sentences)
        return is_kept or _has_many(self.trade, self.company, sentences)

    def _keeper(self, sentence: Sentence) -> str | None:
        """The word in a sentence that keeps force such company."""
        return next((word for word in _lemmas(sentence) if word in self.company), None)

    def phrase_at(self, token: Token, sentence: Sentence) -> str | None:
        """The listed phrase that a token is part of."""
        # The lists leave articles and owners out: "the battle for the title".
        tokens = [
            part
            for part in sentence.tokens[max(0, token.index - 8) : token.index + 9]
            if part is token or part.tag not in ("DT", "PRP$", "POS")
        ]
        at = tokens.index(token)
        for start in range(max(0, at - 4), at + 1):
            for end in range(max(at + 1, start + 2), start + 6):
                run = tokens[start:end]
                if tuple(part.lemma for part in run) in self.phrases:
                    return " ".join(part.text for part in run)
        return None

    def doubt(
        self,
        entry: Entry,
        arguments: Arguments,
        phrases: Phrases,
        *,
        is_page: bool,
        is_play: bool = False,
    ) -> str | None:
        """Why a use of force is not believed here, or ``None``."""
        for head in arguments.of("with", "with object"):
            if head.lemma in _WORDS:
                return f"“{head.text}” are no weapons"
        sentence = phrases.sentence
        company = self._keeper(sentence)
        if company is None and not is_page and not is_play:
            return None
        heads = [argument.head for argument in arguments.found]
        is_believed = _is_registered if is_play else _is_fighting
        if any(is_believed(head, phrases) for head in heads):
            return None
        if company is None and not is_play and self._is_of_states(entry, heads, phrases):
            return None
        if entry.kind.id == _HELP and any(
            phrases.is_known_actor(argument.head) for argument in arguments.found
        ):
            return None  # a state that helps another after a cyclone
        if company is not None:
            return f"“{company}” keeps it company and no armed side is named"
        return "the page is about sport, the arts or business and no armed side is named"

    def _is_of_states(self, entry: Entry, heads: list[Token], phrases: Phrases) -> bool:
        """ "Washington would send 1,000 troops" on a page of business: what states do."""
        if not any(head.is_name and phrases.can_act(head) for head in heads):
            return False
        words = {token.lemma for token in phrases.sentence.tokens}
        if words & self.trade:
            return False
        return not entry.kind.force or not words.isdisjoint(phrases.lexicon.armed)


def _has_many(
    words: frozenset[str], company: frozenset[str], sentences: tuple[Sentence, ...]
) -> bool:
    """Whether many sentences have such words, many different ones, and few tell of harm."""
    if not sentences:
        return False
    lemmas = [frozenset(_lemmas(sentence)) for sentence in sentences]
    kept = [found & (words | company) for found in lemmas]
    different = frozenset().union(*kept)
    harmed = sum(not found.isdisjoint(_WAR) for found in lemmas)
    return (
        len(different) >= WEAK_WORDS
        and len(different & words) >= OF_ITS_OWN
        and sum(map(bool, kept)) >= WEAK_SHARE * len(sentences)
        and harmed < WEAK_SHARE * len(sentences)
    )


def _lemmas(sentence: Sentence) -> list[str]:
    """The lemmas of a sentence, and of its words with a hyphen: "semi-final"."""
    tokens = sentence.tokens
    hyphened = [
        f"{tokens[number - 1].lemma}-{tokens[number + 1].lemma}"
        for number, token in enumerate(tokens[:-1])
        if number and token.text == "-"
    ]
    return [token.lemma for token in tokens] + hyphened


def _is_fighting(head: Token, phrases: Phrases) -> bool:
    if Class.ARMED in phrases.classes(head) and not phrases.classes(head) & {Class.PLACE}:
        return True
    return _is_registered(head, phrases)


def _is_registered(head: Token, phrases: Phrases) -> bool:
    return phrases.is_known_actor(head) and not phrases.is_known_place(head)
