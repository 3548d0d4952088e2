# SPDX-License-Identifier: EUPL-1.2
"""What the pages show: one report, the list of reports, the coordinator's desk."""

from .desk import Desk, desk_of
from .listing import Listing, reports_for
from .page import Page, page_of
from .tasks import report_tasks

__all__ = ["Desk", "Listing", "Page", "desk_of", "page_of", "report_tasks", "reports_for"]
