"""Read a saved web page: its article, headline, address and time of publication."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache

import msgspec
from lxml import etree, html

from ..errors import ExtractError
from .blocks import join_blocks
from .nesting import unnest
from .page import Page, normalise_lines, signature
from .published import Moment, parse_published

BLOCKS = frozenset(
    "address article aside blockquote body caption cell dd details div dl dt figcaption figure "
    "footer form graphic h1 h2 h3 h4 h5 h6 head header "
    "hr item legend li list main nav ol option p pre quote row section summary table tbody td "
    "tfoot th thead title tr ul".split()
)
BREAKS = frozenset(("br", "lb"))
UNSEEN = frozenset(
    "script style noscript template svg math canvas iframe object embed select button "
    "textarea".split()
)
SURROUNDINGS = frozenset(("nav", "footer", "aside", "form"))
END = 30  # letters that tell a paragraph from any other

FEED_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
)

XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
SITE_NAME = re.compile(r"(?<!\s)\s+[|\u2013\u2014-]\s+[^|\u2013\u2014]{1,40}$")
WEB_ADDRESS = re.compile(r"https?://\S+$")
TIME_PROPERTIES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publish-date",
    "date",
)


def read_html(text: str, address: str) -> Page:
    """Read a page's article, without its navigation, scripts and footers."""
    source, tree = _parse(normalise_lines(text), address)
    if tree is None:
        return Page("")
    joined, headline = join_blocks(find_title(tree), _find_article(source, tree))
    return Page(
        joined,
        headline,
        find_published(tree),
        find_address(tree),
        find_site(tree),
        find_author(tree),
    )


def find_blocks(fragment: str, address: str) -> Iterator[str]:
    """Find the blocks of a piece of HTML, each a paragraph, heading, item or cell."""
    _, tree = _parse(fragment, address)
    return iter(()) if tree is None else _blocks(tree.find("body"))


def find_title(tree: html.HtmlElement) -> str | None:
    """Find the headline: the longest ``h1`` that the page's title has, else the title itself.

    The site's own name is often an ``h1`` too, and often a part of the title.
    """
    titles = [*_meta(tree, ("og:title",)), tree.findtext(".//title") or ""]
    headings = [" ".join(str(heading.text_content()).split()) for heading in tree.iter("h1")]
    named = [
        heading
        for heading in headings
        if any(_letters(heading) in _letters(title) for title in titles)
    ]
    if longest := max(named, key=len, default=""):
        return longest
    stated = [_without_site(title.strip()) for title in titles if title.strip()]
    return next((words for words in (*headings, *stated) if words), None)


def _without_site(title: str) -> str:
    shorter = SITE_NAME.sub("", title)
    return shorter if len(shorter.split()) > 2 else title


def find_published(tree: html.HtmlElement) -> Moment | None:
    """Find when a page says it was published: meta elements, JSON-LD, then a ``time``."""
    for words in (*_meta(tree, TIME_PROPERTIES), *_linked_times(tree), *_times(tree)):
        if published := parse_published(words):
            return published
    return None


def find_address(tree: html.HtmlElement) -> str | None:
    """Find the address a page gives as its own."""
    links = [link.get("href", "") for link in tree.iter("link") if link.get("rel") == "canonical"]
    for address in (*links, *_meta(tree, ("og:url",))):
        if WEB_ADDRESS.match(address.strip()):
            return str(address).strip()
    return None


def find_site(tree: html.HtmlElement) -> str | None:
    """Find the name of the site a page belongs to."""
    return next(_meta(tree, ("og:site_name",)), None)


def find_author(tree: html.HtmlElement) -> str | None:
    """Find who signs a page; an address of their profile is no name."""
    names = (" ".join(name.split()) for name in _meta(tree, ("author", "article:author", "byl")))
    return next((name for name in names if "://" not in name and signature(name)), None)


def find_feeds(page: str, address: str) -> list[str]:
    """Find the feeds that a page names as its own, as it links them."""
    _, tree = _parse(page, address)
    return [
        link.get("href", "").strip()
        for link in (() if tree is None else tree.iter("link"))
        if "alternate" in link.get("rel", "").lower().split()
        and link.get("type", "").lower() in FEED_TYPES
        and link.get("href", "").strip()
    ]


