"""Who says or thinks what: the source, the words that show it, and what is said.

What is said is a clause of the sentence, the words between quotation marks, or both; a quotation
goes on over sentences, and "…," he said, "…" is one quotation in two parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...types import Span, Stance
from ..grammar.parse import Sentence, Token
from ..names.passages import Passage
from ..speech.reporting import Said, Speech, is_that_clause, speaker_of
from ..text.quote_marks import find_quoted

NEAR = 4  # passages: a quotation keeps its speaker that far from where he is named
_CLAUSES = ("ccomp", "parataxis")
_STOPS = frozenset(",;:.!?-–—")
_QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
_SHORT = 3  # words: fewer between marks are a name or a word held at arm's length
_WITH = frozenset({"prt"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """One act of speech or thought; ``source`` is ``None`` where nobody is named."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    said: Said = field(compare=False)
    passage: Passage = field(compare=False, repr=False)
    marked: tuple[Span, ...] = field(default=(), compare=False)  # between quotation marks


def said_around(
    clause: Token,
    passage: Passage,
    speech: Speech,
    quotations: Sequence[Quotation],
    *,
    is_support: bool = False,
) -> tuple[Said, ...]:
    """The layers of reported speech an event stands in, the nearest first.

    What stands between quotation marks is said by whoever another passage says it is.
    """
    layers = speech.around(clause, passage.sentence, is_support=is_support)
    if layers:
        return layers
    for one in quotations:
        is_inside = any(mark.covers(clause.span) for mark in one.marked)
        is_near = abs(one.passage.number - passage.number) <= NEAR
        if is_inside and is_near and speech.is_reporting(one.said.cue):
            is_here = one.passage is passage
            return (one.said if is_here else replace(one.said, told_in=one.passage),)
    return ()


def find_quotations(
    passages: Sequence[Passage], text: str, speech: Speech
) -> tuple[Quotation, ...]:
    """Every act of speech or thought in a document's passages, in text order."""
    finder = _Finder(speech, text, _quoted(passages, text))
    found: list[Quotation] = []
    for passage in passages:
        here = list(finder.of(passage))
        found += here
        found = finder.carried_on(found, passage)
    found = [finder.carried_back(one) for one in found]
    return tuple(sorted(found, key=lambda quotation: (quotation.cue, quotation.content)))


def quoted_speech(passages: Sequence[Passage], text: str, speech: Speech) -> tuple[Quotation, ...]:
    """The acts of speech that a document sets between quotation marks."""
    if not _quoted(passages, text):
        return ()
    return tuple(one for one in find_quotations(passages, text, speech) if one.marked)


def _quoted(passages: Sequence[Passage], text: str) -> tuple[Span, ...]:
    blocks: dict[int, Span] = {}
    for passage in passages:
        span = passage.sentence.span
        before = blocks.get(passage.sentence.block)
        blocks[passage.sentence.block] = before.to(span) if before else span
    return find_quoted(text, (blocks[number] for number in sorted(blocks)))


