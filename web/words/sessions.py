"""When a service is on next, in the words of a card."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from directory.domain.entries import Entry
from directory.domain.messages import Message, listed, say, weekday
from directory.domain.times.sessions import Session, next_session
from web.words.times import ALL_DAY, DAY_PARTS, hours_between, schedule_in_words, time_in_words


def next_in_words(entry: Entry, at: datetime) -> Message | None:
    """``Next: Tuesday 24 November, 10am to 12 noon``; where no time could be read, the words of the source.

    A session that may not happen is said to be usual. None where nothing is known of times.
    """
    session = next_session(entry.schedules, at, entry.nation)
    if session is not None:
        return say("Next: {session}", session=session_in_words(session, at.date()))
    written = [schedule for schedule in entry.schedules if schedule.description or schedule.read_from]
    return say("When: {times}", times=schedule_in_words(written[0])) if written else None


def session_in_words(session: Session, today: date) -> Message:
    """``today, 10am to 12 noon``, ``usually Friday 27 November, in the evening. Ask first``."""
    hours = hours_in_words(session)
    on = day_in_words(session.on, today)
    when = listed((on, hours)) if hours else on
    return when if session.certain else say("usually {when}. Ask first", when=when)


@lru_cache(maxsize=1_024)  # a list says the same few days again and again
def day_in_words(on: date, today: date) -> Message:
    """``today, Sunday 22 November``, ``Friday 27 November``."""
    named = weekday(on)
    if on == today:
        return say("today, {day}", day=named)
    return say("tomorrow, {day}", day=named) if on == today + timedelta(days=1) else named


def hours_in_words(session: Session) -> Message | None:
    """``10am to 12 noon``, ``in the evening``, ``10am`` where the end is not known; None where no hour is."""
    if session.start is None:
        part = session.schedule.day_part
        return DAY_PARTS[part] if part else None
    if session.end is None:
        return time_in_words(session.start.time())
    if session.end - session.start == timedelta(days=1):
        return ALL_DAY
    return hours_between(session.start.time(), session.end.time())
