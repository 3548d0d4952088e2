# SPDX-License-Identifier: EUPL-1.2
"""What an application waits for now, and until when something can be done."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.queries import coordinators_of, groups_under


def waits_for_residence(application: Application) -> bool:
    """Is the address what has to be shown now?"""
    return step_of(application) is Step.RESIDENCE


def waits_for_admission(application: Application) -> bool:
    """Is the coordinator's tap the last thing?"""
    return step_of(application) is Step.ADMISSION


def can_still_object(application: Application) -> bool:
    """Was it refused, and less than thirty days ago?"""
    refused = application.status == Application.Status.REFUSED
    return refused and rules.may_object(application.ended_at, timezone.now())


def gone_at(application: Application) -> datetime | None:
    """When everything of an application that ended is deleted."""
    return application.ended_at + rules.OBJECT_WITHIN if application.ended_at else None


def choices_for(application: Application) -> dict[str, Any]:
    """The groups and coordinators to which somebody can be assigned (R056)."""
    group = application.group
    return {"groups": groups_under(group.organisation), "coordinators": coordinators_of(group)}