@dataclass(frozen=True, slots=True)
class _Finder:
    speech: Speech
    text: str
    quoted: tuple[Span, ...]

    def of(self, passage: Passage) -> Iterator[Quotation]:
        """The acts of speech a passage tells of."""
        sentence = passage.sentence
        yield from self._by_phrase(passage)
        for token in sentence.tokens:
            if token.pos == "VERB" and self._can_quote(token):
                yield from self._by_verb(token, passage)
            elif token.pos == "NOUN" and token.lemma in self.speech.held:
                yield from self._by_noun(token, passage)

    def _can_quote(self, verb: Token) -> bool:
        cue = verb.lemma
        return (
            (self.speech.is_reporting(verb) or cue in self.speech.quoting)
            and verb.dep not in ("amod", "compound")
        ) or (cue in self.speech.wishes and verb.child("xcomp") is not None)

    # ---- verbs ----

    def _by_verb(self, verb: Token, passage: Passage) -> Iterator[Quotation]:
        clause = list(self._clause_of(verb))
        own = self._inside(verb.span)
        quoted = tuple(self._quoted_beside(verb, passage.sentence, own))
        if not quoted and not clause:
            quoted = tuple(self._quoted_next_to(verb, passage.sentence))
        parts = [*clause, *quoted]
        if not parts:
            return
        speaker = speaker_of(verb) or _turned_subject(verb, quoted)
        source = _phrase(speaker, verb) if speaker else None
        content = _merged([self._with_marks(part) for part in parts], self.text)
        taken = [span for span in (source, _cue_of(verb)) if span]
        content = tuple(part for span in content for part in _without(span, taken, self.text))
        if content:
            stance = self.speech.verbs.get(verb.lemma, Stance.SAYS)
            said = Said(stance, verb, speaker)
            yield Quotation(source, _cue_of(verb), content, said, passage, quoted)

    def _clause_of(self, verb: Token) -> Iterator[Span]:
        """The clause under the verb, or the one that the verb is an aside to."""
        for child in verb.children:
            is_wish = child.dep == "xcomp" and verb.lemma in self.speech.wishes
            if child.dep in _CLAUSES or (is_wish and not _is_adjective(child)):
                if child.dep == "parataxis" and self.speech.is_aside(child):
                    continue
                yield from _extents(child, but=verb)
                return
        strayed = self.speech.clause_strayed(verb)
        if strayed is not None:
            yield from _extents(strayed, but=verb)
        elif self.speech.is_aside(verb) or (verb.dep == "parataxis" and verb.child("nsubj")):
            yield from _extents(verb.head, but=verb)

    def _inside(self, span: Span) -> Span | None:
        return next((quote for quote in self.quoted if quote.covers(span)), None)

    def _quoted_beside(self, verb: Token, sentence: Sentence, own: Span | None) -> Iterator[Span]:
        """The quotations of the sentence that a verb outside of them introduces or closes."""
        if own is not None or not self._speaks_here(verb, sentence):
            return
        for quote in self.quoted:
            if not quote.overlaps(sentence.span):
                continue
            if self._is_said(quote) and self._is_between(verb, quote, sentence):
                yield quote

    def _quoted_next_to(self, verb: Token, sentence: Sentence) -> Iterator[Span]:
        """ "…." said the mayor, where the parse makes two sentences; what follows a colon."""
        if not self._speaks_here(verb, sentence) or verb.child("dobj") or self._inside(verb.span):
            return
        words = sentence.span.of(self.text)
        for quote in self.quoted:
            after = self.text[quote.end : verb.start] if quote.end <= verb.start else None
            is_behind = after is not None and not after.strip() and len(after) <= 2
            before = self.text[sentence.span.end : quote.start]
            is_ahead = quote.start >= sentence.span.end and not before.strip() and words[-1] == ":"
            if (is_behind or is_ahead) and self._is_said(quote):
                yield quote
                return

    def _with_marks(self, part: Span) -> Span:
        """A clause with the marks of a quotation that begins or ends with it."""
        for quote in self.quoted:
            if part.covers(Span(quote.start, quote.start + 1)) and 0 < quote.end - part.end <= 2:
                return part.to(quote)
            if part.start - quote.start == 1 and part.overlaps(quote):
                return part.to(quote) if quote.end - part.end <= 2 else part
        return part

    def _is_said(self, quote: Span) -> bool:
        """Whether a quotation is more than a name or a word held at arm's length."""
        words = quote.of(self.text)
        if len(words.split()) >= _SHORT:
            return True
        before = self.text[: quote.start].rstrip()[-1:]
        return before in (":", ",") or words[-2:-1] in (",", ".", "?", "!")

    def _speaks_here(self, verb: Token, sentence: Sentence) -> bool:
        return self.speech.is_reporting(verb) or verb.lemma in self.speech.quoting

    def _is_between(self, verb: Token, quote: Span, sentence: Sentence) -> bool:
        """Whether nothing else that speaks stands between a verb and a quotation."""
        left, right = (
            (verb.end, quote.start) if verb.end <= quote.start else (quote.end, verb.start)
        )
        between = [
            token
            for token in sentence.tokens
            if left <= token.start and token.end <= right and token is not verb
        ]
        if any(token.pos == "VERB" and self._speaks_here(token, sentence) for token in between):
            return False
        if verb.start >= quote.end:  # "…," said the mayor; "…," the mayor said
            words = [token for token in between if token.pos not in ("PUNCT", "DET")]
            return not any(token.pos in ("VERB", "AUX") for token in words)
        stop = self.text[left : quote.start].rstrip()
        return stop.endswith((",", ":", "that")) or len(between) <= _SHORT + 1

    # ---- nouns and phrases ----

    def _by_noun(self, noun: Token, passage: Passage) -> Iterator[Quotation]:
        """ "The claim that rebels shelled it", "his belief that"."""
        for child in noun.children:
            if child.dep in ("acl", "ccomp", "relcl") and is_that_clause(child):
                said = self.speech.of_word(noun)
                speaker = said.speaker
                source = _phrase(speaker, noun) if speaker else None
                stance = self.speech.nouns.get(noun.lemma, Stance.SAYS)
                content = tuple(_extents(child, but=noun))
                yield Quotation(source, noun.span, content, Said(stance, noun, speaker), passage)
                return

    def _by_phrase(self, passage: Passage) -> Iterator[Quotation]:
        """ "According to the army": what it hangs from is said."""
        for cue in self.speech.phrases_in(passage.sentence):
            last = cue.words[-1]
            source = _phrase(cue.speaker, last)
            head = cue.words[0].head
            if head is cue.words[0] or head.index == last.index:
                continue
            while head.pos not in ("VERB", "AUX") and head.head is not head:
                head = head.head
            words = cue.words[0].span.to(last.span)
            taken = [words.to(source)]
            parts = [
                part
                for span in _extents(head, but=cue.words[0])
                for part in _without(span, taken, self.text)
            ]
            if parts:
                said = Said(Stance.SAYS, cue.words[0], cue.speaker)
                yield Quotation(source, words, tuple(parts), said, passage)

    # ---- over sentences ----

    def carried_on(self, found: list[Quotation], passage: Passage) -> list[Quotation]:
        """Give a quotation that no word introduces to who spoke last, or before a colon."""
        sentence = passage.sentence
        for quote in self.quoted:
            # The parse leaves an opening mark with the sentence before it.
            if not sentence.span.start <= quote.start + 1 < sentence.span.end:
                continue
            if not self._is_said(quote) or not _fills(quote, sentence, self.text):
                continue
            if any(part.overlaps(quote) for one in found for part in one.content):
                continue
            last = self._last_said(found, quote, sentence)
            if last is not None:
                found[found.index(last)] = replace(
                    last, content=(*last.content, quote), marked=(*last.marked, quote)
                )
        return found

    def carried_back(self, found: Quotation) -> Quotation:
        """Add the paragraphs before that leave the quotation open."""
        while found.marked:
            first = min(found.marked)
            at = self.quoted.index(first) if first in self.quoted else 0
            before = self.quoted[at - 1] if at else None
            if before is None or self.text[before.end - 1] in _QUOTES:
                return found
            if self.text[before.end : first.start].strip():
                return found
            found = replace(
                found,
                content=tuple(sorted((before, *found.content))),
                marked=(before, *found.marked),
            )
        return found

    def _last_said(
        self, found: list[Quotation], quote: Span, sentence: Sentence
    ) -> Quotation | None:
        """Who spoke in the same paragraph, in quotation marks, right before."""
        before = [
            one
            for one in found
            if one.cue.end <= quote.start
            and one.passage.sentence.block in (sentence.block, sentence.block - 1)
            and one.marked
        ]
        if not before:
            return None
        last = max(before, key=lambda one: max(one.cue.end, one.content[-1].end))
        end = max(last.cue.end, last.content[-1].end, last.passage.sentence.span.end)
        gap = self.text[min(end, quote.start) : quote.start]
        return last if not gap.strip(" \n\t\r") else None


