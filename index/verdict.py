"""Whether a service takes a person, with the reasons: its criteria and its times judged together."""

from directory.domain.eligibility.judge import Judged, Verdict, judge
from directory.domain.eligibility.person import DayPart, Person, Weekday
from directory.domain.entries import Entry
from directory.domain.messages import Message, either, listed, say
from directory.domain.times.slots import day_matches
from directory.domain.times.weekdays import EACH_WEEKDAY

_DAYS = dict(zip(Weekday, EACH_WEEKDAY, strict=True))
_PARTS = {
    DayPart.MORNING: say("mornings"),
    DayPart.AFTERNOON: say("afternoons"),
    DayPart.EVENING: say("evenings"),
}


def verdict_on(entry: Entry, person: Person) -> Verdict:
    """The verdict on one service of the results."""
    extra = []
    if person.days or person.parts:
        extra.append(Judged(day_matches(entry.schedules, person.days, person.parts), when_in_words(person)))
    return judge(entry.criteria, person, extra)


def when_in_words(person: Person) -> Message:
    """When the person can come: ``Tuesdays or Fridays, evenings``."""
    named = ([_DAYS[day] for day in person.days], [_PARTS[part] for part in person.parts])
    return listed(either(words) for words in named if words)
