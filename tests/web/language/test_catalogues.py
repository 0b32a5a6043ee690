"""The files of messages hold what the project says, and each translation keeps the values and marks of its message."""

import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from web.language.catalogue import FOLDER, translations
from web.language.gather import gathered, is_translated, update
from web.language.languages import OTHERS, Language

every_language = pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)

PARTS = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%%|</?[a-z]\w*[^>]*>")
"""Values and marks: what a translation has as often as its message."""

COUNTS = frozenset({"{n}", "%(count)s"})


@pytest.fixture(scope="module")
def messages() -> Catalog:
    """All messages of the project."""
    return gathered()


def held(language: Language) -> list[Message]:
    """The messages of a language's file."""
    with (FOLDER / f"{language.code}.po").open("rb") as file:
        return [message for message in read_po(file, locale=language.code) if message.id]


def parts(text: str, free: frozenset[str]) -> Counter[str]:
    """The values and marks of a text, without those it is free to leave out."""
    return Counter(part for part in PARTS.findall(text) if part not in free)


@every_language
def test_a_file_is_as_it_would_be_made_now(language: Language, messages: Catalog, tmp_path: Path) -> None:
    path = tmp_path / f"{language.code}.po"
    path.write_bytes((FOLDER / path.name).read_bytes())

    update(language, messages, tmp_path)

    # `make messages` brings it up to date.
    assert path.read_text() == (FOLDER / path.name).read_text()


@every_language
def test_nothing_waits_for_its_translation(language: Language) -> None:
    assert [message.id for message in held(language) if not is_translated(message)] == []


@every_language
def test_a_translation_keeps_the_values_and_marks_of_its_message(language: Language) -> None:
    wrong = []
    for message in held(language):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string if isinstance(message.string, tuple) else (str(message.string),)
        # A form for one, or for two, may say the number in a word.
        free = COUNTS if len(ids) > 1 else frozenset()
        wrong += [(ids[-1], text) for text in said if parts(text, free) != parts(str(ids[-1]), free)]

    assert wrong == []


@every_language
def test_the_messages_of_a_language_are_read(language: Language) -> None:
    assert translations(language.code).ugettext("Crisis help") != "Crisis help"
