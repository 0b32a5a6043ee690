"""What people report of services, and until when they were said to be paused."""

import sqlalchemy as sa
from alembic import op

from directory.store.types import Day, Moment

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("on", Day(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("sighting_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("token_hash", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("decided_on", Day(), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "what IN ('closed', 'nobody', 'running', 'moved', 'full', 'wrong_phone', 'no_answer', 'not_for', 'other')",
            name="ck_report_what",
        ),
        sa.CheckConstraint(
            "answer IN ('runs', 'closed', 'no_answer', 'not_in_service', 'could_not_say', 'paused', 'reopened')",
            name="ck_report_answer",
        ),
        sa.CheckConstraint(
            "(answer IS NULL) = (decided_on IS NULL) AND (answer IS NULL) = (decided_by IS NULL)",
            name="ck_report_decided_whole",
        ),
        sa.ForeignKeyConstraint(["sighting_id"], ["sighting.id"], name="fk_report_sighting_id_sighting"),
        sa.ForeignKeyConstraint(["decided_by"], ["sighting.id"], name="fk_report_decided_by_sighting"),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.UniqueConstraint("token_hash", name="uq_report_token_hash"),
        sqlite_strict=True,
    )
    op.create_index("ix_report_service_id", "report", ["service_id"], unique=False)
    op.create_index("ix_report_decided_by", "report", ["decided_by"], unique=False)
    op.create_table(
        "pause",
        sa.Column("sighting_id", sa.Integer(), nullable=False),
        sa.Column("until", Day(), nullable=False),
        sa.ForeignKeyConstraint(["sighting_id"], ["sighting.id"], name="fk_pause_sighting_id_sighting"),
        sa.PrimaryKeyConstraint("sighting_id", name="pk_pause"),
        sqlite_strict=True,
    )
