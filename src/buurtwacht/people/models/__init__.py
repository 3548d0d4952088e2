# SPDX-License-Identifier: EUPL-1.2
from .attempt import Attempt
from .connecting import Connecting
from .contact_point import ContactPoint, mark_of
from .person import Person, PersonManager

__all__ = ["Attempt", "Connecting", "ContactPoint", "Person", "PersonManager", "mark_of"]
