"""The rooms import downwards only: the contracts of pyproject.toml hold."""

from importlinter.cli import lint_imports

from tests.conftest import REPOSITORY


def test_import_contracts_hold(capsys: object) -> None:
    assert lint_imports(config_filename=str(REPOSITORY / "pyproject.toml"), no_cache=True) == 0
