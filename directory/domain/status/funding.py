"""How far the money of a service reaches: which grants were known on a day, and when the last of them ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.records import Funding
from directory.domain.status.history import FollowOn
from directory.domain.status.reasons import in_words
from directory.domain.status.settings import FundingSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The last money that is known of: until when, from whom, how much; and whether more is known to follow.

    ``is_own`` says that it is for this service and not for its organization in general.
    """

    end_on: date
    start_on: date | None
    funder: str | None
    amount: float | None
    currency: str
    is_own: bool
    follow_on: FollowOn

    def is_ending(self, on: date, settings: FundingSettings) -> bool:
        """Whether the end is so near, before or after the day ``on``, that the service is at risk."""
        if self.follow_on is FollowOn.FOLLOW_ON:
            return False
        return -settings.warn_after_days <= (self.end_on - on).days <= settings.warn_before_days

    def sentence(self, on: date, settings: FundingSettings) -> str:
        """What it means, in one sentence, on the day ``on``."""
        of_whom = "" if self.is_own else " of its organization"
        if self.end_on < on:
            return f"Funding{of_whom} ended on {in_words(self.end_on)}; no follow-on seen."
        verb = "ends on" if self.is_ending(on, settings) else "is known until"
        return f"Funding{of_whom} {verb} {in_words(self.end_on)}."


def outlook(funding: Sequence[Funding], on: date) -> Outlook | None:
    """What was known on the day ``on`` of the end of the money; None where no end was.

    Money for a service itself says more than money for its organization. A grant that was awarded later was not known.
    """
    known = [one for one in funding if one.end_on is not None and is_known(one, on)]
    own = [one for one in known if one.service_id is not None]
    last = max(own or known, key=lambda one: (one.end_on or on, one.amount or 0.0), default=None)
    if last is None or last.end_on is None:
        return None
    return Outlook(
        end_on=last.end_on,
        start_on=last.start_on,
        funder=last.funder or last.source,
        amount=last.amount,
        currency=last.currency,
        is_own=bool(own),
        follow_on=FollowOn.UNKNOWN,
    )


def is_known(one: Funding, on: date) -> bool:
    """Whether it was known of on the day ``on``: it is from its award, though it may be for before."""
    known_from = one.awarded_on or one.start_on
    return known_from is None or known_from <= on
