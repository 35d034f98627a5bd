"""What the words that govern an event make of it: verbs, nouns, adjectives, prepositions."""

from __future__ import annotations

from dataclasses import dataclass

from ...types import Status
from ..grammar.parse import Token
from ..grammar.subjects import is_passive
from ..speech.reporting import Speech
from .attitudes import Attitudes, Bearing
from .judgements import REALISED, Judgement, inside, judged, taken_as_fact
from .moods import Moods, has_to, is_own_deed, shares_mood
from .presuppositions import PEACE, find_presupposed, has_ended, is_definite
from .rebuttals import find_denial, find_rebuttal

_BARGAINS = frozenset(
    "agreement deal exchange negotiation talk condition swap return bargain".split()
)
_PACTS = frozenset("agreement deal accord pact protocol".split())
# "Used artillery to shell the town", "marched to demand": the purpose is done in the doing.
_MEANS = frozenset({"use", "fire", "deploy", "move", "open"})
_CHANGING = frozenset("fall rise climb drop slip rebound sink soar plunge grow shrink".split())
_VOICED = frozenset({"demand", "protest", "urge", "call", "discuss", "mark", "mourn", "support"})
_REPULSING = frozenset({"ward", "fend", "repel", "repulse", "beat", "push", "drive"})
_SIGNS = frozenset("sign evidence indication proof hint trace record".split())
_PROVIDING = frozenset(
    "mass amass gather stockpile conserve save store assemble muster train recruit hoard "
    "position".split()
)
_ENDS = frozenset({"end", "halt", "cessation", "stop", "lifting"})
# Their object has happened, whoever is to do it: "demanded that they investigate the murder".
_PRESUPPOSING = frozenset(
    "avenge mourn investigate probe condemn denounce deplore solve clarify commemorate recall "
    "regret survive witness".split()
)
_TAKING_SIDES = frozenset("support back oppose justify favour favor advocate".split())
FAILING_VERBS = frozenset(
    "fail collapse founder stall fizzle unravel crumble disintegrate implode flounder".split()
)
_FALLING = {"fall": {"through", "apart"}, "break": {"down"}, "come": {"apart"}}
# What is answered, punished or told of afterwards has happened: "retaliate for the killing".
_ANSWERING = frozenset(
    "retaliate avenge punish blame apologise apologize condemn sentence jail arrest convict "
    "compensate praise thank criticise criticize".split()
)
_NOT_SAYING = frozenset({"fear", "hope", "doubt", "worry", "wish", "imagine", "suppose"})
_TELLING = frozenset({"tell", "warn", "remind"})  # "told the army to withdraw"
_PLAN_DROPPED = frozenset({"drop", "shelve", "scrap", "ditch", "abandon"})
_SEEN = frozenset("report see hear record observe confirm include involve witness".split())
_COPULAR = frozenset({"be", "become", "remain", "come"})
_ORDINALS = frozenset("first second third last latest only next".split())
_TERMS = frozenset({"hour", "day", "week", "minute", "deadline"})
_FEELINGS = frozenset("quick swift proud happy glad sorry sad slow first last free".split())


