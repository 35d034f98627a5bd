"""Decide whether what a trigger tells of happened, by composing what governs it.

A verb's own negation, modal and tense come first; then everything that governs it, from the inside
out: "the failure of attempts to reach an agreement" is a failed agreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..types import Status
from .arguments import Arguments, is_passive
from .attitudes import Attitudes, Bearing
from .parse import Sentence, Token
from .speech import Speech

_REALISED = frozenset({Status.OCCURRED, Status.ONGOING})
_BARGAINS = frozenset(
    "agreement deal exchange negotiation talk condition swap return bargain".split()
)
# "Used artillery to shell the town", "marched to demand": the purpose is done in the doing.
_MEANS = frozenset({"use", "fire", "deploy", "move", "open"})
_VOICED = frozenset({"demand", "protest", "urge", "call", "discuss", "mark", "mourn", "support"})
_NEGATING = frozenset({"neg", "advmod", "preconj", "det"})
_SUPPOSING = frozenset({"believe", "suspect", "presume", "appear", "seem", "think"})
_REPULSING = frozenset({"ward", "fend", "repel", "repulse", "beat", "push", "drive"})
ASSERTIONS = frozenset(
    "accusation claim allegation report charge suggestion rumour rumor assertion".split()
)
_REJECTING = frozenset({"reject", "dismiss", "deny", "refute", "dispute", "rebut"})
_ENDS = frozenset({"end", "halt", "cessation", "stop"})
_TAKING_AS_DONE = frozenset("despite after during since following amid amidst".split())
_PRESUPPOSING = frozenset({"avenge", "mourn"})
_FAILING_VERBS = frozenset({"fail", "collapse", "founder", "stall", "fizzle"})
_CLIMBS = 12  # a parse can be deep, a sentence's meaning is not


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """A status, the word that shows it, and the step that led there."""

    status: Status
    cue: Token | None
    because: str
    tried: bool = False  # an attempt whose end is not told yet
    is_settled: bool = False  # nothing that governs it further out bears on it


@dataclass(frozen=True, slots=True)
class StatusReader:
    """Judge triggers in a sentence."""

    attitudes: Attitudes
    speech: Speech

    def __call__(self, head: Token, arguments: Arguments, sentence: Sentence) -> Judgement:
        """Judge one trigger."""
        judgement = self._of_noun(head) if arguments.clause is head and head.pos != "VERB" else None
        if judgement is None:
            judgement = self._of_verb(arguments.clause)
            if arguments.support is not None:
                judgement = self._supported(arguments.support, judgement)
                judgement = _inside(self._modified(head), judgement)
            judgement = self._climb(arguments.clause, judgement)
        if judgement.tried:
            judgement = _ended(judgement)
        failing = self._failing(sentence, arguments.clause)
        if failing is not None and judgement.status in _REALISED | {Status.PLANNED}:
            because = f"“{failing.text}” says it came to nothing"
            return Judgement(Status.FAILED, failing, because)
        if sentence.tokens[-1].text == "?" and judgement.status in _REALISED:
            return Judgement(Status.HYPOTHETICAL, sentence.tokens[-1], "it is asked, not told")
        return judgement

    def hedges(self, head: Token, arguments: Arguments) -> tuple[Token, ...]:
        """Words that hold back from asserting the event: "reportedly", "suspected"."""
        found = []
        agents = [child for child in arguments.clause.children if child.dep == "agent"]
        for token in (head, arguments.clause, *agents, *arguments.of("subject", "by")):
            for child in token.children:
                if child.text.lower() in self.attitudes.hedges and child.dep in ("advmod", "amod"):
                    found.append(child)
            if token.dep == "conj":
                found += [
                    child
                    for child in token.head.children
                    if child.text.lower() in self.attitudes.hedges and child.dep == "advmod"
                ]
        for verb in (arguments.clause, *arguments.clause.ancestors()):
            is_above = verb is not arguments.clause and verb.pos == "VERB"
            if is_above and verb.lemma in _SUPPOSING:
                found.append(verb)
            if verb.dep in ("ROOT", "conj", "relcl"):
                break
        return tuple(dict.fromkeys(found))

    def _supported(self, support: Token, judgement: Judgement) -> Judgement:
        """ "The talks collapsed", "called off the meeting", "pledged aid"."""
        if judgement.status not in _REALISED:
            return judgement
        particles = {child.lemma for child in support.children if child.dep == "prt"}
        if support.lemma in _FAILING_VERBS or (
            support.lemma == "break" and particles & {"down", "off"}
        ):
            return Judgement(Status.FAILED, support, f"it “{support.text}”")
        bearing = self.attitudes.of_verb(support)
        if bearing in (None, Bearing.REAL, Bearing.TRIED, Bearing.ONGOING):
            return judgement
        return _judged(bearing, support, f"“{support.text}” governs it")

    # ---- nouns ----

    def _modified(self, noun: Token) -> Judgement | None:
        """What stands before a noun: "a failed attack", "no fighting"."""
        for child in noun.children:
            if child.dep in ("det", "neg") and child.lemma in ("no", "neither"):
                return Judgement(Status.NEGATED, child, f"“{child.text}” negates it")
            if child.dep in ("amod", "compound", "nummod"):
                bearing = self.attitudes.adjectives.get(child.text.lower())
                if bearing:
                    return _judged(bearing, child, f"“{child.text}” stands before it")
        return None

    def _of_noun(self, noun: Token) -> Judgement:
        start = self._modified(noun) or Judgement(Status.OCCURRED, None, "it is told as a fact")
        return self._climb(noun, start)

    # ---- verbs ----

    def _of_verb(self, verb: Token) -> Judgement:
        """A verb's own negation, modal and tense."""
        for child in _with_shared(verb):
            is_negation = child.lemma in self.attitudes.negation and child.dep in _NEGATING
            if is_negation and not _is_not_only(child):
                return Judgement(Status.NEGATED, child, f"“{child.text}” negates it")
        subject = verb.child("nsubj", "nsubjpass")
        if subject is not None:
            none = next(
                (part for part in subject.children if part.lemma in ("no", "neither")), None
            )
            if none is not None or subject.lemma in ("nobody", "none", "neither"):
                cue = none or subject
                return Judgement(Status.NEGATED, cue, f"“{cue.text}” negates it")
        modal = self._modal(verb)
        if modal is not None:
            return modal
        adjective = verb.child("acomp")
        if adjective is not None and adjective.child("xcomp"):  # "a truce is due to take effect"
            bearing = self.attitudes.adjectives.get(adjective.text.lower())
            if bearing is not None:
                return _judged(bearing, adjective, f"“{adjective.text}” governs it")
        to = next((child for child in verb.children if child.lemma == "to"), None)
        if to is not None and to.dep == "aux" and self._is_headline_future(verb):
            return Judgement(Status.PLANNED, to, "a headline's “to” is the future")
        than = next((child for child in verb.children if child.text.lower() == "than"), None)
        if than is not None and any(child.lemma == "rather" for child in verb.children):
            return Judgement(Status.NEGATED, than, "“rather than” negates it")
        if verb.tag == "VBG" and any(child.lemma == "be" for child in _auxiliaries(verb)):
            return Judgement(Status.ONGOING, verb, "it is told as going on")
        if verb.lemma in ("continue", "rage", "persist") and verb.tag in ("VBZ", "VBP"):
            return Judgement(Status.ONGOING, verb, f"“{verb.text}” says it goes on")
        return Judgement(Status.OCCURRED, None, "it is told as a fact")

    def _is_headline_future(self, verb: Token) -> bool:
        """ "Turkey to launch operation": no finite verb, and no noun that says what the plan is."""
        if verb.tag != "VB":
            return False
        noun = verb.head
        return verb.dep == "ROOT" or (
            verb.dep in ("acl", "relcl")
            and noun.dep == "ROOT"
            and noun.pos in ("NOUN", "PROPN")
            and noun.lemma not in self.attitudes.nouns
        )

    def _modal(self, verb: Token) -> Judgement | None:
        auxiliaries = _auxiliaries(verb)
        for auxiliary in auxiliaries:
            bearing = self.attitudes.modals.get(auxiliary.lemma) or self.attitudes.modals.get(
                auxiliary.text.lower()
            )
            if bearing is None:
                continue
            # "said it would attack" is a plan told in the past; a bare "would" is a supposition.
            if auxiliary.lemma in ("would", "'d") and self.speech.governs(verb):
                bearing = Bearing.PLANNED
            if bearing is Bearing.HYPOTHETICAL and any(
                part.lemma == "have" for part in auxiliaries
            ):
                return Judgement(
                    Status.HYPOTHETICAL, auxiliary, f"“{auxiliary.text} have” supposes it"
                )
            return _judged(bearing, auxiliary, f"“{auxiliary.text}” governs it")
        return None

    # ---- what governs it ----

    def _climb(self, token: Token, judgement: Judgement) -> Judgement:
        """Compose with each governing word, from the inside out."""
        for step in range(_CLIMBS):
            conditional = self._conditional(token)
            if conditional is not None:
                judgement = _inside(judgement, conditional)
            governor = token.head
            if governor is token:
                break
            outer = self._outer(token, governor, is_first=step == 0)
            if outer is not None:
                if outer.is_settled:
                    return _inside(judgement, outer) if outer.status in _REALISED else outer
                judgement = _inside(judgement, outer)
            if _is_border(token):
                break
            token = governor
        return judgement

    def _conditional(self, token: Token) -> Judgement | None:
        if token.pos not in ("VERB", "AUX"):
            return None
        subject = token.child("nsubj", "nsubjpass")
        for child in token.children:
            is_turned = child.dep == "aux" and child.text in ("Had", "Should")
            if is_turned and subject is not None and child.index < subject.index:
                return Judgement(Status.HYPOTHETICAL, child, f"“{child.text}” makes it a condition")
            if child.lemma in self.attitudes.conditional and child.dep in (
                "mark",
                "preconj",
                "advmod",
            ):
                because = f"“{child.text}” makes it a condition"
                return Judgement(Status.HYPOTHETICAL, child, because)
            if child.dep == "preconj" and child.lemma == "either":
                return Judgement(Status.HYPOTHETICAL, child, f"“{child.text}” leaves it open")
            if child.dep == "advcl" and token.dep == "ROOT" and self._modal(token):
                mark = next(
                    (part for part in child.children if part.lemma in ("if", "unless")), None
                )
                if mark is not None:
                    return Judgement(Status.HYPOTHETICAL, mark, f"it depends on “{mark.text}”")
        return None

    def _outer(self, token: Token, governor: Token, *, is_first: bool) -> Judgement | None:
        """What a governor makes of what it governs."""
        if governor.pos in ("VERB", "AUX") and token.dep not in ("nsubj", "nsubjpass"):
            return self._under_verb(token, governor)
        if governor.pos in ("VERB", "AUX") and is_passive(governor):
            bearing = self.attitudes.of_verb(governor)
            if bearing in (Bearing.FAILED, Bearing.PLANNED, Bearing.NEGATED, Bearing.THREATENED):
                outer = _judged(bearing, governor, f"it was “{governor.text}”")
                return _inside(outer, self._of_verb(governor))
            return self._of_verb(governor) if token.pos != "VERB" else None
        if governor.pos in ("VERB", "AUX"):
            if governor.lemma in _FAILING_VERBS:
                return Judgement(Status.FAILED, governor, f"it “{governor.text}”")
            own = self._of_verb(governor)
            # "Fighting could spread": a subject shares the mood of its verb, not its tense.
            return None if own.status in _REALISED else own
        if governor.lemma == "for" and _is_owned_up(governor.head):
            because = "who is responsible is said, not whether it happened"
            return Judgement(Status.OCCURRED, None, because, is_settled=True)
        if governor.pos == "ADP" or governor.dep == "prep":
            return self._under_preposition(token, governor)
        if governor.lemma in ASSERTIONS and token.dep in ("acl", "ccomp"):
            verb = governor.head
            if verb.lemma in _REJECTING and governor.dep in ("dobj", "nsubjpass"):
                because = f"“{verb.text} {governor.text}” denies it"
                return Judgement(Status.DENIED, verb, because, is_settled=True)
        if governor.pos in ("NOUN", "PROPN") and token.dep in (
            "acl",
            "relcl",
            "compound",
            "poss",
            "amod",
        ):
            if token.dep in ("acl", "compound", "amod") and (
                token.tag == "VB" or token.pos == "NOUN"
            ):
                bearing = self.attitudes.nouns.get(governor.lemma)
                if bearing and not (token.dep == "compound" and bearing is Bearing.NEGATED):
                    outer = _judged(bearing, governor, f"it hangs from “{governor.text}”")
                    return (
                        _inside(outer, self._modified(governor))
                        if bearing is Bearing.TRIED
                        else outer
                    )
            return None
        if governor.pos == "ADJ" and token.tag == "VB":
            bearing = self.attitudes.adjectives.get(governor.text.lower())
            if bearing:
                return _judged(bearing, governor, f"“{governor.text}” governs it")
        return None

    def _under_verb(self, token: Token, governor: Token) -> Judgement | None:
        bearing = self.attitudes.of_verb(governor)
        is_clause = token.pos in ("VERB", "AUX")
        if is_clause and token.dep in ("conj", "parataxis", "dep"):
            return (
                self._of_verb(governor) if _shares_mood(token) and self._modal(governor) else None
            )
        if is_clause and token.dep == "advcl":
            if token.tag == "VB" and any(child.lemma == "to" for child in token.children):
                if (
                    governor.lemma in _MEANS
                    or self.speech.is_reporting(token)
                    or token.lemma in _VOICED
                ):
                    return None
                return Judgement(Status.PLANNED, token, "it is a purpose")
            return None
        if is_clause and token.dep == "ccomp" and self.speech.is_reporting(governor):
            if bearing in (Bearing.DENIED, Bearing.DEMANDED, Bearing.THREATENED):
                return _judged(bearing, governor, f"“{governor.text}” governs it")
            return None
        if governor.lemma in _PRESUPPOSING and not is_clause:
            because = f"“{governor.text}” takes it as having happened"
            return Judgement(Status.OCCURRED, None, because, is_settled=True)
        if bearing is None or bearing is Bearing.REAL:
            if is_clause and token.tag == "VB":
                return self._of_verb(governor)
            return None
        if not is_clause and bearing is Bearing.TRIED:
            return None
        outer = _judged(bearing, governor, f"“{governor.text}” governs it")
        own = self._of_verb(governor)
        if bearing is Bearing.FAILED and own.status is Status.NEGATED:
            return None  # "did not fail to"
        is_unrealised = not is_clause and governor.tag == "VB" and own.cue is None
        if is_unrealised and governor.lemma in _REPULSING:
            because = f"“to {governor.text}” takes it as going on"
            return Judgement(Status.ONGOING, governor, because, is_settled=True)
        if is_unrealised and bearing is Bearing.FAILED:
            because = f"“to {governor.text}” takes it as what may come"
            return Judgement(Status.HYPOTHETICAL, governor, because, is_settled=True)
        if own.status in (Status.NEGATED, Status.HYPOTHETICAL) and bearing is not Bearing.DENIED:
            return own
        return outer

    def _under_preposition(self, token: Token, preposition: Token) -> Judgement | None:
        governor = preposition.head
        if preposition.lemma == "without":
            return Judgement(Status.NEGATED, preposition, "“without” negates it")
        if governor.text.lower() == "instead":
            return Judgement(Status.NEGATED, governor, "“instead of” negates it")
        if preposition.text.lower() in _TAKING_AS_DONE:
            return self._taken_as_done(preposition)
        if preposition.lemma == "about" and governor.lemma == "be" and token.tag == "VB":
            return Judgement(Status.PLANNED, preposition, "“about to” is the future")
        if governor.lemma == "close" and preposition.lemma == "to":
            return Judgement(Status.HYPOTHETICAL, governor, "“close to” is not there yet")
        if governor.pos == "ADJ":
            bearing = self.attitudes.adjectives.get(governor.text.lower())
            return _judged(bearing, governor, f"“{governor.text}” governs it") if bearing else None
        none = next((child for child in governor.children if child.lemma == "no"), None)
        if governor.pos == "NOUN" and none is not None:
            return Judgement(Status.NEGATED, none, f"“no {governor.text}” negates it")
        is_bargain = governor.lemma in _BARGAINS or (
            self.attitudes.of_verb(governor) is Bearing.FAILED
        )
        if is_bargain and preposition.lemma == "for" and token.pos == "NOUN":
            return Judgement(Status.HYPOTHETICAL, preposition, "it is what is bargained for")
        if governor.pos in ("NOUN", "PROPN"):
            bearing = self.attitudes.nouns.get(governor.lemma)
            if governor.lemma in _ENDS and preposition.lemma in ("to", "of", "in"):
                because = f"“{governor.text}” takes it as going on"
                return Judgement(Status.ONGOING, governor, because, is_settled=True)
            if bearing and preposition.lemma in ("of", "for", "to", "at", "on", "about", "against"):
                outer = _judged(bearing, governor, f"it hangs from “{governor.text}”")
                return _inside(outer, self._modified(governor))
        if governor.pos == "VERB" and preposition.lemma in (
            "for",
            "of",
            "from",
            "against",
            "to",
            "about",
        ):
            bearing = self.attitudes.of_verb(governor)
            if preposition.lemma == "from" and governor.lemma in ("prevent", "stop", "keep", "bar"):
                bearing = Bearing.FAILED
            if governor.lemma == "prepare" and preposition.lemma == "for":
                bearing = Bearing.PLANNED
            if bearing and bearing not in (Bearing.REAL, Bearing.TRIED):
                return _judged(
                    bearing, governor, f"“{governor.text} {preposition.text}” governs it"
                )
        return None

    def _taken_as_done(self, preposition: Token) -> Judgement | None:
        """ "Suspended talks after the attack": it happened, unless what follows it lies ahead."""
        verb = next((above for above in preposition.ancestors() if above.pos == "VERB"), None)
        if verb is not None and (self._modal(verb) or verb.tag == "VB"):
            return None
        because = f"“{preposition.text}” takes it as having happened"
        return Judgement(Status.OCCURRED, None, because, is_settled=True)

    def _failing(self, sentence: Sentence, clause: Token) -> Token | None:
        """ "in vain", where it belongs to the clause or what governs it."""
        for words in self.attitudes.failing:
            if not sentence.words.issuperset(words):
                continue
            for index in range(len(sentence.lowered) - len(words) + 1):
                if sentence.lowered[index : index + len(words)] == words:
                    cue = sentence.tokens[index]
                    governors = {token.index for token in _predicates(clause)}
                    above = [cue.head, *list(cue.head.ancestors())[:2]]
                    if any(token.index in governors for token in above):
                        return cue
        return None