def _turned_subject(verb: Token, quoted: Sequence[Span]) -> Token | None:
    """ "…?" asked the priest: what the parse takes for the object speaks."""
    if verb.child("nsubj", "nsubjpass") or not any(quote.end <= verb.start for quote in quoted):
        return None
    return next(
        (child for child in verb.children if child.dep == "dobj" and child.index > verb.index), None
    )


def _is_adjective(token: Token) -> bool:
    return token.pos == "ADJ"


def _cue_of(verb: Token) -> Span:
    """The verb with its particle: "pointed out"."""
    for child in verb.children:
        if child.dep in _WITH and child.index == verb.index + 1:
            return verb.span.to(child.span)
    return verb.span


def _phrase(head: Token, cue: Token) -> Span:
    """All that names a source, without the clause in which it speaks."""
    below = {token.index for token in cue.subtree()} if _is_above(head, cue) else set()
    tokens = [token for token in head.subtree() if token.index not in below]
    return _trimmed(_run_of(head, sorted(tokens, key=lambda token: token.index)))


def _is_above(head: Token, cue: Token) -> bool:
    return any(ancestor is head for ancestor in cue.ancestors())


def _run_of(head: Token, tokens: list[Token]) -> list[Token]:
    """The unbroken stretch of tokens that a head is in."""
    at = next(number for number, token in enumerate(tokens) if token is head)
    first = last = at
    while first > 0 and tokens[first - 1].index == tokens[first].index - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].index == tokens[last].index + 1:
        last += 1
    return tokens[first : last + 1]


