"""The needs that a service's words tell of and no source put it under, as the index finds them."""

from collections.abc import Iterator

from directory.queries.pages import ServicePage
from index.knowledge import Knowledge
from index.needs.signs import clearest, strengths


def derived_needs(page: ServicePage, knowledge: Knowledge) -> tuple[str, ...]:
    """Their labels, the clearest first; a broader need is not said beside its narrower one."""
    signs, language = knowledge.signs, knowledge.language
    categories = ((one.taxonomy, one.code) for one in page.service.attributes)
    stated = [sign for category in categories for sign in signs.in_category(category)]
    read = [sign for name in _names(page) for sign in signs.in_name(language.tokens(name))]
    read += [sign for text in _texts(page) for sign in signs.in_tokens(language.tokens(text))]
    told = {sign.need for sign in stated}
    shown = clearest(strengths([*stated, *read]))
    broader = {signs.need(need).parent for need in shown}
    return tuple(signs.need(need).label for need in shown if need not in told and signs.need(need).id not in broader)


def _names(page: ServicePage) -> Iterator[str]:
    service, organization = page.service, page.organization
    names = (service.name, service.alternate_name, organization.name, *organization.alternate_names)
    yield from (name for name in names if name)


def _texts(page: ServicePage) -> Iterator[str]:
    yield from (one.label for one in page.service.attributes if one.label)
    yield page.service.description or page.organization.description or ""
