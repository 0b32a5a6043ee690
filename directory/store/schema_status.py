"""The tables of status: what was seen and said of services since they were imported, and what follows from it."""

from sqlalchemy import CheckConstraint, Column, Integer, Table, Text

from directory.domain.records import Channel
from directory.domain.status.rules import State
from directory.store import schema
from directory.store.types import Day, Flag, Json, Moment, Number

sighting = Table(
    "sighting",
    schema.metadata,
    Column("id", Integer, primary_key=True),
    # No foreign key: what was seen of a service stays when it is merged into another, and counts for that.
    Column("service_id", Text, nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("on", Day, nullable=False),
    Column("at", Moment, nullable=False),
    Column("text", Text),
    Column("url", Text),
    Column("reporter", Text),
    Column("method", Text),
    Column("withdrawn_at", Moment),
    CheckConstraint(f"channel IN ({', '.join(repr(str(one)) for one in Channel)})", name="channel"),
    sqlite_strict=True,
)

status = Table(
    "status",
    schema.metadata,
    Column("service_id", Text, primary_key=True),
    Column("on", Day, nullable=False, index=True),
    Column("state", Text, nullable=False, index=True),
    Column("p_open", Number, nullable=False),
    Column("p_open_ahead", Number, nullable=False),
    Column("is_declared", Flag, nullable=False),
    Column("confirmed_on", Day),
    Column("confirmed_by", Text),
    Column("funding_end", Day),
    Column("evidence", Integer, nullable=False),
    Column("reasons", Json, nullable=False),
    # The newest change on the feed when it was judged: whatever changed later is judged again.
    Column("seen", Integer, nullable=False),
    CheckConstraint(f"state IN ({', '.join(repr(str(one)) for one in State)})", name="state"),
    sqlite_strict=True,
)
