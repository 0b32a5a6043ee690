"""Which sources list records, since when and until when: what being on a list says of a service's life."""

from collections.abc import Iterable

from sqlalchemy import func, select

from directory.domain.records import Channel
from directory.domain.sources import Authority, Outcome
from directory.domain.status.gather import Listing
from directory.store import schema
from directory.store.database import Transaction
from directory.store.statements import chunks


def listings(transaction: Transaction, observation_ids: Iterable[int]) -> dict[int, Listing]:
    """For each of these versions, how its source has listed the record from its first version on."""
    this, origin = schema.observation.alias("this"), schema.observation.alias("origin")
    first, last = schema.run.alias("first"), schema.run.alias("last")
    newest = (
        select(schema.run.c.source_id, func.max(schema.run.c.fetched_at).label("fetched_at"))
        .where(schema.run.c.outcome == Outcome.PUBLISHED)
        .group_by(schema.run.c.source_id)
        .subquery()
    )
    query = (
        select(
            this.c.id,
            this.c.last_run,
            schema.source.c.channel,
            schema.source.c.authority,
            first.c.fetched_at.label("first_seen"),
            func.coalesce(last.c.fetched_at, newest.c.fetched_at).label("seen_until"),
            newest.c.fetched_at.label("read_on"),
        )
        .join(origin, origin.c.id == this.c.origin)
        .join(first, first.c.id == origin.c.first_run)
        .join(schema.source, schema.source.c.id == this.c.source_id)
        .join(newest, newest.c.source_id == this.c.source_id)
        .outerjoin(last, last.c.id == this.c.last_run)
    )
    found = {}
    for chunk in chunks(observation_ids):
        for row in transaction.execute(query.where(this.c.id.in_(chunk))):
            found[row.id] = Listing(
                channel=Channel(row.channel),
                authority=Authority(row.authority),
                first_seen=row.first_seen.date(),
                seen_until=row.seen_until.date(),
                read_on=row.read_on.date(),
                is_live=row.last_run is None,
            )
    return found