@dataclass(frozen=True, slots=True)
class Governors:
    """Judge what a governing word makes of the word under it."""

    attitudes: Attitudes
    speech: Speech
    moods: Moods

    def __call__(self, token: Token, governor: Token) -> Judgement | None:
        """What a governor makes of what it governs; ``None`` where it has no say."""
        if governor.pos in ("VERB", "AUX"):
            if token.dep in ("nsubj", "nsubjpass"):
                return self._of_subject(token, governor)
            return self._under_verb(token, governor)
        if governor.lemma == "for" and _is_owned_up(governor.head):
            return taken_as_fact(governor.head)  # who did it is said, not whether it happened
        if governor.pos == "ADP" or governor.dep == "prep":
            return self._under_preposition(token, governor)
        if governor.pos in ("NOUN", "PROPN"):
            return find_rebuttal(token, governor) or self._under_noun(token, governor)
        if governor.pos == "ADJ" and (token.tag == "VB" or has_to(token)):
            return self._under_adjective(governor)
        return None

    # ---- subjects ----

    def _of_subject(self, noun: Token, verb: Token) -> Judgement | None:
        """A subject shares the mood of its verb, not its tense: "fighting could spread"."""
        if is_passive(verb):
            bearing = self.attitudes.of_verb(verb)
            if bearing not in (None, Bearing.REAL, Bearing.TRIED, Bearing.ONGOING):
                outer = judged(bearing, verb, f"it was “{verb.text}”")
                return inside(outer, self.moods.of_verb(verb))
        elif (verb.lemma in FAILING_VERBS and not verb.child("dobj")) or _falls_through(verb):
            return Judgement(Status.FAILED, verb, f"it “{verb.text}”")
        own = self.moods.of_predicate(verb)
        is_from = verb.lemma == "come" and any(part.lemma == "from" for part in verb.children)
        if is_from and is_definite(noun):
            return taken_as_fact(verb)  # "no evidence that the attack came from Yemen"
        if own.status in REALISED:
            return None
        is_of_it = verb.lemma in self.attitudes.happening | self.attitudes.light | _SEEN
        if is_definite(noun) and not is_of_it and not (own.cue and own.cue.lemma == "would"):
            return None  # "the attack could derail the talks": it has happened
        return own

    # ---- verbs ----

    def _under_verb(self, token: Token, verb: Token) -> Judgement | None:
        if token.pos not in ("VERB", "AUX"):
            return self._object_of(token, verb)
        if token.dep in ("conj", "parataxis", "dep"):
            if _is_or_else(token, verb):
                because = f"“or {token.text}” is what is threatened"
                return Judgement(Status.THREATENED, token, because, is_settled=True)
            shares = shares_mood(token) and self.moods.modal(verb)
            return self.moods.of_verb(verb) if shares else None
        if token.dep == "advcl":
            return self._purpose(token, verb)
        if token.dep == "ccomp" and self.speech.is_reporting(verb) and not has_to(token):
            return self._told(token, verb)
        if token.lemma in _VOICED and has_to(token) and self.attitudes.of_verb(verb) is None:
            return None  # "took to the streets to demand it"
        bearing = self._infinitive(token, verb) or self.attitudes.of_verb(verb)
        if bearing is None or bearing is Bearing.REAL:
            return self.moods.of_verb(verb) if token.tag == "VB" or has_to(token) else None
        return self._weighed(bearing, verb)

    def _purpose(self, token: Token, verb: Token) -> Judgement | None:
        """ "Crossed the border to attack"."""
        if not has_to(token):
            return None
        if _sets_term(verb):
            return Judgement(Status.DEMANDED, verb, f"“{verb.text}” sets a term for it")
        is_done = (
            verb.lemma in _MEANS | _CHANGING
            or self.speech.is_reporting(token)
            or token.lemma in _VOICED
            or _goes_on(verb)
        )
        return None if is_done else Judgement(Status.PLANNED, token, "it is a purpose")

    def _told(self, token: Token, verb: Token) -> Judgement | None:
        """A finite clause under a verb of saying: only some of them bear on it."""
        bearing = self.attitudes.of_verb(verb)
        if verb.lemma == "warn" and is_own_deed(verb):
            return Judgement(Status.THREATENED, verb, "they warn that they will")
        if bearing is Bearing.HYPOTHETICAL and verb.lemma in _NOT_SAYING:
            return judged(bearing, verb, f"“{verb.text}” governs it")
        if bearing is Bearing.DEMANDED and token.tag in ("VBD", "VBZ", "VBN", "VBG"):
            return None  # "insisted that its troops had withdrawn"
        if bearing in (Bearing.DENIED, Bearing.DEMANDED, Bearing.THREATENED):
            return judged(bearing, verb, f"“{verb.text}” governs it")
        return None

    def _infinitive(self, token: Token, verb: Token) -> Bearing | None:
        """What an infinitive with "to" says, beyond the verb it hangs from."""
        if not has_to(token):
            return None
        adverbs = {child.lemma for child in verb.children if child.dep == "advmod"}
        if verb.lemma in ("have", "be") and "yet" in adverbs:
            return Bearing.NEGATED
        if verb.lemma == "be" or (verb.lemma == "go" and verb.tag == "VBG"):
            return Bearing.PLANNED  # "are to meet", "is going to attack"
        if verb.lemma == "have":
            return Bearing.REAL if verb.tag in ("VBD", "VBN") else Bearing.DEMANDED
        if verb.lemma in _TELLING:
            return Bearing.DEMANDED
        if _goes_on(verb) or verb.lemma in _MEANS:
            return Bearing.REAL
        if self.attitudes.of_verb(verb) is None and not self.speech.is_reporting(verb):
            return Bearing.PLANNED  # "are trained to attack": an infinitive looks ahead
        return None

    def _object_of(self, noun: Token, verb: Token) -> Judgement | None:
        if verb.lemma in _PRESUPPOSING:
            return taken_as_fact(verb)
        if verb.lemma in _COPULAR and noun.dep in ("acomp", "attr", "oprd"):
            own = self.moods.of_verb(verb)
            # "Will be a raid", "is no raid"; "was able to" was judged already.
            return None if own.status in REALISED or own.cue is noun else own
        if has_ended(noun):
            return taken_as_fact(noun)
        bearing = self.attitudes.of_verb(verb)
        if verb.lemma in _PLAN_DROPPED and noun.lemma in self.attitudes.nouns:
            bearing = Bearing.FAILED
        if bearing in (None, Bearing.REAL, Bearing.TRIED):
            return None
        if verb.lemma in _TAKING_SIDES and is_definite(noun):
            return None
        if bearing is Bearing.FAILED and _in_vain(verb):
            return taken_as_fact(verb)  # "failed to prevent an attack"
        return self._weighed(bearing, verb, is_object=True)

    def _weighed(
        self, bearing: Bearing, verb: Token, *, is_object: bool = False
    ) -> Judgement | None:
        """A verb's bearing, with the verb's own mood heeded."""
        own = self.moods.of_verb(verb)
        if bearing is Bearing.FAILED and own.status is Status.NEGATED:
            return None  # "did not fail to"
        is_unrealised = is_object and verb.tag == "VB" and own.cue is None
        if is_unrealised and verb.lemma in _REPULSING:
            because = f"“to {verb.text}” takes it as going on"
            return Judgement(Status.ONGOING, verb, because, is_settled=True)
        if is_unrealised and bearing is Bearing.FAILED:
            because = f"“to {verb.text}” takes it as what may come"
            return Judgement(Status.HYPOTHETICAL, verb, because, is_settled=True)
        if bearing is Bearing.ONGOING and own.status not in REALISED:
            return own  # "will continue to attack"
        if own.status in (Status.NEGATED, Status.HYPOTHETICAL) and bearing is not Bearing.DENIED:
            return own
        return judged(bearing, verb, f"“{verb.text}” governs it")

    # ---- nouns and adjectives ----

    def _under_noun(self, token: Token, noun: Token) -> Judgement | None:
        if noun.lemma in _SIGNS and token.dep in ("acl", "ccomp", "relcl") and noun.is_nobody:
            return Judgement(Status.NEGATED, noun, f"“no {noun.text}” negates it")
        if token.dep not in ("acl", "relcl", "compound", "amod"):
            return None
        is_infinitive = has_to(token)
        if token.dep == "relcl" and not is_infinitive:
            return None
        if token.tag != "VB" and token.pos != "NOUN" and not is_infinitive:
            return None
        bearing = self.attitudes.nouns.get(noun.lemma)
        if bearing and not (token.dep == "compound" and bearing is Bearing.NEGATED):
            return self._hung(bearing, noun)
        if not is_infinitive:
            return None
        if noun.lemma in _ORDINALS or any(part.lemma in _ORDINALS for part in noun.children):
            return None  # "the first to enter the city"
        if noun.dep == "dobj" and noun.head.pos == "VERB":
            above = self.attitudes.of_verb(noun.head)
            if above is not None or self.speech.is_reporting(noun.head):
                return judged(above, noun.head, f"“{noun.head.text}” governs it") if above else None
        return Judgement(Status.PLANNED, noun, f"“{noun.text} to” looks ahead")

    def _hung(self, bearing: Bearing, noun: Token) -> Judgement:
        """What hangs from a noun, the noun's own modifiers heeded: "no plans to"."""
        outer = judged(bearing, noun, f"it hangs from “{noun.text}”")
        own = self.moods.modified(noun)
        is_open = bearing is Bearing.TRIED or (own and own.status is Status.NEGATED)
        return inside(outer, own) if is_open else outer

    def _under_adjective(self, adjective: Token) -> Judgement | None:
        word = adjective.text.lower()
        if any(child.lemma == "too" for child in adjective.children):
            return Judgement(Status.NEGATED, adjective, f"“too {adjective.text}” negates it")
        copula = adjective.head
        if word == "able" and copula.tag in ("VBD", "VBN"):
            return judged(Bearing.REAL, adjective, "“was able to” says that it was done")
        bearing = self.attitudes.adjectives.get(word)
        if bearing is None and word not in _FEELINGS:
            bearing = Bearing.HYPOTHETICAL
        return judged(bearing, adjective, f"“{adjective.text}” governs it") if bearing else None

    # ---- prepositions ----

    def _under_preposition(self, token: Token, preposition: Token) -> Judgement | None:
        governor = self._governor_of(preposition)
        settled = find_presupposed(token, preposition, governor)
        if settled is not None:
            return settled
        ahead = self._stored_for(preposition, governor)
        if ahead is not None:
            return ahead
        if preposition.lemma == "without":
            return Judgement(Status.NEGATED, preposition, "“without” negates it")
        if _follows_instead(preposition):
            return Judgement(Status.NEGATED, preposition, "“instead of” negates it")
        if preposition.lemma in ("after", "during"):
            return None
        if preposition.lemma == "about" and governor.lemma == "be" and token.tag == "VB":
            return Judgement(Status.PLANNED, preposition, "“about to” is the future")
        if governor.lemma == "close" and preposition.lemma == "to":
            return Judgement(Status.HYPOTHETICAL, governor, "“close to” is not there yet")
        if governor.pos == "ADJ":
            bearing = self.attitudes.adjectives.get(governor.text.lower())
            return judged(bearing, governor, f"“{governor.text}” governs it") if bearing else None
        if governor.pos in ("NOUN", "PROPN"):
            return self._under_noun_phrase(token, preposition, governor)
        if governor.pos in ("VERB", "AUX"):
            return self._under_verb_phrase(token, preposition, governor)
        return None

    def _stored_for(self, preposition: Token, governor: Token) -> Judgement | None:
        """ "Are massing tanks for an offensive": it is what they get ready for."""
        verb = governor if governor.pos == "VERB" else governor.head
        if preposition.lemma != "for" or verb.lemma not in _PROVIDING:
            return None
        own = self.moods.of_verb(verb)
        if own.status not in REALISED:
            return own
        return Judgement(Status.PLANNED, verb, f"“{verb.text}” gets ready for it")

    def _under_noun_phrase(self, token: Token, preposition: Token, noun: Token) -> Judgement | None:
        """ "The threat of an attack", "no sign of", "an end to the siege"."""
        if preposition.lemma == "of" and (denied := find_denial(noun)) is not None:
            return denied  # "rejected reports of civilian deaths"
        none = next((child for child in noun.children if child.lemma == "no"), None)
        # "No suspects in the killing": there was one.
        if none is not None and preposition.lemma in ("of", "for"):
            return Judgement(Status.NEGATED, none, f"“no {noun.text}” negates it")
        if noun.lemma in _BARGAINS and preposition.lemma == "for" and token.pos == "NOUN":
            return Judgement(Status.HYPOTHETICAL, preposition, "it is what is bargained for")
        if noun.lemma in _PACTS and preposition.lemma in ("on", "to"):
            if token.lemma in PEACE:
                return None
            return Judgement(Status.PLANNED, noun, f"“{noun.text} {preposition.text}” looks ahead")
        if noun.lemma in _ENDS and preposition.lemma in ("to", "of", "in"):
            because = f"“{noun.text}” takes it as going on"
            return Judgement(Status.ONGOING, noun, because, is_settled=True)
        bearing = self.attitudes.nouns.get(noun.lemma)
        if bearing and preposition.lemma in ("of", "for", "to", "at", "on", "about", "against"):
            return inside(
                judged(bearing, noun, f"it hangs from “{noun.text}”"), self.moods.modified(noun)
            )
        return None

    def _governor_of(self, preposition: Token) -> Token:
        """What a preposition hangs from; "drew up plans for an assault" speaks of the plans."""
        verb = preposition.head
        thing = verb.child("dobj") if verb.pos == "VERB" else None
        is_next = thing is not None and thing.index == preposition.index - 1
        return thing if thing and is_next and thing.lemma in self.attitudes.nouns else verb

    def _under_verb_phrase(self, token: Token, preposition: Token, verb: Token) -> Judgement | None:
        """ "Prevented from attacking", "warned of an attack"."""
        if verb.lemma in _ANSWERING and preposition.lemma == "for":
            return taken_as_fact(verb)
        if _is_wanted(verb, preposition):
            return taken_as_fact(verb)  # "a man wanted in the killing of a guard"
        if verb.lemma == "be":
            return self.moods.modal(verb)  # "would be under attack"
        bearing = self.attitudes.of_verb(verb)
        if bearing is Bearing.FAILED and preposition.lemma == "for" and token.pos == "NOUN":
            return Judgement(Status.HYPOTHETICAL, preposition, "it is what is bargained for")
        if preposition.lemma not in ("for", "of", "from", "against", "to", "about", "at"):
            return None
        if preposition.lemma == "from" and verb.lemma in ("prevent", "stop", "keep", "bar"):
            bearing = Bearing.FAILED
        if preposition.lemma == "for" and verb.lemma == "prepare":
            bearing = Bearing.PLANNED
        if bearing is None or bearing in (Bearing.REAL, Bearing.TRIED):
            return None
        return judged(bearing, verb, f"“{verb.text} {preposition.text}” governs it")