def _is_owned_up(responsibility: Token) -> bool:
    """ "Claimed responsibility", or did not: not "denied responsibility"."""
    above = {ancestor.lemma for ancestor in list(responsibility.ancestors())[:2]}
    return responsibility.lemma == "responsibility" and bool(above & {"claim", "admit", "accept"})


def _predicates(clause: Token) -> Iterator[Token]:
    """A clause and the verbs whose success is its own: "tries in vain to counter-attack"."""
    yield clause
    for ancestor in clause.ancestors():
        if clause.dep not in ("xcomp", "ccomp", "conj", "advcl", "dobj", "nsubj", "acl"):
            return
        yield ancestor
        clause = ancestor


def _judged(bearing: Bearing, cue: Token, because: str) -> Judgement:
    if bearing is Bearing.TRIED:
        return Judgement(Status.OCCURRED, cue, because, tried=True)
    if bearing is Bearing.REAL:
        return Judgement(Status.OCCURRED, None, because)
    return Judgement(Status(bearing.value), cue, because)


def _inside(inner: Judgement | None, outer: Judgement | None) -> Judgement:
    """The status of an event under another word: the inner decides unless it is a plain fact."""
    if inner is None or outer is None:
        found = inner or outer
        assert found is not None
        return found
    if outer.status is Status.DENIED:
        return outer
    if inner.status is Status.OCCURRED and not inner.tried:
        return outer
    if inner.status is Status.ONGOING:
        return inner if outer.status in _REALISED else outer
    if inner.tried:
        if outer.status is Status.OCCURRED and not outer.tried:
            return inner
        if outer.status is Status.ONGOING:
            return Judgement(Status.ONGOING, inner.cue, inner.because)
        return outer
    if inner.status is Status.PLANNED and outer.status in (Status.FAILED, Status.HYPOTHETICAL):
        return outer
    if inner.status is Status.FAILED and outer.status is Status.HYPOTHETICAL:
        return outer
    return inner


