"""What comes last in a list of results, and why: a count for each reason, with the way to where it stands."""

from collections.abc import Iterator

from directory.domain.eligibility.criteria import Field
from index.finder import Found
from index.limits import DEEPEST_RESULT
from web.search.choices import Choice
from web.search.forms import SearchForm
from web.words.present import counted

_REASONS = {
    "time": "not on those days or at those times",
    Field.AGE: "for people of another age",
    Field.GENDER: "for people of another gender",
    Field.RESIDENCY: "for people of another area or practice",
    Field.CONDITION: "for people with another condition",
    Field.CARER: "only for carers, or not for carers",
    Field.LANGUAGE: "in another language",
    Field.REFERRAL: "joined in another way",
    Field.COST: "with a price",
    Field.ACCESS: "without the access that is needed",
}


def put_last(found: Found, form: SearchForm) -> Iterator[Choice]:
    """A link for each reason why services come last, the commonest first, and for those that have probably closed."""
    results = found.results
    barred = sorted(results.barred_by.items(), key=lambda item: -item[1])
    for field, count in barred:
        words = f"{counted(count, 'is', 'are')} {_REASONS[field]}"
        yield _reason(words, count, results.fitting, "others-title", found, form)
    if results.likely_closed:
        words = f"{counted(results.likely_closed, 'has', 'have')} probably closed"
        before = results.fitting + results.not_eligible
        yield _reason(words, results.likely_closed, before, "fading-title", found, form)


def _reason(words: str, count: int, before: int, part: str, found: Found, form: SearchForm) -> Choice:
    """The reason as a link to the part of the page that the first of them is on: ``before`` come before it."""
    size = found.query.size
    page = min(before // size + 1, DEEPEST_RESULT // size)
    address = form.but(page=str(page) if page > 1 else "").address()
    return Choice(label=words, address=f"{address}#{part}", count=count)
