"""The stretches of a sentence that the register or the gazetteer knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...codebook.kinds import Class
from ...types import Inter, Names
from ..grammar.lexicon import Lexicon
from ..grammar.parse import Sentence, Token

LONGEST_NAME = 8  # tokens
_INSIDE_NAME = frozenset(
    "of the al el an ar as at az ad ed de del la los las le les di da do dos du des au aux sur "
    "sous y e bin ibn for and - ' ’".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A stretch of tokens that the register or the gazetteer knows."""

    first: int
    last: int  # inclusive
    is_actor: bool
    is_place: bool


def _is_no_place(known: Known, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """A month, a title or an undertaking ("Nov.", "Brig.", "God") that some village is called."""
    if known.first == known.last:
        word = tokens[known.first].text.lower().rstrip(".")
        if word in lexicon.undertakings or word in lexicon.titles or word in lexicon.time:
            return True
    return _is_hyphenated(known, tokens) or _is_part_of_name(known, tokens, lexicon)


def _is_hyphenated(known: Known, tokens: tuple[Token, ...]) -> bool:
    """ "Wal" of "Wal-Mart"."""
    beside = tokens[known.last + 1 : known.last + 3]
    return (
        known.first == known.last
        and len(beside) == 2
        and beside[0].text == "-"
        and tokens[known.last].end == beside[0].start
        and beside[0].end == beside[1].start
        and beside[1].text[0].isupper()
        and beside[1].head is not tokens[known.last]
    )


def _is_part_of_name(known: Known, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """ "Liberation" of a "Liberation Army", "Rodriguez" of a person are no places."""
    first, last = tokens[known.first], tokens[known.last]
    words = {first.text.lower(), *([first.lemma] if first.tag == "NNS" else [])}  # "Planes fired"
    if first is last and any(lexicon.class_of(word) is not None for word in words):
        return True
    around = (tokens[known.first - 1 : known.first], tokens[known.last + 1 : known.last + 2])
    return any(
        token.is_name
        and token.lemma not in lexicon.time  # "in Bucharest Monday", "Near Mosul"
        and token.lemma not in lexicon.locative
        and (token.head in (first, last) or last.head is token)
        and "compound" in (token.dep, last.dep)
        and lexicon.class_of(token.lemma) is not Class.PLACE
        for beside in around
        for token in beside
    )


def find_known(sentence: Sentence, text: str, names: Names, lexicon: Lexicon) -> Iterator[Known]:
    """Longest known names first, from left to right, not overlapping."""
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        token = tokens[index]
        word = token.text.lower()
        is_function = word in lexicon.function or word in lexicon.locative
        if token.text == "New" and token.is_name:
            is_function = False  # "New York"
        starts = token.text[0].isupper() or token.text[0].isdigit() or _is_article(index, tokens)
        if not starts or (is_function and not _is_article(index, tokens)):
            index += 1
            continue
        known = _known_from(index, tokens, text, names)
        if known and not known.is_actor and _is_no_place(known, tokens, lexicon):
            known = None
        if known:
            yield known
            index = known.last + 1
        else:
            index += 1


def _known_from(first: int, tokens: tuple[Token, ...], text: str, names: Names) -> Known | None:
    for last in range(_longest(first, tokens), first - 1, -1):
        if last != first and not _may_end_name(tokens[last]):
            continue
        name = text[tokens[first].start : tokens[last].end].replace("\n", " ")
        is_actor, is_place = names.is_actor(name), names.is_place(name)
        is_place = is_place and not (is_actor and _is_group(name, names))
        if last == first and is_place and not is_actor and not _may_be_name(tokens[first]):
            is_place = False
        if last == first and is_place and not is_actor and names.is_demonym(name):
            is_place = False  # "Saudi air defences"
        if is_actor and not is_place and _is_two(tokens[first : last + 1], text, names):
            continue
        if is_actor or is_place:
            return Known(first, last, is_actor, is_place)
    return None


def _is_group(name: str, names: Names) -> bool:
    """ "Al-Qaida": some village has any name; a capital that stands for rebels is one still."""
    return names.inter_of(name) not in (None, Inter.STATE_FORCES) and not names.is_capital(name)


def _longest(first: int, tokens: tuple[Token, ...]) -> int:
    """The last token a name that starts here could reach."""
    last = first
    for index in range(first + 1, min(first + LONGEST_NAME, len(tokens))):
        token = tokens[index]
        if token.text[0].isupper() or (token.text[0].isdigit() and token.text.isalnum()):
            last = index
        elif not _goes_on(index, tokens):
            break
        elif token.tag in ("NN", "NNS"):
            last = index  # "Syrian army", "Houthi rebels"
            break
    return last


def _is_two(tokens: tuple[Token, ...], text: str, names: Names) -> bool:
    """ "The Islamic State and Hayat Tahrir al-Sham": what stands before "and" is known alone."""
    middle = next((index for index, token in enumerate(tokens) if token.text == "and"), 0)
    if not 0 < middle < len(tokens) - 1:
        return False
    after = middle + 1 + (tokens[middle + 1].text == "the")
    sides = (tokens[:middle], tokens[after:])  # "Islamic State of Iraq and the Levant" has one
    return all(
        side and names.is_actor(text[side[0].start : side[-1].end].replace("\n", " "))
        for side in sides
    )


def _may_end_name(token: Token) -> bool:
    if not token.text[0].isalnum():
        return False
    return token.text[0].isupper() or token.text[0].isdigit() or token.tag in ("NN", "NNS")


def _may_be_name(token: Token) -> bool:
    """A verb, an adverb or what only describes a noun ("loud explosions") opens a sentence."""
    if token.index == 0 and token.tag == "JJ" and token.dep == "amod" and not token.head.is_name:
        return False
    return token.pos in ("PROPN", "NOUN", "ADJ", "X") or token.index > 0


def _is_article(index: int, tokens: tuple[Token, ...]) -> bool:
    """ "Al" of "al-Qaida"."""
    beside = tokens[index : index + 3]
    return (
        len(beside) == 3
        and beside[0].text in ("al", "el", "ash", "an", "as", "ad", "ar", "at")
        and beside[1].text == "-"
        and beside[1].end == beside[2].start
        and beside[2].text[0].isupper()
    )


def _goes_on(index: int, tokens: tuple[Token, ...]) -> bool:
    """Whether a word in small letters may stand in a name: "of", "as" of "as-Suwayda", "army"."""
    token = tokens[index]
    if token.text.lower() in ("as", "at", "an"):
        return index + 1 < len(tokens) and tokens[index + 1].text == "-"
    return token.text.lower() in _INSIDE_NAME or token.tag in ("NN", "NNS")
