"""Whether one service is still running, with all that speaks for it and against it, as of a day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from directory.domain.errors import NotFound
from directory.domain.records import Kind
from directory.domain.status.answers import PAUSED
from directory.domain.status.assess import Assessment, assess
from directory.domain.status.funding import Outlook
from directory.domain.status.gather import Case, history_of
from directory.domain.status.odds import Odds, odds
from directory.domain.status.posterior import Model
from directory.domain.status.rules import Previous
from directory.domain.status.sightings import last_statement
from directory.domain.status.standing import Standing
from directory.domain.status.timeline import Item, timeline
from directory.queries import Database
from directory.queries.cases import cases
from directory.store import Transaction, catalogue, checks, linking, status

Reasons = Mapping[str, Sequence[Mapping[str, Any]]]
"""By ids of services, the fields of each `directory.domain.status.reasons.Reason` as JSON has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What is known of one service ``on`` a day. ``money`` is how far its funding reaches, where that is known.

    ``successors`` are the services, as ids with names, of bodies that a register says took over from its own.
    ``paused_until`` is what somebody who asked was told last, as long as it lasts.
    """

    name: str
    on: date
    assessment: Assessment
    odds: Odds
    money: Outlook | None
    money_in_words: str | None
    items: tuple[Item, ...]
    successors: tuple[tuple[str, str], ...] = ()
    paused_until: date | None = None

    @property
    def standing(self) -> Standing:
        """What search would show of it."""
        found = self.assessment
        return Standing(
            state=found.state,
            p_open=found.p_open,
            confirmed_on=found.confirmed_on,
            confirmed_by=found.confirmed_by,
            funding_end=self.money.end_on if self.money else None,
            is_declared=found.is_declared,
        )


def running(database: Database, model: Model, service_id: str, on: date) -> Running:
    """Judge a service by all the evidence there is until the day ``on``; raise `NotFound` where there is none of it."""
    with database.read() as transaction:
        case = cases(transaction, [service_id]).get(service_id)
        held = status.statuses_of(transaction, [service_id]).get(service_id)
        successors = _successors(transaction, case, on) if case else ()
        paused_until = checks.pauses(transaction).get(service_id)
    if case is None:
        raise NotFound(f"There is no service {service_id}.")
    # What was judged for a later day says nothing of what was thought before it.
    previous = {service_id: Previous(state=held.state, evidence=held.evidence)} if held and held.on <= on else {}
    found = _running(case, model, on, previous, successors)
    if paused_until is None or paused_until < on or last_statement(case.sightings, on) != PAUSED:
        return found
    return replace(found, paused_until=paused_until)


def reasons_of(database: Database, service_ids: Collection[str]) -> Reasons:
    """The reasons of each of these services as it was judged last, the weightiest first."""
    with database.read() as transaction:
        return {one.service_id: one.reasons for one in status.statuses_of(transaction, service_ids).values()}


def _running(
    case: Case, model: Model, on: date, previous: dict[str, Previous], successors: tuple[tuple[str, str], ...]
) -> Running:
    [assessment] = assess(model, [history_of(case, on, model.settings)], on, previous)
    money = case.money(on)
    return Running(
        name=case.service.name,
        on=on,
        assessment=assessment,
        odds=odds(assessment.p_open),
        money=money,
        money_in_words=money.sentence(on, model.settings.funding) if money else None,
        items=timeline(case, on),
        successors=successors,
    )


def _successors(transaction: Transaction, case: Case, on: date) -> tuple[tuple[str, str], ...]:
    keys = {f"id:{one.successor}" for one in case.evidence if one.successor is not None and one.on <= on}
    bearers = linking.bearers_of(transaction, keys, (Kind.ORGANIZATION,))
    records = {one for found in bearers.values() for one in found}
    stands_for = linking.successors(transaction, records)
    # A body that bears the new number as well went nowhere: its own services are not those of another.
    owners = {stands_for.get(one, one) for one in records} - {case.service.organization_id}
    services = catalogue.rows_where(transaction, Kind.SERVICE, "organization_id", owners)
    return tuple((row.id, row.fields["name"]) for row in services.values() if row.id != case.service_id)
