"""What comes last in a list of results, and why: a count for each reason, with the way to where it stands."""

from collections.abc import Callable, Iterator

from directory.domain.eligibility.criteria import Field
from directory.domain.messages import Message, say_count
from index.finder import Found
from index.limits import DEEPEST_RESULT
from web.search.choices import Choice
from web.search.forms import SearchForm

_REASONS: dict[str, Callable[[int], Message]] = {
    "time": lambda n: say_count(
        "{n} is not on those days or at those times", "{n} are not on those days or at those times", n
    ),
    Field.AGE: lambda n: say_count("{n} is for people of another age", "{n} are for people of another age", n),
    Field.GENDER: lambda n: say_count("{n} is for people of another gender", "{n} are for people of another gender", n),
    Field.RESIDENCY: lambda n: say_count(
        "{n} is for people of another area or practice", "{n} are for people of another area or practice", n
    ),
    Field.CONDITION: lambda n: say_count(
        "{n} is for people with another condition", "{n} are for people with another condition", n
    ),
    Field.CARER: lambda n: say_count(
        "{n} is only for carers, or not for carers", "{n} are only for carers, or not for carers", n
    ),
    Field.LANGUAGE: lambda n: say_count("{n} is in another language", "{n} are in another language", n),
    Field.REFERRAL: lambda n: say_count("{n} is joined in another way", "{n} are joined in another way", n),
    Field.COST: lambda n: say_count("{n} is with a price", "{n} are with a price", n),
    Field.ACCESS: lambda n: say_count(
        "{n} is without the access that is needed", "{n} are without the access that is needed", n
    ),
}


def put_last(found: Found, form: SearchForm) -> Iterator[Choice]:
    """A link for each reason why services come last, the commonest first, and for those that have probably closed."""
    results = found.results
    barred = sorted(results.barred_by.items(), key=lambda item: -item[1])
    for field, count in barred:
        yield _reason(_REASONS[field](count), count, results.fitting, "others-title", found, form)
    if results.likely_closed:
        words = say_count("{n} has probably closed", "{n} have probably closed", results.likely_closed)
        before = results.fitting + results.not_eligible
        yield _reason(words, results.likely_closed, before, "fading-title", found, form)


def _reason(words: Message, count: int, before: int, part: str, found: Found, form: SearchForm) -> Choice:
    """The reason as a link to the part of the page that the first of them is on: ``before`` come before it."""
    size = found.query.size
    page = min(before // size + 1, DEEPEST_RESULT // size)
    address = form.but(page=str(page) if page > 1 else "").address()
    return Choice(label=words, address=f"{address}#{part}", count=count)
