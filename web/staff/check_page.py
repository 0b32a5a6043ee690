"""The page of services to be checked: whom to ring about each, what to ask, and a button for each answer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from directory.domain.errors import InvalidValue
from directory.domain.messages import Message, say
from directory.domain.postcode import outcode_of
from directory.domain.reports import said_in_words
from directory.domain.status.answers import LONGEST_NAME, Answer, Finding, Method
from directory.domain.status.asking import due_in_words, kind_in_words, often_in_words
from directory.domain.status.queue import CheckSettings, Queue, Queued, Risk
from directory.queries.checks import Brief
from directory.queries.pages import ServicePage
from web.config import CHECKS_SHOWN
from web.service.facts import first_phone
from web.words.present import web_address
from web.words.trust import Badge, badges

ANSWERS = (
    (Answer.RUNS, say("It is running")),
    (Answer.CLOSED, say("It has closed")),
    (Answer.NO_ANSWER, say("No answer")),
    (Answer.NOT_IN_SERVICE, say("Number not in service")),
    (Answer.COULD_NOT_SAY, say("Somebody answered, but could not say")),
    (Answer.PAUSED, say("Paused until")),
    (Answer.REOPENED, say("It has opened again")),
)
"""Every answer with the words of its button, in the order of its keys, 1 to 7."""

METHODS = (
    (Method.PHONE, say("By phone")),
    (Method.VISIT, say("By going there")),
    (Method.EMAIL, say("By e-mail")),
    (Method.DOCUMENT, say("From a document or website")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which part of the queue is wanted; ``near`` is an outcode as it was typed, ``page`` is counted from 1."""

    risk: Risk | None = None
    near: str = ""
    page: int = 1

    @classmethod
    def read(cls, typed: Mapping[str, str]) -> "Wanted":
        """What an address or a form says; of what makes no sense, nothing."""
        risk = next((one for one in Risk if one == typed.get("risk")), None)
        page = typed.get("page", "")
        is_number = page.isascii() and page.isdigit() and len(page) <= 6
        return cls(risk=risk, near=typed.get("near", "").strip()[:8], page=max(1, int(page)) if is_number else 1)

    @property
    def outcode(self) -> str | None:
        """The outcode wanted, None where all are."""
        return outcode_of(self.near)

    @property
    def is_unclear(self) -> bool:
        """Whether something was typed that is no outcode."""
        return bool(self.near) and self.outcode is None

    def address(self, page: int) -> dict[str, str | int]:
        """The parameters of the address of another page of the same."""
        chosen: dict[str, str | int] = {"risk": self.risk or "", "near": self.near, "page": page}
        return {name: value for name, value in chosen.items() if value and (name, value) != ("page", 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How to ask: what it is, as it is read out, and the address that begins it, if there is one."""

    label: str
    words: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One service to be checked."""

    id: str
    name: str
    organization: str | None
    badges: tuple[Badge, ...]
    kind: Message
    due: Message
    odds: Message
    way: Way | None
    questions: tuple[str, ...]
    notes: tuple[tuple[Message, str], ...]
    """What reporters added, each after what they reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The answer given last about a service, with the number that takes it back; where ``words`` is None it just was
    taken back."""

    service_id: str
    name: str
    words: Message | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who checks, and how: what the top of the form holds."""

    name: str = ""
    method: Method = Method.PHONE

    @classmethod
    def read(cls, typed: Mapping[str, str]) -> "Asker":
        """What a form holds."""
        method = next((one for one in Method if one == typed.get("method")), Method.PHONE)
        return cls(name=typed.get("by", ""), method=method)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """Everything the page says. ``error`` is what has to be mended, at the field ``error_at``."""

    checks: tuple[Check, ...]
    total: int
    aside: int
    again_days: int
    pages: int
    wanted: Wanted
    kinds: tuple[tuple[str, Message, Message], ...]
    asker: Asker
    today: date
    done: Done | None
    error: str | None
    error_at: str | None
    longest_name: int = LONGEST_NAME
    answers: tuple[tuple[Answer, Message], ...] = ANSWERS
    methods: tuple[tuple[Method, Message], ...] = METHODS


def shown_of(queue: Queue, wanted: Wanted) -> Sequence[Queued]:
    """The part of the queue that is on the page that is wanted."""
    start = (min(wanted.page, pages_of(queue)) - 1) * CHECKS_SHOWN
    return queue.entries[start : start + CHECKS_SHOWN]


def pages_of(queue: Queue) -> int:
    """How many pages the queue has, one where it is empty."""
    return max(1, -(-len(queue.entries) // CHECKS_SHOWN))


def finding_of(service_id: str, typed: Mapping[str, str]) -> Finding:
    """The answer that a form gives about one service; raise `InvalidValue` where it gives none."""
    answer = next((one for one in Answer if one == typed.get("answer")), None)
    if answer is None:
        raise InvalidValue("answer", typed.get("answer"), say("Press one of the buttons below a group."))
    until = _day(typed.get(f"until-{service_id}", "")) if answer is Answer.PAUSED else None
    return Finding(service_id=service_id, answer=answer, method=Asker.read(typed).method, until=until)


def check_of(brief: Brief, on: date) -> Check:
    """One service to be checked on the day ``on``."""
    page, service, running = brief.page, brief.page.service, brief.running
    shown = badges(
        running.standing,
        on,
        status=service.status,
        basis=service.basis,
        is_live=page.is_live,
        paused_until=service.paused_until,
    )
    return Check(
        id=page.service_id,
        name=service.name,
        organization=page.organization.name if page.organization.name != service.name else None,
        badges=shown,
        kind=kind_in_words(brief.queued.risk),
        due=due_in_words(brief.queued, on),
        odds=running.odds.words,
        way=way_to_ask(page),
        questions=brief.questions,
        notes=tuple((said_in_words(report.what), report.note) for report in brief.reports if report.note),
    )


def way_to_ask(page: ServicePage) -> Way | None:
    """The best way to ask, of those that the page of the service shows to everybody: no other may be used."""
    phone = first_phone(page)
    if phone is not None:
        return Way(label=phone.label or say("Phone"), words=phone.words, address=phone.address)
    email = page.service.email or page.organization.email
    if email:
        return Way(label=say("E-mail"), words=email, address=f"mailto:{email}")
    website = page.service.url or page.organization.website
    return Way(label=say("Website"), words=website, address=web_address(website)) if website else None


def check_page(
    queue: Queue,
    briefs: Collection[Brief],
    wanted: Wanted,
    settings: CheckSettings,
    on: date,
    *,
    asker: Asker,
    done: Done | None = None,
    error: InvalidValue | None = None,
) -> CheckPage:
    """The page of ``briefs``, which are the part of ``queue`` that is wanted."""
    often = ((risk, often_in_words(settings.risk[risk].every_days)) for risk in Risk)
    return CheckPage(
        checks=tuple(check_of(brief, on) for brief in briefs),
        total=len(queue.entries),
        aside=queue.aside,
        again_days=settings.again_days,
        pages=pages_of(queue),
        wanted=replace(wanted, page=min(wanted.page, pages_of(queue))),
        kinds=tuple((risk.value, kind_in_words(risk), words) for risk, words in often),
        asker=asker,
        today=on,
        done=done,
        error=error.reason if error else None,
        error_at=error.field if error else None,
    )


def _day(typed: str) -> date | None:
    """A day as a date field sends it; None of anything else, and the finding then says what is missing."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
