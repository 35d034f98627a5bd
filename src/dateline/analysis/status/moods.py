"""A verb's own negation, modal and tense, a noun's own modifiers, and the clauses that suppose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...types import Status
from ..grammar.parse import Token
from ..speech.reporting import Speech
from .attitudes import Attitudes, Bearing
from .judgements import Judgement, as_fact, judged

_NEGATING = frozenset({"neg", "advmod", "preconj", "det"})
_NO = frozenset({"no", "neither", "not"})
_NOBODY = frozenset({"nobody", "none", "neither"})
_PERCEIVED = frozenset({"hear", "see", "feel"})
_NEARLY = frozenset({"nearly", "almost"})
_WHEN = frozenset({"when", "once", "after", "before"})
_COPULAS = frozenset({"be", "seem", "remain", "appear", "look", "become"})
_HELD = frozenset({"open", "hold", "convene", "meet"})
_UNLIKELY = frozenset({"unlikely", "impossible", "unthinkable", "inconceivable"})

_AHEAD = frozenset({"will", "would", "'ll", "shall"})
# What befalls those who warn of it: "warned that it would run out of food".
_SUFFERED = frozenset(
    "be become collapse die end face fail fall happen have leave lose miss need run starve "
    "struggle suffer take".split()
)
_REPAID = frozenset("answer punish repel crush avenge meet repay destroy target".split())
_KEPT_UP = frozenset({"stop", "rest", "cease", "hesitate", "relent"})


@dataclass(frozen=True, slots=True)
class Moods:
    """Judge words by what belongs to them, not by what governs them."""

    attitudes: Attitudes
    speech: Speech

    def of_verb(self, verb: Token) -> Judgement:
        """A verb's own negation, modal and tense."""
        return (
            _turned(verb)
            or self._negated(verb)
            or _was_to_have(verb)
            or self.modal(verb)
            or _near_miss(verb)
            or self._ready_for(verb)
            or self._marked(verb)
            or _going_on(verb)
            or as_fact()
        )

    def of_predicate(self, verb: Token) -> Judgement:
        """What a verb says of its subject: "an attack is likely" too."""
        adjective = verb.child("acomp")
        own = self._is_to(verb) or self.of_verb(verb)
        if adjective is None or verb.lemma not in _COPULAS or adjective.child("xcomp"):
            return own
        word = adjective.text.lower()
        if word in _UNLIKELY:
            return Judgement(Status.NEGATED, adjective, f"“{adjective.text}” is said of it")
        bearing = self.attitudes.adjectives.get(word)
        if bearing is None or own.status is Status.NEGATED:
            return own
        return judged(bearing, adjective, f"“{adjective.text}” is said of it")

    def _is_to(self, verb: Token) -> Judgement | None:
        """ "A dialogue is to open on Saturday"."""
        ahead = verb.child("xcomp") if verb.lemma == "be" else None
        if ahead is None or not has_to(ahead) or ahead.child("dobj") is not None:
            return None
        if ahead.lemma not in self.attitudes.happening | _HELD:
            return None
        return Judgement(Status.PLANNED, verb, f"“{verb.text} to” looks ahead")

    def modified(self, noun: Token) -> Judgement | None:
        """What stands before a noun: "a failed attack", "no fighting"."""
        for child in noun.children:
            if child.dep in ("det", "neg") and child.lemma in _NO:
                return Judgement(Status.NEGATED, child, f"“{child.text}” negates it")
            if child.dep == "det" and child.lemma == "any":
                return Judgement(Status.HYPOTHETICAL, child, f"“{child.text}” leaves it open")
            if child.dep in ("amod", "compound", "nummod"):
                bearing = self.attitudes.adjectives.get(child.text.lower())
                if bearing:
                    return judged(bearing, child, f"“{child.text}” stands before it")
        return None

    def modal(self, verb: Token) -> Judgement | None:
        """What "will", "may", "should have" make of a verb."""
        auxiliaries = _auxiliaries(verb)
        for auxiliary in auxiliaries:
            bearing = self.attitudes.modals.get(auxiliary.lemma) or self.attitudes.modals.get(
                auxiliary.text.lower()
            )
            if bearing is None:
                continue
            if auxiliary.lemma == "could" and verb.lemma in _PERCEIVED:
                return None  # "shelling could be heard" was heard
            is_perfect = any(part.lemma == "have" for part in auxiliaries)
            if is_perfect and bearing in (Bearing.HYPOTHETICAL, Bearing.DEMANDED):
                because = f"“{auxiliary.text} have” supposes it"
                return Judgement(Status.HYPOTHETICAL, auxiliary, because)
            # "Said it would attack" is a plan told in the past; a bare "would" is a supposition.
            if auxiliary.lemma in ("would", "'d") and self.speech.governs(verb):
                bearing = Bearing.PLANNED
            return judged(bearing, auxiliary, f"“{auxiliary.text}” governs it")
        return None

    def conditional(self, token: Token) -> Judgement | None:
        """What makes a clause a condition, or lets it hang from one."""
        # A clause whose verb was taken for a noun keeps its mark: "if militias attack villagers".
        if token.pos not in ("VERB", "AUX") and token.dep != "advcl":
            return None
        for child in token.children:
            is_mark = child.dep in ("mark", "preconj", "advmod")
            if is_mark and child.lemma in self.attitudes.conditional:
                because = f"“{child.text}” makes it a condition"
                return Judgement(Status.HYPOTHETICAL, child, because)
            if child.dep == "preconj" and child.lemma == "either":
                return Judgement(Status.HYPOTHETICAL, child, f"“{child.text}” leaves it open")
        if token.dep == "advcl" and _is_present(token) and self.modal(token.head):
            mark = next((part for part in token.children if part.lemma in _WHEN), None)
            if mark is not None:
                return Judgement(Status.PLANNED, mark, f"“{mark.text}” puts it in the future")
        if token.dep == "ROOT" and self.modal(token):
            clauses = [child for child in token.children if child.dep == "advcl"]
            marks = (part for clause in clauses for part in clause.children)
            marks = (part for part in marks if not _is_even(part))
            mark = next((part for part in marks if part.lemma in ("if", "unless")), None)
            if mark is not None:
                return Judgement(Status.HYPOTHETICAL, mark, f"it depends on “{mark.text}”")
        return None

    def _negated(self, verb: Token) -> Judgement | None:
        for child in _with_shared(verb):
            is_negation = child.lemma in self.attitudes.negation and child.dep in _NEGATING
            if is_negation and not _is_not_only(child):
                return Judgement(Status.NEGATED, child, f"“{child.text}” negates it")
        subject = verb.child("nsubj", "nsubjpass")
        if subject is None:
            return None
        cue = next((part for part in subject.children if part.lemma in _NO), None)
        if cue is None and subject.lemma in _NOBODY:
            cue = subject
        if cue is None or _is_not_only(cue):
            return None
        return Judgement(Status.NEGATED, cue, f"“{cue.text}” negates it")

    def _ready_for(self, verb: Token) -> Judgement | None:
        """ "A truce is due to take effect"."""
        adjective = verb.child("acomp")
        if adjective is None or not adjective.child("xcomp"):
            return None
        bearing = self.attitudes.adjectives.get(adjective.text.lower())
        if bearing is None:
            return None
        return judged(bearing, adjective, f"“{adjective.text}” governs it")

    def _marked(self, verb: Token) -> Judgement | None:
        to = next((child for child in verb.children if child.lemma == "to"), None)
        if to is not None and to.dep == "aux" and self._is_headline_future(verb):
            return Judgement(Status.PLANNED, to, "a headline's “to” is the future")
        than = next((child for child in verb.children if child.text.lower() == "than"), None)
        if than is not None and any(child.lemma == "rather" for child in verb.children):
            return Judgement(Status.NEGATED, than, "“rather than” negates it")
        return None

    def _is_headline_future(self, verb: Token) -> bool:
        """ "Turkey to launch operation": no finite verb, and no noun that says what the plan is."""
        if verb.tag not in ("VB", "VBN"):
            return False
        noun = verb.head
        return verb.dep == "ROOT" or (
            verb.dep in ("acl", "relcl")
            and noun.dep == "ROOT"
            and noun.pos in ("NOUN", "PROPN")
            and noun.lemma not in self.attitudes.nouns
        )


