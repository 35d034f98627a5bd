"""Telegram exports: each message with words is a document of its chat."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import ExtractError
from dateline.sources import File, Member, Said, extract, find_members
from dateline.types import Document


def message(id: int, text: object, **more: object) -> dict[str, object]:
    told = {"date": "2024-05-04T01:30:00", "date_unixtime": "1714775400", "from": "Kosti Now"}
    return {"id": id, "type": "message", **told, "text": text, **more}


def chat(*messages: object, **more: object) -> dict[str, object]:
    about = {"name": "Kosti Now", "type": "public_channel", "id": 1234567}
    return {**about, **more, "messages": list(messages)}


def read(tmp_path: Path, exported: object, **how) -> list[Member]:
    path = tmp_path / "result.json"
    text = exported if isinstance(exported, str) else json.dumps(exported)
    path.write_text(text, encoding="utf-8")
    return list(find_members(File(path, "result.json", "export"), **how))


def documents(members: list[Member]) -> list[Document]:
    return [extract(member.original) for member in members if member.original]


def test_a_message_gives_a_document_of_its_chat(tmp_path: Path) -> None:
    (document,) = documents(read(tmp_path, chat(message(7, "Rebels shelled Kosti."))))
    assert (document.text, document.source, document.author) == (
        "Rebels shelled Kosti.",
        "Kosti Now",
        "Kosti Now",
    )
    assert document.address == "https://t.me/c/1234567/7"


def test_the_clock_of_whoever_exported_it_tells_no_zone(tmp_path: Path) -> None:
    known, old = documents(
        read(tmp_path, chat(message(7, "Shelling."), message(8, "More.", date_unixtime=None)))
    )
    assert (known.published, known.zone) == (datetime(2024, 5, 3, 22, 30, tzinfo=UTC), None)
    assert (old.published, old.zone) == (datetime(2024, 5, 4, 1, 30, tzinfo=UTC), None)


def test_words_in_parts_are_put_together(tmp_path: Path) -> None:
    parts = ["Rebels ", {"type": "bold", "text": "shelled"}, " Kosti: ", {"type": "custom"}, 7]
    (document,) = documents(read(tmp_path, chat(message(7, parts))))
    assert document.text == "Rebels shelled Kosti: "


def test_what_has_no_words_is_passed_over(tmp_path: Path) -> None:
    joined = {"id": 1, "type": "service", "action": "join_group_by_link", "text": "joined"}
    exported = chat(joined, message(2, ""), message(3, [" "]), message(4, "Nine died."))
    assert [member.number for member in read(tmp_path, exported)] == [4]
    assert [member.number for member in read(tmp_path, exported, skip=4)] == []


def test_a_whole_account_is_read_chat_by_chat(tmp_path: Path) -> None:
    private = chat(message(9, "Two fled."), name="Desk", type="private_group", id=55)
    nameless = chat(message(10, "One."), name=None, id=None)
    exported = {
        "about": "x",
        "personal_information": {"id": 1, "name": "I"},
        "chats": {"list": [chat(message(7, "Nine died.")), private, nameless]},
    }
    found = documents(read(tmp_path, exported))
    assert [(document.source, document.address) for document in found] == [
        ("Kosti Now", "https://t.me/c/1234567/7"),
        ("Desk", "telegram-55/9"),
        ("export", "result.json#3"),
    ]


def test_the_user_names_the_source(tmp_path: Path) -> None:
    (document,) = documents(read(tmp_path, chat(message(7, "x y")), said=Said(source="desk")))
    assert document.source == "desk"


def test_an_export_that_is_broken_off_is_read_up_to_there(tmp_path: Path) -> None:
    whole = json.dumps(chat(message(7, "Nine died."), message(8, "Two fled.")))
    good, bad = read(tmp_path, whole[:-60])
    assert (good.number, bad.number) == (1, 2)
    assert bad.problem is not None
    assert bad.problem.startswith("is broken: ")


@pytest.mark.parametrize(
    ("exported", "problem"),
    [({"type": "FeatureCollection"}, "is no Telegram export"), ("{nothing", "is no JSON")],
)
def test_other_files_of_the_name_say_so(tmp_path: Path, exported: object, problem: str) -> None:
    with pytest.raises(ExtractError, match=problem):
        read(tmp_path, exported)
