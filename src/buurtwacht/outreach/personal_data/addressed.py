# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from buurtwacht.outreach.models import ContactMessage, RightsRequest
from buurtwacht.people.models import Person

Letter = TypeVar("Letter", ContactMessage, RightsRequest)


def with_address_of(person_id: UUID, letters: Iterable[Letter]) -> list[Letter]:
    """Those that came from the mail address of this person. Each is sealed, and opened to see that; there are few."""
    address = Person.objects.filter(pk=person_id).values_list("email", flat=True).first()
    return [one for one in letters if address and one.email.strip().lower() == address.lower()]
