# SPDX-License-Identifier: EUPL-1.2
"""The gate before joining: a workshop, or else the leaflets (R085, R086)."""

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import Application, StarterPackReading
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.services.advance import locked, step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.enrolment.welcome.leaflets import WORKSHOP, Leaflet, leaflets_for
from buurtwacht.enrolment.welcome.queries.reading import codes_read
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def confirm_reading(leaflet: Leaflet, group: WatchGroup, *, reader: Application | Person) -> None:
    """This applicant, or this member, has read the leaflet. Who has read all of them is through the gate."""
    whose = _whose(reader)
    if leaflet.code in codes_read(reader):
        return
    StarterPackReading.objects.create(leaflet=leaflet.code, **whose)
    by = reader if isinstance(reader, Person) else None
    record("leaflet.read", reader.pk, by=by, group=group.pk, leaflet=leaflet.code)
    if isinstance(reader, Application):
        _pass_when_complete(reader)


@transaction.atomic
def attend_workshop(application: Application, *, by: Person) -> Application:
    """A coordinator says that this applicant was at the workshop. Saying it twice changes nothing."""
    application = locked(application.pk)
    if application.ended_at:
        raise DomainError(_("This application has ended. Apply again if you would like to join."))
    if WORKSHOP not in codes_read(application):
        StarterPackReading.objects.create(leaflet=WORKSHOP, application=application)
        record("workshop.attended", application.pk, by=by, group=application.group_id)
    return mark_done(application, Step.GATE, by=by)


def _pass_when_complete(application: Application) -> None:
    application = locked(application.pk)
    wanted = {leaflet.code for leaflet in leaflets_for(application.group.policy)}
    if wanted <= codes_read(application) and step_of(application) is Step.GATE:
        mark_done(application, Step.GATE)


def _whose(reader: Application | Person) -> dict[str, Application | Person]:
    """The field of a reading that says who read: the application, or the person once there is one."""
    return {"person": reader} if isinstance(reader, Person) else {"application": reader}
