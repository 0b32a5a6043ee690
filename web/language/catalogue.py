"""What our messages are in each language: its file of messages (``.po``), read when it is first asked for."""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask_babel import Domain, get_locale

FOLDER = Path(__file__).parents[1] / "translations"


class Catalogues(Domain):  # type: ignore[misc]  # the package states no types
    """Flask-Babel's domain of messages, without files made of files."""

    def get_translations(self) -> NullTranslations:
        """Those of the language of the present request."""
        locale = get_locale()
        return translations(locale.language) if locale else NullTranslations()


@cache
def translations(code: str) -> NullTranslations:
    """The messages of the language ``code``; of English, and of one without a file, each as it is."""
    path = FOLDER / f"{code}.po"
    if not path.exists():
        return NullTranslations()
    made = BytesIO()
    with path.open("rb") as file:
        write_mo(made, read_po(file, locale=code))
    made.seek(0)
    return Translations(made)
