# SPDX-License-Identifier: EUPL-1.2
from .contact import ContactMessage
from .site import Section, SiteLink, SitePage, SiteVersion

__all__ = ["ContactMessage", "Section", "SiteLink", "SitePage", "SiteVersion"]
