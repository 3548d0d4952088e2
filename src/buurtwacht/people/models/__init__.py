# SPDX-License-Identifier: EUPL-1.2
from .attempt import Attempt
from .code_cost import CodeCost
from .connecting import Connecting
from .contact_point import ContactPoint, mark_of
from .person import Person, PersonManager

__all__ = ["Attempt", "CodeCost", "Connecting", "ContactPoint", "Person", "PersonManager", "mark_of"]
