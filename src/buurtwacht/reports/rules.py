# SPDX-License-Identifier: EUPL-1.2
"""What may happen in a report, and in which order. No database."""

from buurtwacht.policy.model import Doubt, Policy

from .models import Report

Status = Report.Status


def is_for_everybody(report: Report, policy: Policy) -> bool:
    """Does the whole group see this report now, or do only its reporter and the coordinators? (C3, C16)"""
    return report.shown_at is not None and report.status not in (Status.WAITING, Status.HIDDEN)


def coordinator_is_first(status: str, policy: Policy) -> bool:
    """Does a new report go to the coordinator before the group sees it? Then its `shown_at` stays empty. (C3, C16)"""
    return status == Status.WAITING or (status == Status.DOUBT and policy.doubt is Doubt.COORDINATOR_FIRST)
