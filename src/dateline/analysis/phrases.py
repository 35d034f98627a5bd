"""Noun phrases: how far one reaches, and what sort of thing it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..codebook.kinds import Class
from ..types import Names, Span
from .lexicon import Lexicon
from .parse import Sentence, Token
from .passages import Part

LONGEST_NAME = 6  # tokens
_BEFORE = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "punct", "advmod"}
)
_INSIDE_NAME = frozenset(
    "of the al el an ar as at az ad ed de del la los las le les di da do dos du des au aux sur "
    "sous y e bin ibn for and - ' ’".split()
)
_COLLECTIVE = frozenset(
    "hundred thousand dozen score ten number group total million hundreds thousands dozens scores "
    "tens team band".split()
)
_CARRYING = frozenset("convoy caravan column patrol crew bus truck boat".split())
_ARMING = frozenset({"armed", "masked", "uniformed"})
_BREAKS = frozenset(',;:()"“”')
ACTING = frozenset({Class.ARMED, Class.BODY})


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A stretch of tokens that the register or the gazetteer knows."""

    first: int
    last: int  # inclusive
    is_actor: bool
    is_place: bool


class Phrases:
    """The noun phrases of one sentence, read with the names that are known."""

    def __init__(
        self,
        sentence: Sentence,
        text: str,
        names: Names,
        lexicon: Lexicon,
        persons: frozenset[str] = frozenset(),  # surnames
    ) -> None:
        self.sentence = sentence
        self.persons = persons
        self.text = text
        self.names = names
        self.lexicon = lexicon
        self.known: dict[int, Known] = {
            index: known
            for known in _find_known(sentence, text, names, lexicon)
            if not self._is_surname(known)
            for index in range(known.first, known.last + 1)
        }

    # ---- extent ----

    def span_of(self, head: Token) -> Span:
        """The words that name what a head word names, with the names it is "of"."""
        tokens = self.sentence.tokens
        first = last = head.index
        for child in sorted(head.children, key=lambda child: -child.index):
            is_before = child.index < head.index and child.dep in _BEFORE
            if is_before and child.text not in _BREAKS:
                first = min(first, min(token.index for token in child.subtree()))
        known = self.known.get(head.index)
        if known:
            first, last = min(first, known.first), max(last, known.last)
        span = Span(tokens[first].start, tokens[last].end)
        belonging = self._belonging(head)
        return span.to(belonging) if belonging else span

    def _belonging(self, head: Token) -> Span | None:
        """ "of X" behind a head that acts for X, or is a kind of place called X."""
        if head.lemma in _CARRYING:
            return self._carried(head)  # "a convoy of soldiers"
        if head.lemma not in self.lexicon.members and head.lemma not in self.lexicon.place:
            return None
        for child in head.children:
            if child.dep == "prep" and child.lemma == "of" and child.index > head.index:
                thing = child.child("pobj")
                if thing and (
                    thing.is_name or thing.index in self.known or thing.lemma in self.lexicon.place
                ):
                    return child.span.to(self.span_of(thing))
        return None

    def _carried(self, head: Token) -> Span | None:
        for child in head.children:
            thing = child.child("pobj") if child.dep == "prep" else None
            if thing is not None and child.lemma in ("of", "carrying") and self.can_act(thing):
                return child.span.to(self.span_of(thing))
        return None

    def words(self, span: Span) -> str:
        """The words of a span, without a leading article, as looked up in registers."""
        words = span.of(self.text).replace("\n", " ")
        for article in ("the ", "The ", "THE ", "a ", "an ", "A ", "An "):
            words = words.removeprefix(article)
        return words

    def people_in(self, counted: Token) -> Token:
        """ "Dozens of people", "four of the soldiers": the people, not the number."""
        if counted.lemma in _COLLECTIVE or counted.tag == "CD":
            for child in counted.children:
                if child.dep == "prep" and child.lemma == "of":
                    people = child.child("pobj")
                    if people is not None:
                        return self.people_in(people)
        return counted

    # ---- what it names ----

    def classes(self, head: Token) -> frozenset[Class]:
        """What a head word can name; empty when nothing is known about it."""
        head = self.people_in(head)
        known = self.known.get(head.index)
        found: set[Class] = set()
        if known and known.is_actor:
            found |= ACTING
        if known and known.is_place:
            found.add(Class.PLACE)
        if found and head.is_name:
            return frozenset(found)
        by_word = self.lexicon.class_of(head.lemma)
        if by_word is Class.PEOPLE and any(child.lemma in _ARMING for child in head.children):
            return frozenset({Class.ARMED})  # "armed men"
        if by_word:
            return frozenset({by_word})
        if found:
            return frozenset(found)
        if head.lemma in self.lexicon.pronouns or head.tag in ("WP", "WDT"):
            return frozenset()
        if head.is_name:
            is_person = head.text in self.persons or self._has_title(head)
            is_people = is_person or self._are_a_people(head)
            return frozenset({Class.PEOPLE}) if is_people else frozenset()
        if head.tag == "CD":
            return frozenset({Class.PEOPLE})  # "killing ten"
        return frozenset({Class.THING}) if head.pos == "NOUN" else frozenset()

    def is_known_place(self, head: Token) -> bool:
        """Whether the gazetteer knows the name this head stands in."""
        known = self.known.get(head.index)
        return bool(known and known.is_place)

    def is_known_actor(self, head: Token) -> bool:
        """Whether the register knows the name this head stands in."""
        known = self.known.get(head.index)
        return bool(known and known.is_actor)

    def is_capital(self, head: Token) -> bool:
        """Whether the name this head stands in is a capital's."""
        return self.names.is_capital(self._name(head))

    def can_act(self, head: Token) -> bool:
        """Whether it may be an actor: a force, body or person, or a name nothing is known about."""
        classes = self.classes(head)
        if classes & {Class.ARMED, Class.BODY, Class.PEOPLE}:
            return True
        if Class.PLACE in classes and head.is_name:
            return self.is_known_actor(head) or self.is_capital(head)
        return not classes and (head.is_name or head.tag in ("PRP", "WP", "DT"))

    def names_somebody(self, modifier: Token) -> bool:
        """Whether a modifier says who or where: "rebel attack", "Israeli strikes"."""
        return (
            bool(self.classes(modifier) - {Class.THING})
            or self.can_act(modifier)
            or self.names.is_demonym(modifier.text)
        )

    def are_in_name(self, words: tuple[Token, ...]) -> bool:
        """Whether words are part of a longer name: "Civilian Joint Task Force"."""
        first = words[0].index
        known = self.known.get(first)
        if known and known.is_actor and known.first < first and words[-1].index <= known.last:
            # "Ukrainian drones" are known as an actor too, and no name.
            return not self.names.is_demonym(self.sentence.tokens[known.first].text)
        if self.sentence.part is not Part.BODY or not first:
            return False  # a headline in title case tells nothing of what is a name
        before = self.sentence.tokens[first - 1]
        return (
            all(word.is_name for word in (before, *words))
            and before.dep == "compound"
            and before.index not in self.known
            and not self.names.is_demonym(before.text)
        )

    def is_place(self, head: Token) -> bool:
        """Whether it names a place and cannot act."""
        return Class.PLACE in self.classes(head)

    def is_time(self, head: Token) -> bool:
        """Whether it names a time: "killed on Tuesday", "last week"."""
        return head.lemma.rstrip(".") in self.lexicon.time or (
            head.tag == "CD"
            and len(head.text) == 4
            and head.text.isdigit()
            and head.text[0] in "12"
        )

    def _are_a_people(self, head: Token) -> bool:
        """ "Palestinians", "Tutsis": people by their nation or kin."""
        one = head.text.removesuffix("s")
        is_many = one != head.text and head.tag in ("NNS", "NNPS", "NNP")
        return is_many and (
            self.names.is_demonym(one) or self.lexicon.class_of(one.lower()) is Class.PEOPLE
        )

    def _is_surname(self, known: Known) -> bool:
        """Whether what is known as a place is the last name of somebody in this document."""
        last = self.sentence.tokens[known.last]
        return known.is_place and not known.is_actor and last.text in self.persons

    def _name(self, head: Token) -> str:
        known = self.known.get(head.index)
        if known is None:
            return head.text
        tokens = self.sentence.tokens
        return self.text[tokens[known.first].start : tokens[known.last].end]

    def _has_title(self, head: Token) -> bool:
        return any(
            child.dep in ("compound", "appos", "amod")
            and child.lemma.rstrip(".") in self.lexicon.titles
            for child in head.children
        )


