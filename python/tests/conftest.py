"""What the tests share."""

from __future__ import annotations

import pytest

from dateline import Pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.fixture(scope="session")
def rules() -> Pipeline:
    return Pipeline(rules_alone=True)
