"""A page read just far enough to tell what it is: its title, its words, its links and its scripts."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from crawlers.visiting.limits import OPENING_CHARACTERS
from crawlers.visiting.robots import TOKEN, is_noindex
from crawlers.watching.markup import decoded
from directory.domain.sources import RawDocument

_MARKUP = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})
_UNSEEN = ["script", "style", "noscript", "template", "title", "svg", "head"]
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a reader sees of a page, line by line; ``links`` are as they stand in it, those of frames among them.

    ``is_drawn_by_scripts`` says that it has scripts, without which it may show nothing; ``is_noindex`` that it asks not
    to be shown in results.
    """

    title: str = ""
    text: str = ""
    links: tuple[str, ...] = ()
    is_drawn_by_scripts: bool = False
    is_noindex: bool = False

    @property
    def opening(self) -> str:
        """Title and first characters in lower case: where a notice stands."""
        return f"{self.title}\n{_SPACE.sub(' ', self.text[:OPENING_CHARACTERS])}".lower()


def read_page(document: RawDocument) -> Page | None:
    """A document as a page; None when it is in no form with words, such as a picture or a PDF."""
    media_type = _media_type(document)
    if media_type == "text/plain":
        return Page(text=decoded(document))
    if media_type not in _MARKUP and not (media_type == "" and document.content.lstrip()[:1] == b"<"):
        return None
    # The doctype in front keeps the parser from taking an XML declaration, or a lone address, for the wrong call.
    soup = BeautifulSoup(f"<!doctype html>{decoded(document)}", "lxml")
    title = _line(soup.title.get_text(" ")) if soup.title else ""
    links = [_words(tag, "href") or _words(tag, "src") for tag in soup.find_all(["a", "frame", "iframe"])]
    noindex = any(
        _words(tag, "name").lower() in ("robots", TOKEN.lower()) and is_noindex(_words(tag, "content"))
        for tag in soup.find_all("meta")
    )
    has_scripts = soup.find("script") is not None
    for unseen in soup.find_all(_UNSEEN):
        unseen.extract()
    return Page(
        title=title,
        text="\n".join(filter(None, (_line(string) for string in soup.stripped_strings))),
        links=tuple(filter(None, links)),
        is_drawn_by_scripts=has_scripts,
        is_noindex=noindex,
    )


def _media_type(document: RawDocument) -> str:
    """The media type in lower case, without its parameters; "" of what is none."""
    stated = (document.media_type or "").partition(";")[0].strip().lower()
    return stated if "/" in stated else ""


def _words(tag: Tag, attribute: str) -> str:
    value = tag.get(attribute)
    return value if isinstance(value, str) else " ".join(value or ())


def _line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
