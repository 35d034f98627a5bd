"""Take out of a page the elements that only hold others, where they lie too deep for a parser."""

from __future__ import annotations

import re

BORDERS = re.compile(r"(?:<p>\s*)+")
# An attribute with a bracket in it leaves its rest as text: that is better than to lose the page.
TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]*)[^<>]*>", re.IGNORECASE)

# What says what its words are. Of these, a new one ends the one before, or none is nested deep.
KEPT = frozenset(
    "html head body title meta link script style noscript template h1 h2 h3 h4 h5 h6 p br hr time "
    "pre nav footer aside form svg math canvas iframe object embed select button textarea".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp "
    "small span strike strong sub sup tt u var wbr".split()
)


def unnest(source: str) -> str:
    """The page without containers: their borders are those of paragraphs, inline ones are none."""

    def replace(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        if name in KEPT:
            return tag[0]
        return "" if name in INLINE else "<p>"

    return BORDERS.sub("<p>", TAG.sub(replace, source))
