"""The chance that services still run, for any evidence there may be."""

import math
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.domain.status.assess import BATCH, Assessment, assess
from directory.domain.status.history import Events, FirstSource, FollowOn, GroupKind, History, Statement, Watched
from directory.domain.status.posterior import Model, Posterior
from directory.domain.status.rules import Previous, State, evidence_count
from directory.queries.status_settings import read_status_settings
from tests.directory.domain.status.histories import FIRST, NOW, checked, day, history, said, seen, weekly

SETTINGS = read_status_settings()
MODEL = Model(SETTINGS)
TODAY = day(NOW)
PATIENT = settings(max_examples=50, deadline=None)

Item = TypeVar("Item")

SHOWN = [(name, symbol) for name, one in SETTINGS.channel.items() for symbol in (*one.symbols, "not yet invented")]
KINDS = [*SETTINGS.statement, "owner_reopened", "curator_reopened", "not_yet_invented"]

days = st.dates(date(2015, 1, 1), TODAY + timedelta(400))
watched = st.builds(
    lambda shown, on: Watched(channel=shown[0], symbol=shown[1], day=on),
    st.sampled_from([*SHOWN, ("smell", "bad")]),
    days,
)
statement = st.builds(
    Statement,
    day=days,
    kind=st.sampled_from(KINDS),
    reporter=st.none() | st.sampled_from(["r1", "r2"]),
    right=st.integers(0, 50),
    wrong=st.integers(0, 50),
)
histories = st.builds(
    History,
    id=st.text(max_size=3),
    kind=st.sampled_from(GroupKind),
    first_seen=days,
    first_source=st.sampled_from(FirstSource),
    funding_end=st.none() | days,
    funding_follow_on=st.sampled_from(FollowOn),
    season=st.none() | st.tuples(*[st.sampled_from([0.0, 0.4, 1.0])] * 12),
    is_frequent=st.booleans(),
    observations=st.lists(watched, max_size=8).map(tuple),
    statements=st.lists(statement, max_size=6).map(tuple),
    events=st.none() | st.builds(Events, watched_from=days, days=st.lists(days, max_size=40).map(tuple)),
)


def posterior(known: History, on: date = TODAY) -> Posterior:
    return MODEL.posteriors([known.as_of(on)], on)[0]


def assessed(known: History, on: date = TODAY, previous: Previous | None = None) -> Assessment:
    return next(assess(MODEL, [known], on, {known.id: previous} if previous else None))


@PATIENT
@given(known=histories, on=days)
def test_any_history_has_a_chance_and_a_day_by_which_it_stopped(known: History, on: date) -> None:
    found = assessed(known, on)
    assert 0 <= found.p_open_ahead <= found.p_open <= 1
    assert found.stopped_about <= on
    assert all(math.isfinite(reason.weight) and reason.last_day <= on for reason in found.reasons)


@PATIENT
@given(known=histories, chance=st.randoms(use_true_random=False))
def test_the_order_of_evidence_makes_no_difference(known: History, chance: Random) -> None:
    other = replace(
        known,
        observations=mixed(known.observations, chance),
        statements=mixed(known.statements, chance),
        events=known.events and replace(known.events, days=mixed(known.events.days, chance)),
    )
    assert assessed(other) == assessed(known)


@PATIENT
@given(batch=st.lists(histories, max_size=4))
def test_a_batch_gives_what_each_gives_alone(batch: list[History]) -> None:
    together = MODEL.posteriors([known.as_of(TODAY) for known in batch], TODAY)
    for known, found in zip(batch, together, strict=True):
        alone = posterior(known)
        assert found.p_open == pytest.approx(alone.p_open, abs=1e-9)
        assert found.weights == pytest.approx(alone.weights, abs=1e-6)
        assert found.stopped_about == alone.stopped_about


@PATIENT
@given(known=histories, on=days)
def test_what_came_after_the_day_makes_no_difference(known: History, on: date) -> None:
    events = known.events if known.events and known.events.watched_from <= on else None
    until = replace(
        known,
        observations=tuple(one for one in known.observations if one.day <= on),
        statements=tuple(one for one in known.statements if one.day <= on),
        events=events and replace(events, days=tuple(one for one in events.days if one <= on)),
    )
    assert assessed(known, on) == assessed(until, on)


def test_more_services_than_a_batch_are_answered_in_order() -> None:
    many = [history(id=str(number), first_seen=day(NOW - number % 7)) for number in range(BATCH + 3)]
    found = list(assess(MODEL, many, TODAY))
    assert [one.id for one in found] == [str(number) for number in range(BATCH + 3)]
    assert found[-1] == assessed(many[-1])


def test_without_services_there_is_nothing_to_say() -> None:
    assert list(assess(MODEL, [], TODAY)) == []
    assert MODEL.posteriors([], TODAY) == []


