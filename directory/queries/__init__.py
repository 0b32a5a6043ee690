"""What a reader may ask of the catalogue: pages, entries for the index, sources, issues and changes."""

from directory.store import Database
from directory.store import open_database as open_catalogue

__all__ = ["Database", "open_catalogue"]
