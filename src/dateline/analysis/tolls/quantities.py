"""Read figures as news gives them: digits, words, ranges, "at least", "dozens"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from ...types import Qualifier, Span
from ..grammar.parse import Sentence, Token

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
# The least that each can mean; none gives an upper bound. A dozen is twelve, "dozens" two dozen.
VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens": 20, "several": 2,
    "many": None,
    "few": 2, "numerous": None, "some": None, "couple": 2, "multiple": 2, "handful": 2,
}  # fmt: skip

COLLECTIVE = frozenset(
    "garrison group crowd unit squad patrol column convoy contingent family mob gang band brigade "
    "battalion force army police crew staff population company regiment division team party couple "
    "community number dozen handful majority".split()
)

_QUALIFIERS: tuple[tuple[str, Qualifier], ...] = (
    ("at least", Qualifier.AT_LEAST),
    ("a minimum of", Qualifier.AT_LEAST),
    ("no fewer than", Qualifier.AT_LEAST),
    ("not less than", Qualifier.AT_LEAST),
    ("no less than", Qualifier.AT_LEAST),
    ("no more than", Qualifier.AT_MOST),
    ("not more than", Qualifier.AT_MOST),
    ("more than", Qualifier.AT_LEAST),
    ("upwards of", Qualifier.AT_LEAST),
    ("over", Qualifier.AT_LEAST),
    ("up to", Qualifier.AT_MOST),
    ("as many as", Qualifier.AT_MOST),
    ("at most", Qualifier.AT_MOST),
    ("fewer than", Qualifier.AT_MOST),
    ("less than", Qualifier.AT_MOST),
    ("under", Qualifier.AT_MOST),
    ("about", Qualifier.ABOUT),
    ("around", Qualifier.ABOUT),
    ("approximately", Qualifier.ABOUT),
    ("roughly", Qualifier.ABOUT),
    ("some", Qualifier.ABOUT),
    ("nearly", Qualifier.ABOUT),
    ("almost", Qualifier.ABOUT),
    ("an estimated", Qualifier.ABOUT),
    ("estimated", Qualifier.ABOUT),
)
_RANGE = re.compile(r"(\d[\d,]{0,12})[-–](\d[\d,]{0,12})")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}")  # "6.8 million"
_DIGITS = re.compile(r"\d{1,3}(?:[,.]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure and the words that give it; bounds are inclusive, ``None`` is open."""

    span: Span
    low: int | None
    high: int | None
    qualifier: Qualifier


def find_quantity(head: Token, sentence: Sentence) -> Quantity | None:
    """The figure that stands before (or is) a head word: "at least ten civilians"."""
    tokens = sentence.tokens
    numbers = _number_tokens(head)
    if numbers:
        first, last = numbers[0].index, numbers[-1].index
        values = _values(tokens[first : last + 1])
        if values is None:
            return None
        qualifier, first = _qualifier(tokens, first)
        return _quantity(Span(tokens[first].start, tokens[last].end), values, qualifier)
    return _vague(head, sentence) or _singular(head)


def _number_tokens(head: Token) -> list[Token]:
    found = [head] if _is_number(head) else []
    for child in head.children:
        if (
            child.dep in ("nummod", "quantmod", "amod", "compound", "npadvmod", "nmod")
            and child.index < head.index
            and not _is_age(child)
        ):
            found += [token for token in child.subtree() if _is_number(token) or _joins(token)]
    found = sorted(set(found), key=lambda token: token.index)
    while found and not _is_number(found[0]):
        found.pop(0)
    while found and not _is_number(found[-1]):
        found.pop()
    return found


def _is_age(child: Token) -> bool:
    """ "15-year-old": no figure of people."""
    return any(token.lemma in ("year", "old", "month", "day") for token in child.subtree())


def _is_number(token: Token) -> bool:
    word = token.text.lower()
    if word in NUMBER_WORDS or word in _SCALES or word == "dozen":
        return True
    return any(form.fullmatch(word) for form in (_DIGITS, _RANGE, _DECIMAL)) or (
        "-" in word and _word_value([word]) is not None
    )


def _joins(token: Token) -> bool:
    return token.text.lower() in ("to", "and", "or", "-", "–")


