# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.dossiers.services import begin_dossier
from buurtwacht.dossiers.tests.support import make_closed_report


@pytest.fixture
def report(cast):
    return make_closed_report(cast)


@pytest.fixture
def dossier(report):
    return begin_dossier(report)
