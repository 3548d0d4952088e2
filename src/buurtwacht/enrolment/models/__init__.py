# SPDX-License-Identifier: EUPL-1.2
from .acceptance import Acceptance, AgreedText
from .application import Application
from .checks import AddressProof, Candidacy, Clearance, Objection, Verdict, Vetting
from .imports import ImportLine, MemberImport
from .invitation import Invitation
from .leaving import Departure, Move, Renewal, StarterPackReading
from .officer_card import OfficerCard
from .phone_change import PhoneChange
from .rules import RuleEdition

__all__ = [
    "Acceptance",
    "AddressProof",
    "AgreedText",
    "Application",
    "Candidacy",
    "Clearance",
    "Departure",
    "ImportLine",
    "Invitation",
    "MemberImport",
    "Move",
    "Objection",
    "OfficerCard",
    "PhoneChange",
    "Renewal",
    "RuleEdition",
    "StarterPackReading",
    "Verdict",
    "Vetting",
]
