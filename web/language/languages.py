"""The languages that pages can be read in."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language by its ``code``, which begins the addresses of its pages, with what it calls itself.

    ``locale`` is what dates and numbers are written by. ``is_whole`` says that pages for staff speak it too, and
    ``is_reviewed`` that a speaker of it has read its messages.
    """

    code: str
    name: str
    locale: str
    direction: Literal["ltr", "rtl"] = "ltr"
    is_whole: bool = False
    is_reviewed: bool = False


ENGLISH = Language(code="en", name="English", locale="en_GB", is_whole=True, is_reviewed=True)
OTHERS = (
    Language(code="cy", name="Cymraeg", locale="cy", is_whole=True),
    Language(code="pl", name="Polski", locale="pl"),
    Language(code="pa", name="ਪੰਜਾਬੀ", locale="pa"),
    Language(code="ur", name="اردو", locale="ur", direction="rtl"),
)
LANGUAGES = {language.code: language for language in (ENGLISH, *OTHERS)}
STARTS = ("", *(f"/{language.code}" for language in OTHERS))
"""What the paths of pages begin with, in each language."""
