"""How an observation becomes a resolved record: normalise, geocode, link, resolve, all inside one transaction."""

from directory.domain.sources import Run
from directory.intake.door import Door, open_door

__all__ = ["Door", "Run", "open_door"]
