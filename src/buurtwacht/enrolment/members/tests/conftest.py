# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.enrolment.members.services import read_import, start_import
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.services import sign_confidentiality


@pytest.fixture
def signed(cast):
    """Anna promised to keep things private."""
    sign_confidentiality(cast.group, cast.anna, written(strokes="", name="Anna", place="Ede"))
    return cast


@pytest.fixture
def brought(cast):
    """Brings a list and reads it, as the job would."""

    def bring(text, *, by=None, group=None):
        data = text.encode() if isinstance(text, str) else text
        found = start_import(group or cast.group, data, by=by or cast.anna)
        read_import(found.pk)
        found.refresh_from_db()
        return found

    return bring
