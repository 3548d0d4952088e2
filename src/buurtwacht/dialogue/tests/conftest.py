# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from buurtwacht.dialogue.tests import telephones
from buurtwacht.dialogue.tests.telephones import Telephone
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.testing.cast import add_contact_point


@pytest.fixture(autouse=True)
def with_telegraph(settings: Any) -> Iterator[None]:
    telephones.SENT.clear()
    here = f"{telephones.__name__}."
    settings.CHANNELS = [*settings.CHANNELS, f"{here}Telegraph", f"{here}Buttons", f"{here}Room", f"{here}Stamps"]
    yield
    telephones.SENT.clear()


@pytest.fixture
def telephone() -> Callable[..., Telephone]:
    def make(person: Person, kind: str = "telegraph") -> Telephone:
        """A telephone of this person, and nothing else that could take their alerts."""
        address = f"{kind}:{person.email}"
        ContactPoint.objects.filter(person=person, channel="log").delete()
        return Telephone(address, kind, add_contact_point(person, kind, address))

    return make
