"""How far the money of a service reaches: which grants and whose words were known on a day, and when the last ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from directory.domain.messages import Message, mark, say
from directory.domain.records import Basis, Funding, Service
from directory.domain.status.history import FollowOn
from directory.domain.status.settings import FundingSettings

SAID_BY_GROUP = "said by the group"
"""The source of funding that no funder published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Money that the group itself speaks of, ``known_from`` the day on which its words were first seen.

    ``funding`` has the words as its description.
    """

    funding: Funding
    follow_on: FollowOn
    known_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The last money that is known of: until when, from whom, how much; and whether more is known to follow.

    ``is_own`` says that it is for this service and not for its organization in general. ``said`` are the words of
    the group, where it is known from them alone.
    """

    end_on: date
    start_on: date | None
    funder: str | None
    amount: float | None
    currency: str
    is_own: bool
    follow_on: FollowOn
    said: str | None = None

    def is_ending(self, on: date, settings: FundingSettings) -> bool:
        """Whether the end is so near, before or after the day ``on``, that the service is at risk."""
        if self.follow_on is FollowOn.FOLLOW_ON:
            return False
        return -settings.warn_after_days <= (self.end_on - on).days <= settings.warn_before_days

    def sentence(self, on: date, settings: FundingSettings) -> Message:
        """What it means, in one sentence, on the day ``on``, and who says so where that is the group."""
        end = _Reach.ENDED if self.end_on < on else _Reach.ENDS if self.is_ending(on, settings) else _Reach.KNOWN
        money = say(_REACHES[end, self.is_own], day=self.end_on)
        is_more_said = end is _Reach.ENDED or self.follow_on is not FollowOn.UNKNOWN
        more = say(_AFTER[self.follow_on])
        told = say("{money}; {more}.", money=money, more=more) if is_more_said else say("{money}.", money=money)
        return say("{told} The group says: “{words}”.", told=told, words=self.said) if self.said else told


class _Reach(Enum):
    """Where the end of the money lies, seen from a day."""

    ENDED = "before"
    ENDS = "soon"
    KNOWN = "later"


_REACHES = {
    (_Reach.ENDED, True): mark("Funding ended on {day}"),
    (_Reach.ENDED, False): mark("Funding of its organization ended on {day}"),
    (_Reach.ENDS, True): mark("Funding ends on {day}"),
    (_Reach.ENDS, False): mark("Funding of its organization ends on {day}"),
    (_Reach.KNOWN, True): mark("Funding is known until {day}"),
    (_Reach.KNOWN, False): mark("Funding of its organization is known until {day}"),
}
"""By where its end lies, and whether it is the service's own."""

_AFTER = {
    FollowOn.UNKNOWN: mark("no follow-on seen"),
    FollowOn.FOLLOW_ON: mark("more has been found"),
    FollowOn.MAIN_NO_FOLLOW_ON: mark("no more is to follow"),
}


def said_of(service_id: str, service: Service, known_from: date | None) -> tuple[Said, ...]:
    """The money that the words of a service speak of; none where it is not known since when they stand there.

    What stands for a whole organization in a register speaks of the money of that. What is told of as past ended before
    it was told.
    """
    if known_from is None:
        return ()
    owner = service_id if service.basis is Basis.LISTED else None
    return tuple(
        Said(
            funding=Funding(
                organization_id=service.organization_id,
                service_id=owner,
                source=SAID_BY_GROUP,
                description=one.read_from,
                funder=one.funder,
                amount=one.amount,
                start_on=one.start_on,
                end_on=min(one.end_on, known_from) if one.has_ended else one.end_on,
            ),
            follow_on=one.follow_on,
            known_from=known_from,
        )
        for one in service.read_funding
    )


def outlook(funding: Sequence[Funding], on: date, said: Sequence[Said] = ()) -> Outlook | None:
    """What was known on the day ``on`` of the end of the money; None where no end was.

    Money for a service itself says more than money for its organization; where the group alone tells of it, what its
    organization was given since counts too. A grant that was awarded later was not known, nor what was said later.
    """
    known = [_Known(one, None) for one in funding if one.end_on is not None and is_known(one, on)]
    known += [_Known(one.funding, one) for one in said if one.known_from <= on]
    own = [one for one in known if one.funding.service_id is not None]
    counted = [*own, *_given_since(known, own)] if own else known
    last = max(counted, key=lambda one: (one.funding.end_on or on, one.funding.amount or 0.0), default=None)
    if last is None or last.funding.end_on is None:
        return None
    return Outlook(
        end_on=last.funding.end_on,
        start_on=last.funding.start_on,
        funder=last.funding.funder or (None if last.said else last.funding.source),
        amount=last.funding.amount,
        currency=last.funding.currency,
        is_own=last.funding.service_id is not None,
        follow_on=_follow_on(counted, last.funding.end_on),
        said=last.funding.description if last.said else None,
    )


class _Known(NamedTuple):
    """Money, and the words it is known by where no funder published it."""

    funding: Funding
    said: Said | None


def _given_since(known: Sequence[_Known], own: Sequence[_Known]) -> list[_Known]:
    """What funders published of the organization after the words that alone tell of the service's own money."""
    told_on = [one.said.known_from for one in own if one.said is not None]
    if len(told_on) < len(own):
        return []
    return [one for one in known if one.said is None and max(told_on) < (_known_from(one.funding) or date.min)]


def _follow_on(counted: Sequence[_Known], end_on: date) -> FollowOn:
    """What the group says of money after the day on which the last ends, though it be a grant that is published too."""
    told = (one.said.follow_on for one in counted if one.said is not None and one.funding.end_on == end_on)
    return next((one for one in told if one is not FollowOn.UNKNOWN), FollowOn.UNKNOWN)


def is_known(one: Funding, on: date) -> bool:
    """Whether it was known of on the day ``on``: it is from its award, though it may be for before."""
    known_from = _known_from(one)
    return known_from is None or known_from <= on


def _known_from(one: Funding) -> date | None:
    return one.awarded_on or one.start_on