def _sets_term(verb: Token) -> bool:
    """ "Gave the garrison until noon", "was given two days"."""
    if verb.lemma != "give":
        return False
    return any(
        child.lemma == "until" or (child.dep == "dobj" and child.lemma in _TERMS)
        for child in verb.children
    )


def _is_or_else(token: Token, verb: Token) -> bool:
    """ "To surrender or face an assault", "leave or be killed"."""
    passive = token.child("auxpass")
    is_suffered = token.tag == "VB" and token.lemma in ("face", "risk", "suffer")
    return (
        (is_suffered or (passive is not None and passive.text == "be"))
        and verb.tag == "VB"
        and any(child.dep == "cc" and child.lemma == "or" for child in verb.children)
    )


def _falls_through(verb: Token) -> bool:
    """ "Fell through", "broke down"."""
    wanted = _FALLING.get(verb.lemma, set())
    return any(child.lemma in wanted and not child.children for child in verb.children)


def _goes_on(verb: Token) -> bool:
    """ "Went on to kill"."""
    return verb.lemma == "go" and any(child.lemma == "on" for child in verb.children)


def _is_owned_up(responsibility: Token) -> bool:
    """ "Claimed responsibility", or did not: not "denied responsibility"."""
    above = {ancestor.lemma for ancestor in list(responsibility.ancestors())[:2]}
    return responsibility.lemma == "responsibility" and bool(
        above & {"claim", "admit", "accept", "take", "assume"}
    )


def _in_vain(verb: Token) -> bool:
    """ "Failed to prevent", "did nothing to stop": what was to be prevented came."""
    above = verb.head
    return verb.tag == "VB" and (
        above.lemma == "fail" or above.text.lower() in ("unable", "nothing", "failure")
    )


def _is_wanted(verb: Token, preposition: Token) -> bool:
    """ "Wanted in", "wanted over": by the police, for what was done."""
    over = preposition.lemma in ("in", "over")
    return verb.lemma == "want" and over and verb.child("dobj") is None


def _follows_instead(preposition: Token) -> bool:
    return preposition.head.text.lower() == "instead" or any(
        child.text.lower() == "instead" for child in preposition.children
    )
