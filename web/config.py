"""The settings of the web server: the only place in this package that reads the environment."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.domain.errors import InvalidValue
from directory.domain.home import Home

LOCAL_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
DEFAULT_WORKERS = 2
REQUEST_BYTES = 64 * 1024
"""The largest body any request may have; no page of this stage takes one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What one web server needs to know: its home, where it listens, and how many processes answer."""

    home: Home
    host: str = LOCAL_HOST
    port: int = DEFAULT_PORT
    workers: int = DEFAULT_WORKERS

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65_535:
            raise InvalidValue("PORT", self.port, "A port is a whole number from 0 to 65535")
        if self.workers < 1:
            raise InvalidValue("workers", self.workers, "A server needs at least one worker")

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Config":
        """Read ``SIGNPOST_HOME`` and its kin (see `Home.of`), and ``PORT`` (default 8000)."""
        port = environment.get("PORT") or str(DEFAULT_PORT)
        if not (port.isascii() and port.isdigit()):
            raise InvalidValue("PORT", port, "A port is a whole number from 0 to 65535")
        return cls(home=Home.of(environment), port=int(port))
