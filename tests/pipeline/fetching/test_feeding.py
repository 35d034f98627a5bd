"""Feeds: nothing lost, nothing twice, whatever a feed does to its items."""

from __future__ import annotations

from dateline.pipeline import ReaderHere, Run

KOSTI = "Rebels shelled Kosti on Monday, the army said."
RABAK = "A truce holds in Rabak, officials said on Monday."


def addresses(outlet) -> set[str]:
    return {document.address for document in outlet.store.documents()}


def test_the_pages_of_a_feed_become_documents_with_its_times(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.publish("2", "Truce in Rabak", RABAK)
    tally = outlet.fetch()
    assert (tally.new, tally.versions, tally.unchanged, tally.failures) == (2, 0, 0, [])
    documents = list(outlet.store.documents())
    assert {document.address for document in documents} == {outlet.url("/1"), outlet.url("/2")}
    assert {f"{document.published:%H:%M}" for document in documents} == {"09:00"}
    assert {(document.source, document.language) for document in documents} == {("Nile", "en")}
    assert outlet.store.get_original(documents[0].id)


def test_a_second_fetch_finds_nothing_new(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.fetch()
    outlet.later(hours=1)
    tally = outlet.fetch()
    assert (tally.new, tally.versions, tally.unchanged) == (0, 0, 1)


def test_a_feed_that_did_not_change_is_not_sent_again(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.feed(etag='"f1"')
    outlet.fetch()
    outlet.items.clear()
    outlet.later(hours=1)
    assert outlet.fetch().failures == []
    assert outlet.store.get_visit("Nile", outlet.url("/feed")).etag == '"f1"'


def test_a_page_that_is_edited_gives_a_version(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.fetch()
    outlet.page("/1", "Shells on Kosti", f"{KOSTI} Nine people died.")
    outlet.later(hours=1)
    tally = outlet.fetch()
    assert (tally.new, tally.versions, tally.unchanged) == (0, 1, 0)
    assert addresses(outlet) == {outlet.url("/1")}
    assert len(outlet.texts) == 2
    latest = outlet.store.get_document(*outlet.store.latest_ids())
    assert "Nine people died" in latest.text
    assert f"{latest.published:%H:%M}" == "09:00"


def test_an_item_that_is_edited_gives_a_version(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.fetch()
    outlet.publish("1", "Shells kill nine in Kosti", f"{KOSTI} Nine people died.")
    outlet.later(hours=1)
    tally = outlet.fetch()
    assert (tally.new, tally.versions) == (0, 1)
    assert addresses(outlet) == {outlet.url("/1")}


def test_an_item_that_changes_its_name_is_no_new_document(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.fetch()
    outlet.items.clear()
    outlet.publish("renamed", "Shells on Kosti", KOSTI, path="/1")
    outlet.later(hours=1)
    tally = outlet.fetch()
    assert (tally.new, tally.versions, len(outlet.texts)) == (0, 0, 1)


def test_an_item_that_moves_keeps_its_address(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.fetch()
    outlet.publish("1", "Shells on Kosti", f"{KOSTI} Nine people died.", path="/2024/shells")
    outlet.later(hours=1)
    tally = outlet.fetch()
    assert (tally.new, tally.versions) == (0, 1)
    assert addresses(outlet) == {outlet.url("/1")}


def test_a_name_that_is_given_to_another_report_overwrites_nothing(outlet) -> None:
    outlet.publish("today", "Shells on Kosti", KOSTI, path="/kosti")
    outlet.fetch()
    outlet.publish("today", "Truce in Rabak", RABAK, path="/rabak")
    outlet.later(hours=1)
    tally = outlet.fetch()
    assert (tally.new, tally.versions) == (1, 0)
    assert addresses(outlet) == {outlet.url("/kosti"), outlet.url("/rabak")}


def test_an_edit_is_read_in_place_of_what_it_replaces(outlet, reader) -> None:
    outlet.publish("1", "Kosti", KOSTI)
    outlet.fetch()
    Run(outlet.store, ReaderHere(reader)).read(outlet.store.unread_ids())
    outlet.page("/1", "Kosti", "Nobody hit Kosti on Monday, the army said.")
    outlet.later(hours=1)
    outlet.fetch()
    tally = Run(outlet.store, ReaderHere(reader)).read(outlet.store.unread_ids())
    assert (tally.documents, list(outlet.store.claims())) == (1, [])
    assert outlet.store.unread_ids() == ()


def test_without_its_page_an_item_is_what_the_feed_holds_of_it(outlet) -> None:
    outlet.answers["/feed"] = outlet.reply(
        "<rss version='2.0'><channel><item><guid>1</guid><title>Kosti</title><link>/gone</link>"
        f"<description>{KOSTI}</description></item></channel></rss>"
    )
    tally = outlet.fetch()
    assert (tally.new, tally.failures) == (1, [])
    assert outlet.texts == [f"Kosti\n\n{KOSTI}"]
    assert [failure.address for failure in outlet.store.failures()] == [outlet.url("/gone")]


def test_a_feed_may_be_read_without_its_pages(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.fetch(outlet.plan(pages=False))
    assert outlet.paths == ["/feed"]
    assert outlet.texts == ["Shells on Kosti"]


def test_what_is_beyond_the_limit_of_one_go_is_taken_by_the_next(outlet) -> None:
    for number in range(5):
        outlet.publish(str(number), f"Report {number}", f"{KOSTI} It was shell {number}.")
    outlet.feed(etag='"f1"')
    gone = [outlet.fetch(items=2) for _ in range(3)]
    assert [(tally.new, tally.left) for tally in gone] == [(2, 3), (2, 1), (1, 0)]
    assert len(outlet.texts) == 5


def test_a_stopped_fetch_is_gone_on_with(outlet) -> None:
    for number in range(4):
        outlet.publish(str(number), f"Report {number}", f"{KOSTI} It was shell {number}.")
    outlet.feed(etag='"f1"')
    outlet.fetch(stop=lambda: len(outlet.texts) >= 2)
    assert len(outlet.texts) == 2
    outlet.fetch()
    assert len(outlet.texts) == 4


def test_a_page_that_fails_is_tried_again_though_the_feed_did_not_change(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.items = [("1", "", "/1")]
    outlet.feed(etag='"f1"')
    page = outlet.answers.pop("/1")
    first = outlet.fetch()
    assert [failure.address for failure in first.failures] == [outlet.url("/1")] * 2
    outlet.answers["/1"] = page
    assert outlet.fetch().new == 1
    assert outlet.store.failures() == ()


def test_a_time_of_publication_that_lies_ahead_is_not_believed(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.later(days=-2)
    outlet.fetch()
    [document] = outlet.store.documents()
    assert document.published is None


def test_a_clock_that_is_set_back_keeps_no_page_from_being_asked_for(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.later(days=365)
    outlet.fetch()
    outlet.page("/1", "Shells on Kosti", f"{KOSTI} Nine people died.")
    outlet.later(days=-365, hours=1)
    assert outlet.fetch(outlet.plan(own=False)).versions == 1
    outlet.later(minutes=1)
    outlet.fetch(outlet.plan(own=False))
    assert "/1" not in outlet.paths


def test_a_clock_that_is_set_back_lets_no_source_wait_for_years(outlet) -> None:
    page = outlet.answers.pop("/feed", None)
    assert page is None
    outlet.later(days=365)
    for _ in range(4):
        outlet.fetch()
    assert outlet.fetch().waiting == 1
    outlet.later(days=-365)
    outlet.publish("1", "Shells on Kosti", KOSTI)
    assert outlet.fetch().new == 1


def test_a_page_of_a_host_of_others_is_asked_less_often_the_older_it_gets(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    foreign = outlet.plan(own=False)
    asked = []
    for hours in (0, 0.5, 1, 1, 1, 24, 72):
        outlet.later(hours=hours)
        outlet.fetch(foreign)
        asked.append("/1" in outlet.paths)
    assert asked == [True, False, True, True, True, True, False]


def test_a_page_of_a_host_of_ones_own_is_asked_each_time_for_three_days(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    asked = []
    for hours in (0, 0.1, 70, 2):
        outlet.later(hours=hours)
        outlet.fetch()
        asked.append("/1" in outlet.paths)
    assert asked == [True, True, True, False]


def test_an_item_whose_page_did_not_change_stays_as_it_was(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.page("/1", "Shells on Kosti", KOSTI, etag='"p1"')
    outlet.fetch()
    outlet.items[:] = [("1", "Shells on Kosti, again", "/1")]
    outlet.feed()
    outlet.later(hours=1)
    tally = outlet.fetch()
    assert (tally.new, tally.versions, tally.unchanged, len(outlet.texts)) == (0, 0, 1, 1)


def test_a_page_that_says_it_did_not_change_is_left(outlet) -> None:
    outlet.publish("1", "Shells on Kosti", KOSTI)
    outlet.page("/1", "Shells on Kosti", KOSTI, etag='"p1"')
    outlet.fetch()
    outlet.later(hours=1)
    tally = outlet.fetch()
    assert outlet.paths == ["/feed", "/1"]
    assert (tally.versions, tally.unchanged) == (0, 1)
