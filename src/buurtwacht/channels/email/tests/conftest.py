# SPDX-License-Identifier: EUPL-1.2
import pytest
from pytest_django import Settings

from .written import REPLY, SECRET


@pytest.fixture
def replies(settings: Settings) -> None:
    """Letters can be answered."""
    settings.MAIL_REPLY, settings.MAIL_BOUNCE = REPLY, "b@antwoord.voorbeeld.example"
    settings.MAIL_WEBHOOK_SECRET = SECRET
