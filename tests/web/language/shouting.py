"""A language that says every message between brackets, and what of a page is not in it."""

from collections.abc import Iterator

from babel.support import NullTranslations
from lxml.html import HtmlElement, document_fromstring

OPEN, CLOSE = "⟦", "⟧"
SPOKEN = ("title", "aria-label", "alt", "placeholder")
"""The attributes that a reader hears or sees."""

NAMES = frozenset({"Signpost", "NHS", "GP", "Cymraeg"})
"""What has the same name in every language, and what that language calls itself."""

ALONE = "{it}"
"""The pattern of a day that stands alone, which is said in the language by itself."""

SILENT = frozenset({"script", "style"})


class Shouting(NullTranslations):
    """The catalogue of that language."""

    def ugettext(self, message: str) -> str:
        """The message between brackets; a pattern that says nothing of its own stays."""
        says = message == ALONE or _has_words(_without_values(message))
        return f"{OPEN}{message}{CLOSE}" if says else message

    def ungettext(self, one: str, many: str, number: int) -> str:
        """That of the number."""
        return self.ugettext(one if number == 1 else many)


def unspoken(page: str) -> list[str]:
    """The words of a page that are neither a message nor marked as being in English."""
    return [*_unspoken_text(page), *_unspoken_attributes(page)]


def _unspoken_text(page: str) -> Iterator[str]:
    depth = 0
    for element, text in _texts(document_fromstring(page)):
        outside = ""
        for sign in text:
            depth += (sign == OPEN) - (sign == CLOSE)
            if depth == 0 and sign != CLOSE:
                outside += sign
        if _has_words(outside) and not _is_english(element):
            yield f"<{element.tag}> {outside.strip()}"


def _unspoken_attributes(page: str) -> Iterator[str]:
    for element in document_fromstring(page).iter():
        if not isinstance(element.tag, str) or _is_english(element):
            continue
        told = {name: element.get(name, "") for name in SPOKEN}
        if element.tag == "meta" and element.get("name") == "description":
            told["content"] = element.get("content", "")
        yield from (
            f"<{element.tag} {name}> {value}" for name, value in told.items() if _has_words(value) and OPEN not in value
        )


def _texts(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The texts of a page in order, each with the element it stands in."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    yield element, element.text or ""
    for child in element:
        yield from _texts(child)
        yield element, child.tail or ""


def _is_english(element: HtmlElement) -> bool:
    """Whether it, or the nearest around it that says, is in a language of its own: that of the page is Welsh."""
    said = next((one.get("lang") for one in (element, *element.iterancestors()) if one.get("lang")), "cy")
    return said != "cy"


def _has_words(text: str) -> bool:
    words = ("".join(sign if sign.isalpha() else " " for sign in text)).split()
    return any(len(word) > 1 and word not in NAMES for word in words)


def _without_values(message: str) -> str:
    """A message without what stands in its braces or after its signs of per cent."""
    kept, depth = "", 0
    for sign in message.replace("%(", "{").replace(")s", "}").replace(")d", "}"):
        depth += (sign == "{") - (sign == "}")
        kept += sign if depth == 0 and sign != "}" else ""
    return kept
