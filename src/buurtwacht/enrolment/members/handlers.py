# SPDX-License-Identifier: EUPL-1.2
from django.utils.translation import gettext_noop as _

from buurtwacht.enrolment.telling import mail_member
from buurtwacht.groups.models import Membership
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from . import tasks


@on("import.started", "import.asked")
def begin_job(line: Line) -> None:
    """Reading and mailing take long, so a job does it."""
    tasks.go_on.defer(import_id=str(line.subject_id))


@on("member.joined")
def remind_who_serves(line: Line) -> None:
    """Who says to work for the police or an emergency service takes part as a neighbour, and reads that once (R064)."""
    rows = Membership.objects.select_related("person", "group__organisation")
    membership = rows.filter(pk=line.subject_id, serves=True, left_at=None).first()
    if membership:
        subject, template = _("You take part in %(group)s as a neighbour"), "enrolment/members/mail/serves.txt"
        mail_member(membership.person, membership.group, subject=subject, template=template)
