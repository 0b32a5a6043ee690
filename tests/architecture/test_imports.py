"""The rooms import downwards only: the contracts of pyproject.toml hold."""

import subprocess
import sys

from tests.conftest import REPOSITORY


def test_import_contracts_hold() -> None:
    # In a process of its own: the linter switches off the loggers of whoever calls it.
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    linted = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False, text=True)
    assert linted.returncode == 0, linted.stdout + linted.stderr
