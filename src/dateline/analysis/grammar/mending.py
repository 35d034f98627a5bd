"""Mend what a parse cannot mean, by class of error.

A small model reads "Gunmen killed ten people, residents said" as gunmen who said something. What is
mended here is mended once, for everything that reads the parse.
"""

from __future__ import annotations

import tomllib
from functools import cache

from ..text.packaged import read_data
from .attachments import (
    mend_attachment,
    mend_headline_noun,
    mend_headline_verb,
    mend_verbless,
)
from .day_mending import mend_day
from .lists import mend_lists
from .tokens import Token, hang, uproot
from .word_mending import mend_islamic_state, mend_opening, mend_word

# What a clause can be the content of, beside what is reported.
_DEMANDING = frozenset("demand urge ask call request order vow pledge promise threaten".split())
# What is done to people, and never said of what they do.
_HARMING = frozenset(
    "attack kill shoot wound injure shell bomb bombard target strike hit ambush raid arrest detain "
    "abduct kidnap capture seize rob beat massacre execute behead stab torture harass intercept "
    "rescue free release evacuate".split()
)

_REPORTS = frozenset("report claim allegation accusation charge statement suggestion".split())
# What is done to its subject where no object follows.
_SUFFERED = frozenset("injure wound kill hurt arrest capture detain destroy damage abduct".split())


