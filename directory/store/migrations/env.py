"""What Alembic runs: the migrations, inside the transaction that opening the database began."""

from alembic import context

from directory.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
