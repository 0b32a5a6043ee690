"""The needs that a service's words tell of and no source put it under, as the index finds them."""

from collections.abc import Iterator

from directory.queries.pages import ServicePage
from index.knowledge import Knowledge
from index.needs.signs import is_shown, strengths


def derived_needs(page: ServicePage, knowledge: Knowledge) -> tuple[str, ...]:
    """Their labels, the clearest first."""
    signs, language = knowledge.signs, knowledge.language
    found = strengths([sign for text in _texts(page) for sign in signs.in_tokens(language.tokens(text))])
    stated = {need for one in page.service.attributes for need in signs.in_category((one.taxonomy, one.code))}
    shown = sorted(found, key=lambda need: -found[need])
    return tuple(signs.need(need).label for need in shown if is_shown(found[need]) and need not in stated)


def _texts(page: ServicePage) -> Iterator[str]:
    service, organization = page.service, page.organization
    yield from (service.name, organization.name, *organization.alternate_names)
    yield from (one.label for one in service.attributes if one.label)
    yield from (text for text in (service.alternate_name, service.description or organization.description) if text)
