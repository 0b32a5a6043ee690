"""The key that signs links: made once, shared by all, readable by its owner alone."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from secrets import token_bytes

import pytest

from directory.domain.errors import InvalidValue, SignpostError
from web.config import LEAST_SECRET, Config
from web.secret import signing_key


def test_a_key_is_made_once_and_outlives_the_process(tmp_path: Path) -> None:
    first = signing_key(tmp_path / "home", None, token_bytes)

    assert len(first) == 32
    assert signing_key(tmp_path / "home", None, token_bytes) == first
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["secret"]


def test_nobody_but_its_owner_reads_the_key(tmp_path: Path) -> None:
    signing_key(tmp_path, None, token_bytes)

    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_workers_that_start_together_share_one_key(tmp_path: Path) -> None:
    def ask(_: int) -> bytes:
        return signing_key(tmp_path, None, token_bytes)

    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(ask, range(32)))

    assert len(keys) == 1


def test_a_worker_that_comes_second_takes_the_key_of_the_first(tmp_path: Path) -> None:
    made: list[bytes] = []

    def slowly(size: int) -> bytes:
        # While this worker makes its key, another one finishes.
        if not made:
            made.append(b"")
            made[0] = signing_key(tmp_path, None, token_bytes)
        return token_bytes(size)

    assert signing_key(tmp_path, None, slowly) == made[0]


def test_a_key_that_is_given_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    assert signing_key(tmp_path, "s" * 32, token_bytes) == b"s" * 32
    assert [*tmp_path.iterdir()] == []


def test_a_file_that_holds_no_key_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"short")

    with pytest.raises(SignpostError, match="is no key"):
        signing_key(tmp_path, None, token_bytes)


@pytest.mark.parametrize("environment", [{}, {"SIGNPOST_SECRET": ""}])
def test_without_a_setting_the_home_keeps_the_key(environment: dict[str, str]) -> None:
    assert Config.of(environment).secret is None


def test_a_secret_too_short_is_refused_and_not_repeated() -> None:
    assert Config.of({"SIGNPOST_SECRET": "s" * LEAST_SECRET}).secret == "s" * LEAST_SECRET
    with pytest.raises(InvalidValue, match="at least 32 characters") as refused:
        Config.of({"SIGNPOST_SECRET": "hunter2"})
    assert "hunter2" not in str(refused.value)
