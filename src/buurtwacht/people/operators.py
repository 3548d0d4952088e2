# SPDX-License-Identifier: EUPL-1.2
"""Who keeps this installation going, as its settings say."""

from django.conf import settings

from .duties import asks_second_factor
from .models import Person


@asks_second_factor
def is_operator(person: Person) -> bool:
    """May this person see how the channels do?"""
    return person.email in settings.OPERATORS
