"""What holds for all tests."""

from __future__ import annotations

import pytest

from clb_migrate.cache import FOLDER_VARIABLE


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep facts for these tests alone, not among those of whoever runs them."""
    patch = pytest.MonkeyPatch()
    patch.setenv(FOLDER_VARIABLE, str(tmp_path_factory.mktemp("facts")))
