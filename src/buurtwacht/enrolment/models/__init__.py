# SPDX-License-Identifier: EUPL-1.2
from .acceptance import Acceptance
from .application import Application
from .checks import AddressProof, Candidacy, Objection, Vetting
from .imports import ImportLine, MemberImport
from .invitation import Invitation
from .leaving import Departure, StarterPackReading

__all__ = [
    "Acceptance",
    "AddressProof",
    "Application",
    "Candidacy",
    "Departure",
    "ImportLine",
    "Invitation",
    "MemberImport",
    "Objection",
    "StarterPackReading",
    "Vetting",
]
