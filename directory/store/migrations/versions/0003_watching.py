"""What is watched for services, how that fares, and what it puts forward."""

import sqlalchemy as sa
from alembic import op

from directory.store.types import Day, Flag, Json, Moment, Number

revision = "0003"
down_revision = "0002"

_WATCHED = sa.text("channel IN ('web', 'text', 'event') AND url IS NOT NULL")
_NOT_ENDED = sa.text("ended_at IS NULL")


def upgrade() -> None:
    _pages()
    _hosts()
    _proposals()
    op.create_index(
        "uq_sighting_watched",
        "sighting",
        ["service_id", "channel", "symbol", "on", "url"],
        unique=True,
        sqlite_where=_WATCHED,
        postgresql_where=_WATCHED,
    )


def _pages() -> None:
    op.create_table(
        "page",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("next_check", Moment(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("symbol", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("since", Moment(), nullable=True),
        sa.Column("final_url", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("has_named", Flag(), nullable=False),
        sa.Column("is_noindex", Flag(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("checks", sa.Integer(), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("gaps", Json(), nullable=False),
        sa.Column("rate", Number(), nullable=True),
        sa.Column("first_checked", Moment(), nullable=True),
        sa.Column("last_checked", Moment(), nullable=True),
        sa.Column("last_read", Moment(), nullable=True),
        sa.Column("last_changed", Moment(), nullable=True),
        sa.Column("failing_since", Moment(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("feed_health", sa.Text(), nullable=True),
        sa.Column("feed_since", Day(), nullable=True),
        sa.Column("feed_newest_on", Day(), nullable=True),
        sa.Column("feed_usual_gap", sa.Integer(), nullable=True),
        sa.Column("feed_sentence", sa.Text(), nullable=True),
        sa.CheckConstraint("kind IN ('site', 'feed')", name="ck_page_kind"),
        sa.CheckConstraint("(failing_since IS NULL) = (failures = 0)", name="ck_page_failing"),
        sa.PrimaryKeyConstraint("url", name="pk_page"),
        sqlite_strict=True,
    )
    for column in ("host", "place", "next_check", "last_checked"):
        op.create_index(f"ix_page_{column}", "page", [column], unique=False)
    op.create_table(
        "page_of_service",
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("found_on", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("service_id", "url", name="pk_page_of_service"),
        sqlite_strict=True,
    )
    op.create_index("ix_page_of_service_url", "page_of_service", ["url"], unique=False)
    op.create_table(
        "change_reader",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_change_reader"),
        sqlite_strict=True,
    )


def _hosts() -> None:
    op.create_table(
        "host_state",
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("not_before", Moment(), nullable=False),
        sa.Column("day", Day(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("host", name="pk_host_state"),
        sqlite_strict=True,
    )
    op.create_table(
        "host_outage",
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("began_at", Moment(), nullable=False),
        sa.Column("last_seen_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("services", sa.Integer(), nullable=False),
        sa.Column("outcomes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("host", "began_at", name="pk_host_outage"),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_host_outage_open",
        "host_outage",
        ["host"],
        unique=True,
        sqlite_where=_NOT_ENDED,
        postgresql_where=_NOT_ENDED,
    )
    op.create_table(
        "crawl_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("took_s", Number(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_crawl_log"),
        sqlite_strict=True,
    )
    op.create_index("ix_crawl_log_started_at", "crawl_log", ["started_at"], unique=False)


def _proposals() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("syntax", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Text(), nullable=False),
        sa.Column("found_at", Moment(), nullable=False),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.CheckConstraint("verdict IN ('accepted', 'rejected', 'lapsed')", name="ck_proposal_verdict"),
        sa.CheckConstraint(
            "(decided_at IS NULL) = (verdict IS NULL) AND (decided_by IS NULL) = (verdict IS NULL)",
            name="ck_proposal_decided",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
        sqlite_strict=True,
    )
    op.create_index("ix_proposal_url", "proposal", ["url"], unique=False)
    op.create_index("uq_proposal_service_id_field_after", "proposal", ["service_id", "field", "after"], unique=True)
