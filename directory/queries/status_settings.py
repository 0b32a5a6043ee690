"""The numbers of the status model, read from data/status/settings.toml: no other module reads that file."""

import tomllib
from pathlib import Path

from directory.domain.status.settings import BadSettings, Settings, settings_from

DATA = Path(__file__).resolve().parents[2] / "data"
"""The small tables an editor may change."""


def read_status_settings(path: Path = DATA / "status" / "settings.toml") -> Settings:
    """Read the file; raise `BadSettings`, naming it, where it cannot be read or a number in it makes no sense."""
    try:
        return settings_from(tomllib.loads(path.read_text(encoding="utf-8")))
    except BadSettings as error:
        raise BadSettings(f"{path}: {error}") from error
    except OSError as error:
        raise BadSettings(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise BadSettings(f"{path} is no TOML in UTF-8: {error}.") from error