def _is_even(mark: Token) -> bool:
    """ "Will go on even if a truce is reached" hangs from no condition."""
    return any(part.lemma == "even" and part.index == mark.index - 1 for part in mark.head.children)


def _was_to_have(verb: Token) -> Judgement | None:
    """ "The truce was to have led to a withdrawal": it was planned, and hardly came about."""
    auxiliaries = {child.lemma for child in verb.children if child.dep == "aux"}
    copula = verb.head
    if verb.dep != "xcomp" or copula.lemma != "be" or not {"to", "have"} <= auxiliaries:
        return None
    return Judgement(Status.PLANNED, copula, f"“{copula.text} to have” tells what was planned")


def _said_clause(verb: Token) -> Token | None:
    """What is warned of, also where the parse hangs it from who is warned."""
    warned = verb.child("dobj")
    if warned is None or verb.child("ccomp") is not None:
        return verb.child("ccomp")
    return next(
        (
            clause
            for clause in warned.children
            if clause.dep in ("relcl", "acl")
            and any(part.lemma == "that" and part.dep == "mark" for part in clause.children)
        ),
        None,
    )


def is_own_deed(verb: Token) -> bool:
    """ "Warned that it would answer any attack": who warns says what they will do."""
    clause = _said_clause(verb)
    subject = clause.child("nsubj", "nsubjpass") if clause is not None else None
    if clause is None or subject is None or clause.lemma in _SUFFERED:
        return False
    is_ahead = any(child.dep == "aux" and child.lemma in _AHEAD for child in clause.children)
    if clause.lemma in _REPAID and clause.child("auxpass") is not None:
        return is_ahead and clause.child("neg") is None  # "every attack will be answered"
    is_own = subject.tag == "PRP" or (subject.child("poss") or subject).tag == "PRP$"
    is_kept_up = clause.lemma in _KEPT_UP  # "would not stop firing"
    return is_ahead and is_own and (clause.child("neg") is None) != is_kept_up


