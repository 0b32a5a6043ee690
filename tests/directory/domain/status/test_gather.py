"""From what the catalogue holds to a history: which record counts as which kind of evidence."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from directory.domain.parts import Schedule
from directory.domain.records import Basis, Channel, ServiceStatus
from directory.domain.sources import Authority
from directory.domain.status.gather import Case, history_of
from directory.domain.status.history import Events, FirstSource, FollowOn, GroupKind, History, Statement, Watched
from directory.domain.status.settings import Settings
from tests.directory.domain.status.cases import ON, case, evidence, grant, listing, period, sighting


def told(known: Case, settings: Settings) -> set[Statement]:
    return set(history_of(known, ON, settings).statements)


def watched(known: Case, settings: Settings) -> list[tuple[str, str, date]]:
    return [(one.channel, one.symbol, one.day) for one in history_of(known, ON, settings).observations]


def first_seen(known: Case, settings: Settings) -> date:
    return history_of(known, ON, settings).first_seen


def test_a_service_of_which_nothing_is_known_has_a_history_of_nothing(settings: Settings) -> None:
    assert history_of(case(listings=()), ON, settings) == History(
        id="s", kind=GroupKind.INFORMAL, first_seen=ON, first_source=FirstSource.IMPORT
    )


@pytest.mark.parametrize(
    ("known", "kind"),
    [
        ({"identifiers": ("GB-CHC-1122334",)}, GroupKind.CHARITY),
        ({"identifiers": ("GB-SC-SC001234",)}, GroupKind.CHARITY),
        ({"identifiers": ("GB-NIC-101234",)}, GroupKind.CHARITY),
        ({"identifiers": ("GB-COH-01234567",)}, GroupKind.COMPANY),
        ({"identifiers": ("GB-COH-01234567", "GB-CHC-1122334")}, GroupKind.CHARITY),
        ({"identifiers": ("GB-CASC-00000001",)}, GroupKind.INFORMAL),
        ({"organization": "Wadebrook Town Council"}, GroupKind.PUBLIC),
        ({"organization": "Wadebrook Councillors' Choir"}, GroupKind.INFORMAL),
        ({"funding": (grant(service_id="s", end_on=date(2027, 1, 1)),)}, GroupKind.PROJECT),
        ({"funding": (grant(end_on=date(2027, 1, 1)),)}, GroupKind.INFORMAL),
        ({"funding": (grant(service_id="s"),)}, GroupKind.INFORMAL),
    ],
)
def test_who_runs_a_service_decides_what_kind_of_group_it_is(
    settings: Settings, known: dict[str, Any], kind: GroupKind
) -> None:
    assert history_of(case(**known), ON, settings).kind is kind


@pytest.mark.parametrize(
    "known",
    [
        {"evidence": (evidence("owner_open", date(2020, 5, 1)),)},
        {"sightings": (sighting("owner_open", date(2020, 5, 1)),)},
        {"funding": (grant(awarded_on=date(2020, 5, 1), start_on=date(2020, 9, 1)),)},
        {"funding": (grant(start_on=date(2020, 5, 1)),)},
        {"service": {"assured_date": date(2020, 5, 1)}},
        {"listings": (listing(), listing(first_seen=date(2020, 5, 1)))},
    ],
)
def test_a_service_was_first_seen_when_the_earliest_is_known_of_it(settings: Settings, known: dict[str, Any]) -> None:
    assert first_seen(case(**known), settings) == date(2020, 5, 1)


def test_before_anything_was_known_a_service_is_first_seen_on_the_day_itself(settings: Settings) -> None:
    early = date(2019, 6, 30)
    assert history_of(case(), early, settings).first_seen == early


@pytest.mark.parametrize(
    ("listings", "first"),
    [
        ((listing(),), FirstSource.IMPORT),
        ((listing(authority=Authority.MODERATOR),), FirstSource.IMPORT),
        ((listing(authority=Authority.CRAWL),), FirstSource.CRAWL),
        ((listing(authority=Authority.OWNER),), FirstSource.OWNER),
        ((listing(), listing(authority=Authority.OWNER)), FirstSource.OWNER),
        ((listing(), listing(authority=Authority.OWNER, first_seen=date(2025, 1, 1))), FirstSource.IMPORT),
    ],
)
def test_who_told_of_it_first_counts(settings: Settings, listings: tuple[Any, ...], first: FirstSource) -> None:
    assert history_of(case(listings=listings), ON, settings).first_source is first


def test_being_on_a_list_is_seen_on_its_first_day_and_on_its_last(settings: Settings) -> None:
    assert watched(case(), settings) == [("feed", "listed", date(2024, 1, 1)), ("feed", "listed", date(2026, 11, 20))]


def test_what_was_listed_on_one_day_was_seen_once(settings: Settings) -> None:
    once = listing(seen_until=date(2024, 1, 1))
    assert watched(case(listings=(once, once)), settings) == [("feed", "listed", date(2024, 1, 1))]


def test_a_source_that_dropped_a_service_speaks_against_it_on_the_day_it_was_last_read(settings: Settings) -> None:
    gone = listing(seen_until=date(2025, 3, 1), is_live=False)
    assert watched(case(listings=(gone,)), settings)[-1] == ("feed", "dropped", date(2026, 11, 20))


def test_a_service_that_another_source_still_has_was_not_dropped(settings: Settings) -> None:
    gone = listing(seen_until=date(2025, 3, 1), is_live=False)
    assert not any(symbol == "dropped" for _, symbol, _ in watched(case(listings=(gone, listing())), settings))


def test_a_registers_list_says_that_the_body_exists_and_that_it_is_gone_no_more_than_a_directory(
    settings: Settings,
) -> None:
    service = {"basis": Basis.REGISTER}
    kept, gone = (listing(channel=Channel.REGISTER, is_live=is_live) for is_live in (True, False))
    assert watched(case(service=service, listings=(kept,)), settings) == [
        ("register", "current", date(2024, 1, 1)),
        ("register", "current", date(2026, 11, 20)),
    ]
    assert watched(case(service=service, listings=(gone,)), settings)[-1] == ("feed", "dropped", date(2026, 11, 20))


def test_a_registers_word_on_a_body_is_none_on_what_it_offers(settings: Settings) -> None:
    assert watched(case(listings=(listing(channel=Channel.REGISTER),)), settings) == []


def test_a_service_its_source_calls_inactive_is_as_good_as_dropped(settings: Settings) -> None:
    service = {"status": ServiceStatus.INACTIVE}
    assert watched(case(service=service), settings) == [
        ("feed", "listed", date(2024, 1, 1)),
        ("feed", "dropped", date(2026, 11, 20)),
    ]
    assert watched(case(service=service, listings=()), settings) == []


def test_a_list_of_bodies_that_have_ceased_does_not_bring_them_back_by_being_read_again(settings: Settings) -> None:
    register = {"basis": Basis.REGISTER, "status": ServiceStatus.INACTIVE}
    first = date(2024, 1, 1)
    known = case(
        service=register,
        listings=(listing(channel=Channel.REGISTER),),
        evidence=(evidence("ceased", first, Channel.REGISTER),),
    )
    assert watched(known, settings) == [("feed", "dropped", date(2026, 11, 20)), ("register", "ceased", first)]


def test_a_club_that_left_a_list_is_not_dropped_while_the_list_has_another_number_of_it(settings: Settings) -> None:
    left = evidence("dropped", date(2026, 7, 1), Channel.FEED)
    assert ("feed", "dropped", date(2026, 7, 1)) not in watched(case(evidence=(left,)), settings)
    gone = listing(seen_until=date(2026, 6, 1), is_live=False)
    assert ("feed", "dropped", date(2026, 7, 1)) in watched(case(evidence=(left,), listings=(gone,)), settings)
    later = evidence("dropped", date(2026, 11, 21), Channel.FEED)
    assert ("feed", "dropped", date(2026, 11, 21)) in watched(case(evidence=(later,)), settings)


def test_a_service_its_source_calls_defunct_was_said_to_have_ended(settings: Settings) -> None:
    service = {"status": ServiceStatus.DEFUNCT}
    assert told(case(service=service), settings) == {Statement(day=date(2026, 11, 20), kind="source_closed")}
    assert told(case(service=service, listings=()), settings) == set()


def test_a_check_that_a_source_speaks_of_is_a_curators(settings: Settings) -> None:
    checked = case(service={"assured_date": date(2026, 5, 1)})
    assert told(checked, settings) == {Statement(day=date(2026, 5, 1), kind="curator_open")}


def test_what_was_watched_and_what_was_said_are_told_apart(settings: Settings) -> None:
    day = date(2026, 11, 1)
    known = case(
        listings=(),
        evidence=(evidence("ceased", day, Channel.REGISTER), evidence("owner_closed", day)),
        sightings=(sighting("fail", day, Channel.WEB), sighting("linkworker_nobody", day, reporter="r")),
    )
    assert history_of(known, ON, settings).observations == (
        Watched(channel="register", day=day, symbol="ceased"),
        Watched(channel="web", day=day, symbol="fail"),
    )
    assert told(known, settings) == {
        Statement(day=day, kind="owner_closed"),
        Statement(day=day, kind="linkworker_nobody", reporter="r"),
    }


def test_a_grant_is_news_on_the_day_of_its_award(settings: Settings) -> None:
    known = case(funding=(grant(awarded_on=date(2026, 2, 1)), grant(start_on=date(2026, 3, 1))))
    assert told(known, settings) == {Statement(day=date(2026, 2, 1), kind="new_grant", reporter="The Example Fund")}


def test_events_are_days_and_one_that_was_still_to_come_was_announced(settings: Settings) -> None:
    learnt = datetime(2026, 11, 1, tzinfo=UTC)
    known = case(
        sightings=(
            sighting("event", date(2026, 12, 3), Channel.EVENT, at=learnt, url="https://example.org/diary"),
            sighting("event", date(2026, 12, 3), Channel.EVENT, at=learnt),
            sighting("post", date(2026, 10, 1), Channel.EVENT, at=learnt),
        )
    )
    found = history_of(known, ON, settings)
    assert found.events == Events(watched_from=date(2026, 10, 1), days=(date(2026, 10, 1), date(2026, 12, 3)))
    assert set(found.statements) == {
        Statement(day=date(2026, 11, 1), kind="future_event_dated", reporter="https://example.org/diary"),
        Statement(day=date(2026, 11, 1), kind="future_event_dated"),
    }
    assert not any(one.channel == "event" for one in found.observations)


def test_events_are_watched_since_we_first_looked(settings: Settings) -> None:
    learnt = datetime(2026, 11, 1, tzinfo=UTC)
    known = case(sightings=(sighting("event", date(2026, 11, 15), Channel.EVENT, at=learnt),))
    found = history_of(known, ON, settings).events
    assert found is not None
    assert found.watched_from == date(2026, 11, 1)


def test_money_reaches_as_far_as_was_known_on_the_day(settings: Settings) -> None:
    funding = (
        grant(awarded_on=date(2024, 1, 1), end_on=date(2026, 12, 31)),
        grant(awarded_on=date(2026, 10, 1), end_on=date(2028, 12, 31)),
    )
    assert history_of(case(funding=funding), date(2026, 9, 30), settings).funding_end == date(2026, 12, 31)
    assert history_of(case(funding=funding), ON, settings).funding_end == date(2028, 12, 31)
    assert history_of(case(funding=funding), ON, settings).funding_follow_on is FollowOn.UNKNOWN


@pytest.mark.parametrize(
    ("service", "is_frequent"),
    [
        ({"name": "Wadebrook Drop-in"}, True),
        ({"description": "A weekly foodbank."}, True),
        ({"description": "Food parcels for anybody."}, True),
        ({"description": "Meet others over food."}, False),
    ],
)
def test_of_drop_ins_and_food_a_sign_of_life_is_asked_for_sooner(
    settings: Settings, service: dict[str, Any], is_frequent: bool
) -> None:
    assert history_of(case(service=service), ON, settings).is_frequent is is_frequent


@pytest.mark.parametrize("field", ["schedules", "read_schedules"])
def test_a_group_that_meets_in_term_time_has_that_season(settings: Settings, field: str) -> None:
    in_terms = case(service={field: (Schedule(description="Mondays in term time", term_time_only=True),)})
    always = case(service={field: (Schedule(description="Mondays"),)})
    assert history_of(in_terms, ON, settings).season == settings.activity.term_time
    assert history_of(always, ON, settings).season is None


def test_what_a_group_says_of_its_money_counts_from_the_day_its_words_were_there(settings: Settings) -> None:
    words = period(date(2027, 3, 31), follow_on=FollowOn.MAIN_NO_FOLLOW_ON)
    known = case(service={"read_funding": (words,)}, described_since=date(2026, 5, 1))
    found = history_of(known, ON, settings)
    assert (found.funding_end, found.funding_follow_on) == (date(2027, 3, 31), FollowOn.MAIN_NO_FOLLOW_ON)
    assert history_of(known, date(2026, 4, 30), settings).funding_end is None


def test_words_about_money_make_no_project_of_a_group_and_are_no_news_of_a_grant(settings: Settings) -> None:
    known = case(service={"read_funding": (period(date(2027, 3, 31)),)}, described_since=date(2026, 5, 1))
    found = history_of(known, ON, settings)
    assert (found.kind, found.statements, found.first_seen) == (GroupKind.INFORMAL, (), date(2024, 1, 1))