def _ended(judgement: Judgement) -> Judgement:
    cue = judgement.cue
    assert cue is not None
    if cue.tag in ("VBG", "VBP", "VBZ", "VB"):
        return Judgement(Status.ONGOING, cue, f"“{cue.text}”: it is being tried")
    return Judgement(Status.FAILED, cue, f"“{cue.text}”: it was tried, not done")


def _with_shared(verb: Token) -> Iterator[Token]:
    """The children of a verb, and those of the verb it shares its auxiliaries with."""
    yield from verb.children
    if _shares_mood(verb):
        yield from (child for child in verb.head.children if child.dep in ("neg", "aux"))


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in _with_shared(verb) if child.dep in ("aux", "auxpass")]


def _shares_mood(verb: Token) -> bool:
    """ "will attack and seize": the second verb has no auxiliary of its own."""
    return (
        verb.dep == "conj"
        and verb.head.pos in ("VERB", "AUX")
        and verb.tag in ("VB", "VBN", "VBG")
        and verb.tag == verb.head.tag
        and not any(
            child.dep in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children
        )
    )


def _is_not_only(child: Token) -> bool:
    return any(part.lemma == "only" for part in child.children) or any(
        part.lemma == "only" and part.index == child.index + 1 for part in child.head.children
    )


def _is_border(token: Token) -> bool:
    """Beyond a relative clause, an adverbial clause or a coordinated clause lies another event."""
    if token.dep in ("relcl", "parataxis") or (token.dep == "amod" and token.pos == "VERB"):
        return True
    if token.dep == "advcl":
        return token.tag != "VB"
    if token.dep == "conj":
        infinitives = token.tag == "VB" and token.head.tag == "VB"
        return token.pos in ("VERB", "AUX") and not _shares_mood(token) and not infinitives
    return token.dep == "acl" and token.tag != "VB"