def shares_mood(verb: Token) -> bool:
    """ "Will attack and seize": the second verb has no auxiliary of its own."""
    return (
        verb.dep == "conj"
        and verb.head.pos in ("VERB", "AUX")
        and verb.tag in ("VB", "VBN", "VBG")
        and verb.tag == verb.head.tag
        and not any(
            child.dep in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children
        )
    )


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to" that looks ahead: not "to have attacked"."""
    is_perfect = any(child.dep == "aux" and child.lemma == "have" for child in verb.children)
    return not is_perfect and any(
        child.lemma == "to" and child.tag == "TO" for child in verb.children
    )


def forestalled(verb: Token) -> Token | None:
    """ "Was shot before he could set off the bomb": the word that says so."""
    mark = verb.child("mark") if verb.dep == "advcl" else None
    if mark is None or mark.lemma != "before":
        return None
    return mark if any(part.lemma in ("could", "can") for part in _auxiliaries(verb)) else None


def _turned(verb: Token) -> Judgement | None:
    """ "Had they attacked", "should Israel attack"."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None:
        return None
    for child in verb.children:
        is_aux = child.dep in ("aux", "auxpass") and child.text.lower() in ("had", "should", "were")
        if is_aux and child.index < subject.index and not _is_question(verb):
            because = f"“{child.text}” makes it a condition"
            return Judgement(Status.HYPOTHETICAL, child, because)
    return None


def _is_present(verb: Token) -> bool:
    """ "When the truce ends", "once they are freed"."""
    finite = next((child for child in verb.children if child.dep in ("aux", "auxpass")), verb)
    return finite.tag in ("VBZ", "VBP")


def _is_question(verb: Token) -> bool:
    return any(child.text == "?" for child in verb.children)


def _near_miss(verb: Token) -> Judgement | None:
    """ "Nearly captured": it did not come to that."""
    for child in verb.children:
        if child.dep == "advmod" and child.lemma in _NEARLY and child.index == verb.index - 1:
            return Judgement(Status.FAILED, child, f"“{child.text}” says that it did not")
    return None


def _going_on(verb: Token) -> Judgement | None:
    if verb.tag == "VBG" and any(child.lemma == "be" for child in _auxiliaries(verb)):
        return Judgement(Status.ONGOING, verb, "it is told as going on")
    if verb.lemma in ("continue", "rage", "persist") and verb.tag in ("VBZ", "VBP"):
        return Judgement(Status.ONGOING, verb, f"“{verb.text}” says it goes on")
    if verb.lemma in ("be", "remain") and _is_now(verb) and _is_under(verb):
        return Judgement(Status.ONGOING, verb, f"“{verb.text} under” says it goes on")
    return None


def _is_now(verb: Token) -> bool:
    """ "Is", "has been": not "was"."""
    if verb.tag in ("VBZ", "VBP"):
        return True
    return any(part.lemma == "have" and part.tag in ("VBZ", "VBP") for part in _auxiliaries(verb))


def _is_under(verb: Token) -> bool:
    return any(child.dep == "prep" and child.lemma == "under" for child in verb.children)


def _with_shared(verb: Token) -> Iterator[Token]:
    """The children of a verb, and those of the verb it shares its auxiliaries with."""
    yield from verb.children
    if shares_mood(verb):
        yield from (child for child in verb.head.children if child.dep in ("neg", "aux"))


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in _with_shared(verb) if child.dep in ("aux", "auxpass")]


def _is_not_only(child: Token) -> bool:
    return any(part.lemma == "only" for part in child.children) or any(
        part.lemma == "only" and part.index == child.index + 1 for part in child.head.children
    )
