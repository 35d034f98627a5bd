"""Part of speech and lemma of a word form, worked out once for each form, tag and relation.

spaCy's attribute ruler and rule lemmatizer look at one token at a time, and take a quarter of the
time of a parse. Asking them once for each different form gives the same answers, but for "gonna"
and its like, whose parts nothing here asks for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

RULERS = ("attribute_ruler", "lemmatizer")

# Lemmas the packaged rules get wrong, of words that bear on whether something happened.
MENDED = {
    "hoping": "hope", "hoped": "hope", "hopes": "hope", "felt": "feel", "fled": "flee",
    "slain": "slay", "retook": "retake", "overran": "overrun", "raped": "rape", "raping": "rape",
    "raged": "rage", "raging": "rage", "waged": "wage", "waging": "wage", "staged": "stage",
    "staging": "stage", "sniped": "snipe", "sniping": "snipe", "relaunched": "relaunch",
    "relaunching": "relaunch",
    "machinegunned": "machinegun", "machinegunning": "machinegun",
    "rearrested": "rearrest", "installed": "install", "bases": "base",
}  # fmt: skip

_BEING = frozenset({"is", "are", "was", "were", "'s", "'re"})

Form = tuple[int, int, int]  # the store's numbers of a word, its tag and its relation


class WordForms:
    """What a pipeline's rules say of word forms; asked of the rules when first met."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._rulers = [nlp.get_pipe(name) for name in RULERS]
        self._known: dict[Form, tuple[str, str]] = {}

    @staticmethod
    def fit(nlp: Language) -> bool:
        """Whether a pipeline works out its forms by such rules alone."""
        if not all(nlp.has_pipe(name) for name in RULERS):
            return False
        return getattr(nlp.get_pipe("lemmatizer"), "mode", None) == "rule"

    def forget(self, most: int) -> None:
        """Let go of what was learnt, and have the rules do so, if it is more than so many forms."""
        if len(self._known) > most:
            self._known.clear()
            for ruler in self._rulers:
                getattr(ruler, "cache", {}).clear()

    def learn(self, forms: Iterable[Form]) -> None:
        """Ask the rules about forms that were not met before."""
        missing = [form for form in dict.fromkeys(forms) if form not in self._known]
        if not missing:
            return
        for form, token in zip(missing, self._ruled(missing), strict=True):
            lemma = MENDED.get(token.lower_) or token.lemma_.lower()
            self._known[form] = (token.pos_, lemma)

    def __getitem__(self, form: Form) -> tuple[str, str]:
        """Part of speech and lemma, in lower case, of a form that was learnt."""
        return self._known[form]

    def _ruled(self, forms: list[Form]) -> list[Any]:
        from spacy.tokens import Doc

        strings = self._vocab.strings
        # A full stop between them keeps each from being a neighbour's neighbour.
        apart = [part for form in forms for part in (form, None)]
        doc = Doc(
            self._vocab,
            words=[strings[part[0]] if part else "." for part in apart],
            tags=[strings[part[1]] if part else "." for part in apart],
            deps=[strings[part[2]] if part else "punct" for part in apart],
            heads=list(range(len(apart))),
        )
        for ruler in self._rulers:
            doc = ruler(doc)
        return [doc[index] for index in range(0, len(apart), 2)]


def after(relation: str, word: str, pos: str) -> str:
    """The part of speech of a word behind another: "there was" has a full verb.

    The one rule of the packaged pipeline that looks at a neighbour and matters here.
    """
    return "VERB" if relation == "expl" and word in _BEING else pos
