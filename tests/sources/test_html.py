from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import ExtractError
from dateline.sources.html import read_html
from dateline.sources.published import Moment

PAGE = (Path(__file__).parent.parent / "pages" / "market.html").read_text()


def body(inside: str) -> str:
    return read_html(f"<html><body>{inside}</body></html>", "a.html").text


def head(inside: str) -> str:
    return f"<html><head>{inside}</head><body><p>Three soldiers died.</p></body></html>"


def test_the_article_is_read_without_what_surrounds_it() -> None:
    page = read_html(PAGE, "a.html")
    assert page.text == (
        "Shells hit market in river town\n\n"
        "At least ten people were killed when shells hit a market on Tuesday, doctors said.\n\n"
        "Both sides blame each other\n\n"
        "The army blamed the rebels.\nThey denied it.\n\n"
        "Two clinics are closed.\n\n"
        "One road is open.\n\n"
        "Killed\n\n10\n\n"
        "“It was full of people,” a doctor said."
    )


def test_the_first_heading_is_the_headline() -> None:
    page = read_html(PAGE, "a.html")
    assert page.headline is not None
    assert page.headline.of(page.text) == "Shells hit market in river town"


def test_a_page_says_when_where_and_by_whom_it_was_published() -> None:
    page = read_html(PAGE, "a.html")
    assert page.published == Moment(datetime(2023, 10, 24, 6, tzinfo=UTC), "+02:00")
    assert page.address == "https://courier.example/world/market"
    assert page.source == "The Example Courier"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Shells hit the market | The Courier", "Shells hit the market"),
        ("Shells hit the market – Courier", "Shells hit the market"),
        ("Market - The Courier", "Market - The Courier"),
        ("Ten-year war goes on", "Ten-year war goes on"),
    ],
)
def test_without_a_heading_the_title_without_its_site_is_the_headline(
    title: str, headline: str
) -> None:
    page = read_html(head(f"<title>{title}</title>"), "a.html")
    assert page.text == f"{headline}\n\nThree soldiers died."


@pytest.mark.parametrize(
    ("inside", "headline"),
    [
        # The site's name is a heading too.
        (
            "<title>Army retakes town - Post</title><h1>Post</h1><h1>Army retakes town</h1>",
            "Army retakes town",
        ),
        # The title for search engines differs from the headline.
        (
            '<meta property="og:title" content="Town retaken"><h1>Post</h1><h1>Town retaken</h1>',
            "Town retaken",
        ),
        ("<title>Sudan war: latest news</title><h1>Army retakes town</h1>", "Army retakes town"),
        ("<title>Sudan war: latest news</title><h1> </h1>", "Sudan war: latest news"),
    ],
)
def test_the_heading_that_the_title_has_is_the_headline(inside: str, headline: str) -> None:
    page = read_html(f"{inside}<p>Three soldiers died.</p>", "a.html")
    assert page.headline is not None
    assert page.headline.of(page.text) == headline


@pytest.mark.parametrize(
    "inside",
    [
        '<meta property="article:published_time" content="2023-10-24T08:00:00+02:00">',
        '<meta itemprop="datePublished" content="2023-10-24T06:00:00Z">',
        '<meta name="DC.date" content="2023-10-24T06:00:00Z">',
        '<script type="application/ld+json">{"datePublished":"2023-10-24T06:00:00Z"}</script>',
        '<script type="application/ld+json">{"@graph":[{"datePublished":"20231024T06Z"}]}</script>',
        '<script type="application/ld+json">{</script><meta name="date" content="20231024T06Z">',
        '<meta name="date" content="yesterday"><meta name="date" content="2023-10-24T06:00Z">',
    ],
)
def test_the_time_of_publication_is_found_where_pages_put_it(inside: str) -> None:
    published = read_html(head(inside), "a.html").published
    assert published
    assert published.at == datetime(2023, 10, 24, 6, tzinfo=UTC)


def test_a_time_element_is_the_last_resort() -> None:
    page = read_html('<p>Three died.</p><time datetime="2023-10-24">Tuesday</time>', "a.html")
    assert page.published == Moment(datetime(2023, 10, 24, tzinfo=UTC))


def test_a_page_without_a_date_has_none() -> None:
    assert read_html(head(""), "a.html").published is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/relative", "ftp://a.example/x"])
def test_only_web_addresses_are_taken_for_the_pages_own(address: str) -> None:
    assert read_html(head(f'<link rel="canonical" href="{address}">'), "a.html").address is None


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<div>One.<div>Two.</div>Three.</div>", ["One.", "Two.", "Three."]),
        ("One.<br>Two.<br/><br/>Three.", ["One.", "Two.", "Three."]),
        ("<ul><li>One</li><li>Two</li></ul>", ["One", "Two"]),
        ("<table><tr><td>One</td><td>Two</td></tr></table>", ["One", "Two"]),
        ("<h2>One</h2>Two", ["One", "Two"]),
    ],
)
def test_blocks_do_not_fuse(inside: str, text: list[str]) -> None:
    assert body(inside).split() == text


def test_an_inline_element_does_not_break_a_word() -> None:
    assert body("<p>Rebels took <b>Ro</b>botyne.</p>") == "Rebels took Robotyne."


def test_scripts_and_styles_are_no_text() -> None:
    inside = "<style>p{}</style><p>Three died.</p><script>killed(9)</script><noscript>x</noscript>"
    assert body(inside) == "Three died."


def test_a_declaration_of_xml_is_no_obstacle() -> None:
    page = read_html('<?xml version="1.0" encoding="latin-1"?><html><body>One', "a.html")
    assert page.text == "One"


@pytest.mark.parametrize("source", ["", "  ", "<!-- only a comment -->", "<html></html>"])
def test_a_page_without_words_has_no_text(source: str) -> None:
    assert read_html(source, "a.html").text == ""


def test_a_page_nested_too_deeply_is_refused_not_cut() -> None:
    with pytest.raises(ExtractError, match="nested too deeply"):
        read_html("<h1>" * 5000 + "Three died.", "a.html")


def test_a_page_whose_containers_lie_too_deep_is_read_without_them() -> None:
    assert read_html("<div>" * 5000 + "Three died.", "a.html").text == "Three died."


def test_a_paragraph_keeps_its_place_whatever_its_inline_elements() -> None:
    first = "The ministry said <a href='/x'>two hundred people</a> had fled the <i>river</i> town."
    second = "Doctors<sup>1</sup> counted&nbsp;twelve dead &amp; thirty wounded in the night."
    text = read_html(PAGE.replace("<h2>", f"<p>{first}</p><p>{second}</p><h2>"), "a.html").text
    assert "The ministry said two hundred people had fled the river town." in text
    assert "Doctors1 counted twelve dead & thirty wounded in the night." in text


def test_what_the_extractor_has_to_say_is_not_said_to_the_user(
    capsys: pytest.CaptureFixture[str],
) -> None:
    read_html("<html></html>", "a.html")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("inside", "author"),
    [
        ('<meta name="author" content=" Amal\n Idris ">', "Amal Idris"),
        (
            '<meta name="author" content="https://a.example/x"><meta name="byl" content="By Amal">',
            "By Amal",
        ),
        (f'<meta name="author" content="{"x" * 300}">', None),
        ("", None),
    ],
)
def test_who_signs_a_page_is_kept_and_an_address_is_no_name(inside: str, author) -> None:
    assert read_html(head(inside), "a.html").author == author
