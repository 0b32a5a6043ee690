"""Criteria from the structured fields of records: ages, areas served, costs, languages and access to a place."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from directory.domain.eligibility.criteria import (
    Access,
    AgeRange,
    AreaKind,
    Cost,
    Criterion,
    Field,
    SaidBy,
    Strength,
    Test,
)
from directory.domain.eligibility.judge import heard
from directory.domain.parts import Accessibility, CostOption, ServiceArea
from directory.domain.records import Basis, Location, LocationType, Service
from directory.domain.wording.access import access_in
from directory.domain.wording.cost import FIRST_FREE_NOTE

_OLDEST = 99
"""A highest age from here on is how forms say that there is none."""

_AREA_KINDS = {
    "local_authority": AreaKind.AUTHORITY,
    "postcode": AreaKind.POSTCODE,
    "nation": AreaKind.NATION,
    "polygon": AreaKind.POLYGON,
}

_DONATION = re.compile(r"\bdonation", re.IGNORECASE)
_FREE = re.compile(
    r"\s*(?:it is |it's )?free(?: of charge| entry| to (?:attend|join|all|everyone))?[\s.]*", re.IGNORECASE
)
_CONCESSION = re.compile(
    r"\b(?:concession|unwaged|low(?:er)? income|half[ -]price|reduced|discount|student|benefits?|universal credit)",
    re.IGNORECASE,
)
_TASTER = re.compile(r"\b(?:first|taster|trial)\b", re.IGNORECASE)

_FEATURES = {
    "wheelchair": Access.WHEELCHAIR,
    "wheelchair accessible": Access.WHEELCHAIR,
    "wheelchair access": Access.WHEELCHAIR,
    "step free": Access.STEP_FREE,
    "step free access": Access.STEP_FREE,
    "level access": Access.STEP_FREE,
    "hearing loop": Access.HEARING_LOOP,
    "induction loop": Access.HEARING_LOOP,
    "bsl": Access.BSL,
    "british sign language": Access.BSL,
    "accessible toilet": Access.ACCESSIBLE_TOILET,
    "accessible toilets": Access.ACCESSIBLE_TOILET,
    "accessible toilet facilities": Access.ACCESSIBLE_TOILET,
    "dementia friendly": Access.DEMENTIA_FRIENDLY,
    "autism friendly": Access.AUTISM_FRIENDLY,
}
"""What forms with boxes to tick call a feature; anything longer is read as wording."""


def stated_criteria(service: Service) -> tuple[Criterion, ...]:
    """What the structured fields of ``service`` say of whom it takes, each as its feed's word.

    The areas of a service that somebody listed are where the people live whom it serves, and limit who may come. Those
    of a register are where a charity works, which keeps nobody away.
    """
    return tuple(
        one
        for one in (
            _ages(service.minimum_age, service.maximum_age),
            _residency(service.service_areas, service.basis),
            _cost(service.cost_options or _only_words(service.fees_description)),
            _languages(service),
        )
        if one is not None
    )


def access_at(locations: Iterable[Location]) -> tuple[Criterion, ...]:
    """What the places of a service have and lack for people with access needs, as their feed's word, each once."""
    told = (one for location in locations for stated in location.accessibility for one in _access(stated))
    first: dict[tuple[Test, tuple[str, ...]], Criterion] = {}
    for one in told:
        first.setdefault((one.test, one.values), replace(one, said_by=SaidBy.FEED))
    return tuple(first.values())


def criteria_with_places(service: Service, locations: Iterable[Location]) -> tuple[Criterion, ...]:
    """All criteria of a service as it is judged: its own, and the access of the places where it is given."""
    return heard((*service.criteria, *access_at(locations)))


def ways_to_take_part(service: Service, locations: Iterable[Location]) -> tuple[str, ...]:
    """How one can take part, by the wording of the service and the kind of its places; empty where nothing tells.

    A place on the ground is somewhere to go. Nowhere on the ground is online unless the words name the telephone.
    """
    kinds = {location.location_type for location in locations}
    ways = set(service.how)
    if LocationType.PHYSICAL in kinds:
        ways.add("in_person")
    if LocationType.VIRTUAL in kinds and "phone" not in ways:
        ways.add("online")
    return tuple(way for way in _WAYS if way in ways)


