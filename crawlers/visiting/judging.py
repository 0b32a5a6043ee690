"""The verdict on an answer, for which other pages of the site are looked at where it takes them."""

from dataclasses import dataclass

from crawlers.visiting.address import read_url
from crawlers.visiting.answer import Answer, page_of
from crawlers.visiting.classify import class_of_status, class_of_words, is_named, leads_away
from crawlers.visiting.client import GuardedClient
from crawlers.visiting.limits import PARKED_SIGNS
from crawlers.visiting.naming import Expected, names_by_number
from crawlers.visiting.outcome import Outcome, Unanswered
from crawlers.visiting.page import Page
from crawlers.visiting.parked import parked_signs
from crawlers.visiting.soft404 import says_the_same


@dataclass(frozen=True, slots=True)
class Verdict:
    """A class, and what to add to its sentence."""

    outcome: Outcome
    detail: str = ""

    @property
    def reason(self) -> str:
        """Why, in one or two sentences."""
        return f"{self.outcome.sentence} {self.detail}".rstrip()


async def judged(
    client: GuardedClient, answer: Answer, page: Page | None, expected: Expected, *, has_named: bool
) -> Verdict:
    """The verdict on an answer for the page of a service; ``has_named`` says that an earlier visit found it named."""
    outcome = class_of_status(answer, page, client.settings)
    if outcome is Outcome.PAGE_MISSING:
        return await _missing(client, answer, expected, Verdict(outcome))
    if outcome is not None:
        detail = f"Its status was {answer.status}." if answer.status >= 400 else ""
        return Verdict(outcome, detail)
    if page is not None:
        signs = await _parked(client, answer, page, expected)
        if signs:
            return Verdict(Outcome.PARKED, f"Signs: {'; '.join(signs)}.")
        if await _is_soft_missing(client, answer, page, expected):
            return await _missing(client, answer, expected, Verdict(Outcome.SOFT_MISSING))
    return Verdict(class_of_words(answer, page, expected, has_named=has_named))


async def _parked(client: GuardedClient, answer: Answer, page: Page, expected: Expected) -> list[str]:
    """The signs that make a page parked; none where they are too few.

    A single sign is reason enough to ask what the site says of a path and a name that do not exist.
    """
    if names_by_number(page, expected):
        return []
    url = answer.final_url
    signs = parked_signs(page, url, client.settings)
    if len(signs) == PARKED_SIGNS - 1:
        path = await client.probes.unknown_path(url)
        name = await client.probes.unknown_name(url) if path is not None and says_the_same(page, path) else None
        if name is not None and says_the_same(page, name):
            signs.append("it shows the same for any path and any name")
    return signs if len(signs) >= PARKED_SIGNS else []


async def _is_soft_missing(client: GuardedClient, answer: Answer, page: Page, expected: Expected) -> bool:
    """Whether a page other than the front page says what the site says of a page that does not exist."""
    if read_url(answer.url).is_root or not page.text:
        return False
    if answer.final_url != answer.url and is_named(answer, page, expected):
        return False
    unknown = await client.probes.unknown_path(answer.final_url)
    return unknown is not None and says_the_same(page, unknown)


async def _missing(client: GuardedClient, answer: Answer, expected: Expected, missing: Verdict) -> Verdict:
    """The verdict on a page that is not there: the front page's, unless that is well."""
    try:
        root = await client.get(f"{read_url(answer.final_url).origin}/")
    except Unanswered as failure:
        return Verdict(failure.outcome, "The page itself is not there.")
    page = await page_of(root)
    outcome = class_of_status(root, page, client.settings)
    if outcome is None and page is not None:
        signs = await _parked(client, root, page, expected)
        if signs:
            return Verdict(Outcome.PARKED, f"Signs: {'; '.join(signs)}.")
    if outcome is None:
        outcome = Outcome.UNRELATED if leads_away(answer) else class_of_words(root, page, expected, has_named=False)
    return missing if outcome.symbol == "ok" else Verdict(outcome, "The page itself is not there.")
