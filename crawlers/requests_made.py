"""The requests that visits made and nobody has kept yet, and what is to be remembered of their hosts."""

from dataclasses import asdict
from datetime import datetime

from crawlers.visiting.asking import CrawlRecord
from crawlers.visiting.manners import HostState, Manners
from directory.intake.watch import Asked, HostMemory, Request


class RequestsMade:
    """Takes the log of a client until somebody keeps it."""

    def __init__(self) -> None:
        self._records: list[CrawlRecord] = []

    def log(self, record: CrawlRecord) -> None:
        """Add one request."""
        self._records.append(record)

    def take(self, manners: Manners, at: datetime) -> Asked:
        """Everything since the last time, to be kept with what a visit shows."""
        records, self._records = self._records, []
        hosts = {name for one in records for name in (one.host, one.address) if name is not None}
        return Asked(
            hosts=tuple(HostMemory(**asdict(manners.state(host, at))) for host in sorted(hosts)),
            requests=tuple(_request(one) for one in records),
        )


def state_of(memory: HostMemory) -> HostState:
    """What manners need to know of a host."""
    return HostState(**asdict(memory))


def _request(one: CrawlRecord) -> Request:
    return Request(
        host=one.host,
        address=one.address,
        url=one.url,
        started_at=one.started_at,
        took_s=one.took_s,
        bytes=one.bytes,
        status=one.status,
        failure=one.failure.code if one.failure else None,
    )
