"""Whether a service takes a person, with the reasons: its criteria and its times judged together."""

from directory.domain.eligibility.judge import Judged, Verdict, judge
from directory.domain.eligibility.person import Person
from directory.domain.entries import Entry
from directory.domain.times.slots import day_matches
from index.traits import WORDS


def verdict_on(entry: Entry, person: Person) -> Verdict:
    """The verdict on one service of the results."""
    extra = []
    if person.days or person.parts:
        extra.append(Judged(day_matches(entry.schedules, person.days, person.parts), when_in_words(person)))
    return judge(entry.criteria, person, extra)


def when_in_words(person: Person) -> str:
    """When the person can come: ``Tuesdays or Fridays, evenings``."""
    named = (
        " or ".join(f"{WORDS['day'][day]}s" for day in person.days),
        " or ".join(f"{WORDS['time'][part].lower()}s" for part in person.parts),
    )
    return ", ".join(words for words in named if words)
