"""Look an XML document through before any parser that would act on its entities sees it."""

from __future__ import annotations

from xml.parsers import expat

from ..errors import ExtractError


def check_xml(raw: bytes, address: str) -> None:
    """Refuse XML that declares entities: they expand without end, and reach for files and hosts.

    A document type without declarations is allowed: RSS 0.91 has one. What is not well formed is
    left to the parser, which expands nothing it does not know.
    """

    def refuse(name: str, *rest: object) -> None:
        raise ExtractError(address, f"declares an XML entity ({name[:40]!r}); no feed needs one")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(raw, True)
    except expat.ExpatError:
        return
