"""Everything that reading a passage rests on, loaded once."""

from __future__ import annotations

from dataclasses import dataclass

from ..codebook import Codebook
from ..types import KindId, Names
from .grammar.lexicon import Lexicon, load_lexicon
from .speech.reporting import Speech, load_speech
from .status.attitudes import Attitudes, load_attitudes
from .status.composition import StatusReader
from .triggers.figurative import Figurative
from .triggers.finding import TriggerIndex


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A codebook's language, the names that are known, and the words of the packaged data."""

    codebook: Codebook
    names: Names
    lexicon: Lexicon
    attitudes: Attitudes
    speech: Speech
    status: StatusReader
    triggers: TriggerIndex
    figurative: Figurative

    def is_force(self, kind: KindId) -> bool:
        """Whether events of a kind are a use of force."""
        return self.codebook.kind(kind).force

    @classmethod
    def of(cls, codebook: Codebook, names: Names) -> Knowledge:
        """What comes with the package, beside a codebook and names."""
        attitudes, speech = load_attitudes(), load_speech()
        return cls(
            codebook,
            names,
            load_lexicon(),
            attitudes,
            speech,
            StatusReader.of(attitudes, speech),
            TriggerIndex(codebook),
            Figurative.of(codebook),
        )
