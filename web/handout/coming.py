"""The next session of a service in the sentences of Easy Read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from directory.domain.messages import Message, say
from directory.domain.parts import Schedule
from directory.domain.times.sessions import Session
from web.words.sessions import session_in_words


def easily_told(session: Session, today: date) -> Iterator[Message]:
    """The day, the start and the end of a session, each in a sentence of its own where all are known."""
    sure = replace(session, certain=True)
    if session.start and session.end and session.end - session.start != timedelta(days=1):
        only_day = replace(sure, start=None, end=None, schedule=Schedule())
        yield say("The next time is {session}.", session=session_in_words(only_day, today))
        yield say("It starts at {time}.", time=session.start.time())
        yield say("It ends at {time}.", time=session.end.time())
    else:
        yield say("The next time is {session}.", session=session_in_words(sure, today))
    if not session.certain:
        yield say("Ask first if it is on.")
