"""The tables, the same on SQLite and PostgreSQL, with the rules that a database can hold."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text, text

from directory.domain.judgements import Verdict
from directory.domain.records import Kind
from directory.domain.sources import Authority, Outcome
from directory.store.types import Day, Flag, Json, Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *parts: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)


def _one_of(column: str, values: type[Verdict] | type[Kind] | type[Authority] | type[Outcome]) -> CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def _required(name: str, kind: Any = Text, **options: Any) -> Column[Any]:
    return Column(name, kind, nullable=False, **options)


def _deferred(target: str) -> ForeignKey:
    """A reference that need not hold before the transaction ends."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


# --- What sources said -----------------------------------------------------------------------------------------------

source = _table(
    "source",
    Column("id", Text, primary_key=True),
    _required("title"),
    _required("publisher"),
    _required("licence"),
    _required("attribution"),
    _required("url"),
    _required("authority"),
    _required("country"),
    _required("demonstration", Flag),
    _required("channel", server_default="feed"),
    _one_of("authority", Authority),
)

document = _table(
    "document",
    Column("sha256", Text, primary_key=True),
    _required("url"),
    _required("fetched_at", Moment),
    Column("media_type", Text),
    _required("bytes", Integer),
)

run = _table(
    "run",
    Column("id", Integer, primary_key=True),
    _required("source_id", Text, index=True),
    Column("document_sha256", Text, ForeignKey("document.sha256")),
    Column("fetched_at", Moment),
    _required("at", Moment),
    _required("outcome"),
    Column("reason", Text),
    _required("read", Integer),
    _required("published", Integer),
    _required("skipped", Integer),
    _required("issues", Integer),
    _required("new", Integer),
    _required("changed", Integer),
    _required("unchanged", Integer),
    _required("vanished", Integer),
    _one_of("outcome", Outcome),
    CheckConstraint("read = published + skipped OR outcome <> 'published'", name="counts_add_up"),
)

issue = _table(
    "issue",
    Column("id", Integer, primary_key=True),
    Column("run_id", Integer, ForeignKey("run.id"), nullable=False, index=True),
    Column("part", Text),
    Column("line", Integer),
    _required("field"),
    _required("reason"),
    _required("value"),
    _required("skipped", Flag),
)

observation = _table(
    "observation",
    Column("id", Integer, primary_key=True),
    Column("source_id", Text, ForeignKey("source.id"), nullable=False),
    _required("kind"),
    _required("local_id"),
    _required("record_id"),
    _required("origin", Integer),
    Column("parent_id", Text),
    Column("other_id", Text),
    Column("document_sha256", Text, ForeignKey("document.sha256"), nullable=False),
    Column("first_run", Integer, ForeignKey("run.id"), nullable=False),
    Column("last_run", Integer, ForeignKey("run.id")),
    _required("is_current", Flag),
    _required("content_hash"),
    Column("verified_on", Day),
    Column("part", Text),
    Column("line", Integer),
    _required("fields", Json),
    _one_of("kind", Kind),
)
Index(
    "uq_observation_current",
    observation.c.source_id,
    observation.c.kind,
    observation.c.local_id,
    unique=True,
    sqlite_where=text("is_current = 1"),
    postgresql_where=text("is_current = 1"),
)
Index("ix_observation_record_id", observation.c.record_id)
Index("ix_observation_parent_id", observation.c.parent_id)
Index("ix_observation_other_id", observation.c.other_id)

# --- Which records are one -------------------------------------------------------------------------------------------

link_key = _table(
    "link_key",
    Column("record_id", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    _required("kind"),
    _required("source_id"),
)
Index("ix_link_key_key", link_key.c.key)
Index("ix_link_key_source_id", link_key.c.source_id)

judgement = _table(
    "judgement",
    Column("id", Integer, primary_key=True),
    _required("left_id"),
    _required("right_id"),
    _required("verdict"),
    _required("by"),
    _required("reason"),
    _required("at", Moment),
    Column("undone_at", Moment),
    Column("undone_by", Text),
    _one_of("verdict", Verdict),
    CheckConstraint("left_id < right_id", name="ordered"),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone_by_somebody"),
)
Index("ix_judgement_left_id", judgement.c.left_id)
Index("ix_judgement_right_id", judgement.c.right_id)

# --- The catalogue: one resolved record a row; ``winners`` and ``claims`` name its observations ----------------


def _resolved(name: str, *known: Any) -> Table:
    """A table of resolved records, with the columns that the database itself must know of them."""
    record = (_required("fields", Json), _required("winners", Json), _required("claims", Json))
    return _table(name, Column("id", Text, primary_key=True), *known, *record, _required("is_live", Flag))


organization = _resolved(
    "organization",
    _required("name"),
)

service = _resolved(
    "service",
    Column("organization_id", Text, ForeignKey("organization.id"), nullable=False, index=True),
    _required("name"),
)

location = _resolved(
    "location",
    # Deferred: a venue's owner may be published later in the same transaction.
    Column("organization_id", Text, _deferred("organization.id"), index=True),
)

service_at_location = _resolved(
    "service_at_location",
    Column("service_id", Text, ForeignKey("service.id"), nullable=False, index=True),
    # Deferred, as above: a venue may be taken out with one organization and put back with another that uses it.
    Column("location_id", Text, _deferred("location.id"), nullable=False, index=True),
)

funding = _resolved(
    "funding",
    Column("organization_id", Text, ForeignKey("organization.id"), nullable=False, index=True),
    Column("service_id", Text, _deferred("service.id"), index=True),
    Column("end_on", Day, index=True),
)

evidence = _resolved(
    "evidence",
    Column("organization_id", Text, ForeignKey("organization.id"), nullable=False, index=True),
    Column("service_id", Text, _deferred("service.id"), index=True),
    _required("on", Day),
)

taxonomy_term = _table(
    "taxonomy_term",
    Column("taxonomy", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    _required("name"),
    Column("parent_code", Text),
    Column("description", Text),
)

successor = _table(
    "successor",
    Column("id", Text, primary_key=True),
    _required("kind"),
    Column("successor_id", Text, nullable=False, index=True),
)

# --- What happened ---------------------------------------------------------------------------------------------------

change = _table(
    "change",
    Column("seq", Integer, primary_key=True),
    Column("service_id", Text, nullable=False, index=True),
)

audit = _table(
    "audit",
    Column("id", Integer, primary_key=True),
    _required("at", Moment),
    _required("by"),
    _required("action"),
    _required("subject"),
    _required("detail", Json),
)
