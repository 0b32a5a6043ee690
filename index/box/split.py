"""Splits one search box into its parts, rule after rule; what no rule understood is the need."""

from datetime import date

from directory.geography import Gazetteer
from index.box.lists import Lists, read_lists
from index.box.names import take_place_name
from index.box.parts import Box, Chip
from index.box.postcodes import take_postcode
from index.box.radius import take_radius
from index.box.said import keep_query_language, read_phrases
from index.box.text import Remaining
from index.box.tidy import need_of
from index.box.wants import take_access, take_free, take_near_me
from index.box.when import take_when
from index.box.who import take_age, take_gender


def split(text: str, gazetteer: Gazetteer, *, today: date, lists: Lists | None = None) -> Box:
    """What ``text`` asks for, by the rules of docs/methods.md; ``today`` is what "tonight" counts from. Never raises.

    Names of places come after times, ages and the rest, which may stand behind them: the end of a box is where nothing
    else is left. Ages come after "free", which is no concession here. Gender comes last, so that nobody is looked for
    in the Isle of Man.
    """
    lists = lists or read_lists()
    remaining = Remaining(text)
    keep_query_language(remaining)
    said = read_phrases(remaining, lists)
    within_m = take_radius(remaining, lists)
    postcode = take_postcode(remaining, gazetteer, lists)
    near_me = take_near_me(remaining, said)
    when = take_when(remaining, said, lists, today)
    free = take_free(remaining, said, lists)
    access = take_access(remaining, said, lists)
    age = take_age(remaining)
    name = take_place_name(remaining, gazetteer, lists, beside=postcode.place if postcode else None)
    found = postcode or name
    gender = take_gender(remaining, lists)
    return Box(
        need=need_of(remaining, lists),
        place=found.place if found else None,
        place_words=found.words if found else None,
        within_m=within_m,
        near_me=near_me,
        days=when.days,
        parts=when.parts,
        now=when.now,
        age=age,
        gender=gender,
        free=free,
        access=access,
        chips=_chips(remaining),
    )


def _chips(remaining: Remaining) -> tuple[Chip, ...]:
    """A chip for each meaning, in the order of the box; one that is said twice is taken away as one."""
    meanings = dict.fromkeys((taken.field, taken.label) for taken in sorted(remaining.taken))
    return tuple(Chip(field, label, remaining.without(field, label)) for field, label in meanings)
