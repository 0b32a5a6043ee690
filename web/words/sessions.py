"""When a service is on next, in the words of a card."""

from datetime import date, datetime, timedelta

from directory.domain.entries import Entry
from directory.domain.times.sessions import Session, next_session
from web.words.times import DAY_PARTS, schedule_in_words, time_in_words


def next_in_words(entry: Entry, at: datetime) -> str | None:
    """``Next: Tuesday 24 November, 10am to 12 noon``; where no time could be read, the words of the source.

    A session that may not happen is said to be usual. None where nothing is known of times.
    """
    session = next_session(entry.schedules, at, entry.nation)
    if session is not None:
        return f"Next: {session_in_words(session, at.date())}"
    written = [schedule for schedule in entry.schedules if schedule.description or schedule.read_from]
    return f"When: {schedule_in_words(written[0])}" if written else None


def session_in_words(session: Session, today: date) -> str:
    """``today, 10am to 12 noon``, ``usually Friday 27 November, in the evening. Ask first``."""
    usually, ask = ("", "") if session.certain else ("usually ", ". Ask first")
    when = ", ".join(filter(None, (_day(session.on, today), hours_in_words(session))))
    return f"{usually}{when}{ask}"


def _day(on: date, today: date) -> str:
    named = f"{on:%A} {on.day} {on:%B}"
    if on == today:
        return f"today, {named}"
    return f"tomorrow, {named}" if on == today + timedelta(days=1) else named


def hours_in_words(session: Session) -> str | None:
    """``10am to 12 noon``, ``in the evening``, ``10am`` where the end is not known; None where no hour is."""
    if session.start is None:
        part = session.schedule.day_part
        return DAY_PARTS[part] if part else None
    start = time_in_words(session.start.time())
    if session.end is None:
        return start
    if session.end - session.start == timedelta(days=1):
        return "all day and night"
    return f"{start} to {time_in_words(session.end.time())}"
