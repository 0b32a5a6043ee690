"""How often services are checked, read from data/status/checking.toml: no other module reads that file."""

import tomllib
from pathlib import Path

import msgspec

from directory.domain.status.queue import CheckSettings
from directory.domain.status.settings import BadSettings
from directory.queries.status_settings import DATA


def read_check_settings(path: Path = DATA / "status" / "checking.toml") -> CheckSettings:
    """Read the file; raise `BadSettings`, naming it, where it cannot be read or something in it makes no sense."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), CheckSettings)
    except OSError as error:
        raise BadSettings(f"{path} cannot be read: {error.strerror}.") from error
    except (msgspec.ValidationError, ValueError) as error:
        raise BadSettings(f"{path} makes no sense: {error}.") from error
