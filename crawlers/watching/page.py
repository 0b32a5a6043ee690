"""What a fetched page says: title, text, links, feeds, and whether it can be read and may be quoted at all."""

import logging
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from itertools import islice

import trafilatura
from lxml import html

from crawlers.watching.head import FeedLink, Link, base_of, canonical_of, feeds_of, is_noindex, language_of, links_of
from crawlers.watching.head import written_to as written_to_in
from crawlers.watching.lasting import lasting_hash
from crawlers.watching.limits import MAX_ELEMENTS, MAX_TEXT, MIN_OWN_TEXT
from crawlers.watching.markup import decoded, lines_of, tree_of, without_unseen, words_of
from directory.domain.sources import RawDocument

_AROUND_THE_TEXT = ("nav", "header", "footer", "aside", "form", "button")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What a page says.

    ``main_text`` is what the page is about, ``whole_text`` all that a reader sees, both a line for each paragraph.
    ``written_to`` are the ``mailto:`` and ``tel:`` links as they stand. ``needs_script`` says that the page has no text
    until its scripts run, so that nothing may be concluded from it; ``is_noindex`` that its publisher does not want it
    quoted. ``content_hash`` stays the same while only dates, times, counters or navigation change.
    """

    url: str
    read_on: date
    title: str
    main_text: str
    whole_text: str
    links: tuple[Link, ...]
    written_to: tuple[str, ...]
    feeds: tuple[FeedLink, ...]
    canonical: str | None
    language: str | None
    needs_script: bool
    is_noindex: bool
    content_hash: str


def read_page(document: RawDocument) -> PageReading:
    """What the page in ``document`` says. No bytes raise anything; those that are no page say next to nothing."""
    tree = tree_of(decoded(document))
    base = base_of(tree, document.url)
    links = links_of(tree, base)
    # Scripts of other types are data, such as JSON-LD.
    has_script = any("json" not in script.get("type", "").lower() for script in tree.iter("script"))
    title = next((words_of(element.text_content()) for element in tree.iter("title")), "")
    feeds, canonical, written_to = feeds_of(tree, base, links), canonical_of(tree, base), written_to_in(tree)
    language, noindex = language_of(tree), is_noindex(tree)
    extracted = _extracted(deepcopy(tree))
    seen = without_unseen(tree)
    whole_text = lines_of(seen)
    main_text = extracted or _inner_text(seen)
    return PageReading(
        url=document.url,
        read_on=document.fetched_at.date(),
        title=title or words_of(whole_text.partition("\n")[0]),
        main_text=main_text,
        whole_text=whole_text,
        links=links,
        written_to=written_to,
        feeds=feeds,
        canonical=canonical,
        language=language,
        needs_script=has_script and len(whole_text) < MIN_OWN_TEXT,
        is_noindex=noindex,
        content_hash=lasting_hash(main_text),
    )


def _extracted(tree: html.HtmlElement) -> str:
    """The main text as trafilatura finds it; nothing where it finds none, or has too much to do. Changes ``tree``."""
    # It logs pieces of bad pages as errors, and pages hold names and numbers of people.
    logging.getLogger(trafilatura.__name__).setLevel(logging.CRITICAL)
    if sum(1 for _ in islice(tree.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS:
        return ""
    try:
        for element in tree.xpath("//body//nav | //body//*[@role='navigation']"):
            element.drop_tree()  # trafilatura keeps the navigation of short pages
        # Its slow way costs a third more and finds nothing more on pages with known text (tests/crawlers/watching).
        found = trafilatura.extract(tree, fast=True, include_comments=False)
    except Exception:  # it was made for whole pages, and what it raises on ruins of pages is not documented
        found = None
    return (found or "")[:MAX_TEXT]


def _inner_text(tree: html.HtmlElement) -> str:
    """The text of a page in which none was extracted: all but what is known to go around it. Changes ``tree``."""
    for element in list(tree.iter(*_AROUND_THE_TEXT)):
        element.drop_tree()
    return lines_of(tree)
