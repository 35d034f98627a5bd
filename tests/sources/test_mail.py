"""E-mails: subject, date with its zone, sender, and the words of the mail itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.errors import ExtractError
from dateline.sources import extract
from dateline.types import Document, Original

HEAD = b"""From: =?utf-8?q?Amal_Idr=C3=ADs?= <amal@nile.example>
To: desk@example.org
Subject: Rebels shell
 Kosti
Date: Sat, 4 May 2024 01:30:00 +0300
MIME-Version: 1.0
"""
PLAIN = b"""Content-Type: text/plain; charset="windows-1252"
Content-Transfer-Encoding: quoted-printable

Rebels shelled Kosti=97nine died.

> What of Rabak?
"""
HTML = b"""Content-Type: text/html; charset="utf-8"

<html><body><p>Rebels shelled Rabak.</p><script>alert(1)</script></body></html>
"""
ATTACHED = b"""Content-Type: text/plain
Content-Disposition: attachment; filename="../../secret.txt"

A list of names.
"""


def of_parts(kind: str, *parts: bytes) -> bytes:
    head = f'Content-Type: multipart/{kind}; boundary="b{kind}"\n\n'.encode()
    border = f"--b{kind}".encode()
    return head + b"".join(border + b"\n" + part for part in parts) + border + b"--\n"


def read(raw: bytes) -> Document:
    return extract(Original(raw, ".eml", "a.eml", "desk"))


def test_a_mail_gives_its_subject_date_sender_and_words() -> None:
    document = read(HEAD + PLAIN)
    assert document.text == (
        "Rebels shell Kosti\n\nRebels shelled Kosti\u2014nine died.\n\n> What of Rabak?"
    )
    assert document.headline is not None
    assert document.headline.of(document.text) == "Rebels shell Kosti"
    assert (document.published, document.zone) == (
        datetime(2024, 5, 3, 22, 30, tzinfo=UTC),
        "+03:00",
    )
    assert (document.author, document.address) == ("Amal Idr\u00eds", "a.eml")


def test_the_plain_form_goes_before_the_other_and_attachments_are_not_read() -> None:
    both = of_parts("alternative", HTML, PLAIN)
    text = read(HEAD + of_parts("mixed", both, ATTACHED)).text
    assert "Kosti\u2014nine" in text
    for other in ("Rabak.", "names", "secret"):
        assert other not in text


@pytest.mark.parametrize(
    "raw", [HTML, of_parts("alternative", b"Content-Type: text/plain\n\n \n", HTML)]
)
def test_without_a_plain_form_the_page_is_read(raw: bytes) -> None:
    assert read(HEAD + raw).text == "Rebels shell Kosti\n\nRebels shelled Rabak."


def test_a_mail_without_subject_or_with_broken_headers_is_read() -> None:
    document = read(b"From: <<<@@,;:\nDate: soon\n\nRebels shelled Kosti.\n")
    assert (document.text, document.headline) == ("Rebels shelled Kosti.", None)
    assert document.published is None


def test_a_sender_without_a_name_is_known_by_address() -> None:
    assert (
        read(b"From: desk@nile.example\nSubject: x\n\nNine died.\n").author == "desk@nile.example"
    )


def test_a_date_whose_zone_is_unknown_has_none() -> None:
    document = read(b"From: a@b.example\nDate: Sat, 4 May 2024 01:30:00 -0000\n\nNine died.\n")
    assert (document.published, document.zone) == (datetime(2024, 5, 4, 1, 30, tzinfo=UTC), None)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"Rebels shelled Kosti.\n", "is no e-mail: it has no sender, date or subject"),
        (HEAD + b"\n", "has no text"),
        (HEAD + of_parts("mixed", ATTACHED), "has no text"),
    ],
    ids=["text", "empty", "attachments alone"],
)
def test_what_gives_no_text_says_why(raw: bytes, problem: str) -> None:
    with pytest.raises(ExtractError, match=problem):
        read(raw)


def test_a_header_as_long_as_a_book_is_passed_over() -> None:
    document = read(b"From: a@b.example\nSubject: " + b"x" * 1_000_000 + b"\n\nNine died.\n")
    assert document.text == "Nine died."
