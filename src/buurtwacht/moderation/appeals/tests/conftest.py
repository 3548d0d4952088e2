# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from buurtwacht.moderation.appeals.tests.support import open_about, scene_of, take
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.testing.cast import gather


@pytest.fixture(autouse=True)
def always_by_day(request: pytest.FixtureRequest) -> None:
    if "browser_page" not in request.fixturenames:  # a browser has a clock of its own
        request.getfixturevalue("by_day")


@pytest.fixture
def scene(cast):
    """The Vogelbuurt with a second coordinator, Ingrid; Farid coordinates the next group along."""
    return scene_of(cast)


@pytest.fixture
def scene_under(db) -> Callable[[str], SimpleNamespace]:
    """The same under the rules of another preset."""
    return lambda preset: scene_of(gather(preset))


@pytest.fixture
def ingrid(scene):
    return scene.ingrid


@pytest.fixture
def case(scene) -> Case:
    """A case about Bram, opened by Anna."""
    return open_about(scene, scene.bram)


@pytest.fixture
def removed(scene, case) -> Measure:
    """Bram was removed by Anna and Ingrid."""
    return take(case, "removal", scene.anna, scene.ingrid)


@pytest.fixture
def suspended(scene, case) -> Measure:
    """Bram was suspended by Anna for a month."""
    return take(case, "suspension", scene.anna, until=timezone.now() + timedelta(days=30))