def _values(tokens: tuple[Token, ...]) -> tuple[int, int] | None:
    """Lowest and highest number in a run of tokens: one number, or a range."""
    groups: list[list[str]] = [[]]
    for token in tokens:
        word = token.text.lower()
        ends = _RANGE.fullmatch(word)
        if ends:
            groups += [[ends[1]], [ends[2]]]
        elif _is_number(token):
            groups[-1].append(word)
        elif word == "half" and groups[-1]:
            groups[-1].append("0.5")  # "two and a half million"
        elif word in ("to", "or", "–") or (
            word in ("-", "and") and not _continues(groups[-1], tokens, token)
        ):
            groups.append([])
    values = [
        value for value in (_word_value(group) for group in groups if group) if value is not None
    ]
    return (min(values), max(values)) if values else None


def _continues(group: list[str], tokens: tuple[Token, ...], token: Token) -> bool:
    """ "one hundred and ten", "twenty-five" are one number; "between 10 and 15" are two."""
    if not group:
        return True
    if token.text == "-":
        return group[-1] in _TENS
    if any(other.text.lower() == "half" for other in tokens):
        return True
    return group[-1] in _SCALES


def _word_value(words: list[str]) -> int | None:
    total = 0
    current = Fraction(0)
    seen = False
    for word in (part for joined in words for part in re.split("[-–]", joined) if part):
        if _DIGITS.fullmatch(word):
            current = Fraction(re.sub("[,.]", "", word))
        elif _DECIMAL.fullmatch(word):
            current += Fraction(word)
        elif word in NUMBER_WORDS:
            current += NUMBER_WORDS[word]
        elif word == "hundred":
            current = (current or Fraction(1)) * 100
        elif word == "dozen":
            current = (current or Fraction(1)) * 12
        elif word in _SCALES:
            total, current = total + int((current or Fraction(1)) * _SCALES[word]), Fraction(0)
        else:
            return None
        seen = True
    # A decimal without a scale counts no people: "a magnitude of 5.3".
    return total + int(current) if seen and current.denominator == 1 else None


def _qualifier(tokens: tuple[Token, ...], first: int) -> tuple[Qualifier, int]:
    before = [token.text.lower() for token in tokens[max(0, first - 3) : first]]
    for phrase, qualifier in _QUALIFIERS:
        words = phrase.split()
        if before[-len(words) :] == words and tokens[first - 1].dep != "prt":  # "handed over 12"
            return qualifier, first - len(words)
    return Qualifier.EXACT, first


def _quantity(span: Span, values: tuple[int, int], qualifier: Qualifier) -> Quantity:
    low, high = values
    if qualifier is Qualifier.AT_LEAST:
        return Quantity(span, low, None, qualifier)
    if qualifier is Qualifier.AT_MOST:
        return Quantity(span, None, high, qualifier)
    if low != high:
        return Quantity(span, low, high, Qualifier.ABOUT)
    return Quantity(span, low, high, qualifier)


def _vague(head: Token, sentence: Sentence) -> Quantity | None:
    """ "dozens of people", "several soldiers", and a bare "dozens"."""
    for token in (*head.children, head):
        word = token.text.lower()
        if word in VAGUE and (token is head or token.index < head.index):
            _, first = _qualifier(sentence.tokens, token.index)
            scale, last = _scale_of(token)
            low = VAGUE[word]
            span = Span(sentence.tokens[first].start, last.end)
            return Quantity(span, low * scale if low else None, None, Qualifier.VAGUE)
    return None


def _scale_of(vague: Token) -> tuple[int, Token]:
    """ "Hundreds of thousands", "tens of millions"; the parse hangs either from the other."""
    if vague.dep == "quantmod" and vague.head.lemma in _SCALES and vague.head.tag == "NNS":
        return _SCALES[vague.head.lemma], vague.head
    for child in vague.children:
        thing = child.child("pobj") if child.dep == "prep" and child.lemma == "of" else None
        if thing is not None and thing.lemma in _SCALES and thing.tag == "NNS":
            return _SCALES[thing.lemma], thing
    return 1, vague


def _singular(head: Token) -> Quantity | None:
    """ "a soldier" is one; a bare plural has no figure."""
    if head.tag not in ("NN", "NNP"):
        return None
    article = next(
        (child for child in head.children if child.dep == "det" and child.lemma in ("a", "an")),
        None,
    )
    if article is not None and head.lemma not in COLLECTIVE:
        return Quantity(article.span.to(head.span), 1, 1, Qualifier.EXACT)
    return None
