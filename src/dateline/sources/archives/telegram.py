"""Read the messages of a Telegram Desktop export (result.json), of one chat or of many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import ijson
import msgspec

from ...errors import ExtractError
from ...types import Original
from ..blaming import reason_of
from ..file import File, Said
from ..page import Page, check_size, normalise_lines, signature
from ..published import Moment, parse_published
from ..text import find_headline
from .member import SIGN_OF_LIFE, Member

FORMAT = ".message"
PUBLIC = frozenset(("public_channel", "public_supergroup"))
CHAT = ("name", "type", "id")
MESSAGES = ".messages.item"


class Chat(msgspec.Struct, frozen=True):
    """Where messages were written."""

    name: str | None = None
    type: str | None = None
    id: int | None = None


class Message(msgspec.Struct, frozen=True):
    """A message as it was exported, and its chat."""

    chat: Chat
    message: dict[str, object]


def find_messages(file: File, said: Said) -> Iterator[Member]:
    """The messages that have words; joining and pinning, and pictures alone, are passed over."""
    number = 0
    try:
        with file.path.open("rb") as stream:
            for chat, message in _stream(stream):
                number += 1
                if message.get("type") == "message" and _text(message).strip():
                    yield _make_member(Message(chat, message), number, file, said)
                elif number % SIGN_OF_LIFE == 0:
                    yield Member(number, file.address)
    except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
        because = reason_of(error)
        if number == 0:
            raise ExtractError(file.address, f"is no JSON: {because}") from error
        yield Member(number + 1, f"{file.address}#{number + 1}", problem=f"is broken: {because}")
    if number == 0:
        raise ExtractError(file.address, "is no Telegram export: it holds no messages")


def _stream(stream: Any) -> Iterator[tuple[Chat, dict[str, object]]]:
    """Each message with its chat, of whose list none is held but the one at hand."""
    chat: dict[str, object] = {}
    message: ijson.ObjectBuilder | None = None
    inside = ""
    for prefix, event, value in ijson.parse(stream, use_float=True):
        if message is not None:
            message.event(event, value)
            if prefix == inside and event == "end_map":
                yield _chat(chat), message.value
                message = None
        elif event == "start_map" and f".{prefix}".endswith(MESSAGES):
            inside, message = prefix, ijson.ObjectBuilder()
            message.event(event, value)
        elif event == "start_map":
            chat = {}
        elif (name := prefix.rpartition(".")[2]) in CHAT:
            chat[name] = value


def _chat(said: dict[str, object]) -> Chat:
    name, kind, id = (said.get(key) for key in CHAT)
    return Chat(
        name if isinstance(name, str) else None,
        kind if isinstance(kind, str) else None,
        id if isinstance(id, int) else None,
    )


def _make_member(found: Message, number: int, file: File, said: Said) -> Member:
    address = _address(found, number, file)
    source = said.source or found.chat.name or file.source
    try:
        raw = msgspec.json.encode(found)
    except (UnicodeEncodeError, msgspec.MsgspecError) as error:
        return Member(number, address, problem=f"is broken: {error}")
    return Member(number, address, Original(raw, FORMAT, address, source))


def _address(found: Message, number: int, file: File) -> str:
    chat, id = found.chat.id, found.message.get("id")
    if chat is None or not isinstance(id, int):
        return f"{file.address}#{number}"
    if found.chat.type in PUBLIC:
        return f"https://t.me/c/{chat}/{id}"
    return f"telegram-{chat}/{id}"


def read_message(original: Original) -> Page:
    """Read a message as it was exported."""
    message = msgspec.json.decode(original.raw, type=Message).message
    text = normalise_lines(_text(message))
    check_size(text, original.address)
    author = message.get("from")
    return Page(
        text,
        find_headline(text),
        _published(message),
        author=signature(author if isinstance(author, str) else None),
    )


def _text(message: dict[str, object]) -> str:
    """The words: one string, or parts of which links and bold words are objects."""
    text = message.get("text")
    parts = text if isinstance(text, list) else [text]
    words = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return "".join(part for part in words if isinstance(part, str))


def _published(message: dict[str, object]) -> Moment | None:
    """When it was first sent. The clock reading beside it is that of whoever exported it."""
    try:
        return Moment(datetime.fromtimestamp(int(str(message["date_unixtime"])), UTC))
    except (KeyError, ValueError, OverflowError, OSError):
        told = message.get("date")
        return parse_published(told) if isinstance(told, str) else None
