"""Reading the times in a field that is about times, such as "1st and 3rd Tuesday 10-12, term time only".

What cannot be read completely and surely is not read at all. Dates are never guessed: "fortnightly" has an interval of
two weeks and no day to count from.
"""

from directory.domain.parts import Schedule
from directory.domain.times.clause import Clause, parse
from directory.domain.times.compose import schedules_of
from directory.domain.times.tokens import Unreadable, plainly, sentences_of, tokens_of

_MAX_LETTERS = 2_000
"""A field longer than this is a description, whatever its name is."""


def read_schedules(words: str) -> tuple[Schedule, ...]:
    """The schedules that ``words``, all of which are about times, state; nothing if any of it cannot be read."""
    if len(words) > _MAX_LETTERS:
        return ()
    plain = plainly(words)
    clauses: list[Clause] = []
    conditions: list[Clause] = []
    try:
        for start, end in sentences_of(plain):
            clause = parse(list(tokens_of(plain, prose=False, start=start, end=end)), prose=False)
            (clauses if clause.items else conditions).append(clause)
        for clause in clauses:
            for condition in conditions:
                clause.take_over(condition)
        found = [schedule for clause in clauses for schedule in schedules_of(clause, words.strip())]
    except Unreadable:
        return ()
    return tuple(dict.fromkeys(found))


def is_worded(schedule: Schedule) -> bool:
    """Whether ``schedule`` is a description and nothing else, so that reading that leaves nothing out."""
    return schedule == Schedule(description=schedule.description)
