# SPDX-License-Identifier: EUPL-1.2
from .asked import Asked
from .contact import ContactMessage
from .question import MemberQuestion
from .site import Section, SiteLink, SitePage, SiteVersion

__all__ = ["Asked", "ContactMessage", "MemberQuestion", "Section", "SiteLink", "SitePage", "SiteVersion"]