@pytest.mark.parametrize(
    ("source", "ran"), [(FirstSource.OWNER, 0.995), (FirstSource.IMPORT, 0.93), (FirstSource.CRAWL, 0.9)]
)
@pytest.mark.parametrize("first_seen", [TODAY, TODAY + timedelta(900)])
def test_on_the_day_it_is_first_seen_only_its_source_speaks(source: FirstSource, ran: float, first_seen: date) -> None:
    found = assessed(history(first_seen=first_seen, first_source=source))
    assert found.p_open == pytest.approx(ran)
    assert found.state is State.UNCONFIRMED
    assert found.reasons == ()
    assert found.confirmed_on is None


@pytest.mark.parametrize("kind", GroupKind)
def test_without_evidence_its_chance_fades_with_its_kind(kind: GroupKind) -> None:
    found = posterior(history(kind=kind, first_seen=day(NOW - 730)))
    faded = math.exp(-SETTINGS.hazard[kind] * 730 / 365.25)
    assert found.p_open == pytest.approx(0.995 * faded)
    assert found.p_open_ahead == pytest.approx(found.p_open * math.exp(-SETTINGS.hazard[kind] * 120 / 365.25))


@pytest.mark.parametrize(
    "unknown",
    [
        {"statements": (said("owner_sang", -3),)},
        {"observations": seen("smell", {-9: "good", -3: "bad"})},
        {"observations": seen("web", {-9: "sleeps"})},
    ],
)
def test_evidence_of_kinds_not_known_yet_says_nothing(unknown: dict[str, tuple[Watched, ...]]) -> None:
    plain, found = assessed(history()), assessed(history(**unknown))
    assert found.p_open == pytest.approx(plain.p_open, abs=1e-6)
    assert found.reasons == ()
    assert found.state is plain.state


def test_evidence_of_kinds_not_known_yet_takes_nothing_from_the_rest() -> None:
    closed = checked(-120, "gone", range(-120, 1, 30))
    plain = assessed(history(observations=closed))
    found = assessed(
        history(observations=closed + seen("web", {-2: "sleeps"}) + seen("smell", {-9: "good", -3: "bad"}))
    )
    assert found.p_open == pytest.approx(plain.p_open, abs=0.01)
    assert [reason.text for reason in found.reasons] == [reason.text for reason in plain.reasons]


def test_a_weight_is_what_the_log_odds_lose_without_the_channel() -> None:
    lapsed = checked(-120, "gone", range(-120, 1, 30))
    told = (said("owner_open", -400), said("linkworker_nobody", -10, "l1"))
    found = posterior(history(observations=lapsed, statements=told))
    without = posterior(history(observations=lapsed, statements=told[:1]))
    assert logit(found.p_open) - logit(without.p_open) == pytest.approx(found.weights["linkworker_nobody"], abs=0.01)


def test_however_good_a_site_looks_it_cannot_confirm_a_group_by_itself() -> None:
    """docs/decisions/0010: at most 0.3 times likelier, whatever its pages, words and feed show."""
    months = range(FIRST - NOW, 1, 30)
    looks = (
        seen("web", dict.fromkeys(months, "ok"))
        + seen("text", dict.fromkeys(months, "no_closure_words"))
        + seen("feed", dict.fromkeys(months, "listed"))
    )
    plain = posterior(history(first_source=FirstSource.IMPORT))
    found = posterior(history(first_source=FirstSource.IMPORT, observations=looks))
    assert plain.p_open < found.p_open
    assert logit(found.p_open) - logit(plain.p_open) < -math.log(0.3) + 1e-6


def test_what_a_site_says_of_closing_counts_in_full() -> None:
    looks = seen("web", {-60: "ok", -1: "ok"}) + seen("text", {-60: "no_closure_words", -1: "closure_words"})
    assert posterior(history(observations=looks)).p_open < 0.25


def test_the_day_of_stopping_is_found_between_the_last_good_and_the_first_bad_sign() -> None:
    known = history(statements=(said("linkworker_attended", -300), said("linkworker_says_closed", -250)))
    assert day(NOW - 300) <= posterior(known).stopped_about <= day(NOW - 250)


def test_the_state_given_last_is_kept_within_the_margin() -> None:
    known = history(statements=(said("owner_open", -330), said("linkworker_says_closed", -5, "l1")))
    fresh = assessed(known)
    assert 0.20 < fresh.p_open < 0.25
    assert fresh.state is State.LIKELY_CLOSED
    was = Previous(state=State.UNCONFIRMED, evidence=evidence_count(known))
    assert assessed(known, previous=was).state is State.UNCONFIRMED


def test_weekly_events_until_today_are_signs_of_life() -> None:
    found = assessed(history(first_source=FirstSource.CRAWL, events=weekly(-5)))
    assert found.state is State.OPEN
    assert found.confirmed_on == max(weekly(-5).days)


def logit(p: float) -> float:
    return math.log(p / (1 - p))


def mixed(items: tuple[Item, ...], chance: Random) -> tuple[Item, ...]:
    return tuple(chance.sample(items, len(items)))