def _trimmed(tokens: list[Token]) -> Span:
    while len(tokens) > 1 and (tokens[0].text in _STOPS or tokens[0].text in _QUOTES):
        tokens = tokens[1:]
    while len(tokens) > 1 and (tokens[-1].text in _STOPS or tokens[-1].text in _QUOTES):
        tokens = tokens[:-1]
    return Span(tokens[0].start, tokens[-1].end)


def _extents(head: Token, *, but: Token) -> Iterator[Span]:
    """The stretches of text under a word, without those under another."""
    above = {but.index, *(token.index for token in but.ancestors())}
    is_above = head.index in above
    left_out = {token.index for token in but.subtree()} if is_above else set()
    tokens = sorted(
        (token for token in head.subtree() if token.index not in left_out),
        key=lambda token: token.index,
    )
    stretch: list[Token] = []
    for token in tokens:
        if stretch and token.index != stretch[-1].index + 1:
            yield from _worth(stretch)
            stretch = []
        stretch.append(token)
    yield from _worth(stretch)


def _worth(tokens: list[Token]) -> Iterator[Span]:
    if any(token.text not in _STOPS and token.text not in _QUOTES for token in tokens):
        while tokens[0].text in _STOPS:
            tokens = tokens[1:]
        while tokens[-1].text in _STOPS:
            tokens = tokens[:-1]
        yield Span(tokens[0].start, tokens[-1].end)


def _merged(parts: list[Span], text: str) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap as one."""
    found: list[Span] = []
    for part in sorted(parts):
        gap = text[found[-1].end : part.start] if found else "x"
        if found and (part.start <= found[-1].end or not gap.strip(' \n"“”')):
            found[-1] = Span(found[-1].start, max(found[-1].end, part.end))
        else:
            found.append(part)
    return tuple(found)


def _without(span: Span, taken: list[Span], text: str) -> Iterator[Span]:
    """A span less others, and less the commas that set them off."""
    pieces = [span]
    for cut in taken:
        pieces = [
            piece
            for old in pieces
            for piece in (
                (Span(old.start, cut.start), Span(cut.end, old.end))
                if old.overlaps(cut) and old.start <= cut.start and cut.end <= old.end
                else (old,)
            )
        ]
    for piece in pieces:
        words = piece.of(text)
        start = piece.start + len(words) - len(words.lstrip(" ,;:\n"))
        end = piece.end - (len(words) - len(words.rstrip(" ,;:\n")))
        if end > start and any(letter.isalnum() for letter in text[start:end]):
            yield Span(start, end)


def _fills(quote: Span, sentence: Sentence, text: str) -> bool:
    """Whether a sentence is nothing but a quotation, or the beginning of one."""
    outside = text[sentence.span.start : quote.start]
    behind = text[quote.end : sentence.span.end] if quote.end < sentence.span.end else ""
    return not any(letter.isalnum() for letter in outside + behind)
