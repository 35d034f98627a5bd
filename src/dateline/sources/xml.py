"""Look an XML document through before any parser that would act on its entities sees it."""

from __future__ import annotations

import re
from xml.parsers import expat

from ..errors import ExtractError

# 1,000 items have some 20,000 elements, six deep; the parser of feeds takes 80 µs for each.
MOST_ELEMENTS = 100_000
DEEPEST = 200

# What is not well formed is not looked through to its end, and feedparser expands what is declared
# behind the break: 200 KB become 2 GB. In UTF-16 the bytes have zero bytes between them.
DECLARED = re.compile(rb"<!ENTITY", re.IGNORECASE)


def check_xml(raw: bytes, address: str, *, most: int = MOST_ELEMENTS) -> None:
    """Refuse XML that declares entities, which expand without end and reach for files and hosts.

    A document type without declarations is allowed: RSS 0.91 has one. What is not well formed must
    not hold the word of a declaration anywhere. Refused as well is what is so large or so deep that
    parsing it takes minutes.
    """
    count = depth = 0

    def refuse(name: str, *rest: object) -> None:
        raise ExtractError(
            address, f"declares an XML entity ({name[:40]!r}); no feed or document needs one"
        )

    def enter(name: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count += 1
        depth += 1
        if count > most:
            raise ExtractError(address, f"has more than {most:,} XML elements")
        if depth > DEEPEST:
            raise ExtractError(address, f"has XML elements nested more than {DEEPEST} deep")

    def leave(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(raw, True)
    except (ValueError, LookupError):
        # Of several bytes a letter, and neither UTF-8 nor UTF-16: what it says cannot be seen.
        raise ExtractError(address, "is XML in an encoding that is not read") from None
    except expat.ExpatError:
        if DECLARED.search(raw.replace(b"\0", b"")):
            problem = "is broken XML and declares an XML entity; no feed needs one"
            raise ExtractError(address, problem) from None
        # Where it breaks off, nobody counted: each element has a mark or two.
        if raw.count(b"<") > 2 * most:
            raise ExtractError(address, f"has more than {most:,} XML elements") from None