def mend(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Mend the tokens of one sentence, in place."""
    mend_islamic_state(tokens)
    for token in tokens:
        mend_opening(token)
        mend_word(token)
        mend_day(token)
        _mend_following(token)
        _mend_call(token)
        _mend_ellipsis(token)
        _mend_gapped(token)
        _mend_participle(token)
        _mend_far_infinitive(token)
        _mend_perfect(token)
        _mend_object_at_work(token)
        _mend_reduced(token)
        _mend_content(token)
        _mend_verbless_subject(token, tokens)
        _mend_clause_of_time(token)
        _mend_inversion(token)
        _part_coordinated(token)
        _mend_pair(token, tokens)
        mend_attachment(token)
        mend_verbless(token)
        mend_headline_noun(token)
        mend_headline_verb(token)
    for stop in (token for token in tokens if token.text == ";"):
        _part_at_semicolon(stop, tokens)
    for token in tokens:
        if token.pos == "VERB" and token.lemma in _reporting():
            _mend_report_behind(token, tokens)
            _part_from_aside(token)
            _raise_second_report(token)
    mend_lists(tokens)
    for token in tokens:
        if token.head is token:  # whoever walks up a relation must come to an end
            token.dep = "ROOT"
    return tokens


@cache
def _reporting() -> frozenset[str]:
    text = read_data("speech.toml")
    verbs = tomllib.loads(text)["verbs"].values()
    return _DEMANDING.union(verb for words in verbs for verb in words.split())


# ---- noun phrases --------------------------------------------------------------------------------


def _part_coordinated(first: Token) -> None:
    """ "The government and ELN rebels": two parties, not rebels of the government and ELN."""
    whole = first.head
    if first.pos != "NOUN" or first.dep not in ("nmod", "compound") or whole.index < first.index:
        return
    second = first.child("conj")
    is_phrase = first.child("det", "amod", "poss") is not None
    if second is None or not is_phrase or not first.index < second.index < whole.index:
        return
    governor, dep = whole.head, whole.dep
    hang(second, whole, "compound")
    if governor is whole:
        first.head.children = [child for child in whole.children if child is not first]
        first.head, first.dep = first, dep
    else:
        hang(first, governor, dep)
    hang(whole, first, "conj")


def _mend_pair(first: Token, tokens: tuple[Token, ...]) -> None:
    """ "Armenia, Azerbaijan accuse each other": two names before a plural verb are two."""
    second = first.head
    is_before = first.dep in ("nmod", "compound", "appos") and first.is_name and second.is_name
    if not is_before or second.dep != "nsubj" or second.head.tag != "VBP":
        return
    is_apart = second.index == first.index + 2 and tokens[first.index + 1].text == ","
    if is_apart and not second.child("conj", "cc"):
        hang(first, second, "conj")


def _mend_inversion(token: Token) -> None:
    """ "Also wounded were two nurses": the nurses were wounded, whatever comes first."""
    auxiliary = token.head
    if token.dep != "attr" or auxiliary.dep != "auxpass" or auxiliary.index > token.index:
        return
    if auxiliary.head.child("nsubjpass") is None:
        hang(token, auxiliary.head, "nsubjpass")


# ---- clauses -------------------------------------------------------------------------------------


def _part_at_semicolon(stop: Token, tokens: tuple[Token, ...]) -> None:
    """What stands before a semicolon is not what somebody behind it says."""
    for token in tokens[: stop.index]:
        if token.dep == "ccomp" and token.head.index > stop.index:
            token.dep = "conj"


def _mend_report_behind(verb: Token, tokens: tuple[Token, ...]) -> None:
    """ "Ten died in the blast, confirmed officials": those behind the verb say so."""
    if not verb.index or tokens[verb.index - 1].text != "," or verb.child("nsubj", "aux"):
        return
    teller = verb.child("dobj")
    told = verb.child("ccomp")
    if teller is not None and told is not None and told.index < verb.index < teller.index:
        hang(teller, verb, "nsubj")
        return
    teller = verb.head
    is_taken = verb.dep == "amod" and teller.dep in ("appos", "conj", "npadvmod", "dep")
    if not is_taken or teller.index != verb.index + 1 or teller.tag not in ("NN", "NNS"):
        return
    main = next((token for token in tokens if token.dep == "ROOT"), None)
    if main is None or main.pos != "VERB" or main.index > verb.index:
        return
    uproot(verb)
    verb.tag = "VBD"
    hang(teller, verb, "nsubj")
    hang(main, verb, "ccomp")


def _part_from_aside(verb: Token) -> None:
    """ "Gunmen killed ten people, residents said": who was taken for a subject of "said" acts."""
    subjects = [child for child in verb.children if child.dep == "nsubj"]
    if len(subjects) < 2 or subjects[-1].index > verb.index:
        return
    doer = subjects[0]
    done = next(
        (
            child
            for child in doer.children
            if child.dep in ("acl", "relcl") and child.tag in ("VBN", "VBD")
            if child.child("nsubj", "agent") is None
        ),
        None,
    )
    if done is None or done.index > subjects[1].index:
        return
    hang(done, verb, "ccomp")
    hang(doer, done, "nsubj")
    done.tag = "VBD"


def _raise_second_report(verb: Token) -> None:
    """ "Demanded that X stop and called on Y": who demanded calls, not X."""
    first = verb.head
    if verb.dep != "conj" or first.dep != "ccomp" or verb.child("nsubj", "nsubjpass", "mark"):
        return
    matrix = first.head
    is_outer = matrix.pos == "VERB" and matrix.index < first.index and matrix.tag == verb.tag
    if is_outer and first.child("nsubj", "nsubjpass") and matrix.lemma in _reporting():
        hang(verb, matrix, "conj")


def _mend_ellipsis(number: Token) -> None:
    """ "Three were killed and eight injured": the eight are not killed, but injured."""
    verb = number.head
    if number.tag != "CD" or number.dep != "conj" or verb.tag != "VBN":
        return
    done = number.child("amod", "acl")
    if done is not None and done.tag == "VBN" and done.index == number.index + 1:
        hang(done, verb, "conj")
        hang(number, done, "nsubjpass")


def _mend_gapped(verb: Token) -> None:
    """ "Two were killed and three soldiers injured": the soldiers did nothing."""
    if verb.dep != "conj" or verb.tag not in ("VBD", "VBN"):
        return
    first, subject = verb.head, verb.child("nsubj")
    if subject is None:
        return
    is_passive = first.tag == "VBN" and first.child("auxpass") is not None
    if is_passive and verb.lemma in _SUFFERED and not verb.child("dobj", "aux", "auxpass"):
        verb.tag, subject.dep = "VBN", "nsubjpass"


def _mend_far_infinitive(verb: Token) -> None:
    """ "Planned to kill a guard at home and then attack the post": the attack is planned too."""
    first = verb.head
    if verb.dep != "conj" or verb.tag not in ("VB", "VBP") or first.tag not in ("VBD", "VBZ"):
        return
    if verb.child("nsubj", "nsubjpass", "aux", "expl") or _is_plural(first):
        return
    infinitives = [
        token
        for token in first.subtree()
        if token.tag == "VB" and first.index < token.index < verb.index
        if any(child.tag == "TO" for child in token.children)
    ]
    if infinitives:
        hang(verb, max(infinitives, key=lambda token: token.index), "conj")
        verb.tag = "VB"


def _mend_perfect(having: Token) -> None:
    """ "Denies having shelled villages": what is denied is the shelling, not shelled villages."""
    done, whole = having.head, having.head.head
    if having.text.lower() != "having" or having.dep != "aux" or done.dep != "amod":
        return
    if whole.dep == "dobj" and whole.head.index < having.index:
        hang(done, whole.head, "xcomp")
        hang(whole, done, "dobj")


def _mend_object_at_work(doing: Token) -> None:
    """ "Attacked farmers harvesting olives": the farmers were attacked, whatever they did."""
    verb, whom = doing.head, doing.child("nsubj")
    is_clause = doing.dep == "ccomp" and doing.tag == "VBG" and doing.child("aux", "mark") is None
    if not is_clause or whom is None or not verb.index < whom.index < doing.index:
        return
    if verb.lemma in _HARMING and verb.child("dobj") is None:
        hang(whom, verb, "dobj")
        hang(doing, whom, "acl")


def _is_plural(verb: Token) -> bool:
    """ "They plan to stay and fight": a present tense that may go on in another."""
    return verb.tag == "VBP"


def _mend_call(verb: Token) -> None:
    """ "Called on Rwanda to withdraw": what Rwanda is to do, not what the call is for."""
    if verb.lemma not in ("call", "appeal") or not any(
        child.dep == "prep" and child.lemma in ("on", "upon", "to") for child in verb.children
    ):
        return
    for child in verb.children:
        if child.dep == "advcl" and child.tag == "VB" and child.child("mark") is None:
            child.dep = "xcomp"


def _mend_following(token: Token) -> None:
    """ "Suspended the talks following the attack": it is "after", and nobody follows."""
    if token.text not in ("following", "Following") or token.dep in ("pcomp", "ROOT"):
        return
    thing = token.child("dobj", "pobj")
    if thing is None:
        return
    if token.child("nsubj", "aux") is None and thing.index > token.index:
        token.pos, token.tag, token.dep, token.lemma = "ADP", "IN", "prep", "following"
        thing.dep = "pobj"


def _mend_participle(verb: Token) -> None:
    """ "The priest, kidnapped in May, was freed": he did not kidnap anybody."""
    doer = verb.child("nsubj") if verb.tag == "VBD" else None
    if doer is None or verb.child("dobj", "aux", "cc", "prt"):
        return
    main = next((child for child in verb.children if child.dep == "conj"), None)
    if main is None or main.child("auxpass", "aux") is None or main.child("nsubj", "nsubjpass"):
        return
    if not any(part.text == "," and part.index == verb.index - 1 for part in doer.subtree()):
        return
    _replace(verb, main)
    hang(doer, main, "nsubjpass" if main.child("auxpass") else "nsubj")
    hang(verb, doer, "acl")
    verb.tag = "VBN"


def _mend_reduced(verb: Token) -> None:
    """ "A car packed with dynamite exploded": two verbs that no "and" joins are not joined."""
    doer = verb.child("nsubj") if verb.tag == "VBN" else None
    if doer is None or verb.child("dobj", "aux", "auxpass", "cc"):
        return
    main = next((child for child in verb.children if child.dep == "conj"), None)
    if main is None or main.tag not in ("VBD", "VBZ", "VBP") or main.child("nsubj", "cc"):
        return
    before = [child for child in verb.children if child.index < doer.index]
    _replace(verb, main)
    hang(doer, main, "nsubj")
    hang(verb, doer, "acl")
    for child in before:
        hang(child, main, child.dep)


def _mend_content(verb: Token) -> None:
    """ "Denied a report by the rebels that jets had bombed them": the clause is the report."""
    that = next((part for part in verb.children if part.lemma == "that"), None)
    teller = verb.head
    if verb.dep != "relcl" or that is None or that.dep not in ("dobj", "mark", "nsubj"):
        return
    others = [part for part in verb.children if part.dep == that.dep and part is not that]
    report = teller.head.head if teller.dep == "pobj" and teller.head.lemma == "by" else None
    if report is not None and report.lemma in _REPORTS and (others or that.dep == "mark"):
        that.dep, that.tag = "mark", "IN"
        hang(verb, report, "acl")


def _mend_verbless_subject(noun: Token, tokens: tuple[Token, ...]) -> None:
    """ "France, which has troops there, offered to mediate" is about what France did."""
    if noun.dep != "ROOT" or noun.pos not in ("NOUN", "PROPN") or not noun.child("relcl"):
        return
    main = next((part for part in reversed(noun.children) if part.dep == "acl"), None)
    if main is None or main.tag != "VBN" or tokens[main.index - 1].text != ",":
        return
    if not main.child("xcomp", "dobj", "ccomp"):
        return
    uproot(main)
    main.tag = "VBD"
    hang(noun, main, "nsubj")


def _replace(old: Token, new: Token) -> None:
    """Hang a token where another hung, with what stands behind it there."""
    old.children = [child for child in old.children if child is not new]
    if old.head is old:
        new.head, new.dep = new, "ROOT"
    else:
        governor, relation = old.head, old.dep
        governor.children = [child for child in governor.children if child is not old]
        new.head, new.dep = governor, relation
        governor.children = sorted([*governor.children, new], key=lambda child: child.index)
        old.head, old.dep = old, "ROOT"


def _mend_clause_of_time(verb: Token) -> None:
    """ "Came a day after a force captured the post": the force captured it."""
    if verb.tag != "VBD" or verb.dep != "advcl" or verb.child("nsubj", "nsubjpass", "mark", "aux"):
        return
    for link in reversed(verb.head.children):
        doer = link.child("pobj") if link.lemma in ("after", "before", "until", "since") else None
        if doer is None or link.dep != "prep" or doer.index > verb.index:
            continue
        if doer.pos in ("NOUN", "PROPN") and all(t.index < verb.index for t in doer.subtree()):
            hang(doer, verb, "nsubj")
            hang(link, verb, "mark")
        return
