"""Everything seen and said of a service, by kind of evidence: as far as it was known, and nothing left out."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.messages import Message
from directory.domain.records import Channel, ServiceStatus
from directory.domain.status.gather import Case
from directory.domain.status.settings import Settings
from directory.domain.status.timeline import Item, Lane, Sign, timeline
from tests.directory.domain.status.cases import ON, case, evidence, grant, listing, period, sighting

DAY = date(2026, 11, 1)


def items(on: date = ON, **known: Any) -> tuple[Item, ...]:
    return timeline(case(**{"listings": (), **known}), on)


def the_item(**known: Any) -> Item:
    [item] = items(**known)
    return item


def test_a_service_of_which_nothing_is_known_has_no_items() -> None:
    assert items() == ()


@pytest.mark.parametrize(
    ("channel", "symbol", "lane", "sign", "text"),
    [
        (Channel.STATEMENT, "owner_open", Lane.GROUP, Sign.FOR, "The people who run it said that it runs."),
        (Channel.STATEMENT, "owner_no_reply", Lane.GROUP, Sign.NEITHER, "The people who run it did not reply."),
        (Channel.STATEMENT, "linkworker_nobody", Lane.PEOPLE, Sign.AGAINST, "A link worker found nobody there."),
        (Channel.STATEMENT, "public_open", Lane.PEOPLE, Sign.FOR, "Somebody reported that it runs."),
        (Channel.STATEMENT, "of_a_kind_unknown", Lane.PEOPLE, Sign.FOR, "Somebody said something of it."),
        (Channel.EVENT, "post", Lane.EVENTS, Sign.FOR, "It posted something."),
        (Channel.PHONE, "noanswer", Lane.PHONE, Sign.NEITHER, "Nobody answered the phone."),
        (Channel.PHONE, "invalid", Lane.PHONE, Sign.AGAINST, "The phone number was not in service."),
        (Channel.WEB, "ok", Lane.WEB, Sign.FOR, "The website worked."),
        (Channel.TEXT, "closure_words", Lane.WEB, Sign.AGAINST, "The website said that it has closed."),
        (Channel.REGISTER, "ceased", Lane.REGISTER, Sign.AGAINST, "The register said that it has ceased."),
        (
            Channel.REGISTER, "transferred", Lane.REGISTER, Sign.NEITHER,
            "The register said that it moved to another body.",
        ),
        (Channel.FEED, "dropped", Lane.LISTS, Sign.AGAINST, "A directory no longer listed it."),
    ],
)  # fmt: skip
def test_each_thing_seen_has_its_lane_its_sign_and_a_sentence(
    channel: Channel, symbol: str, lane: Lane, sign: Sign, text: str
) -> None:
    item = the_item(sightings=(sighting(symbol, DAY, channel),))
    assert item == Item(lane=lane, sign=sign, on=DAY, text=text)


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("Somebody reported that it has closed.", True),
        ("We went there: it is running.", True),
        ("The website worked.", True),
        ("The lights were on.", False),
    ],
)
def test_a_sentence_of_ours_that_was_kept_is_a_message_again(text: str, is_ours: bool) -> None:
    item = the_item(sightings=(sighting("ok", DAY, Channel.WEB, text=text),))
    assert (item.text, type(item.text) is Message) == (text, is_ours)


def test_every_symbol_that_the_model_knows_is_told_in_a_sentence_of_its_own(settings: Settings) -> None:
    channels = {name: Channel(name) for name in settings.channel}
    watched = [(channel, one) for name, channel in channels.items() for one in settings.channel[name].symbols]
    said = [(Channel.STATEMENT, kind) for kind in settings.statement]
    texts = [the_item(sightings=(sighting(symbol, DAY, channel),)).text for channel, symbol in (*watched, *said)]
    assert "Somebody said something of it." not in texts
    assert len(set(texts)) == len(texts)


def test_whoever_saw_something_is_quoted_with_the_place_where_it_stands() -> None:
    told = evidence("owner_closed", DAY, text="We have closed.", url="https://example.org/news")
    item = the_item(evidence=(told,))
    assert (item.text, item.url, item.sign) == ("We have closed.", "https://example.org/news", Sign.AGAINST)


def test_a_listing_is_a_time_and_a_register_stands_apart() -> None:
    register = listing(channel=Channel.REGISTER)
    directory, registered = sorted(items(listings=(listing(), register)), key=lambda item: item.lane)
    assert directory == Item(
        lane=Lane.LISTS,
        sign=Sign.FOR,
        on=date(2024, 1, 1),
        until=date(2026, 11, 20),
        text="A directory listed it until 20 November 2026.",
    )
    assert (registered.lane, registered.text) == (Lane.REGISTER, "A register listed it until 20 November 2026.")


def test_what_was_listed_once_was_listed_on_that_day() -> None:
    item = the_item(listings=(listing(seen_until=date(2024, 1, 1)),))
    assert (item.until, item.text) == (None, "A directory listed it on 1 January 2024.")


def test_a_listing_that_ended_is_followed_by_the_day_on_which_that_was_seen() -> None:
    dropped, listed = items(listings=(listing(seen_until=date(2025, 3, 1), is_live=False),))
    assert listed.until == date(2025, 3, 1)
    assert dropped == Item(
        lane=Lane.LISTS, sign=Sign.AGAINST, on=date(2026, 11, 20), text="A directory no longer listed it."
    )


@pytest.mark.parametrize(
    ("money", "on", "until", "text"),
    [
        (
            {"start_on": date(2026, 4, 1), "end_on": date(2027, 3, 31)},
            date(2026, 4, 1),
            date(2027, 3, 31),
            "Money from The Example Fund until 31 March 2027.",
        ),
        ({"awarded_on": DAY, "funder": None}, DAY, None, "Money."),
        (
            {"start_on": DAY, "end_on": date(2027, 3, 31), "funder": None},
            DAY,
            date(2027, 3, 31),
            "Money until 31 March 2027.",
        ),
        ({"start_on": DAY, "end_on": DAY}, DAY, None, "Money from The Example Fund."),
    ],
)
def test_money_is_a_time_where_its_end_is_known(money: dict[str, Any], on: date, until: date | None, text: str) -> None:
    item = the_item(funding=(grant(**money),))
    assert (item.lane, item.sign, item.on, item.until, item.text) == (Lane.MONEY, Sign.FOR, on, until, text)


def test_money_of_no_known_day_is_nowhere() -> None:
    assert items(funding=(grant(end_on=DAY),)) == ()


def test_what_its_source_says_of_it_is_among_what_was_said() -> None:
    checked = the_item(service={"assured_date": DAY})
    ended, _ = items(service={"status": ServiceStatus.DEFUNCT}, listings=(listing(),))
    assert (checked.lane, checked.sign, checked.text) == (
        Lane.PEOPLE, Sign.FOR, "Its source says that somebody checked.",
    )  # fmt: skip
    assert (ended.sign, ended.on, ended.text) == (
        Sign.AGAINST, date(2026, 11, 20), "Its source says that it has ended.",
    )  # fmt: skip
    assert items(service={"status": ServiceStatus.DEFUNCT}) == ()


def test_a_grant_awarded_later_was_not_known_though_it_is_for_before() -> None:
    late = grant(awarded_on=date(2026, 11, 15), start_on=date(2026, 1, 1), end_on=date(2027, 1, 1))
    assert items(funding=(late,), on=date(2026, 11, 14)) == ()
    assert len(items(funding=(late,), on=date(2026, 11, 15))) == 1


def test_on_an_earlier_day_a_listing_had_lasted_until_then() -> None:
    [item] = items(listings=(listing(seen_until=date(2025, 3, 1), is_live=False),), on=date(2024, 6, 1))
    assert (item.until, item.text) == (date(2024, 6, 1), "A directory listed it until 1 June 2024.")


def test_items_are_the_newest_first() -> None:
    days = [item.on for item in items(sightings=tuple(sighting("ok", date(2026, 5, day)) for day in (3, 9, 1)))]
    assert days == [date(2026, 5, 9), date(2026, 5, 3), date(2026, 5, 1)]


DAYS = st.dates(date(2015, 1, 1), date(2035, 1, 1))


@st.composite
def any_cases(draw: st.DrawFn) -> Case:
    """Cases with anything in any order of days."""
    days = draw(st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=4))
    return case(
        service={"status": draw(st.sampled_from(ServiceStatus)), "assured_date": draw(st.none() | DAYS)},
        listings=tuple(
            listing(first_seen=first, seen_until=last, read_on=last, is_live=draw(st.booleans()))
            for first, last in days
        ),
        evidence=tuple(evidence("ceased", last, Channel.REGISTER) for _, last in days),
        sightings=tuple(sighting("event", last, Channel.EVENT) for _, last in days),
        funding=tuple(grant(awarded_on=draw(st.none() | DAYS), start_on=first, end_on=last) for first, last in days),
    )


@given(any_cases(), DAYS)
def test_nothing_is_told_of_a_later_day_but_ends_that_were_known(known: Case, on: date) -> None:
    for item in timeline(known, on):
        assert item.on <= on
        assert item.until is None or item.lane is Lane.MONEY or item.until <= on


@pytest.mark.parametrize(
    ("more", "start", "until", "sign"),
    [
        ({"end_on": date(2027, 3, 31)}, DAY, date(2027, 3, 31), Sign.FOR),
        ({"end_on": date(2027, 3, 31), "start_on": date(2024, 4, 1)}, date(2024, 4, 1), date(2027, 3, 31), Sign.FOR),
        ({"end_on": date(2029, 3, 31), "start_on": date(2027, 4, 1)}, DAY, date(2029, 3, 31), Sign.FOR),
        ({"end_on": date(2025, 3, 31)}, date(2025, 3, 31), None, Sign.NEITHER),
        ({"end_on": DAY}, DAY, None, Sign.NEITHER),
    ],
)
def test_money_the_group_speaks_of_is_told_in_its_words(
    more: dict[str, Any], start: date, until: date | None, sign: Sign
) -> None:
    item = the_item(service={"read_funding": (period(**more),)}, described_since=DAY)
    text = "The group says: “we are funded by the Example Fund”."
    assert item == Item(lane=Lane.MONEY, sign=sign, on=start, until=until, text=text)


def test_money_the_group_speaks_of_was_not_known_before_it_said_so() -> None:
    words = period(date(2027, 3, 31), start_on=date(2024, 4, 1))
    known: dict[str, Any] = {"service": {"read_funding": (words,)}, "described_since": DAY}
    assert items(date(2026, 10, 31), **known) == ()
    assert len(items(DAY, **known)) == 1
