"""Read an e-mail (.eml): its subject, date, sender and words."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr

from ..errors import ExtractError
from ..types import Original
from .blaming import blamed_on
from .blocks import join_blocks, on_one_line, sound
from .decoding import decode
from .html import read_html
from .page import Page, check_size, normalise_lines, signature
from .published import parse_published

HEADERS = frozenset(("from", "date", "subject", "received", "message-id", "mime-version", "to"))
LONGEST_HEADER = 2_000  # characters; the standard allows 998 on a line
MOST_PARTS = 1_000  # an answer to an answer with its pictures has some ten


def read_mail(original: Original) -> Page:
    """Read a mail's own words; of several forms the plain one, and none of its attachments."""
    address = original.address
    with blamed_on(address, "a broken e-mail"):
        message = _parse(original)
        words = _find_words(message, original)
    subject, sender = _header(message, "subject"), _header(message, "from")
    text, headline = join_blocks(subject, normalise_lines(words).split("\n\n"))
    date = _header(message, "date")
    return Page(
        text if words.strip() else "",
        headline,
        parse_published(date) if date else None,
        author=_name(sender) if sender else None,
    )


def _find_words(message: EmailMessage, original: Original) -> str:
    plain = message.get_body(preferencelist=("plain",))
    words = _text(plain, original) if plain is not None else ""
    page = message.get_body(preferencelist=("html",)) if not words.strip() else None
    return words if page is None else read_html(_text(page, original), original.address).text


def _parse(original: Original) -> EmailMessage:
    address = original.address
    if original.raw.lower().count(b"content-type:") > MOST_PARTS:
        raise ExtractError(address, f"has more than {MOST_PARTS:,} parts")
    try:
        message = BytesParser(policy=policy.default).parsebytes(original.raw)
    except RecursionError as error:
        raise ExtractError(address, "its parts are nested too deeply to be read") from error
    assert isinstance(message, EmailMessage)
    if HEADERS.isdisjoint(name.lower() for name in message):
        raise ExtractError(address, "is no e-mail: it has no sender, date or subject")
    return message


def _text(part: MIMEPart, original: Original) -> str:
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    if not raw.strip():
        return ""
    markup = part.get_content_type() == "text/html"
    charset = part.get_content_charset()
    text = decode(raw, original.address, encoding=original.encoding, told=charset, markup=markup)
    check_size(text, original.address)
    return text


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's words. What is longer than any was meant to make its parser slow."""
    said = next((value for key, value in message.raw_items() if key.lower() == name), None)
    if said is None or len(said) > LONGEST_HEADER:
        return None
    try:
        words = str(message[name])
    # Headers of spam make the parser fail in more ways than it has errors for.
    except Exception:  # noqa: BLE001
        words = said
    # What was no text in the header has become halves of surrogate pairs.
    return on_one_line(sound(words))


def _name(sender: str) -> str | None:
    """Who a sender is: the name before the address, or else the address."""
    try:
        name, address = parseaddr(sender)
    except RecursionError:  # comments in comments
        return None
    return signature(on_one_line(name or address))