def _parse(text: str, address: str) -> tuple[str, html.HtmlElement | None]:
    """The tree of a page, and the source that it is of."""
    source = XML_DECLARATION.sub("", text)
    for make in (str, unnest):
        attempt = make(source)
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        try:
            tree = html.document_fromstring(attempt, parser=parser, ensure_head_body=True)
        except etree.ParserError:  # nothing but space and comments
            return attempt, None
        # libxml2 stops 256 deep without failing, and the rest would be lost in silence.
        if not any("depth" in entry.message for entry in parser.error_log):
            return attempt, tree
    raise ExtractError(address, "its elements are nested too deeply to be read")


def _find_article(source: str, tree: html.HtmlElement) -> list[str]:
    # trafilatura knows an article from what surrounds it, but breaks the text of short pages at
    # every bold word; so it chooses, and the words are taken from the page itself.
    found = _extract()(source, with_metadata=False, include_comments=False)
    chosen = () if found is None else tuple(map(_letters, _blocks(found.body)))
    page = tree.find("body")
    if sum(map(bool, chosen)) > 1:
        wanted, whole = frozenset(chosen), " ".join(chosen)
        article = [block for block in _blocks(page) if _is_wanted(_letters(block), wanted, whole)]
        if article:
            return article
    return list(_blocks(page, unseen=UNSEEN | SURROUNDINGS))


def _letters(block: str) -> str:
    return "".join(filter(str.isalnum, block))


def _is_wanted(letters: str, wanted: frozenset[str], whole: str) -> bool:
    # A paragraph may have lost or gained an inline element at one of its ends.
    return letters in wanted or (
        len(letters) > 2 * END and (letters[:END] in whole or letters[-END:] in whole)
    )


@cache
def _extract():  # type: ignore[no-untyped-def]  # trafilatura has no types
    from trafilatura import bare_extraction  # takes half a second to import

    # Without a handler its warnings ("discarding data") would reach standard error.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return bare_extraction


def _blocks(root: etree._Element, unseen: frozenset[str] = UNSEEN) -> Iterator[str]:
    # Walked by events, not by recursion, so that no page is too deep for Python's stack.
    block: list[str] = []
    hidden = kept_lines = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        opens = event == "start"
        if element.tag in BLOCKS:
            yield "".join(block)
            block.clear()
        elif element.tag in BREAKS and opens:
            block.append("\n")
        hidden += (opens - (not opens)) * (element.tag in unseen)
        kept_lines += (opens - (not opens)) * (element.tag == "pre")
        words = element.text if opens else element.tail if element is not root else None
        if words and not hidden:
            # Outside "pre", the lines of a page's source are layout only.
            block.append(words if kept_lines else words.replace("\n", " "))
    yield "".join(block)


def _meta(tree: html.HtmlElement, names: tuple[str, ...]) -> Iterator[str]:
    said = [
        (key.lower(), meta.get("content") or "")
        for meta in tree.iter("meta")
        for key in (meta.get("property"), meta.get("name"), meta.get("itemprop"))
        if key
    ]
    return (content for name in names for key, content in said if key == name and content.strip())


def _times(tree: html.HtmlElement) -> Iterator[str]:
    elements = tuple(tree.iter("time"))
    marked = [time for time in elements if time.get("itemprop") == "datePublished"]
    for time in marked + [time for time in elements if time.get("datetime")][:1]:
        yield time.get("datetime") or time.text_content()


def _linked_times(tree: html.HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            linked = msgspec.json.decode((script.text or "").encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue  # scripts of pages are often broken; the time is then looked for elsewhere
        nodes = linked if isinstance(linked, list) else [linked]
        for node in nodes:
            if isinstance(node, dict):
                graph = node.get("@graph")
                for part in (node, *(graph if isinstance(graph, list) else ())):
                    if isinstance(part, dict) and isinstance(part.get("datePublished"), str):
                        yield part["datePublished"]
