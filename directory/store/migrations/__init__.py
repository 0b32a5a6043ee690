"""Numbered, forward-only changes to the schema, run by Alembic whenever a database is opened."""
