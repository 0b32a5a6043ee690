"""Gathers the messages of the code, the templates and the data, and brings each language's file of them up to date.

``python -m web.language.gather`` does it, as ``make messages`` runs it: what is new stands there without a translation,
and what nobody says any more is gone.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from web.language.catalogue import FOLDER
from web.language.languages import OTHERS, Language

ROOT = Path(__file__).parents[2]
METHODS = [
    ("web/templates/**.html", "jinja2"),
    *((f"{room}/**.py", "python") for room in ("directory", "index", "web")),
]
OPTIONS = {"web/templates/**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "say": None, "say_count": (1, 2), "mark": None}

COLUMNS = {
    "data/crisis/lines.csv": ("help", "who", "after", "text_first", "hours_words"),
    "data/crisis/topics.csv": ("label", "say"),
    "data/taxonomy/needs.csv": ("label",),
}
"""The columns of files of ours whose words are messages, said where they are shown."""

FOR_STAFF = (
    "directory/domain/status/asking.py",
    "web/staff/",
    "web/templates/changes.html",
    "web/templates/check.html",
    "web/templates/crisis_check.html",
)
"""Where messages stand that staff alone are shown: languages that are not whole leave them out."""

WIDTH = 120


def gathered(root: Path = ROOT) -> Catalog:
    """All messages of the project in ``root``, each with the files that say it."""
    found = Catalog()
    for path, _, message, _, _ in extract_from_dir(root, METHODS, OPTIONS, KEYWORDS):
        found.add(message, locations=[(path, 0)])
    for path, words in _in_data(root):
        found.add(words, locations=[(path, 0)])
    return found


def _in_data(root: Path) -> Iterator[tuple[str, str]]:
    for path, columns in COLUMNS.items():
        with (root / path).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                # Of helplines, those that wait for a check are shown to staff alone, who read them in English.
                if row.get("show", "yes") == "yes":
                    yield from ((path, row[column]) for column in columns if row[column])


def update(language: Language, found: Catalog, folder: Path = FOLDER) -> Catalog:
    """Bring the file of ``language`` in ``folder`` up to date with all messages there are."""
    path = folder / f"{language.code}.po"
    held = Catalog(locale=language.code)
    if path.exists():
        with path.open("rb") as file:
            held = read_po(file, locale=language.code)
    held.update(found if language.is_whole else _public(found), no_fuzzy_matching=True)
    with path.open("wb") as file:
        file.write(_header(language, held).encode())
        write_po(
            file, held, width=WIDTH, sort_output=True, ignore_obsolete=True, include_lineno=False, omit_header=True
        )
    return held


def _public(found: Catalog) -> Catalog:
    """What is said to others than staff."""
    kept = Catalog()
    for message in found:
        if message.id and not all(path.startswith(FOR_STAFF) for path, _ in message.locations):
            kept.add(message.id, locations=message.locations)
    return kept


def _header(language: Language, held: Catalog) -> str:
    """What begins a file of messages; without days, which would differ each time."""
    checked = "A speaker has checked them." if language.is_reviewed else "No speaker of it has checked them yet."
    return f"""# The messages of Signpost in {language.name}. {checked}
msgid ""
msgstr ""
"Language: {language.code}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {held.plural_forms}\\n"

"""


def is_translated(message: Message) -> bool:
    """Whether a message of a catalogue has its translation, in every number it may be said of."""
    said = message.string
    return all(said) if isinstance(said, tuple) else bool(said)


def main() -> None:
    """Bring the files of all languages up to date, and say what each lacks."""
    found = gathered()
    for language in OTHERS:
        held = [message for message in update(language, found) if message.id]
        missing = sum(not is_translated(message) for message in held)
        click.echo(f"{language.code}: {len(held)} messages, {missing} without a translation")


if __name__ == "__main__":
    main()
