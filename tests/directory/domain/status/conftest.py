"""The model with the numbers that come with Signpost, made once."""

import pytest

from directory.domain.status.posterior import Model
from directory.domain.status.settings import Settings
from directory.queries.status_settings import read_status_settings


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The numbers that come with Signpost."""
    return read_status_settings()


@pytest.fixture(scope="session")
def model(settings: Settings) -> Model:
    """The model with those numbers."""
    return Model(settings)
