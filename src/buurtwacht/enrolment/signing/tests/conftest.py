# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest
from django.urls import reverse

from buurtwacht.enrolment.links import APPLICANT, GUARDIAN
from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import make_group

# A signature as our pen writes it: two strokes across half the sheet.
DRAWN = "M60 80L62 84L70 96L90 120L120 90L150 60M160 70L200 110L240 90"


@pytest.fixture
def group_of(cast) -> Callable[..., WatchGroup]:
    """A group under a preset, with a coordinator-free start."""

    def make(preset: str, **fields: object) -> WatchGroup:
        return make_group(cast.organisation, f"Buurt {preset}", preset=preset, **fields)

    return make


@pytest.fixture
def page_of() -> Callable[..., str]:
    """The address of a page of an application, for the applicant or for the parent."""

    def address(application: Application, name: str = "application_sign") -> str:
        purpose = GUARDIAN if name == "application_guardian" else APPLICANT
        return reverse(name, args=[link_token(purpose, application.pk)])

    return address
