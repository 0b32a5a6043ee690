"""The sources the catalogue draws on, with what their licences ask to be said."""

from directory.domain.records import Kind
from directory.queries import Database
from directory.store import catalogue, runs
from directory.store.runs import CatalogueSource


def catalogue_sources(database: Database) -> tuple[CatalogueSource, ...]:
    """The sources that have live records in the catalogue, by title."""
    with database.read() as transaction:
        return runs.catalogue_sources(transaction)


def demonstrations(database: Database) -> frozenset[str]:
    """The ids of the sources of invented records that the catalogue holds."""
    with database.read() as transaction:
        return runs.demonstrations(transaction)


def count_of(database: Database, kind: Kind) -> int:
    """How many records of a kind the catalogue holds."""
    with database.read() as transaction:
        return catalogue.count(transaction, kind)


__all__ = ["CatalogueSource", "catalogue_sources", "count_of", "demonstrations"]
