"""What is seen and said of services, and the status that follows from it."""

import sqlalchemy as sa
from alembic import op

from directory.store.types import Day, Flag, Json, Moment, Number

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("source", sa.Column("channel", sa.Text(), server_default="feed", nullable=False))
    op.create_table(
        "sighting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.Column("on", Day(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("reporter", sa.Text(), nullable=True),
        sa.Column("method", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "channel IN ('register', 'feed', 'web', 'text', 'phone', 'event', 'statement')",
            name="ck_sighting_channel",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sighting"),
        sqlite_strict=True,
    )
    op.create_index("ix_sighting_service_id", "sighting", ["service_id"], unique=False)
    op.create_table(
        "status",
        sa.Column("service_id", sa.Text(), nullable=False),
        sa.Column("on", Day(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("p_open", Number(), nullable=False),
        sa.Column("p_open_ahead", Number(), nullable=False),
        sa.Column("is_declared", Flag(), nullable=False),
        sa.Column("confirmed_on", Day(), nullable=True),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("funding_end", Day(), nullable=True),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("reasons", Json(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'unconfirmed', 'at_risk', 'likely_closed', 'closed')", name="ck_status_state"
        ),
        sa.PrimaryKeyConstraint("service_id", name="pk_status"),
        sqlite_strict=True,
    )
    op.create_index("ix_status_on", "status", ["on"], unique=False)
    op.create_index("ix_status_state", "status", ["state"], unique=False)
