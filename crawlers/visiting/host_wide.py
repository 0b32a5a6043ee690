"""Outages of a whole host: services that fail together have one cause, which says nothing of each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from crawlers.visiting.domains import host_of
from crawlers.visiting.limits import HOST_WIDE_SERVICES
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.report import Visit

_FAILING = ("fail", "gone")


@dataclass(frozen=True, slots=True, kw_only=True)
class HostOutage:
    """A host of which many services failed in one round: recorded once, with the addresses that failed."""

    host: str
    outcomes: frozenset[Outcome]
    urls: tuple[str, ...]


def host_wide(visits: Iterable[Visit]) -> tuple[list[Visit], list[HostOutage]]:
    """The visits of one round, one of each service, with those of failing hosts made no observation; and the outages.

    A host is failing when at least five of its services failed, whatever way. The visits keep their order.
    """
    visits = list(visits)
    failing: defaultdict[str, list[Visit]] = defaultdict(list)
    for one in visits:
        if one.symbol in _FAILING:
            failing[host_of(one.url)].append(one)
    out = {host: failed for host, failed in failing.items() if len(failed) >= HOST_WIDE_SERVICES}
    outages = [
        HostOutage(host=host, outcomes=frozenset(one.outcome for one in failed), urls=tuple(one.url for one in failed))
        for host, failed in sorted(out.items())
    ]
    kept = [_excused(one) if one.symbol in _FAILING and host_of(one.url) in out else one for one in visits]
    return kept, outages


def _excused(failed: Visit) -> Visit:
    return replace(failed, outcome=Outcome.HOST_WIDE, reason=f"{Outcome.HOST_WIDE.sentence} {failed.reason}")
