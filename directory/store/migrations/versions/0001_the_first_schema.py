"""The first schema."""

import sqlalchemy as sa
from alembic import op

from directory.store.types import Day, Flag, Json, Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", Json(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_strict=True,
    )
    op.create_table(
        "change",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_change"),
        sqlite_strict=True,
    )
    op.create_index("ix_change_service_id", "change", ["service_id"], unique=False)
    op.create_table(
        "document",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("fetched_at", Moment(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_document"),
        sqlite_strict=True,
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("left_id", sa.Text(), nullable=False),
        sa.Column("right_id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("undone_at", Moment(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.CheckConstraint("verdict IN ('same', 'different', 'unsure')", name="ck_judgement_verdict"),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="ck_judgement_undone_by_somebody"),
        sa.CheckConstraint("left_id < right_id", name="ck_judgement_ordered"),
        sa.PrimaryKeyConstraint("id", name="pk_judgement"),
        sqlite_strict=True,
    )
    op.create_index("ix_judgement_left_id", "judgement", ["left_id"], unique=False)
    op.create_index("ix_judgement_right_id", "judgement", ["right_id"], unique=False)
    op.create_table(
        "link_key",
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", "key", name="pk_link_key"),
        sqlite_strict=True,
    )
    op.create_index("ix_link_key_key", "link_key", ["key"], unique=False)
    op.create_index("ix_link_key_source_id", "link_key", ["source_id"], unique=False)
    op.create_table(
        "organization",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("fields", Json(), nullable=False),
        sa.Column("winners", Json(), nullable=False),
        sa.Column("claims", Json(), nullable=False),
        sa.Column("is_live", Flag(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organization"),
        sqlite_strict=True,
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("attribution", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("demonstration", Flag(), nullable=False),
        sa.CheckConstraint("authority IN ('owner', 'moderator', 'feed', 'crawl')", name="ck_source_authority"),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sqlite_strict=True,
    )
    op.create_table(
        "successor",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("successor_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_successor"),
        sqlite_strict=True,
    )
    op.create_index("ix_successor_successor_id", "successor", ["successor_id"], unique=False)
    op.create_table(
        "taxonomy_term",
        sa.Column("taxonomy", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent_code", sa.Text(), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("taxonomy", "code", name="pk_taxonomy_term"),
        sqlite_strict=True,
    )
    op.create_table(
        "location",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.Text(), nullable=True),
        sa.Column("fields", Json(), nullable=False),
        sa.Column("winners", Json(), nullable=False),
        sa.Column("claims", Json(), nullable=False),
        sa.Column("is_live", Flag(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name="fk_location_organization_id_organization",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name="pk_location"),
        sqlite_strict=True,
    )
    op.create_index("ix_location_organization_id", "location", ["organization_id"], unique=False)
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("document_sha256", sa.Text(), nullable=True),
        sa.Column("fetched_at", Moment(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("published", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("issues", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("vanished", sa.Integer(), nullable=False),
        sa.CheckConstraint("outcome IN ('published', 'refused', 'failed')", name="ck_run_outcome"),
        sa.CheckConstraint("read = published + skipped OR outcome <> 'published'", name="ck_run_counts_add_up"),
        sa.ForeignKeyConstraint(["document_sha256"], ["document.sha256"], name="fk_run_document_sha256_document"),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
        sqlite_strict=True,
    )
    op.create_index("ix_run_source_id", "run", ["source_id"], unique=False)
    op.create_table(
        "service",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("fields", Json(), nullable=False),
        sa.Column("winners", Json(), nullable=False),
        sa.Column("claims", Json(), nullable=False),
        sa.Column("is_live", Flag(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name="fk_service_organization_id_organization"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_service"),
        sqlite_strict=True,
    )
    op.create_index("ix_service_organization_id", "service", ["organization_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=True),
        sa.Column("on", Day(), nullable=False),
        sa.Column("fields", Json(), nullable=False),
        sa.Column("winners", Json(), nullable=False),
        sa.Column("claims", Json(), nullable=False),
        sa.Column("is_live", Flag(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name="fk_evidence_organization_id_organization"
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name="fk_evidence_service_id_service", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sqlite_strict=True,
    )
    op.create_index("ix_evidence_organization_id", "evidence", ["organization_id"], unique=False)
    op.create_index("ix_evidence_service_id", "evidence", ["service_id"], unique=False)
    op.create_table(
        "funding",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=True),
        sa.Column("end_on", Day(), nullable=True),
        sa.Column("fields", Json(), nullable=False),
        sa.Column("winners", Json(), nullable=False),
        sa.Column("claims", Json(), nullable=False),
        sa.Column("is_live", Flag(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name="fk_funding_organization_id_organization"
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name="fk_funding_service_id_service", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_funding"),
        sqlite_strict=True,
    )
    op.create_index("ix_funding_end_on", "funding", ["end_on"], unique=False)
    op.create_index("ix_funding_organization_id", "funding", ["organization_id"], unique=False)
    op.create_index("ix_funding_service_id", "funding", ["service_id"], unique=False)
    op.create_table(
        "issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("skipped", Flag(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name="fk_issue_run_id_run"),
        sa.PrimaryKeyConstraint("id", name="pk_issue"),
        sqlite_strict=True,
    )
    op.create_index("ix_issue_run_id", "issue", ["run_id"], unique=False)
    op.create_table(
        "observation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("local_id", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("origin", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("other_id", sa.Text(), nullable=True),
        sa.Column("document_sha256", sa.Text(), nullable=False),
        sa.Column("first_run", sa.Integer(), nullable=False),
        sa.Column("last_run", sa.Integer(), nullable=True),
        sa.Column("is_current", Flag(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("verified_on", Day(), nullable=True),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("fields", Json(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('organization', 'organization_facts', 'service', 'location', "
            "'service_at_location', 'funding', 'taxonomy_term', 'identifier_relation', 'evidence')",
            name="ck_observation_kind",
        ),
        sa.ForeignKeyConstraint(
            ["document_sha256"], ["document.sha256"], name="fk_observation_document_sha256_document"
        ),
        sa.ForeignKeyConstraint(["first_run"], ["run.id"], name="fk_observation_first_run_run"),
        sa.ForeignKeyConstraint(["last_run"], ["run.id"], name="fk_observation_last_run_run"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_observation_source_id_source"),
        sa.PrimaryKeyConstraint("id", name="pk_observation"),
        sqlite_strict=True,
    )
    op.create_index("ix_observation_other_id", "observation", ["other_id"], unique=False)
    op.create_index("ix_observation_parent_id", "observation", ["parent_id"], unique=False)
    op.create_index("ix_observation_record_id", "observation", ["record_id"], unique=False)
    op.create_index(
        "uq_observation_current",
        "observation",
        ["source_id", "kind", "local_id"],
        unique=True,
        sqlite_where=sa.text("is_current = 1"),
        postgresql_where=sa.text("is_current = 1"),
    )
    op.create_table(
        "service_at_location",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("location_id", sa.Text(), nullable=False),
        sa.Column("fields", Json(), nullable=False),
        sa.Column("winners", Json(), nullable=False),
        sa.Column("claims", Json(), nullable=False),
        sa.Column("is_live", Flag(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"],
            ["location.id"],
            name="fk_service_at_location_location_id_location",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name="fk_service_at_location_service_id_service"),
        sa.PrimaryKeyConstraint("id", name="pk_service_at_location"),
        sqlite_strict=True,
    )
    op.create_index("ix_service_at_location_location_id", "service_at_location", ["location_id"], unique=False)
    op.create_index("ix_service_at_location_service_id", "service_at_location", ["service_id"], unique=False)
