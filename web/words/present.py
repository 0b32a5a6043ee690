"""Values in words: distances, dates, ages, money, telephone numbers, places and licences as a reader wants them."""

from collections.abc import Sequence

import phonenumbers

from directory.domain.identifiers import Identifier
from directory.domain.messages import Message, mark, say, sentence
from directory.domain.parts import CostOption, Phone
from directory.domain.places import Precision, rounded_distance_m
from directory.domain.records import Location, LocationType, Scale, Service

LICENCES = {
    "OGL-UK-3.0": ("Open Government Licence v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("Creative Commons Attribution-ShareAlike 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0-1.0": ("Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "MIT": ("MIT Licence", "https://opensource.org/license/mit"),
    "ODbL-1.0": ("Open Database Licence 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "PDDL-1.0": ("Public Domain Dedication and Licence 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
}  # fmt: skip
"""SPDX names of licences with their names in words and where each is published."""

_SCALES = {
    Scale.LOCAL: say("Works locally"),
    Scale.REGIONAL: say("Works across a region"),
    Scale.NATIONAL: say("Works across the country"),
    Scale.NATIONAL_AND_OVERSEAS: say("Works across the country and overseas"),
    Scale.OVERSEAS: say("Works overseas"),
}

_PHONE = (say("Phone"), mark("Phone, {name}"))
_PHONE_KINDS = {
    "cell": (say("Mobile"), mark("Mobile, {name}")),
    "fax": (say("Fax"), mark("Fax, {name}")),
    "text": (say("Text"), mark("Text, {name}")),
    "textphone": (say("Textphone"), mark("Textphone, {name}")),
}
"""HSDS ``type`` of a phone, in words, where it is not for talking; alone, and with the name of whom it reaches."""

_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}


def distance_in_words(distance_m: float, *precisions: Precision) -> Message:
    """``1.2 km``, ``350 m``, or ``about 3 km`` when either end of it is known only roughly."""
    rough = next((precision for precision in precisions if precision.is_about), None)
    if rough is None:
        shown = rounded_distance_m(distance_m, Precision.POSTCODE)
        return say("{n} m", n=round(shown)) if shown < 1000 else say("{n} km", n=shown / 1000)
    shown_km = rounded_distance_m(distance_m, rough) / 1000
    return say("about {n} km", n=shown_km) if shown_km else say("less than {n} km", n=0.5)


def number_in_words(number: float) -> str:
    """``1,234``: whole numbers without a fraction, others with two digits."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"


def money(amount: float, currency: str) -> str:
    """``£1,250``, ``£3.50``, ``120 CHF``."""
    figure = number_in_words(amount)
    return f"{_SYMBOLS[currency]}{figure}" if currency in _SYMBOLS else f"{figure} {currency}"


def cost_in_words(cost: CostOption) -> str:
    """One cost option as a sentence: an amount of nought is free, and an amount not stated is not."""
    words = _price(cost)
    if cost.option is None or cost.option.casefold() == words.casefold():
        return words
    if type(words) is Message:
        return say("{option}: {price}", option=cost.option, price=words)
    return f"{cost.option}: {words}"


def ages_in_words(service: Service) -> Message | None:
    """``Aged 18 to 65``, ``Aged 60 and over``, ``Aged up to 25``; None when no age is stated."""
    lowest, highest = service.minimum_age, service.maximum_age
    if lowest is not None and highest is not None:
        return sentence(say("aged {youngest} to {oldest}", youngest=f"{lowest:g}", oldest=f"{highest:g}"))
    if lowest is not None:
        return sentence(say("aged {youngest} and over", youngest=f"{lowest:g}"))
    return sentence(say("aged up to {oldest}", oldest=f"{highest:g}")) if highest is not None else None


def scale_in_words(scale: Scale) -> Message:
    """How far an organization works."""
    return _SCALES[scale]


def phone_in_words(number: str) -> str:
    """A number spaced as it is read out; one that is no valid number stays as the source wrote it."""
    parsed = _parsed(number)
    if parsed is None:
        return number
    national = parsed.country_code == phonenumbers.country_code_for_region("GB")
    form = phonenumbers.PhoneNumberFormat.NATIONAL if national else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, form)


def phone_kind(phone: Phone, of: str | None = None) -> str:
    """What answers a number, and whom ``of``: as its source describes it, else what kind of line it is."""
    if phone.description:
        return f"{phone.description}, {of}" if of else phone.description
    kind, of_somebody = _PHONE_KINDS.get(phone.type or "voice", _PHONE)
    return say(of_somebody, name=of) if of else kind


def phone_address(number: str) -> str | None:
    """The ``tel:`` address that dials ``number``, None when it cannot be dialled."""
    parsed = _parsed(number)
    if parsed is not None:
        return f"tel:{phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)}"
    digits = "".join(sign for sign in number if sign in "+0123456789")
    return f"tel:{digits}" if len(digits) >= 3 else None


def web_address(address: str) -> str | None:
    """An address a page may link to, None for one that is not of the web (``javascript:`` and its like)."""
    address = address.strip()
    if address.lower().startswith(("http://", "https://")):
        return address
    looks_like_host = "." in address and ":" not in address and " " not in address
    return f"https://{address}" if looks_like_host else None


def licence_name(licence: str) -> str:
    """A licence in words; one we do not know keeps the name its source gave."""
    return LICENCES[licence][0] if licence in LICENCES else licence


def licence_address(licence: str) -> str | None:
    """Where a licence is published, if we know."""
    return LICENCES[licence][1] if licence in LICENCES else None


def identifier_address(identifier: Identifier) -> str:
    """The page of org-id.guide about the register that gave this number."""
    return f"https://org-id.guide/list/{identifier.scheme}"


def _price(cost: CostOption) -> str:
    told = cost.amount_description
    if cost.amount == 0:
        return say("Free {told}", told=told) if told else say("Free")
    price = money(cost.amount, cost.currency) if cost.amount is not None else None
    return " ".join(part for part in (price, told) if part) or say("The price is not known. Ask")


def _parsed(number: str) -> phonenumbers.PhoneNumber | None:
    try:
        parsed = phonenumbers.parse(number, "GB")
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_possible_number(parsed) else None


def shown_address(location: Location) -> tuple[str, ...]:
    """The lines of an address that may be shown: of a registered office, which may be a home, the postcode and town."""
    if location.confidential or not location.addresses:
        return ()
    address = location.addresses[0]
    street = (address.address_1,) if location.location_type is LocationType.PHYSICAL else ()
    lines = (*street, address.city, address.state_province, address.postal_code)
    return tuple(dict.fromkeys(line for line in lines if line))


def for_letters(lines: Sequence[str]) -> Message:
    """An office of which these lines may be shown."""
    if not lines:
        return say("an address we do not show (for letters; not a place to visit)")
    return say("{address} (for letters; not a place to visit)", address=", ".join(lines))
