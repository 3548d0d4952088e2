# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.groups.models import Membership, WatchGroup

from .made import SINCE


@pytest.fixture
def group(cast):
    """The Vogelbuurt, which began long ago, with neighbours who were there from the beginning."""
    WatchGroup.objects.update(created_at=SINCE)
    Membership.objects.update(joined_at=SINCE)
    cast.group.refresh_from_db()
    return cast.group
