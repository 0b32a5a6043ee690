"""The needs that a service's words tell of and no source put it under, as the index finds them."""

from collections.abc import Iterator

from directory.domain.messages import Message, say
from directory.queries.pages import ServicePage
from index.knowledge import Knowledge
from index.needs.signs import Sign, clearest, strengths
from index.needs.taxonomy import Need


def derived_needs(page: ServicePage, knowledge: Knowledge) -> tuple[Message, ...]:
    """Their labels, the clearest first; a broader need is not said beside its narrower one."""
    told = {need.id for need in stated_needs(page, knowledge)}
    return tuple(say(need.label) for need in needs_of(page, knowledge) if need.id not in told)


def needs_of(page: ServicePage, knowledge: Knowledge) -> tuple[Need, ...]:
    """All needs that its categories and words tell of, the clearest first and no broader one beside its narrower."""
    signs, language = knowledge.signs, knowledge.language
    read = [sign for name in _names(page) for sign in signs.in_name(language.tokens(name))]
    read += [sign for text in _texts(page) for sign in signs.in_tokens(language.tokens(text))]
    shown = [signs.need(need) for need in clearest(strengths([*_stated(page, knowledge), *read]))]
    broader = {need.parent for need in shown}
    return tuple(need for need in shown if need.id not in broader)


def stated_needs(page: ServicePage, knowledge: Knowledge) -> tuple[Need, ...]:
    """The needs that its categories stand for, in the order its source named them."""
    return tuple(knowledge.signs.need(sign.need) for sign in _stated(page, knowledge))


def _stated(page: ServicePage, knowledge: Knowledge) -> list[Sign]:
    """The signs in the categories that a source gave it."""
    categories = ((one.taxonomy, one.code) for one in page.service.attributes)
    return [sign for category in categories for sign in knowledge.signs.in_category(category)]


def _names(page: ServicePage) -> Iterator[str]:
    service, organization = page.service, page.organization
    names = (service.name, service.alternate_name, organization.name, *organization.alternate_names)
    yield from (name for name in names if name)


def _texts(page: ServicePage) -> Iterator[str]:
    yield from (one.label for one in page.service.attributes if one.label)
    yield page.service.description or page.organization.description or ""