_WAYS = ("in_person", "phone", "online", "at_home")


def _ages(minimum: float | None, maximum: float | None) -> Criterion | None:
    """Whole years: of a lowest age such as two and a half, the year it falls in counts."""
    if minimum is None and maximum is None:
        return None
    lowest = math.floor(minimum) if minimum else None
    highest = math.floor(maximum) if maximum is not None and maximum < _OLDEST else None
    if lowest is None and highest == 0:
        return None  # forms that nobody filled in hold noughts
    if lowest is None and highest is None:
        return Criterion(field=Field.AGE, test=Test.OPEN)
    return Criterion(field=Field.AGE, test=Test.NEEDS, ages=(AgeRange(lowest, highest),))


def _residency(areas: Sequence[ServiceArea], basis: Basis) -> Criterion | None:
    if not areas:
        return None
    if any(area.extent_type == AreaKind.UK for area in areas):
        return Criterion(field=Field.RESIDENCY, test=Test.OPEN)
    return Criterion(
        field=Field.RESIDENCY,
        test=Test.NEEDS,
        values=tuple(dict.fromkeys(_area(area) for area in areas)),
        strength=Strength.MUST if basis is Basis.LISTED else Strength.PREFERS,
        note=" or ".join(area.name for area in areas) if len(areas) <= _MOST_NAMED else None,
    )


_MOST_NAMED = 3


def _area(area: ServiceArea) -> str:
    kind = _AREA_KINDS.get(area.extent_type or "")
    return f"{kind}:{area.extent}" if kind and area.extent else f"{AreaKind.WORDS}:{area.name}"


def _only_words(fees: str | None) -> tuple[CostOption, ...]:
    """The field for fees as an option without an amount: where it says "Free" and no more, that is all there is."""
    return (CostOption(option=fees),) if fees else ()


def _cost(options: Sequence[CostOption]) -> Criterion | None:
    """Donation before price before free; a lower price for some, or none, is a concession."""
    if any(_DONATION.search(_words(option)) for option in options):
        return _costing(Cost.DONATION)
    free = [option for option in options if _is_free(option)]
    prices = [option.amount for option in options if option.amount and option.currency == "GBP"]
    if not any(option.amount for option in options):
        return _costing(Cost.FREE) if free else None
    lowest = min(prices, default=None)
    if len(options) > 1 and any(_CONCESSION.search(_words(option)) for option in options):
        return _costing(Cost.CONCESSION, lowest)
    if not free:
        return _costing(Cost.PAID, lowest)
    if any(_TASTER.search(_words(option)) for option in free):
        return _costing(Cost.PAID, lowest, note=FIRST_FREE_NOTE)
    return _costing(Cost.CONCESSION, lowest)


def _costing(cost: Cost, amount: float | None = None, note: str | None = None) -> Criterion:
    return Criterion(field=Field.COST, test=Test.NEEDS, values=(cost,), amount=amount, note=note)


def _is_free(option: CostOption) -> bool:
    stated = (text for text in (option.option, option.amount_description) if text)
    return option.amount == 0 or (option.amount is None and any(_FREE.fullmatch(text) for text in stated))


def _words(option: CostOption) -> str:
    return " ".join(text for text in (option.option, option.amount_description) if text)


def _languages(service: Service) -> Criterion | None:
    names = tuple(dict.fromkeys(language.name for language in service.languages))
    return Criterion(field=Field.LANGUAGE, test=Test.ACCEPTS, values=names) if names else None


def _access(stated: Accessibility) -> Iterator[Criterion]:
    feature = _FEATURES.get(" ".join(re.findall(r"\w+", stated.description.casefold())))
    if feature is not None and not stated.details:
        yield Criterion(field=Field.ACCESS, test=Test.ACCEPTS, values=(feature,), span=stated.description)
    else:
        yield from access_in(". ".join(text for text in (stated.description, stated.details) if text))
