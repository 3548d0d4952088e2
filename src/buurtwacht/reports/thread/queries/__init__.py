# SPDX-License-Identifier: EUPL-1.2
"""What the pages show: one report, the list of reports, the coordinator's desk."""

from .desk import Desk, answers_offered, candidates_for, desk_of
from .listing import Listing, reports_for
from .page import Page, moments_of, page_of, told_last
from .photos import BlurSheet, blur_sheet
from .tasks import report_tasks

__all__ = [
    "BlurSheet",
    "Desk",
    "Listing",
    "Page",
    "answers_offered",
    "blur_sheet",
    "candidates_for",
    "desk_of",
    "moments_of",
    "page_of",
    "report_tasks",
    "reports_for",
    "told_last",
]
