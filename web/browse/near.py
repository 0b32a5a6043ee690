"""What is on near a place today and in the week to come, by day and hour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from flask import url_for

from directory.domain.eligibility.person import Weekday
from directory.domain.entries import Entry
from directory.domain.messages import mark, say, sentence
from directory.domain.places import Place, Precision
from directory.domain.records import ServiceStatus
from directory.domain.times.sessions import Session, sessions_ahead
from index.finder import Found
from index.limits import DEFAULT_WITHIN_M
from index.protocol import Hit, Query
from web.config import NEAR_DAYS, NEAR_LOOKED_AT, NEAR_SHOWN_OF_DAY
from web.search.cards import Card, Drawer
from web.search.choices import Choice
from web.search.forms import SearchForm
from web.words.present import distance_in_words
from web.words.sessions import day_in_words, hours_in_words

_ALL_ON = (
    mark("See all that are on Mondays"),
    mark("See all that are on Tuesdays"),
    mark("See all that are on Wednesdays"),
    mark("See all that are on Thursdays"),
    mark("See all that are on Fridays"),
    mark("See all that are on Saturdays"),
    mark("See all that are on Sundays"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCard:
    """One session: of which service, and when that day. It may not happen where it is not ``certain``."""

    card: Card
    hours: str
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDay:
    """The sessions of one day. ``more`` leads to all that are on that weekday, where not all are shown."""

    title: str
    sessions: tuple[OnCard, ...]
    more: Choice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPage:
    """Everything the page says. ``is_private`` is said of a part of a postcode: such a page is for no search engine."""

    place: str
    heading: str
    days: tuple[OnDay, ...]
    is_today: bool
    is_private: bool
    other: Choice
    within: str
    ways_on: tuple[Choice, ...]


def week_of(today: date) -> tuple[date, ...]:
    """The days that are looked at, from today on."""
    return tuple(today + timedelta(days=number) for number in range(NEAR_DAYS))


def query_near(place: Place, days: Iterable[date]) -> Query:
    """The search for what is on near ``place`` on any of these days of the week."""
    weekdays = list(Weekday)
    wanted = {weekdays[day.weekday()].value: None for day in days}
    return Query(
        near=place,
        within_m=DEFAULT_WITHIN_M,
        filters={"day": tuple(wanted)},
        size=NEAR_LOOKED_AT,
        suggest=False,
    )


def near_page(found: Found, place: Place, drawer: Drawer, days: tuple[date, ...], path: str) -> NearPage:
    """The page of what was ``found`` near ``place`` for these days; ``path`` is the place as the address says it."""
    today, is_today = found.at.date(), len(days) == 1
    on: dict[date, list[tuple[Session, Hit]]] = {day: [] for day in days}
    for hit in found.results.hits:
        if hit.is_fitting and hit.entry.status is ServiceStatus.ACTIVE:
            for session in sessions_until(hit.entry, found.at, days[-1]):
                on[session.on].append((session, hit))
    form = SearchForm(near=place.label)
    heading = mark("What’s on near {place} today") if is_today else mark("What’s on near {place} this week")
    other = Choice(
        label=say("See the whole week") if is_today else say("See today only"),
        address=url_for("near.place", path=path, on=None if is_today else "today"),
    )
    return NearPage(
        place=place.label,
        heading=say(heading, place=place.label),
        days=tuple(_day(day, today, sessions, drawer, form) for day, sessions in on.items() if sessions),
        is_today=is_today,
        is_private=place.precision is not Precision.PLACE,
        other=other,
        within=distance_in_words(DEFAULT_WITHIN_M),
        ways_on=(
            Choice(label=say("Look for everything near {place}", place=place.label), address=form.address()),
            Choice(
                label=say("Look for help by phone or online"),
                address=SearchForm().choosing("how", "phone", "online").address(),
            ),
            Choice(label=say("Answer a few questions"), address=url_for("guide.ask", near=place.label)),
        ),
    )


def sessions_until(entry: Entry, at: datetime, last: date) -> Iterator[Session]:
    """The sessions of a service that are still to come, until the day ``last``; of two alike only one."""
    return takewhile(lambda session: session.on <= last, sessions_ahead(entry.schedules, at, entry.nation))


def hours_line(session: Session) -> str:
    """The hours as a line begins with them."""
    words = hours_in_words(session)
    if words is None:
        return say("Time not known. Ask")
    return say("From {time}", time=words) if session.start and not session.end else sentence(words)


def _day(day: date, today: date, sessions: list[tuple[Session, Hit]], drawer: Drawer, form: SearchForm) -> OnDay:
    sessions.sort(key=lambda one: _order(*one))
    more = None
    if len(sessions) > NEAR_SHOWN_OF_DAY:
        value = list(Weekday)[day.weekday()].value
        more = Choice(label=say(_ALL_ON[day.weekday()]), address=form.choosing("day", value).address())
    shown = sessions[:NEAR_SHOWN_OF_DAY]
    return OnDay(
        title=sentence(day_in_words(day, today)),
        sessions=tuple(
            OnCard(card=drawer.card(hit), hours=hours_line(session), certain=session.certain) for session, hit in shown
        ),
        more=more,
    )


def _order(session: Session, hit: Hit) -> tuple[time, float, str]:
    """Soonest first, then nearest; what has no hour comes after what has."""
    start = session.start.time() if session.start else time.max
    return start, hit.distance_m if hit.distance_m is not None else float("inf"), hit.entry.id
