# SPDX-License-Identifier: EUPL-1.2
from .asked import Asked
from .contact import ContactMessage
from .question import MemberQuestion
from .responsible import DataParty
from .rights import RightsRequest
from .site import Section, SiteLink, SitePage, SiteVersion

__all__ = [
    "Asked",
    "ContactMessage",
    "DataParty",
    "MemberQuestion",
    "RightsRequest",
    "Section",
    "SiteLink",
    "SitePage",
    "SiteVersion",
]
