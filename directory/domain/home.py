"""Where one installation keeps its files and its database."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The folder of an installation; everything in it but the database and the documents can be built again."""

    folder: Path
    database_url: str
    mirror: Path | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Home":
        """Read ``SIGNPOST_HOME`` (default ``./var``), ``SIGNPOST_DATABASE_URL`` and ``SIGNPOST_MIRROR``."""
        folder = Path(environment.get("SIGNPOST_HOME") or "var").absolute()
        mirror = environment.get("SIGNPOST_MIRROR")
        return cls(
            folder=folder,
            database_url=environment.get("SIGNPOST_DATABASE_URL") or f"sqlite:///{folder / 'catalogue.sqlite'}",
            mirror=Path(mirror).absolute() if mirror else None,
        )

    @property
    def geography(self) -> Path:
        """The compiled postcode and place tables."""
        return self.folder / "geography"

    @property
    def index(self) -> Path:
        """The search index."""
        return self.folder / "index"

    @property
    def documents(self) -> Path:
        """The archive of raw documents."""
        return self.folder / "documents"
