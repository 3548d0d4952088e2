# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nobody_tried_before(db):
    cache.clear()
