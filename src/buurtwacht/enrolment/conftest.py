# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.tests.support import make_application


@pytest.fixture
def apply_to() -> Callable[..., Application]:
    """An application as the form leaves it, with its mail address proven unless told otherwise."""
    return make_application
