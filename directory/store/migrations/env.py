"""What Alembic runs: the migrations, inside the transaction that opening the database began."""

from alembic import context

from directory.store import schema, schema_reports, schema_status, schema_watching

# Their tables belong to the same schema.
assert schema_status.status.metadata is schema_watching.page.metadata is schema.metadata
assert schema_reports.report.metadata is schema.metadata
context.configure(connection=context.config.attributes["connection"], target_metadata=schema.metadata)
context.run_migrations()