def _is_part_of_name(known: Known, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """ "Liberation" of a "Liberation Army", "Rodriguez" of a person are no places."""
    first, last = tokens[known.first], tokens[known.last]
    if first is last and lexicon.class_of(first.text.lower()) is not None:
        return True
    around = (tokens[known.first - 1 : known.first], tokens[known.last + 1 : known.last + 2])
    return any(
        token.is_name
        and (token.head in (first, last) or last.head is token)
        and "compound" in (token.dep, last.dep)
        and lexicon.class_of(token.lemma) is not Class.PLACE
        for beside in around
        for token in beside
    )


def _find_known(sentence: Sentence, text: str, names: Names, lexicon: Lexicon) -> Iterator[Known]:
    """Longest known names first, from left to right, not overlapping."""
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        token = tokens[index]
        word = token.text.lower()
        is_function = word in lexicon.function or word in lexicon.locative
        if is_function or not (token.text[0].isupper() or token.text[0].isdigit()):
            index += 1
            continue
        known = _known_from(index, tokens, text, names)
        if known and not known.is_actor and _is_part_of_name(known, tokens, lexicon):
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
        if last == first and is_place and not is_actor and not _may_be_name(tokens[first]):
            is_place = False
        if last == first and is_place and not is_actor and names.is_demonym(name):
            is_place = False  # "Saudi air defences"
        if is_actor and not is_place and _is_two(tokens[first : last + 1], text, names):
            continue
        if is_actor or is_place:
            return Known(first, last, is_actor, is_place)
    return None


def _longest(first: int, tokens: tuple[Token, ...]) -> int:
    """The last token a name that starts here could reach."""
    last = first
    for index in range(first + 1, min(first + LONGEST_NAME, len(tokens))):
        token = tokens[index]
        if token.text[0].isupper() or (token.text[0].isdigit() and token.text.isalnum()):
            last = index
        elif token.text.lower() not in _INSIDE_NAME and token.tag not in ("NN", "NNS"):
            break
        elif token.tag in ("NN", "NNS"):
            last = index  # "Syrian army", "Houthi rebels"
            break
    return last


def _is_two(tokens: tuple[Token, ...], text: str, names: Names) -> bool:
    """ "The Islamic State and Hayat Tahrir al-Sham": what stands before "and" is known alone."""
    middle = next((index for index, token in enumerate(tokens) if token.text == "and"), 0)
    return middle > 0 and names.is_actor(text[tokens[0].start : tokens[middle - 1].end])


def _may_end_name(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.tag in ("NN", "NNS")


def _may_be_name(token: Token) -> bool:
    """A verb, an adverb or what only describes a noun ("loud explosions") opens a sentence."""
    if token.index == 0 and token.tag == "JJ" and token.dep == "amod" and not token.head.is_name:
        return False
    return token.pos in ("PROPN", "NOUN", "ADJ", "X") or token.index > 0
