"""The tables of what people report and of what they are told when they ask."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from directory.domain.reports import What
from directory.domain.status.answers import Answer
from directory.store import schema
from directory.store.types import Day, Moment

report = Table(
    "report",
    schema.metadata,
    Column("id", Integer, primary_key=True),
    # No foreign key: what was reported of a service stays when it is merged into another, and counts for that.
    Column("service_id", Text, nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("on", Day, nullable=False),
    Column("at", Moment, nullable=False),
    Column("sighting_id", Integer, ForeignKey("sighting.id")),
    Column("note", Text),
    Column("token_hash", Text, unique=True),
    Column("answer", Text),
    Column("decided_on", Day),
    Column("decided_by", Integer, ForeignKey("sighting.id"), index=True),
    CheckConstraint(f"what IN ({', '.join(repr(str(one)) for one in What)})", name="what"),
    CheckConstraint(f"answer IN ({', '.join(repr(str(one)) for one in Answer)})", name="answer"),
    CheckConstraint(
        "(answer IS NULL) = (decided_on IS NULL) AND (answer IS NULL) = (decided_by IS NULL)", name="decided_whole"
    ),
    sqlite_strict=True,
)

pause = Table(
    "pause",
    schema.metadata,
    Column("sighting_id", Integer, ForeignKey("sighting.id"), primary_key=True),
    Column("until", Day, nullable=False),
    sqlite_strict=True,
)
