"""Says messages in the language of the present request, wherever a template writes or joins one."""

from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache

from babel import dates, numbers
from babel.support import NullTranslations
from flask import Flask
from flask_babel import Babel, get_locale, get_translations
from markupsafe import Markup, escape

from directory.domain.messages import Form, Message, Shown, Value, capital, in_english, uncapital
from web.language import prefix
from web.language.catalogue import Catalogues
from web.language.languages import ENGLISH, LANGUAGES

_FORMS = {
    Form.DAY: "long",
    Form.WEEKDAY: "EEEE d MMMM",
    Form.MONTH: "LLLL y",
    Form.SHORT: "d MMM y",
    Form.SHORT_MONTH: "LLL y",
}
"""The forms of a day, as CLDR names or writes them."""

_ISOLATED, _ENOUGH = "\u2068", "\u2069"
"""What stands between them keeps its own direction: else the parts of "0191 498 0847" would change places in Urdu.
A single word needs no such signs, nor does an address, which they would break."""


def install(app: Flask) -> None:
    """Let the templates of ``app`` speak the language of each request."""
    prefix.install(app)
    babel = Babel(app, default_locale=ENGLISH.locale, locale_selector=lambda: prefix.language().locale)
    babel.domain_instance = Catalogues()
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.finalize = spoken
    app.jinja_env.globals.update(
        _=_gettext, gettext=_gettext, ngettext=_ngettext, language=prefix.language, in_language=prefix.in_language,
        languages=LANGUAGES.values(), english=ENGLISH, as_written=as_written, url_for=prefix.page_address,
    )  # fmt: skip
    app.jinja_env.filters["join"] = _join


def spoken(value: object) -> object:
    """A message as the language of the present request has it; anything else as it is."""
    return _said(value) if type(value) is Message and prefix.language() is not ENGLISH else value


def in_this_language(text: str) -> str:
    """A message as the language of the present request has it, for what no template writes; other words as they are."""
    return str(spoken(text))


def as_written(words: object = "") -> Markup:
    """The attributes of an element with words that nobody translates; none where the page is in English, as they are,
    nor where the words are a message of ours."""
    if type(words) is Message or prefix.language() is ENGLISH:
        return Markup()
    return Markup(' lang="en-GB" dir="ltr"')


def _said(message: Message) -> str:
    catalogue = get_translations()
    if message.many is not None:
        pattern: str = catalogue.ungettext(message.pattern, message.many, message.number)
    else:
        pattern = catalogue.ugettext(message.pattern) if message.pattern else ""
    text = pattern.format_map({name: _value(value) for name, value in message.values.items()})
    return capital(text) if message.is_start else uncapital(text) if message.is_within else text


def _value(value: Value) -> str:
    """A value of a message in the language of the present request."""
    locale = get_locale()
    match value:
        case Message():
            return _said(value)
        case str():
            is_mixed = " " in value and prefix.language().direction == "rtl"
            return f"{_ISOLATED}{value}{_ENOUGH}" if is_mixed else value
        case int() | float():
            return numbers.format_decimal(value, "#,##0.#", locale)
        case date():
            return dates.format_date(value, _FORMS[Form.DAY], locale)
        case time():
            return dates.format_time(value, "H:mm", locale=locale)
        case Shown():
            return dates.format_date(value.on, _FORMS[value.form], locale)
        case _:
            raise TypeError(f"A message cannot say {value!r}.")


def _gettext(message: str, /, **values: object) -> str:
    """What a template says in its own words, with values in their places."""
    catalogue = _catalogue()
    return _filled(_pattern(catalogue, message), values) if values else _plain(catalogue, message)


@lru_cache(maxsize=4_096)
def _plain(catalogue: NullTranslations | None, message: str) -> Markup:
    """A message of no values, which is most of them."""
    return _filled(_pattern(catalogue, message), {})


def _pattern(catalogue: NullTranslations | None, message: str) -> str:
    return catalogue.ugettext(message) if catalogue else message


def _catalogue() -> NullTranslations | None:
    """The messages of the language of the present request; None in English."""
    return None if prefix.language() is ENGLISH else get_translations()


def _ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    catalogue = _catalogue()
    if values == {"count": number}:
        return _counted(catalogue, one, many, number)
    return _number_of(catalogue, one, many, number, values)


@lru_cache(maxsize=4_096)
def _counted(catalogue: NullTranslations | None, one: str, many: str, count: int) -> str:
    """A message with a number and nothing else, which a page of results says a hundred times."""
    return _number_of(catalogue, one, many, count, {"count": count})


def _number_of(catalogue: NullTranslations | None, one: str, many: str, number: int, values: dict[str, object]) -> str:
    pattern = catalogue.ungettext(one, many, number) if catalogue else one if number == 1 else many
    return _filled(pattern, values)


def _filled(pattern: str, values: dict[str, object]) -> Markup:
    shown = {name: value if isinstance(value, Markup) else escape(_shown(value)) for name, value in values.items()}
    return Markup(pattern % shown)  # noqa: S704  # our own words


def _shown(value: Value) -> str:
    return in_english(value) if prefix.language() is ENGLISH else _value(value)


def _join(values: Iterable[object], between: str = "", attribute: str | None = None) -> Markup:
    """Jinja's filter of that name, which would forget what messages are made of."""
    found = values if attribute is None else (getattr(value, attribute) for value in values)
    return Markup(str(escape(between)).join([str(escape(spoken(value))) for value in found]))  # noqa: S704  # escaped
