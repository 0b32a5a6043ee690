"""The settings and word lists of visiting, read from data/crawling.toml."""

import tomllib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec

CRAWLING = Path(__file__).parents[2] / "data" / "crawling.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of the file; see there what each means."""

    contact_url: str
    opted_out: tuple[str, ...] = ()
    well_known_names: tuple[str, ...]
    parking_hosts: frozenset[str]
    parking_words: tuple[str, ...]
    challenge_words: tuple[str, ...]

    @property
    def user_agent(self) -> str:
        """The name we go by, with where to read who we are."""
        return f"Signpost/{version('signpost')} (+{self.contact_url})"


def read_settings(path: Path = CRAWLING) -> Settings:
    """Read the file; raise `msgspec.ValidationError` naming the setting that is missing or of another form."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), type=Settings)
