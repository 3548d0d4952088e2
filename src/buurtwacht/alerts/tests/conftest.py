# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.groups.models import Membership
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.cast import add_contact_point, join, make_person


@pytest.fixture
def report(group, bram):
    """Bram called, and tells the Vogelbuurt."""
    return make_report(group, bram)


@pytest.fixture
def iris(cast):
    """She coordinates the Bloemenbuurt."""
    person = make_person("Iris")
    join(cast.next_group, person, Membership.Role.COORDINATOR, street="Rozenlaan")
    add_contact_point(person)
    return person
