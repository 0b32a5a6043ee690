"""The tables of watching: pages and feeds, whose they are, what their hosts bore, and changes they put forward."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, Text, text

from directory.store import schema, schema_status
from directory.store.types import Day, Flag, Json, Moment, Number

page = Table(
    "page",
    schema.metadata,
    Column("url", Text, primary_key=True),
    Column("host", Text, nullable=False, index=True),
    # What the address is without scheme and "www.", which many pages answer to under several addresses.
    Column("place", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("next_check", Moment, nullable=False, index=True),
    Column("outcome", Text),
    Column("symbol", Text),
    Column("reason", Text),
    Column("since", Moment),
    Column("final_url", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("has_named", Flag, nullable=False),
    Column("is_noindex", Flag, nullable=False),
    Column("content_hash", Text),
    Column("document", Text),
    Column("media_type", Text),
    Column("checks", Integer, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("gaps", Json, nullable=False),
    Column("rate", Number),
    Column("first_checked", Moment),
    Column("last_checked", Moment, index=True),
    Column("last_read", Moment),
    Column("last_changed", Moment),
    Column("failing_since", Moment),
    Column("failures", Integer, nullable=False),
    Column("trouble", Text),
    Column("feed_health", Text),
    Column("feed_since", Day),
    Column("feed_newest_on", Day),
    Column("feed_usual_gap", Integer),
    Column("feed_sentence", Text),
    CheckConstraint("kind IN ('site', 'feed')", name="kind"),
    CheckConstraint("(failing_since IS NULL) = (failures = 0)", name="failing"),
    sqlite_strict=True,
)

page_of_service = Table(
    "page_of_service",
    schema.metadata,
    # No foreign keys: it follows the catalogue, in which services come and go, by the change feed.
    Column("service_id", Text, primary_key=True),
    Column("url", Text, primary_key=True),
    Column("found_on", Text),
    sqlite_strict=True,
)
Index("ix_page_of_service_url", page_of_service.c.url)

change_reader = Table(
    "change_reader",
    schema.metadata,
    # How far a reader of the change feed has come that keeps what it reads in this database.
    Column("name", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    sqlite_strict=True,
)

host_state = Table(
    "host_state",
    schema.metadata,
    Column("host", Text, primary_key=True),
    Column("not_before", Moment, nullable=False),
    Column("day", Day, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),
    sqlite_strict=True,
)

host_outage = Table(
    "host_outage",
    schema.metadata,
    Column("host", Text, primary_key=True),
    Column("began_at", Moment, primary_key=True),
    Column("last_seen_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("services", Integer, nullable=False),
    Column("outcomes", Text, nullable=False),
    sqlite_strict=True,
)
Index(
    "uq_host_outage_open",
    host_outage.c.host,
    unique=True,
    sqlite_where=text("ended_at IS NULL"),
    postgresql_where=text("ended_at IS NULL"),
)

crawl_log = Table(
    "crawl_log",
    schema.metadata,
    Column("id", Integer, primary_key=True),
    Column("host", Text, nullable=False),
    Column("address", Text),
    Column("url", Text, nullable=False),
    Column("started_at", Moment, nullable=False, index=True),
    Column("took_s", Number, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("status", Integer),
    Column("failure", Text),
    sqlite_strict=True,
)

proposal = Table(
    "proposal",
    schema.metadata,
    Column("id", Integer, primary_key=True),
    # No foreign key: what was put forward for a service stays when it is merged into another.
    Column("service_id", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("before", Text),
    Column("after", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("url", Text, nullable=False, index=True),
    Column("syntax", Text, nullable=False),
    Column("confidence", Text, nullable=False),
    Column("found_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", Text),
    Column("verdict", Text),
    CheckConstraint("verdict IN ('accepted', 'rejected', 'lapsed')", name="verdict"),
    CheckConstraint(
        "(decided_at IS NULL) = (verdict IS NULL) AND (decided_by IS NULL) = (verdict IS NULL)", name="decided"
    ),
    sqlite_strict=True,
)
Index("uq_proposal_service_id_field_after", proposal.c.service_id, proposal.c.field, proposal.c.after, unique=True)

_WATCHED = "channel IN ('web', 'text', 'event') AND url IS NOT NULL"
Index(
    "uq_sighting_watched",
    schema_status.sighting.c.service_id,
    schema_status.sighting.c.channel,
    schema_status.sighting.c.symbol,
    schema_status.sighting.c.on,
    schema_status.sighting.c.url,
    unique=True,
    sqlite_where=text(_WATCHED),
    postgresql_where=text(_WATCHED),
)
"""What was seen of one page on one day is kept once, however often it was looked at."""
