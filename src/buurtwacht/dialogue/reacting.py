# SPDX-License-Identifier: EUPL-1.2
"""A thumb, a check mark or eyes under an alert: somebody has seen it, and nobody needs to say anything about that."""

from contextlib import suppress

from django.db import transaction

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.alerts.services import acknowledge
from buurtwacht.channels.inbound import Heard
from buurtwacht.delivery.services import sign_of_life
from buurtwacht.lib.errors import DomainError

from .speaking import Speaker
from .subjects import report_answered
from .understanding import Response


@transaction.atomic
def note_reaction(event: Heard, speaker: Speaker) -> None:
    """Count it as "seen", where it stands under an alert of ours. What somebody answered in words before stays."""
    person = speaker.person
    if person is None or event.choice != Response.SEEN:
        return
    reader = report_answered(speaker.delivery, person)
    if reader is None:
        return
    sign_of_life(person.pk, list(reader.report.entries.values_list("pk", flat=True)))
    if not Acknowledgement.objects.filter(report=reader.report, person=person).exists():
        with suppress(DomainError):  # it has ended
            acknowledge(reader.report.pk, person, Response.SEEN)
