"""The orders a list of results may be put in: which it is in, in words, and the others as links."""

from collections.abc import Iterator

from directory.domain.messages import Message, mark, say, sentence
from index.finder import Found
from index.limits import MOST_SORTED
from index.protocol import Sort
from web.search.choices import Choice
from web.search.forms import SearchForm

_IN_WORDS = {
    Sort.BEST: mark("best match first"),
    Sort.NEAR: mark("nearest first"),
    Sort.SOON: mark("soonest first"),
    Sort.CONFIRMED: mark("recently confirmed first"),
}


def order_in_words(found: Found) -> Message:
    """The order of the list, to follow how long it is; where only the best matches were sorted, it says so."""
    order = say(_IN_WORDS[found.query.sort])
    is_partly = found.query.sort in (Sort.SOON, Sort.CONFIRMED) and found.results.total > MOST_SORTED
    return say("{order} among the {n} best matches", order=order, n=MOST_SORTED) if is_partly else order


def orders(found: Found, form: SearchForm) -> Iterator[Choice]:
    """Every order that the list may be put in, as a link; nothing is nearest where no place was named."""
    for sort, words in _IN_WORDS.items():
        if sort is not Sort.NEAR or found.query.near is not None:
            changed = form.but(sort="" if sort is Sort.BEST else sort.value)
            yield Choice(label=sentence(say(words)), address=changed.address(), chosen=sort is found.query.sort)
